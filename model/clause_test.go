package model

import (
	"errors"
	"strings"
	"testing"
)

func TestAClauseIsReadInParts(t *testing.T) {
	for _, tt := range []struct {
		typed string
		want  int // parts; 0: refused
	}{
		{"La ville met un local à disposition.", 1},
		{"Pendant {Durée de la mission} mois.", 3},
		{"{a}{b}", 2},
		{"{ a }", 1},
		{"{a", 0}, {"a}", 0}, {"{}", 0}, {"{ }", 0}, {"{a{b}}", 0}, {"{a\nb}", 0},
	} {
		parts, err := ParseClause(tt.typed)
		if (err != nil) != (tt.want == 0) || len(parts) != tt.want {
			t.Errorf("%q: %d parts, %v; want %d", tt.typed, len(parts), err, tt.want)
		}
	}
}

// clauseOf returns a dossier with one clause, and the question of its text.
func clauseOf(t *testing.T, c Clause) (*Dossier, Field) {
	t.Helper()
	d, ok := Example("riom")
	if !ok {
		t.Fatal("no demonstration riom")
	}
	c.Key = "k1"
	d.Clauses.List = []*Clause{&c}
	return d, fieldAt(t, d, &c.Text)
}

func fieldAt(t *testing.T, d *Dossier, p any) Field {
	t.Helper()
	f, ok := Index(Form(d))[p]
	if !ok {
		t.Fatal("no question asks it")
	}
	return f
}

func TestAVariableIsTypedByItsLabelAndKeptByItsID(t *testing.T) {
	d, f := clauseOf(t, Clause{Paper: PaperSupport})
	if err := f.Set("Pendant {durée de la mission} mois, à {mission.months}."); err != nil {
		t.Fatal(err)
	}
	if got, want := d.Clauses.List[0].Text, "Pendant {mission.months} mois, à {mission.months}."; got != want {
		t.Errorf("kept as %q, want %q", got, want)
	}
	label := fieldAt(t, d, &d.Mission.Months).Label
	if got := f.Text(); strings.Count(got, "{"+label+"}") != 2 {
		t.Errorf("shown as %q, want the label %q", got, label)
	}
	if err := f.Problem(); err != nil {
		t.Error(err)
	}
}

func TestABrokenVariableIsNoAnswer(t *testing.T) {
	for _, typed := range []string{"Pendant {durée", "Pendant durée}", "Pendant {la durée du voyage}", "Pendant {}"} {
		d, f := clauseOf(t, Clause{Paper: PaperSupport, Text: "Un texte d’avant."})
		var advice Advice
		if err := f.Set(typed); !errors.As(err, &advice) {
			t.Errorf("%q is taken: %v", typed, err)
		}
		if d.Clauses.List[0].Text != "" || f.Text() != typed || f.Problem() == nil {
			t.Errorf("%q: kept as %q, shown as %q, problem %v", typed, d.Clauses.List[0].Text, f.Text(), f.Problem())
		}
	}
	_, f := clauseOf(t, Clause{Paper: PaperSupport, Text: "Venu d’un fichier : {nulle.part}."})
	if f.Problem() == nil {
		t.Error("a broken variable that came in a file is no problem")
	}
}

// Every text offered can be typed, and means one answer.
func TestEveryVariableOfferedIsUnderstood(t *testing.T) {
	d, f := clauseOf(t, Clause{Paper: PaperSupport})
	offered := f.Inserts()
	if len(offered) < 100 {
		t.Fatalf("%d variables are offered", len(offered))
	}
	met := map[string]string{}
	for _, o := range offered {
		if err := f.Set("Voir " + o.Value + "."); err != nil {
			t.Errorf("%s: %v", o.Value, err)
		}
		kept := d.Clauses.List[0].Text
		if before := met[kept]; before != "" {
			t.Errorf("%s and %s are the same answer", before, o.Value)
		}
		met[kept] = o.Value
	}
}

func TestOneClauseAnArticle(t *testing.T) {
	d, _ := clauseOf(t, Clause{Paper: PaperSupport, Deed: ClauseRemoves, Article: "communication"})
	second := &Clause{Row: Row{Key: "k2"}, Paper: PaperSupport, Deed: ClauseReplaces, Article: "communication", Text: "Rien."}
	d.Clauses.List = append(d.Clauses.List, second)
	if err := fieldAt(t, d, &d.Clauses.List[0].Article).Problem(); err != nil {
		t.Error(err)
	}
	f := fieldAt(t, d, &second.Article)
	if f.Problem() == nil {
		t.Error("two clauses stand in the place of one article")
	}
	if err := f.Set("steering"); err != nil || f.Problem() != nil {
		t.Errorf("another article is refused: %v, %v", err, f.Problem())
	}
	if err := f.Set("nowhere"); err == nil {
		t.Error("an article that is none is taken")
	}
}

// FuzzClause: what is read is written again as it was, but for the spaces around a name; what is kept can be read, and
// shown, typed and kept again, stays the same.
func FuzzClause(f *testing.F) {
	for _, s := range []string{"", "Sans variable.", "Pendant {mission.months} mois.", "{Durée de la mission}", "{", "}", "{}", "{a{b}", "é{ x }\n- {y}", "{\x00}"} {
		f.Add(s)
	}
	d, ok := Example("riom")
	if !ok {
		f.Fatal("no demonstration riom")
	}
	f.Fuzz(func(t *testing.T, typed string) {
		parts, err := ParseClause(typed)
		var advice Advice
		if err != nil {
			if !errors.As(err, &advice) || parts != nil {
				t.Fatalf("%q: %v, with %d parts", typed, err, len(parts))
			}
			return
		}
		again, err := ParseClause(joinClause(parts))
		if err != nil || joinClause(again) != joinClause(parts) || len(again) != len(parts) {
			t.Fatalf("%q is read again as %q, %v", typed, joinClause(again), err)
		}
		kept, err := storedClause(d, typed)
		if err != nil {
			if !errors.As(err, &advice) {
				t.Fatalf("%q: %v is no advice", typed, err)
			}
			return
		}
		if twice, err := storedClause(d, shownClause(d, kept)); err != nil || twice != kept {
			t.Fatalf("%q is kept as %q, then as %q: %v", typed, kept, twice, err)
		}
	})
}

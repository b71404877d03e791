package document

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

var update = flag.Bool("update", false, "rewrite the texts in testdata")

func empty() *model.Dossier { return model.New("x", "2026-001", "2026-11-23") }

// TestPapersReadAsExpected holds the text of every paper against a file; go test -update rewrites them, to be read before
// they are committed.
func TestPapersReadAsExpected(t *testing.T) {
	dossiers := map[string]*model.Dossier{"vide": empty()}
	for _, name := range model.ExampleNames() {
		d, ok := model.Example(name)
		if !ok {
			t.Fatalf("no example %q", name)
		}
		dossiers[name] = d
	}
	for name, d := range dossiers {
		for _, id := range All() {
			doc, err := Compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", string(id)+"."+name+".txt")
			got := doc.Text()
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if line, ok := firstDifference(got, string(want)); !ok {
				t.Errorf("%s differs from its text: %s", file, line)
			}
		}
	}
}

func firstDifference(got, want string) (string, bool) {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			return "want also " + w[i], false
		case i >= len(w):
			return "got also " + g[i], false
		case g[i] != w[i]:
			return "got " + g[i] + "\nwant " + w[i], false
		}
	}
	return "", true
}

// orphans are what a careless template leaves behind.
var orphans = regexp.MustCompile(`%!|<nil>|\{\{|NaN|'|"|  |«[\s\x{a0}\x{202f}]*»|[\s\x{a0}\x{202f}],|:[\s\x{a0}\x{202f}]*[.;,)]|\bd[eE] les? |` +
	`\(\)|\.\.|,[\s]*[,.;]|;[\s]*[.;]|\[\s*\]|: *$|n°[\s\x{a0}]*[,.;)]|: réponse\]`)

// checkOrphans looks for them in every text of doc.
func checkOrphans(t *testing.T, name string, doc Document) {
	t.Helper()
	for _, s := range []string{doc.Title, doc.Subtitle, doc.Short, doc.Organisation} {
		if found := orphans.FindString(s); found != "" {
			t.Errorf("%s, %s: %q in %q", name, doc.ID, found, s)
		}
	}
	for i, b := range doc.Blocks {
		for _, s := range texts(b) {
			if !mayBeOrphan(s) {
				continue
			}
			found := orphans.FindString(s)
			if strings.HasPrefix(found, ":") && introduces(doc.Blocks, i, found) {
				continue
			}
			if found != "" {
				t.Errorf("%s, %s: %q in %q", name, doc.ID, found, s)
			}
		}
	}
}

// What is passed over holds no orphan.
func TestTheSearchForOrphansPassesOverNone(t *testing.T) {
	for _, s := range []string{"%!d", "<nil>", "{{", "NaN", "l'", "\"", "a  b", "« »", "« \u00a0»", "a ,", "a\u00a0,", "a : .", "a :;", "a :", "a : ",
		"de le", "de les", "du De les", "()", "( )", "a..", "a, ,", "a,.", "a; .", "[]", "n° ,", "n°.", "à : réponse]", "(a :)"} {
		if orphans.MatchString(s) && !mayBeOrphan(s) {
			t.Errorf("%q is passed over", s)
		}
	}
}

// introduces reports whether the colon that ends block i is followed by what it announces.
func introduces(blocks []Block, i int, found string) bool {
	if strings.TrimSpace(found) != ":" || i+1 == len(blocks) {
		return false
	}
	switch next := blocks[i+1].(type) {
	case List, Table, Facts:
		return true
	case Paragraph:
		return next.Number == ""
	}
	return false
}

// texts lists every text of a block.
func texts(b Block) []string {
	var out []string
	add := func(list ...Spans) {
		for _, s := range list {
			out = append(out, s.String())
		}
	}
	switch b := b.(type) {
	case Paragraph:
		add(b.Text)
	case Note:
		add(b.Text)
	case List:
		add(b.Items...)
	case Facts:
		for _, r := range b.Rows {
			out = append(out, r.Label)
			add(r.Value)
		}
	case Table:
		out = append(out, b.Caption)
		for _, row := range slices.Concat(b.Rows, b.Totals) {
			add(row...)
		}
	case Gantt:
		out = append(out, b.Caption, b.Alt)
		for _, r := range b.Rows {
			out = append(out, r.Label)
		}
	case Curve, Bars:
		out = append(out, b.(interface{ text() string }).text())
	case Signatures:
		add(b.Place)
		for _, p := range b.Parties {
			add(p.For, p.Name, p.Quality, p.Basis)
		}
	default:
		out = append(out, headingOf(b))
	}
	return out
}

// Whatever is answered, a paper reads well, prints no question that does not apply, and lacks nothing but what is required:
// so a dossier without findings leaves no hole in it.
func TestAnyDossierMakesPapersThatReadWell(t *testing.T) {
	for name, d := range sampled() {
		required := map[string]bool{}
		for _, f := range model.Index(model.Form(d)) {
			required[f.ID] = f.IsRequired()
		}
		for _, id := range All() {
			w, doc, err := compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			doc.Blocks = w.blocks
			checkOrphans(t, name, doc)
			for _, wrong := range w.wrong {
				t.Errorf("%s, %s: %s", name, id, wrong)
			}
			for _, s := range slices.Concat(mapped(doc.Blocks, spansOf)...) {
				if s.Missing && !slices.ContainsFunc(s.From, func(id string) bool { return required[id] }) {
					t.Errorf("%s, %s: %q lacks and is not required (%v)", name, id, s.Text, s.From)
				}
			}
		}
	}
}

func mapped[T, U any](list []T, f func(T) U) []U {
	var out []U
	for _, v := range list {
		out = append(out, f(v))
	}
	return out
}

func TestComposeRefusesAPaperItDoesNotKnow(t *testing.T) {
	if _, err := Compose(empty(), "lettre"); err == nil || Title("lettre") != "" {
		t.Errorf("got %v and title %q, want an error and no title", err, Title("lettre"))
	}
	for _, id := range All() {
		if Title(id) == "" {
			t.Errorf("%s has no title", id)
		}
	}
}

// The expert is a private-law employee: the fiche de poste never speaks of a grade (domain §1.6).
func TestTheJobHasNoGrade(t *testing.T) {
	for _, name := range append(model.ExampleNames(), "") {
		d, ok := model.Example(name)
		if !ok {
			d = empty()
		}
		doc, err := Compose(d, model.PaperJob)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(doc.Text()), "grade") {
			t.Errorf("%q: the fiche de poste speaks of a grade", name)
		}
	}
}

func TestAnEPCIIsNeverCalledACommune(t *testing.T) {
	d := empty()
	d.Town.Kind, d.Town.Name, d.Town.EPCI = model.OwnerEPCI, "Riom", "CA Riom Limagne et Volcans"
	for _, id := range All() {
		if id == model.PaperRecap {
			continue // it prints the questions as they are asked
		}
		doc, err := Compose(d, id)
		if err != nil {
			t.Fatal(err)
		}
		text := doc.Text()
		if strings.Contains(text, "la Commune") || strings.Contains(text, "conseil municipal") || !strings.Contains(text, d.Town.EPCI) {
			t.Errorf("%s does not name the EPCI as such", id)
		}
	}
}

// A question that steers a clause is looked at; every other one that a paper looks at is printed, with its ID, so that a
// click on its words leads to it.
func TestWhatAPaperReadsItPrintsWithItsQuestion(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		asked := map[string]model.Field{}
		for _, f := range model.Index(model.Form(d)) {
			asked[f.ID] = f
		}
		for _, id := range All() {
			w, _, err := compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			printed := map[string]bool{}
			for _, b := range w.blocks {
				for _, s := range spansOf(b) {
					for _, question := range s.From {
						printed[question] = true
					}
				}
			}
			for question := range w.uses {
				f := asked[question]
				if f.IsRequired() && f.Shown() && f.Answered() && !steers(f.Kind) && !printed[question] {
					t.Errorf("%s, %s: %s is read and nothing printed carries it", name, id, question)
				}
			}
		}
	}
}

// steers reports whether an answer of this kind may choose between clauses instead of being printed.
func steers(k model.Kind) bool {
	return k == model.KindYesNo || k == model.KindChoice || k == model.KindRows
}

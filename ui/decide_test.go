package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// toConfirm opens an example that has a finding to confirm, with the panel at its problems.
func toConfirm(t *testing.T) (*Shell, model.Finding) {
	t.Helper()
	s := start(t)
	s.openExample("riom")
	found := s.editor.look()
	i := slices.IndexFunc(found, func(f model.Finding) bool { return f.Severity == model.Confirm })
	if i < 0 {
		t.Fatal("the example has nothing to confirm")
	}
	s.editor.panel.show(tabProblems)
	return s, found[i]
}

// severity is what is said today of f in d.
func severity(s *Shell, d *model.Dossier, f model.Finding) model.Severity {
	list := model.Findings(d, s.today())
	i := slices.IndexFunc(list, func(g model.Finding) bool { return g.Rule == f.Rule && g.Field == f.Field })
	if i < 0 {
		return ""
	}
	return list[i].Severity
}

func TestAFindingIsKeptWithAWrittenReasonAndTakenBack(t *testing.T) {
	s, f := toConfirm(t)
	s.canvas.Focus(s.editor.panel.ways[wayOf(f)])
	press(s, fyne.KeyReturn)
	reason, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("the dialog gives the keyboard to %T, want the reason", s.canvas.Focused())
	}
	tapButton(t, s, "Valider ce point")
	if s.canvas.Overlays().Top() == nil || !says(s, "Écrivez pourquoi") || len(s.editor.dossier.Marks.Decided) > 0 {
		t.Fatal("a point is kept without a reason, or nothing says that it is lacking")
	}
	typeIn(s, reason, "La Direction régionale a donné son accord.")
	tapButton(t, s, "Valider ce point")
	author, ok := s.canvas.Focused().(*kit.Entry)
	if !ok || author == reason || len(s.editor.dossier.Marks.Decided) > 0 {
		t.Fatalf("without a name the keyboard goes to %T, want the name", s.canvas.Focused())
	}
	typeIn(s, author, "Agnès Morel")
	tapButton(t, s, "Valider ce point")

	d := stored(t, s)
	kept := d.Marks.Decided[wayOf(f)]
	if severity(s, d, f) != model.Accepted || kept.Reason != "La Direction régionale a donné son accord." ||
		kept.By != "Agnès Morel" || kept.Day != "2026-11-23" {
		t.Errorf("the disk holds %+v", kept)
	}
	if got := s.app.Preferences().String(keyName); got != "Agnès Morel" {
		t.Errorf("the settings remember %q", got)
	}
	if !says(s, "« La Direction régionale a donné son accord. » — Agnès Morel, le 23/11/2026") {
		t.Error("the panel does not say who kept the point, when and why")
	}
	s.editor.showReview()
	if !says(s, "La Direction régionale a donné son accord.") {
		t.Error("the review does not give the reason")
	}
	s.editor.goTo(f.Field)
	if s.canvas.Focus(s.editor.panel.ways[wayOf(f)]); s.editor.panel.ways[wayOf(f)].Text == "" {
		t.Fatal("nothing takes the decision back")
	}
	press(s, fyne.KeySpace)
	if d := stored(t, s); severity(s, d, f) != model.Confirm || len(d.Marks.Decided) > 0 {
		t.Errorf("taken back, the disk holds %+v", d.Marks.Decided)
	}
}

func TestTheNameOfTheSettingsSignsADecision(t *testing.T) {
	s, f := toConfirm(t)
	s.remember(keyName, "Paul Roux")
	test.Tap(s.editor.panel.ways[wayOf(f)])
	if !says(s, "Décision de Paul Roux, le 23/11/2026.") {
		t.Error("the dialog does not say who decides")
	}
	typeIn(s, s.canvas.Focused().(*kit.Entry), "abandonné")
	press(s, fyne.KeyEscape)
	if s.canvas.Overlays().Top() != nil || len(s.editor.dossier.Marks.Decided) > 0 {
		t.Fatal("Escape does not give up the decision")
	}
	test.Tap(s.editor.panel.ways[wayOf(f)])
	typeIn(s, s.canvas.Focused().(*kit.Entry), "Vu en comité.")
	tapButton(t, s, "Valider ce point")
	if got := stored(t, s).Marks.Decided[wayOf(f)]; got.By != "Paul Roux" || got.Reason != "Vu en comité." {
		t.Errorf("the disk holds %+v", got)
	}
}

func TestCorrectingLeadsToTheQuestion(t *testing.T) {
	s, f := toConfirm(t)
	tapButton(t, s, "Corriger")
	if s.editor.field != f.Field || !focused(s, f.Field) {
		t.Errorf("« Corriger » leads to %q, want %q", s.editor.field, f.Field)
	}
}

func TestEligibilitySaysWhatWouldChangeIt(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	e := s.editor
	e.panel.show(tabProblems)
	if !says(s, "Éligibilité : inconnu") || !says(s, "Voir les conditions") {
		t.Fatal("the panel does not say whether the project is eligible")
	}
	s.canvas.Focus(e.panel.eligible)
	press(s, fyne.KeyReturn)
	if got, ok := s.canvas.Focused().(*kit.Line); !ok || got != e.panel.eligible {
		t.Error("unfolding the conditions loses the keyboard")
	}
	for _, c := range e.panel.criteria {
		if !says(s, plainSpaces(c.Title)) || !says(s, strings.ToUpper(c.Verdict.String())) || !says(s, plainSpaces(c.Reason)) {
			t.Errorf("%s: the condition, its verdict %s or its reason is not said", c.Key, c.Verdict)
		}
		for _, m := range slices.Concat(c.Changes, c.Missing) {
			if !says(s, plainSpaces(m.Sentence)) {
				t.Errorf("%s: « %s » is not said", c.Key, m.Sentence)
			}
		}
	}
	e.dossier.Town.ACV = model.No
	e.reread()
	i := slices.IndexFunc(e.panel.criteria, func(c model.Criterion) bool { return c.Verdict == model.VerdictNo })
	if i < 0 || !says(s, "Éligibilité : non") {
		t.Fatal("a town out of the programme is not told that it is not eligible")
	}
	change := e.panel.criteria[i].Changes[0]
	for _, o := range test.LaidOutObjects(e.panel.body) {
		if line, ok := o.(*kit.Line); ok && holds(line, change.Sentence) {
			test.Tap(line)
			break
		}
	}
	if fiche, _, _ := e.find(change.Field); e.key != fiche.Key {
		t.Errorf("« %s » leads to %s, want %s", change.Sentence, e.key, fiche.Key)
	}
}

// holds reports whether those words are written in o.
func holds(o fyne.CanvasObject, words string) bool {
	for _, x := range test.LaidOutObjects(o) {
		if x, ok := x.(*kit.Text); ok && plainSpaces(x.Words()) == plainSpaces(words) {
			return true
		}
	}
	return false
}

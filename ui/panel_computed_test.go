package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// Pressing a computed value says how it came about, whatever the panel showed, and leads to the answers it comes from.
func TestAComputedValueExplainsItself(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	for _, id := range model.Explained() {
		x, ok := model.Explain(e.dossier, id)
		if fiche, f, _ := e.find(id); !ok || !f.Shown() {
			continue
		} else {
			e.showFiche(fiche.Key)
		}
		e.panel.show(tabProblems)
		test.Tap(input[*kit.Button](t, s, id))
		if e.field != id || e.panel.tab != tabWhy || !says(s, plainSpaces(x.Sentence)) {
			t.Fatalf("%s: the panel is at %s, tab %s; want « %s »", id, e.field, e.panel.tab, x.Sentence)
		}
		for _, from := range x.Inputs {
			if _, f, ok := e.find(from); ok && f.Shown() && !says(s, plainSpaces(f.Label)) {
				t.Errorf("%s: the panel does not name %s", id, from)
			}
		}
	}
}

func TestAnAnswerBehindAComputedValueIsOnePressAway(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.goTo("mission.end")
	var to *kit.Line
	for _, o := range test.LaidOutObjects(s.editor.panel.body) {
		if line, ok := o.(*kit.Line); ok && to == nil {
			to = line
		}
	}
	if to == nil {
		t.Fatal("the panel leads to no answer")
	}
	test.Tap(to)
	if !focused(s, "mission.start") {
		t.Errorf("the keyboard is at %s, want mission.start", s.editor.field)
	}
}

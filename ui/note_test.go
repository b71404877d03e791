package ui

import (
	"encoding/json"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
)

// TestANoteIsKeptWithTheQuestionAndPrintedNowhere writes one by the keyboard, reads it again and looks for it on the papers.
func TestANoteIsKeptWithTheQuestionAndPrintedNowhere(t *testing.T) {
	const words = "Rappeler Xénophon au sujet de la durée"
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.goTo("mission.months")
	e.writeNote()
	note, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatal("the keyboard is not in the note")
	}
	test.Type(note, words)
	if s.canvas.Focused() != fyne.Focusable(note) || !says(s, "note") {
		t.Error("the note loses the keyboard while it is typed, or no mark says that there is one")
	}
	note.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.canvas.Focused() != e.form.Inputs["mission.months"].(fyne.Focusable) {
		t.Error("Escape does not come back to the question")
	}
	if !e.flush() {
		t.Fatal("not saved")
	}
	d, err := s.store.Load(e.dossier.ID)
	if err != nil || d.Marks.Notes["mission.months"] != words {
		t.Fatalf("the store holds %q (%v)", d.Marks.Notes, err)
	}
	for _, id := range document.All() {
		doc, err := document.Compose(d, id)
		if err != nil {
			t.Fatal(err)
		}
		if raw, err := json.Marshal(doc); err != nil || strings.Contains(string(raw), "Xénophon") {
			t.Errorf("%s prints the note (%v)", id, err)
		}
	}
	e.showReview()
	tapTick(t, s, "Avec une note")
	if !says(s, words) || says(s, "Responsable de la mission d’AMO") {
		t.Error("the review does not list the note alone")
	}
	e.showHistory()
	if !says(s, "Xénophon") {
		t.Error("the history does not tell the note")
	}
	e.undo()
	if e.dossier.Marks.Notes["mission.months"] != "" {
		t.Error("« Annuler » leaves the note")
	}
}

package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// From the page of the documents, a clause is typed with an answer chosen from a list, and a broken one is said at once.
func TestAClauseIsTypedWithAnAnswerFromAList(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.dossier.Clauses.List = []*model.Clause{{Row: model.Row{Key: "k"}, Paper: model.PaperSupport, Deed: model.ClauseReplaces, Article: "communication"}}
	s.editor.showDocuments()
	if !says(s, "Écarts avec le texte type : 1 article remplacé.") {
		t.Error("the card does not say that an article is replaced")
	}
	tapButton(t, s, "Clauses particulières…")
	id := "clauses.list[k].text"
	entry := input[*kit.Entry](t, s, id)
	typeIn(s, entry, "Pendant {durée")
	if !says(s, "n’est pas refermée") {
		t.Error("a broken variable is not said while it is typed")
	}
	entry.SetText("Pendant ")
	entry.CursorColumn = len("Pendant ")
	var inserts *kit.Combo
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if c, ok := o.(*kit.Combo); ok && strings.HasPrefix(c.Entry.PlaceHolder, "Insérer une réponse") {
			inserts = c
		}
	}
	if inserts == nil {
		t.Fatal("nothing offers the answers of the dossier")
	}
	inserts.Entry.SetText("durée de la mission")
	inserts.Pick(0)
	s.editor.flush()
	if got, want := stored(t, s).Clauses.List[0].Text, "Pendant {mission.months}"; got != want {
		t.Errorf("kept as %q, want %q", got, want)
	}
}

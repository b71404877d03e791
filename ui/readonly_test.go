package ui

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

func TestWhatIsTypedOnAFullDiskStaysUntilItIsSaved(t *testing.T) {
	dir := t.TempDir()
	s := behind(t, dir, 1)
	tapButton(t, s, "Nouveau dossier")
	id := s.editor.dossier.ID
	if !s.leave() || s.store.Close() != nil {
		t.Fatal("the dossier is not saved")
	}
	s = behind(t, dir, 1<<60) // more than any disk has
	if !says(s, "Lecture seule") || buttons(s)["Réessayer"] == nil {
		t.Fatalf("the home page does not say that nothing can be saved: %s", said(s))
	}
	s.openStored(id)
	if !says(s, "Lecture seule") || !says(s, "Le disque est presque plein") || buttons(s)["Réessayer"] == nil {
		t.Fatalf("the dossier does not say that nothing can be saved: %s", said(s))
	}
	tapButton(t, s, "Réessayer")
	s.settle()
	tapButton(t, s, "D’accord") // there is still no room
	s.editor.say("Une ligne.")
	s.editor.showFiche("town.commune")
	if !says(s, "Lecture seule") {
		t.Error("another line takes the place of the warning")
	}
	write(t, s, "town.name", "Riom")
	s.goHome()
	if s.editor == nil || !says(s, "Vos dernières réponses ne sont pas enregistrées") {
		t.Fatalf("an answer that is not saved is left behind: %s", said(s))
	}
	tapButton(t, s, "Recommencer")
	s.settle()
	tapButton(t, s, "D’accord")
	if got := input[*kit.Entry](t, s, "town.name").Text; got != "Riom" {
		t.Errorf("the field shows %q, want what was typed", got)
	}
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	roomy, err := storage.Open(dir, storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = roomy.Close() })
	s.store = roomy
	test.Tap(buttons(s)["Recommencer"])
	if got := stored(t, s).Town.Name; got != "Riom" || says(s, "Lecture seule") || s.editor.failed != nil {
		t.Errorf("the disk holds %q, want Riom: %s", got, said(s))
	}
}

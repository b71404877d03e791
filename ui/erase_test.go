package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
)

func TestTheTrashIsErasedByHandAndEnterErasesNothing(t *testing.T) {
	s := start(t)
	for range 2 {
		s.openExample("riom")
		id := s.editor.dossier.ID
		s.goHome()
		if err := s.store.Delete(id); err != nil {
			t.Fatal(err)
		}
	}
	s.goTrash()
	trash := s.store.Trash()
	s.askErase(trash[0])
	press(s, fyne.KeyReturn)
	if n := len(s.store.Trash()); n != 2 {
		t.Fatalf("Enter erased %d", 2-n)
	}
	s.askErase(trash[0])
	test := buttons(s)["Effacer définitivement"]
	test.Tapped(nil)
	if n := len(s.store.Trash()); n != 1 {
		t.Fatalf("%d are left", n)
	}
	s.askErase(s.store.Trash()...)
	buttons(s)["Effacer définitivement"].Tapped(nil)
	if !says(s, "La corbeille est vide.") {
		t.Error("the trash is not shown empty")
	}
}

func TestWhatCannotBeCalledBackIsSaid(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.dossier.Study.Visitors = "Mme la maire ; " + strings.ToUpper(e.dossier.Expert.LastName)
	e.touched()
	e.flush()
	person := model.People(e.dossier)[0]
	e.erasePerson()
	if !says(s, person.Name) {
		t.Error("the dialog does not name the expert")
	}
	s.dismiss()
	done, err := s.store.ErasePerson(e.dossier.ID, person)
	if err != nil {
		t.Fatal(err)
	}
	e.take(done.Dossier)
	e.showPage()
	e.tellErased(person, done)
	for _, words := range []string{"Ne peuvent pas être rappelés d’ici", "Le nom « " + person.Last + " » seul se lit encore", "Effacer aussi ce nom"} {
		if !says(s, words) && buttons(s)[words] == nil {
			t.Errorf("the window does not say %q", words)
		}
	}
	if got := stored(t, s).Expert.LastName; got != "" {
		t.Errorf("the expert is still %q", got)
	}
}

package ui

import (
	"testing"
)

func TestEveryComponentHasItsLicence(t *testing.T) {
	all, err := components()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 40 {
		t.Fatalf("%d components", len(all))
	}
	for _, c := range all {
		if c.name == "" || c.version == "" || c.licence == "" || len(c.words) < 20 {
			t.Errorf("%+.200v", c)
		}
	}
}

// The licences are read from « À propos », without the mouse too.
func TestTheLicencesAreReadFromTheWindow(t *testing.T) {
	s := start(t)
	s.about()
	tapButton(t, s, "Composants et licences")
	if !says(s, "fyne.io/fyne/v2") || !says(s, "BSD-3-Clause") {
		t.Error("the list lacks Fyne and its licence")
	}
	all, err := components()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.name == "Inter" {
			s.showLicence(c)
		}
	}
	if !says(s, "SIL OPEN FONT LICENSE") {
		t.Error("the licence of Inter is not shown")
	}
	for range 2 { // the licence, then the list
		tapButton(t, s, "Fermer")
	}
	if s.canvas.Overlays().Top() != nil {
		t.Error("« Fermer » leaves something over the window")
	}
}

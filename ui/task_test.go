package ui

import (
	"testing"

	"appuitechnique/ui/paper"
)

// TestLongWorkSaysHowFarItIsAndStopsWhenAsked cancels work that waits for it, then reads the journal of the messages.
func TestLongWorkSaysHowFarItIsAndStopsWhenAsked(t *testing.T) {
	s := start(t)
	s.showMessages()
	if !says(s, "Aucun message depuis l’ouverture du programme.") {
		t.Error("an empty journal does not say so")
	}
	s.dismiss()
	proceed, began := make(chan bool), make(chan bool)
	steps := 0
	work := s.task("Documents", "Rien n’a été écrit.", func(tell paper.Tell) error {
		for i := range 3 {
			if err := tell(i, 3); err != nil {
				return err
			}
			steps++
			began <- true
			<-proceed
		}
		return nil
	}, func(err error) { t.Errorf("cancelled work ended with %v", err) })
	<-began
	for _, f := range s.waiting.take() {
		f()
	}
	work.show()
	if !says(s, "0 sur 3") {
		t.Error("nothing says how far the work has come")
	}
	work.hundredths = true
	work.say(1, 3)
	if !says(s, "1 %") {
		t.Error("hundredths are not said as such")
	}
	s.escape()
	proceed <- true
	s.settle()
	if steps != 1 || !says(s, "Annulé. Rien n’a été écrit.") {
		t.Errorf("%d steps were done, want one, and to be told", steps)
	}
	s.dismiss()
	s.showMessages()
	if !says(s, "14 h 32") || !says(s, "Documents : Annulé.") {
		t.Error("the journal does not tell what was said, and when")
	}
}

package document

import (
	"testing"

	"appuitechnique/model"
)

// Every answer that a paper prints is asked by a question: the papers never name what nobody can fill in.
func TestEveryPrintedAnswerIsAsked(t *testing.T) {
	d := model.New("x", "2026-001", "2026-11-23")
	for _, id := range All() {
		w, _, err := compose(d, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range w.unknown {
			t.Errorf("%s prints %s, which no question asks", id, u)
		}
	}
}

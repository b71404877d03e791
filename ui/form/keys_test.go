package form

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// realApp is an app whose driver, as that of the real window, knows the canvas only of what was drawn once.
type realApp struct {
	fyne.App
	drawn map[fyne.CanvasObject]bool
}

func (a *realApp) Driver() fyne.Driver { return realDriver{a.App.Driver(), a} }

type realDriver struct {
	fyne.Driver
	app *realApp
}

func (d realDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if !d.app.drawn[o] {
		return nil
	}
	return d.Driver.CanvasForObject(o)
}

// onScreen draws the page as it stands, and from then on the driver knows nothing else.
func onScreen(t *testing.T, p *page) {
	t.Helper()
	before := fyne.CurrentApp()
	a := &realApp{before, map[fyne.CanvasObject]bool{}}
	for _, o := range test.LaidOutObjects(p.canvas.Content()) {
		a.drawn[o] = true
	}
	fyne.SetCurrentApp(a)
	t.Cleanup(func() { fyne.SetCurrentApp(before) })
}

func TestARowAddedByEnterHasTheKeyboard(t *testing.T) {
	d, _ := model.Example("riom")
	p := show(t, fiche(d, "mission.milestones"))
	list := p.form.questions["mission.milestones"].input.(*rows)
	onScreen(t, p)
	p.canvas.Focus(list.add)
	p.hit(fyne.KeyReturn)
	for _, r := range "Bilan" {
		p.canvas.Focused().TypedRune(r)
	}
	rows := d.Mission.Milestones
	if got := rows[len(rows)-1].Name; got != "Bilan" {
		t.Errorf("the row added is named %q, want what was typed; the keyboard is in %T", got, p.canvas.Focused())
	}
	list.remove(0)
	if b, ok := p.canvas.Focused().(*kit.Button); !ok || b.Text != "Remettre" {
		t.Errorf("after removing a row the keyboard is in %T, want « Remettre »", p.canvas.Focused())
	}
}

func TestAPresetRowPickedFromTheKeyboardHasTheKeyboard(t *testing.T) {
	d, _ := model.Example("riom")
	for _, f := range model.Fiches(model.Form(d)) {
		for _, q := range f.Fields {
			if q.Kind != model.KindRows || !q.Shown() || len(q.Presets()) == 0 {
				continue
			}
			p := show(t, fiche(d, f.Key))
			list := p.form.questions[q.ID].input.(*rows)
			before := len(list.cards)
			onScreen(t, p)
			p.canvas.Focus(list.preset.Entry)
			p.hit(fyne.KeyDown)
			p.hit(fyne.KeyDown)
			p.hit(fyne.KeyReturn)
			if len(list.cards) != before+1 {
				t.Fatalf("%s has %d rows, want one more than %d", q.ID, len(list.cards), before)
			}
			at, ok := p.canvas.Focused().(fyne.CanvasObject)
			last := list.cards[before]
			if first := p.form.Inputs[last.shown()[0]]; !ok || at != first {
				t.Errorf("%s: the keyboard is in %T of %s, want the first question of the new row", q.ID, at, p.asked)
			}
			return
		}
	}
	t.Fatal("no list has rows ready made")
}

// The articles of a clause are those of the paper that it is for: to choose one leaves the keyboard on it.
func TestATickKeepsTheKeyboardWhereItChangesAnotherQuestion(t *testing.T) {
	d, _ := model.Example("riom")
	p := show(t, fiche(d, "clauses.list"))
	list := p.form.questions["clauses.list"].input.(*rows)
	list.append("")
	c := list.cards[len(list.cards)-1]
	papers := c.asked[0]
	drawnAgain := false
	for _, box := range papers.input.(*ticks).boxes {
		before := c.asked
		p.canvas.Focus(box)
		p.hit(fyne.KeySpace)
		if c.asked[0] != papers || !box.On() || p.canvas.Focused() != fyne.Focusable(box) {
			t.Fatalf("after « %s » the keyboard is in %T, and what was ticked is drawn anew: %t", box.Label, p.canvas.Focused(), c.asked[0] != papers)
		}
		drawnAgain = drawnAgain || !slices.Equal(before, c.asked)
	}
	if !drawnAgain {
		t.Error("no choice changed another question")
	}
}

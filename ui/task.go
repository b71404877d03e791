package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
)

// A task is work that may take more than a second: it then says how far it has come, and can be cancelled.
type task struct {
	shell  *Shell
	title  string
	stop   context.CancelFunc
	over   bool
	popup  *widget.PopUp // nil until the work takes long
	forget func()        // what Escape does to the popup
	text   *kit.Text
	track  *fyne.Container
	button *kit.Button

	done, all  int
	hundredths bool // what is done is said in percent
}

// taskPatience is how long work goes on before anything is shown: what is shorter would only flash.
const taskPatience = 800 * time.Millisecond

// task does work off the UI goroutine, then hands its error to then on it. work tells how far it has come, and stops by the
// error it gets back; left says what then remains of it. then is not called when it was cancelled.
func (s *Shell) task(title, left string, work func(paper.Tell) error, then func(error)) *task {
	ctx, stop := context.WithCancel(context.Background())
	t := &task{shell: s, title: title, stop: stop}
	var timer *time.Timer
	if s.options.SaveDelay >= 0 {
		timer = time.AfterFunc(taskPatience, func() { s.later(t.show) })
	}
	tell := func(done, all int) error {
		s.later(func() { t.say(done, all) })
		return ctx.Err()
	}
	s.background(func() error { return work(tell) }, func(err error) {
		if timer != nil {
			timer.Stop()
		}
		stop()
		t.over = true
		if t.popup != nil {
			t.forget()
			t.popup.Hide()
		}
		if errors.Is(err, context.Canceled) {
			s.message(title, "Annulé. "+left)
			return
		}
		then(err)
	})
	return t
}

// show says how far the work has come, unless it is over.
func (t *task) show() {
	if t.over || t.popup != nil {
		return
	}
	t.text = kit.NewParagraph("", kit.SizeBody, theme.ColorNameForeground)
	t.track = kit.VStack(0)
	t.button = kit.NewButton("Annuler", kit.Secondary, t.cancel)
	t.popup = t.shell.over(440, kit.VStack(kit.Scaled(12), kit.NewHeading(t.title, kit.SizeSection, theme.ColorNameForeground), t.text, t.track,
		kit.HStack(0, kit.Spacer(), t.button)))
	t.say(t.done, t.all)
	t.popup.Show()
	t.forget = t.shell.cancelledBy(t.cancel)
	t.shell.canvas.Focus(t.button)
}

// say shows that so much is done of so much.
func (t *task) say(done, all int) {
	t.done, t.all = done, all
	if t.popup == nil || t.over {
		return
	}
	words, share := "En cours…", float32(0)
	if all > 0 {
		words, share = fmt.Sprintf("%d sur %d", done, all), float32(done)/float32(all)
	}
	if t.hundredths {
		words = fmt.Sprintf("%d %%", done)
	}
	if done > 0 && done == all { // what is left takes no time, or is not to be stopped half-way
		words = "Presque terminé…"
		t.button.SetEnabled(false)
	}
	t.text.SetText(words)
	t.track.Objects = []fyne.CanvasObject{kit.NewTrack(10, kit.Piece{From: 0, To: 1, Color: kit.ColorTint, Edge: theme.ColorNameInputBorder},
		kit.Piece{From: 0, To: share, Color: theme.ColorNamePrimary}).Said(words)}
	t.popup.Refresh()
}

// percent tells of a file that is read in hundredths of it.
func percent(tell paper.Tell) storage.Watch {
	last := -1
	return func(done, all int64) error {
		now := 100
		if all > 0 {
			now = int(100 * done / all)
		}
		if now == last {
			return nil
		}
		last = now
		return tell(now, 100)
	}
}

// cancel has the work stop at its next step.
func (t *task) cancel() {
	if t.button.Disabled() { // it is cancelled already, or can't be any more
		return
	}
	t.stop()
	t.button.SetEnabled(false)
	t.text.SetText("Annulation…")
}

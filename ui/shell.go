// Package ui is the window: its screens, its commands and its keys, each screen a function of what it shows. It knows the
// store and the dossier; what a question means stands in model, how it is drawn in ui/form and ui/kit.
//
// A newcomer needs two names: Run, which opens the window, and Capture, which draws one of its pages without a screen.
package ui

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/system"
)

// Options are what the window may be told; the zero value of each is right for the program.
type Options struct {
	Folder    string           // the data folder, shown in the settings
	SaveDelay time.Duration    // how long typing must pause before the dossier is saved; 0: 400 ms, negative: never by itself
	Now       func() time.Time // the clock; nil: time.Now
	Log       *slog.Logger     // where our own errors go; nil: nowhere

	Calls    <-chan string                    // files to open, or "" to come to the front, asked for from outside; nil: never
	Front    func(fyne.Window)                // brings the window before those of other programs; nil with Calls
	Fit      func(fyne.Window)                // makes the window, once shown, hold on its screen; may be nil
	Closed   func()                           // called once the window is gone, though papers may still be written; may be nil
	Relocate func(dir string) (string, error) // makes dir, or a folder in it, the data folder; nil: it cannot be changed

	// Choose shows a file dialog of the system, off the UI goroutine: see system.Choose; nil: there is none, and ours serves.
	Choose func(context.Context, system.Dialog) (string, error)

	// Open opens the base, and tells progress, from any goroutine, how many of its dossiers were read again when it has to be
	// made again; nil: it is given open, or there is none.
	Open func(phrase string, progress func(done, all int)) (*storage.Store, error)
}

const saveDelay = 400 * time.Millisecond

// A Shell is the main window and what every screen may use. All its methods belong to the UI goroutine.
type Shell struct {
	app     fyne.App
	window  fyne.Window // nil when drawn without a screen
	canvas  fyne.Canvas
	store   *storage.Store // nil when drawn without a base
	options Options
	theme   *kit.Theme

	root   *fyne.Container
	editor *editor // the open dossier; nil on the other screens
	again  func()  // draws the current screen once more
	asked  string  // the file to open once the base is

	messages []saying                     // what the window said, the first first
	cancels  map[fyne.CanvasObject]func() // what Escape does to the dialogs that wait for work; nil: it closes them

	life context.Context // ends with the window

	noticed bool           // what opening the base had to repair was said
	working sync.WaitGroup // what is done off the UI goroutine
	later   func(func())   // has something done on the UI goroutine, from any other
	waiting queue          // where later puts it without a screen
	framed  string         // the page outside a dossier drawn last

	frameScroll *container.Scroll // what scrolls it

	listed  []storage.Summary // the dossiers, as read with the base for the first page; nil once it is drawn
	known   map[string]digest // what was read of the dossiers for their list, by their ID
	reading bool              // some are being read
	read    func()            // called once they are

	searching func() // searches again on the home page; nil before it

	unreadable map[string]time.Time // dossiers that could not be read, as they were saved then

	backing     bool  // a backup is being made
	backupErr   error // why the last one failed
	clearCopies int   // files of the second place in clear though the dossiers are protected, as last counted
}

// Run shows the window over the dossiers of store, which is opened by o.Open where it is nil, and returns when it is closed. The last answers are then saved, and the
// papers being written are whole; closing the store is left to the caller.
func Run(a fyne.App, store *storage.Store, o Options) {
	s := newShell(a, store, o)
	s.later = fyne.Do
	life, end := context.WithCancel(context.Background())
	s.life = life
	w := a.NewWindow(appName)
	w.SetMaster()
	s.fill(w)
	if o.Calls != nil {
		a.Lifecycle().SetOnStarted(func() { go s.answer(o.Calls) })
	}
	w.SetOnClosed(o.Closed)
	stopped := takeStop(a)
	w.Show()
	if o.Fit != nil {
		o.Fit(w)
	}
	a.Run()
	stopped()
	end()
	s.working.Wait()
	if s.store != nil && s.store.Protected() {
		system.Sweep()
	}
}

// takeStop takes from Fyne what it does last, to be called once the window is gone: it writes the preferences. Fyne hands that to
// its loop, which may just have ended: it is then not done, or waited for without end, by a program that nobody sees and that
// keeps the base for itself.
func takeStop(a fyne.App) func() {
	life, ok := a.Lifecycle().(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(func())
	})
	if !ok || life.OnStopped() == nil {
		return func() {}
	}
	last := life.OnStopped()
	life.SetOnStoppedHookExecuted(nil)
	return last
}

// ReadFonts reads the faces of the window, which otherwise waits for them. Any goroutine may call it before Run, as long as
// nothing else is asked of Fyne meanwhile.
func ReadFonts(a fyne.App) {
	a.Settings().SetTheme(&kit.Theme{})
	for _, style := range []fyne.TextStyle{{}, {Bold: true}} {
		fyne.MeasureText(appName, theme.TextSize(), style)
	}
}

// answer does what is asked from outside, for as long as the window lives.
func (s *Shell) answer(calls <-chan string) {
	for path := range calls {
		s.later(func() { s.called(path) })
	}
}

// called comes to the front and opens the file at path, if any. A dialog that waits is cancelled first.
func (s *Shell) called(path string) {
	if s.options.Front != nil {
		s.options.Front(s.window)
	}
	if path == "" {
		return
	}
	if !s.opened() {
		s.asked = path // once the base is open
		return
	}
	for top := s.canvas.Overlays().Top(); top != nil; top = s.canvas.Overlays().Top() {
		s.dismiss()
		s.takeAway(top)
	}
	s.openPath(path)
}

// fill puts the home page, the menu and the keys in w.
func (s *Shell) fill(w fyne.Window) {
	w.SetPadded(false)
	s.window, s.canvas = w, w.Canvas()
	s.root = container.NewStack(kit.NewSurface(theme.ColorNameBackground, nil))
	w.SetContent(s.root)
	w.Resize(fyne.NewSize(1280, 800))
	w.SetOnDropped(s.dropped)
	w.SetCloseIntercept(func() { s.close(w.Close) })
	s.bindKeys()
	w.SetMainMenu(s.menu())
	if !s.opened() {
		s.openBase()
		return
	}
	s.home()
	s.attend()
}

// attendAfter is how long the first page has the computer for itself.
const attendAfter = 1500 * time.Millisecond

// attend does what follows the opening of the base, and need not come before the first page is drawn.
func (s *Shell) attend() {
	do := func() {
		if s.life.Err() == nil {
			s.verify()
			s.backUpIfDue()
			s.readWords()
		}
	}
	if s.options.SaveDelay < 0 {
		do()
		return
	}
	time.AfterFunc(attendAfter, func() { s.later(do) })
}

// readWords has the search know every answer.
func (s *Shell) readWords() {
	if s.store == nil {
		return
	}
	store := s.store
	s.background(func() error {
		store.ReadWords(s.life)
		return nil
	}, func(error) {
		if s.searching != nil && s.editor == nil && s.framed == frameDossiers {
			s.searching()
		}
	})
}

const appName = "Appui technique"

func newShell(a fyne.App, store *storage.Store, o Options) *Shell {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.SaveDelay == 0 {
		o.SaveDelay = saveDelay
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Shell{app: a, store: store, options: o, theme: &kit.Theme{}, cancels: map[fyne.CanvasObject]func(){},
		life: context.Background()}
	s.later = s.waiting.add
	if err := kit.SpeakFrench(); err != nil {
		o.Log.Error("speak French", "err", err)
	}
	s.readSettings()
	s.sign()
	a.Settings().SetTheme(s.theme)
	return s
}

// today is the day of the clock.
func (s *Shell) today() model.Day { return model.DayOf(s.options.Now()) }

// show puts a screen in the window; again draws it once more, for instance in larger text.
func (s *Shell) show(screen fyne.CanvasObject, again func()) {
	s.again = again
	s.canvas.Unfocus()
	s.root.Objects = []fyne.CanvasObject{kit.NewSurface(theme.ColorNameBackground, nil), screen}
	s.root.Refresh()
}

func (s *Shell) setTitle(title string) {
	if s.window != nil {
		s.window.SetTitle(title)
	}
}

// leave puts away the open dossier, its last answers saved; false when they could not be, and the person then decides.
func (s *Shell) leave() bool {
	if s.editor == nil {
		return true
	}
	if !s.editor.flush() {
		return false
	}
	if s.store != nil {
		s.store.Leave(s.editor.dossier.ID)
	}
	s.editor = nil
	return true
}

// close leaves the dossier and then shuts; when the answers can't be saved, it asks first.
func (s *Shell) close(shut func()) {
	if s.leave() {
		shut()
		return
	}
	s.confirm("Fermer sans enregistrer ?",
		"Les dernières réponses n’ont pas pu être enregistrées. Si vous fermez maintenant, elles seront perdues.",
		"Fermer sans enregistrer", shut)
}

// fail says what went wrong: the sentence of an error that has one, ours in the log for the others.
func (s *Shell) fail(err error) {
	s.options.Log.Error("window", "err", err)
	s.message("Cela n’a pas pu être fait", sentence(err))
}

// sentence is the French sentence of err.
func sentence(err error) string {
	var stored *storage.Error
	if errors.As(err, &stored) {
		return stored.Sentence()
	}
	var advice model.Advice
	if errors.As(err, &advice) {
		return string(advice)
	}
	return "Une erreur inattendue s’est produite. Vos réponses déjà enregistrées sont intactes ; recommencez, et si cela se " +
		"reproduit, gardez une copie du dossier par « Enregistrer une copie… »."
}

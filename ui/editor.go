package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/form"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/typeset"
)

// An editor is the open dossier: the only one being changed, and only on the UI goroutine.
type editor struct {
	shell   *Shell
	dossier *model.Dossier
	parts   []model.Part // of the dossier as it stands

	page     string // what stands in the middle
	key      string // the fiche in the middle, or the last that stood there
	field    string // the question that has the keyboard, or the last that had it
	opened   []bool // the parts unfolded in the task list
	followed int    // the part unfolded because its fiche was shown; -1 for none
	folded   bool   // the task list is put away (F9)
	plan     *gantt // of the mission page, as it was drawn last
	revert   func() // takes back the proposal that was adopted; nil when none was
	back     *visit // where « Continuer » goes back to after « Modifier »; nil: to the next fiche

	sifting                                 // what the page « Relecture » keeps
	paper   model.Paper                     // the paper looked at, or the last that was; empty for none
	laid    map[model.Paper]*typeset.Result // the papers as the answers stand, those that were asked for
	reading *reading                        // the paper in the middle; nil on the other pages
	read    *bookmark                       // where the last paper read was left; nil for none
	readers map[model.Paper]*kit.Button     // « Lire », on the page of the documents

	pieces pieces // what is attached

	compared comparing // what the comparison that is read begins from

	timer   *time.Timer
	unsaved bool
	savedAt time.Time
	failed  error

	side   *sidebar
	uses   map[string][]document.Use // of every question; nil until asked for
	stale  bool                      // answers changed since uses was computed
	form   *form.Form                // the questions in the middle; nil on the other pages
	foot   *fyne.Container           // of the fiche
	before *kit.Button               // « Précédent », at the foot
	review *kit.Tick                 // « À revoir », at the foot
	why    *kit.Button               // brings the panel where there is no room for it
	scroll *container.Scroll
	panel  *panel
	panes  *panes
	body   *fyne.Container
	banner *fyne.Container
	said   *kit.Text // the line said there; nil when none is
	warned int       // what the banner warns of
}

// A visit remembers a page, how far it was scrolled, and which of its stops had the keyboard.
type visit struct {
	page   string
	offset fyne.Position
	rank   int
}

// open shows a dossier, at its first fiche that is not complete.
func (s *Shell) open(d *model.Dossier) *editor { return s.openAt(d, "") }

// openAt shows a dossier at the fiche of that number; at the first that is not complete when there is none.
func (s *Shell) openAt(d *model.Dossier, number string) *editor {
	e := &editor{shell: s, dossier: d, parts: model.Form(d), page: pageFiche, followed: -1}
	e.opened = make([]bool, len(e.parts))
	s.editor = e
	if e.key = e.keyOf(number); e.key == "" {
		e.key = e.firstUnfinished()
	}
	s.setTitle(e.windowTitle())
	s.app.Preferences().SetString(keyLast, d.ID)
	e.draw()
	e.readPieces(nil)
	return e
}

func (e *editor) firstUnfinished() string {
	all, found := model.Fiches(e.parts), e.look()
	for _, f := range all {
		switch f.Status(found...).Kind {
		case model.StatusComplete, model.StatusVoid, model.StatusWaiting:
		default:
			return f.Key
		}
	}
	return all[0].Key
}

// draw draws the whole of the editor again, at the page it shows.
func (e *editor) draw() {
	e.side = newSidebar(e)
	e.panel = newPanel(e)
	e.body = container.NewStack()
	e.banner, e.warned = kit.VStack(0), noWarning
	e.panes = newPanes(e)
	e.shell.show(e.panes.object, e.draw)
	e.showPage()
}

// put sets what stands in the middle.
func (e *editor) put(page string, o fyne.CanvasObject) {
	e.page = page
	e.shell.canvas.Unfocus()
	e.body.RemoveAll()
	e.panes.arrange()
	e.body.Add(o)
	canvas.Refresh(e.body)
	e.side.refresh()
	e.panel.refresh()
	e.sayState()
	if e.scroll != nil {
		kit.Follow(e.scroll)
	}
}

// again draws the page in the middle again: the keyboard and what is seen of it stay where they were.
func (e *editor) again(show func()) {
	at, rank := fyne.Position{}, kit.Rank(e.shell.canvas, e.body)
	if e.scroll != nil {
		at = e.scroll.Offset
	}
	show()
	kit.FocusRank(e.shell.canvas, e.body, rank)
	if e.scroll != nil {
		e.scroll.ScrollToOffset(at)
	}
}

// leavePage settles and saves what stands in the middle.
func (e *editor) leavePage() {
	e.flush()
	if e.reading != nil {
		e.reading.keep()
	}
	e.form, e.reading = nil, nil
}

// reread computes again what the answers decide: which questions apply, the statuses, the findings.
func (e *editor) reread() {
	e.parts = model.Form(e.dossier)
	e.side.refresh()
	e.panel.refresh()
	e.shell.setTitle(e.windowTitle())
}

// sayState says everywhere whether the answers are on the disk.
func (e *editor) sayState() {
	if e.side == nil {
		return
	}
	e.side.sayState()
	e.sayFailure()
}

// fiche returns the fiche of that key as it stands.
func (e *editor) fiche(key string) model.Fiche {
	for _, f := range model.Fiches(e.parts) {
		if f.Key == key {
			return f
		}
	}
	return model.Fiche{}
}

// part returns the rank of the part in which the fiche of that key stands.
func (e *editor) part(key string) int {
	for i, p := range e.parts {
		for _, f := range p.Fiches {
			if f.Key == key {
				return i
			}
		}
	}
	return 0
}

// find returns the question of that ID and the fiche it stands on.
func (e *editor) find(id string) (fiche model.Fiche, field model.Field, ok bool) {
	for _, f := range model.Fiches(e.parts) {
		f.Each(func(q model.Field) {
			if q.ID == id {
				fiche, field, ok = f, q, true
			}
		})
	}
	return fiche, field, ok
}

// townName names the dossier in lists and titles.
func (e *editor) townName() string {
	if e.dossier.Town.Name == "" {
		return "Nouveau dossier"
	}
	return e.dossier.Town.Name
}

func (e *editor) subtitle() string {
	s := "Dossier " + e.dossier.Reference
	if e.dossier.Specimen && !strings.Contains(s, "SPÉCIMEN") {
		s += " · SPÉCIMEN"
	}
	return s
}

func (e *editor) windowTitle() string {
	return e.townName() + " — " + e.subtitle() + " — " + appName
}

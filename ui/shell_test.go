package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

var noon = time.Date(2026, 11, 23, 14, 32, 0, 0, time.UTC)

// start opens the window over an empty base. Nothing is saved by a timer: tests say when.
func start(t *testing.T) *Shell {
	t.Helper()
	store, err := storage.Open(t.TempDir(), storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	s := newShell(test.NewTempApp(t), store, Options{SaveDelay: -1, Now: func() time.Time { return noon }})
	s.fill(test.NewTempWindow(t, nil))
	return s
}

// input returns what takes the keyboard for the question of that ID on the page shown.
func input[T fyne.CanvasObject](t *testing.T, s *Shell, id string) T {
	t.Helper()
	o, ok := s.editor.form.Inputs[id].(T)
	if !ok {
		t.Fatalf("fiche %s has no such input for %s, it has %v", s.editor.key, id, s.editor.form.Shown())
	}
	return o
}

// write types text in the question of that ID, after the text there.
func write(t *testing.T, s *Shell, id, text string) {
	t.Helper()
	typeIn(s, input[*kit.Entry](t, s, id), text)
}

func typeIn(s *Shell, e *kit.Entry, text string) {
	s.canvas.Focus(e)
	for _, r := range text {
		e.TypedRune(r)
	}
}

// press hits a key where the keyboard is, as the driver would.
func press(s *Shell, name fyne.KeyName) {
	if f := s.canvas.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	s.canvas.OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// shortcut hits keys together: the driver looks for them in the menu, whatever has the keyboard.
func shortcut(s *Shell, modifier fyne.KeyModifier, name fyne.KeyName) {
	keys := &desktop.CustomShortcut{KeyName: name, Modifier: modifier}
	for _, menu := range s.window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Shortcut != nil && item.Shortcut.ShortcutName() == keys.ShortcutName() {
				item.Action()
				return
			}
		}
	}
}

// stored reads the open dossier from the disk.
func stored(t *testing.T, s *Shell) *model.Dossier {
	t.Helper()
	d, err := s.store.Load(s.editor.dossier.ID)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// buttons lists the buttons of the screen and of the dialog over it, by their words.
func buttons(s *Shell) map[string]*kit.Button {
	found := map[string]*kit.Button{}
	roots := append([]fyne.CanvasObject{s.canvas.Content()}, s.canvas.Overlays().List()...)
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if b, ok := o.(*kit.Button); ok && b.Visible() {
				found[b.Text] = b
			}
		}
	}
	return found
}

func tapButton(t *testing.T, s *Shell, words string) {
	t.Helper()
	b := buttons(s)[words]
	if b == nil {
		t.Fatalf("there is no button « %s »", words)
	}
	test.Tap(b)
}

// says reports whether the words are on the screen or on the dialog over it.
func says(s *Shell, words string) bool {
	roots := append([]fyne.CanvasObject{s.canvas.Content()}, s.canvas.Overlays().List()...)
	for _, root := range roots {
		for _, o := range test.LaidOutObjects(root) {
			if x, ok := o.(*kit.Text); ok && strings.Contains(plainSpaces(x.Words()), words) {
				return true
			}
		}
	}
	return false
}

func plainSpaces(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}

func TestAnswersTypedAreOnTheDiskWhenThePageIsLeft(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.start", "1er mars 2027")
	write(t, s, "mission.months", "12")
	s.editor.showFiche("town.commune")

	d := stored(t, s)
	if d.Mission.Months != 12 || d.Mission.Start != "2027-03-01" {
		t.Errorf("months, start = %d, %q, want 12, 2027-03-01", d.Mission.Months, d.Mission.Start)
	}
	if !says(s, "Enregistré à 14 h 32") {
		t.Error("the window does not say when it saved")
	}
}

func TestACommunePickedFillsTheTown(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	write(t, s, "town.code", "riom")
	press(s, fyne.KeyReturn)

	d := s.editor.dossier
	if d.Town.Name != "Riom" || d.Town.Department != "Puy-de-Dôme" || d.Town.Office == "" {
		t.Errorf("town = %+v, want Riom and what the tables know of it", d.Town)
	}
	if got := input[*kit.Entry](t, s, "town.name").Text; got != "Riom" {
		t.Errorf("the name shown is %q, want Riom", got)
	}
	if !strings.Contains(s.window.Title(), "Riom") {
		t.Errorf("title = %q, want the town in it", s.window.Title())
	}
}

func TestWhatCannotBeReadStaysAndIsSaved(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	s.editor.showFiche("mission.duration")
	write(t, s, "mission.months", "une petite année")
	if !says(s, "Écrivez un nombre entier") {
		t.Error("nothing says that the months cannot be read")
	}
	s.editor.showFiche("town.commune")
	s.editor.showFiche("mission.duration")
	if got := input[*kit.Entry](t, s, "mission.months").Text; got != "une petite année" {
		t.Errorf("the field shows %q, want what was typed", got)
	}
	if got := stored(t, s).Marks.Unread["mission.months"]; got != "une petite année" {
		t.Errorf("the disk holds %q, want what was typed", got)
	}
}

func TestClosingTheWindowSavesTheLastAnswer(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	id := s.editor.dossier.ID
	write(t, s, "town.name", "Été-sur-Cœur")
	closed := false
	s.close(func() { closed = true })
	d, err := s.store.Load(id)
	if err != nil || !closed || d.Town.Name != "Été-sur-Cœur" {
		t.Errorf("closed %t, %v: the disk holds %q, want Été-sur-Cœur", closed, err, d.Town.Name)
	}
}

func TestAFailedSaveIsSaidAndLosesNothing(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	if err := s.store.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, s, "town.name", "Riom")
	shortcut(s, ctrl, fyne.KeyS)
	if !says(s, "Non enregistré") || !says(s, "Vos dernières réponses ne sont pas enregistrées") {
		t.Error("the window does not say that it could not save")
	}
	if got := input[*kit.Entry](t, s, "town.name").Text; got != "Riom" {
		t.Errorf("the field shows %q, want what was typed", got)
	}
	closed := false
	s.close(func() { closed = true })
	if closed || buttons(s)["Fermer sans enregistrer"] == nil {
		t.Error("the window closes over an answer that is not saved, without asking")
	}
	press(s, fyne.KeyEscape)
	if closed || s.editor == nil {
		t.Error("Escape closed the window or the dossier")
	}
}

func TestTheWindowIsWorkedFromTheKeyboard(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	e := s.editor
	first := e.key

	shortcut(s, fyne.KeyModifierAlt, fyne.KeyDown)
	if e.key == first {
		t.Error("Alt+↓ does not go to the next fiche")
	}
	shortcut(s, fyne.KeyModifierAlt, fyne.KeyUp)
	if e.key != first {
		t.Error("Alt+↑ does not come back")
	}
	shortcut(s, ctrl, fyne.KeyReturn)
	if e.key == first || !e.dossier.Marks.Seen[first] {
		t.Error("Ctrl+Entrée does not go on, or does not remember it")
	}
	if _, ok := s.canvas.Focused().(fyne.CanvasObject); !ok {
		t.Error("after « Continuer » the keyboard is nowhere")
	}
	shortcut(s, ctrl, fyne.KeyM)
	if e.fiche(e.key).Status().Kind != model.StatusReview {
		t.Error("Ctrl+M does not mark the fiche « à revoir »")
	}
	press(s, fyne.KeyF8)
	if e.field == "" || s.canvas.Focused() == nil {
		t.Error("F8 leads nowhere")
	}
	press(s, fyne.KeyF9)
	if e.side.object.Visible() {
		t.Error("F9 does not put the task list away")
	}
	press(s, fyne.KeyF9)
	press(s, fyne.KeyF1)
	if e.panes.panelShown() {
		t.Error("F1 does not put the panel away when it is there")
	}
	press(s, fyne.KeyF1)
	if !e.panes.panelShown() {
		t.Error("F1 does not bring the panel")
	}
}

func TestF6GoesRoundThePanes(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	s.editor.form.FocusFirst(s.canvas)
	var seen []int
	for range 3 {
		press(s, fyne.KeyF6)
		seen = append(seen, s.editor.paneWithFocus())
	}
	if want := []int{2, 0, 1}; seen[0] != want[0] || seen[1] != want[1] || seen[2] != want[2] {
		t.Errorf("F6 goes through the panes %v, want %v", seen, want)
	}
}

func TestGoToFindsQuestionsWithoutTheirAccents(t *testing.T) {
	s := start(t)
	tapButton(t, s, "Nouveau dossier")
	shortcut(s, ctrl, fyne.KeyK)
	press(s, fyne.KeyEscape)
	if s.canvas.Overlays().Top() != nil {
		t.Error("Escape does not close « Aller à… »")
	}
	shortcut(s, ctrl, fyne.KeyK)
	typed, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatalf("Ctrl+K gives the keyboard to %T, want a field", s.canvas.Focused())
	}
	typeIn(s, typed, "duree de la mission")
	typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.editor.key != "mission.duration" || !focused(s, "mission.months") {
		t.Errorf("Ctrl+K leads to %s, %T", s.editor.key, s.canvas.Focused())
	}
}

func TestModifyComesBackToTheSamePlaceOfTheReview(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showReview()
	e.scroll.ScrollToOffset(fyne.NewPos(0, 1200))
	e.modify("", "mission.months")
	if e.key != "mission.duration" || !focused(s, "mission.months") {
		t.Fatalf("« Modifier » leads to %s, %T", e.key, s.canvas.Focused())
	}
	tapButton(t, s, "Retour à la relecture")
	if e.page != pageReview || e.scroll.Offset.Y != 1200 {
		t.Errorf("back on %s at %v, want the review at 1200", e.page, e.scroll.Offset.Y)
	}
}

// focused reports whether the question of that ID has the keyboard.
func focused(s *Shell, id string) bool {
	o, ok := s.canvas.Focused().(fyne.CanvasObject)
	return ok && o == s.editor.form.Inputs[id]
}

// What Fyne does last is not left to a loop that has ended.
func TestWhatFyneDoesLastIsDoneOnceTheWindowIsGone(t *testing.T) {
	a := test.NewTempApp(t)
	life, ok := a.Lifecycle().(interface {
		OnStopped() func()
		SetOnStoppedHookExecuted(func())
	})
	if !ok {
		t.Fatal("this Fyne stops in another way: see takeStop")
	}
	done := 0
	life.SetOnStoppedHookExecuted(func() { done++ })
	stopped := takeStop(a)
	if life.OnStopped() != nil || done != 0 {
		t.Error("Fyne still does it itself")
	}
	if stopped(); done != 1 {
		t.Errorf("it was done %d times, want once", done)
	}
}

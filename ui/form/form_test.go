package form

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// answers is what the questions of these tests fill.
type answers struct {
	words, story, code, stage, trade string
	months                           int
	surface                          model.Hundredths
	amount                           model.Cents
	share                            *model.Rate
	start                            model.Day
	delegated                        model.Answer
	delegate                         string
	topics                           []string
}

func options(values ...string) []model.Option[string] {
	var out []model.Option[string]
	for _, v := range values {
		out = append(out, model.Option[string]{Value: v, Label: "Réponse " + v})
	}
	return out
}

// fields asks one question of each kind. Outside a dossier the rows have no path of their own: they are named here.
func (a *answers) fields() []model.Field {
	named := func(id string, f model.Field) model.Field { f.ID = id; return f }
	return []model.Field{
		named("words", model.Text("Un texte", &a.words).Required()),
		named("story", model.LongText("Un récit", &a.story)),
		named("months", model.Number("Une durée", &a.months).In("mois").Between(6, 24)),
		named("surface", model.Quantity("Une surface", "m²", &a.surface)),
		named("amount", model.Money("Un montant", &a.amount)),
		named("share", model.Percent("Une part", &a.share)),
		named("start", model.DayField("Une date", &a.start)),
		named("delegated", model.YesNo("Une autre personne signe-t-elle ?", &a.delegated)),
		named("delegate", model.Text("Qui signe", &a.delegate).When(func() bool { return a.delegated == model.Yes })),
		named("stage", model.Choice("Une étape", &a.stage, options("a", "b", "c"))),
		named("trade", model.Choice("Un métier", &a.trade, options("a", "b", "c", "d", "e", "f", "g"))),
		named("topics", model.Choices("Des sujets", &a.topics, options("a", "b", "c"))),
		named("code", model.CommuneField("Une commune", &a.code)),
		named("end", model.Computed("end", "Une fin", func() string { return a.start.AddMonths(a.months).Short() })),
	}
}

// page shows the questions of a in a window.
type page struct {
	t       *testing.T
	form    *Form
	canvas  fyne.Canvas
	changed []string
	asked   string // the question that has the keyboard
}

func show(t *testing.T, fields func() []model.Field) *page {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(&kit.Theme{Tone: kit.ToneLight})
	w := test.NewTempWindow(t, nil)
	p := &page{t: t, canvas: w.Canvas()}
	p.form = New(Config{
		Fields:  fields,
		Changed: func(id string) { p.changed = append(p.changed, id) },
		Focused: func(id string, _ fyne.CanvasObject) { p.asked = id },
		Communes: func(typed string) []kit.Item {
			return []kit.Item{{Value: "63300", Label: "Riom", Badge: "ACV"}, {Value: "15162", Label: "Riom-ès-Montagnes"}}
		},
		Commune: func(code string) string {
			return map[string]string{"63300": "Riom", "15162": "Riom-ès-Montagnes"}[code]
		},
	})
	w.SetContent(kit.NewScroll(p.form.Content))
	w.Resize(fyne.NewSize(900, 700))
	return p
}

func (p *page) entry(id string) *kit.Entry {
	p.t.Helper()
	e, ok := p.form.Inputs[id].(*kit.Entry)
	if !ok {
		p.t.Fatalf("%s is typed in %T, want an entry", id, p.form.Inputs[id])
	}
	return e
}

func (p *page) write(id, text string) {
	p.t.Helper()
	e := p.entry(id)
	p.canvas.Focus(e)
	for _, r := range text {
		e.TypedRune(r)
	}
}

// hit presses a key where the keyboard is.
func (p *page) hit(name fyne.KeyName) { p.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }

// problem is what is said beside a question.
func (p *page) problem(id string) string {
	q := p.form.questions[id]
	if !q.problem.Visible() {
		return ""
	}
	return q.advice.Words()
}

func TestEachKindIsTypedAsPeopleDo(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	for id, text := range map[string]string{
		"words": "Été à l’école", "story": "Deux lignes.", "months": "12 mois", "surface": "470,8", "amount": "1 234,50 €", "share": "8,5 %",
		"start": "1er mars 2027",
	} {
		p.write(id, text)
	}
	if a.words != "Été à l’école" || a.story != "Deux lignes." || a.months != 12 || a.surface != 47080 || a.amount != 123450 ||
		a.share == nil || *a.share != 850 || a.start != "2027-03-01" {
		t.Errorf("answers = %+v", a)
	}
	if q := p.form.questions["end"].input.(*computed); q.value.Words() != "01/03/2028" {
		t.Errorf("the computed end shows %q, want 01/03/2028", q.value.Words())
	}
}

func TestWhatIsTypedIsWrittenProperlyOnceTheKeyboardIsGone(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	p.write("start", "1er mars 2027")
	if got := p.entry("start").Text; got != "1er mars 2027" {
		t.Errorf("while typing the field shows %q", got)
	}
	p.canvas.Focus(p.entry("words"))
	if got := p.entry("start").Text; got != "01/03/2027" {
		t.Errorf("afterwards the field shows %q, want 01/03/2027", got)
	}
}

func TestWhenAProblemIsSaid(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	p.write("months", "3")
	if got := p.problem("months"); got != "" {
		t.Errorf("while typing a number that may become longer: %q", got)
	}
	p.canvas.Focus(p.entry("words"))
	if p.problem("months") == "" {
		t.Error("nothing is said of 3 months once the field is left")
	}
	p.canvas.Focus(p.entry("story"))
	if got := p.problem("words"); got != "" {
		t.Errorf("a fiche that nobody went through says %q of what is missing", got)
	}
	p.form.SetStrict(true)
	if p.problem("words") == "" {
		t.Error("a fiche gone through does not say what is missing")
	}
}

// A dossier keeps beside its answers what could not be read.
func TestWhatCannotBeReadIsSaidAtOnceAndStays(t *testing.T) {
	d := model.New("essai", "2026-001", "2026-11-23")
	p := show(t, fiche(d, "mission.duration"))
	p.write("mission.months", "beaucoup")
	if p.problem("mission.months") == "" {
		t.Error("nothing is said of a number that cannot be read")
	}
	p.canvas.Focus(p.entry("mission.start"))
	if got := p.entry("mission.months").Text; got != "beaucoup" {
		t.Errorf("the field shows %q, want what was typed", got)
	}
}

func TestAnAnswerOutsideTheListIsSaidAndStays(t *testing.T) {
	d := model.New("essai", "2026-001", "2026-11-23")
	d.Cases.Building = model.Yes
	fields := fiche(d, "cases")
	p := show(t, fields)
	for _, f := range fields() {
		if f.Kind != model.KindChoice || len(f.Options) <= fewOptions || !f.Shown() {
			continue
		}
		p.write(f.ID, "zzz")
		p.canvas.Unfocus()
		p.form.Settle()
		if p.problem(f.ID) == "" || p.entry(f.ID).Text != "zzz" {
			t.Errorf("%s says %q and shows %q", f.ID, p.problem(f.ID), p.entry(f.ID).Text)
		}
		return
	}
	t.Fatal("the fiche has no long choice left to try")
}

func TestAQuestionThatAppearsTakesNeitherKeyboardNorAnswer(t *testing.T) {
	a := answers{delegate: "Mme Roche"}
	p := show(t, a.fields)
	if p.form.questions["delegate"].box.Visible() {
		t.Fatal("the question is shown before it applies")
	}
	yes := p.form.questions["delegated"].input.(*ticks).boxes[0]
	p.canvas.Focus(yes)
	p.hit(fyne.KeySpace)
	if a.delegated != model.Yes || !p.form.questions["delegate"].box.Visible() {
		t.Error("« Oui » does not show the question that follows from it")
	}
	if p.canvas.Focused() != yes || p.asked != "delegated" {
		t.Errorf("the keyboard went to %T of %s", p.canvas.Focused(), p.asked)
	}
	p.hit(fyne.KeyRight)
	p.hit(fyne.KeyReturn)
	if a.delegated != model.No || p.form.questions["delegate"].box.Visible() || a.delegate != "Mme Roche" {
		t.Errorf("« Non » leaves %+v, want the question hidden and its answer kept", a)
	}
	test.Tap(p.form.questions["delegated"].input.(*ticks).erase)
	if a.delegated != "" {
		t.Errorf("« Effacer » leaves %q", a.delegated)
	}
}

func TestChoicesAreTickedInAnyOrder(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	boxes := p.form.questions["topics"].input.(*ticks).boxes
	for _, i := range []int{2, 0, 1, 2} {
		test.Tap(boxes[i])
	}
	if got := fmt.Sprint(a.topics); got != "[a b]" {
		t.Errorf("topics = %v, want [a b]", got)
	}
	if !boxes[0].On() || boxes[2].On() {
		t.Error("the boxes do not show what is chosen")
	}
}

func TestALongChoiceIsSearched(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	p.write("trade", "reponse f")
	p.hit(fyne.KeyReturn)
	if a.trade != "f" || p.entry("trade").Text != "Réponse f" {
		t.Errorf("trade = %q, shown %q, want f", a.trade, p.entry("trade").Text)
	}
}

func TestACommuneIsPickedFromTheListWithTheArrows(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	p.write("code", "riom")
	p.hit(fyne.KeyDown)
	p.hit(fyne.KeyReturn)
	if a.code != "15162" || p.entry("code").Text != "Riom-ès-Montagnes" {
		t.Errorf("code = %q, shown %q, want 15162", a.code, p.entry("code").Text)
	}
	p.write("code", "xx")
	p.hit(fyne.KeyEscape)
	if a.code != "15162" || p.entry("code").Text != "Riom-ès-Montagnes" {
		t.Errorf("after Escape: code = %q, shown %q, want 15162 again", a.code, p.entry("code").Text)
	}
}

func TestADayIsPickedInTheCalendar(t *testing.T) {
	a := answers{start: "2027-03-10"}
	p := show(t, a.fields)
	d := p.form.questions["start"].input.(*day)
	d.toggle()
	p.hit(fyne.KeyDown)
	p.hit(fyne.KeyRight)
	p.hit(fyne.KeyReturn)
	if a.start != "2027-03-18" || p.canvas.Focused() != fyne.Focusable(d.entry) {
		t.Errorf("start = %s, the keyboard in %T, want 2027-03-18 and the field", a.start, p.canvas.Focused())
	}
	if d.calendar != nil {
		t.Error("the calendar stays open")
	}
}

func TestTabGoesThroughTheQuestionsEvenLongOnes(t *testing.T) {
	var a answers
	p := show(t, a.fields)
	p.canvas.Focus(p.entry("words"))
	var order []string
	for range 4 {
		order = append(order, p.asked)
		if p.entry(p.asked).AcceptsTab() {
			t.Errorf("%s keeps Tab for itself", p.asked)
		}
		p.canvas.FocusNext()
	}
	if got := fmt.Sprint(order); got != "[words story months surface]" {
		t.Errorf("Tab goes through %s", got)
	}
}

// fiche asks the questions of a fiche of d.
func fiche(d *model.Dossier, key string) func() []model.Field {
	return func() []model.Field {
		for _, f := range model.Fiches(model.Form(d)) {
			if f.Key == key {
				return f.Fields
			}
		}
		return nil
	}
}

func TestRowsAreAddedMovedRemovedAndPutBack(t *testing.T) {
	d := model.New("essai", "2026-001", "2026-11-23")
	fields := fiche(d, "mission.milestones")
	if len(fields()) == 0 {
		t.Fatal("the fiche of the milestones has another key")
	}
	p := show(t, fields)
	list := p.form.questions["mission.milestones"].input.(*rows)
	for _, title := range []string{"Programme validé", "Marché notifié"} {
		test.Tap(list.add)
		e, ok := p.canvas.Focused().(*kit.Entry)
		if !ok {
			t.Fatalf("after adding a row the keyboard is in %T", p.canvas.Focused())
		}
		for _, r := range title {
			e.TypedRune(r)
		}
	}
	names := func() string {
		var out []string
		for _, c := range list.cards {
			out = append(out, c.name)
		}
		return fmt.Sprint(out)
	}
	if got := names(); got != "[Programme validé Marché notifié]" {
		t.Fatalf("rows = %s", got)
	}
	test.Tap(list.cards[1].up)
	if got := names(); got != "[Marché notifié Programme validé]" || len(d.Mission.Milestones) != 2 {
		t.Errorf("after moving up: %s", got)
	}
	list.remove(0)
	if got := names(); got != "[Programme validé]" || len(d.Mission.Milestones) != 1 {
		t.Errorf("after removing: %s", got)
	}
	list.putBack()
	if got := names(); got != "[Marché notifié Programme validé]" || d.Mission.Milestones[0].Name != "Marché notifié" {
		t.Errorf("after putting back: %s", got)
	}
}

func TestGoingToAnAnswerInAFoldedRowOpensIt(t *testing.T) {
	d, _ := model.Example("riom")
	p := show(t, fiche(d, "mission.milestones"))
	id := fmt.Sprintf("mission.milestones[%s].name", d.Mission.Milestones[2].Key)
	if p.form.Inputs[id] != nil {
		t.Fatal("the row is not folded")
	}
	if !p.form.Focus(p.canvas, id) || p.canvas.Focused() == nil || p.asked != id {
		t.Errorf("the keyboard is in %T of %s, want %s", p.canvas.Focused(), p.asked, id)
	}
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/form"
	"appuitechnique/ui/kit"
)

// pageWidth is how wide the questions may grow: lines stay readable.
const pageWidth = 780

// showFiche shows the fiche of that key in the middle.
func (e *editor) showFiche(key string) {
	e.leavePage()
	f := e.fiche(key)
	if f.Key == "" {
		return
	}
	if e.key != key || e.page != pageFiche {
		e.field = ""
	}
	e.key, e.page = key, pageFiche
	e.shell.app.Preferences().SetString(keyFiche, e.dossier.ID+" "+key)
	e.forgetUses()
	part := e.part(key)
	e.unfold(part)

	e.form = form.New(form.Config{
		Fields:   func() []model.Field { e.parts = model.Form(e.dossier); return e.fiche(key).Fields },
		Changed:  e.answered,
		Focused:  e.focused,
		Explain:  func(string) { e.explain() },
		Noted:    func(id string) bool { return e.dossier.Marks.Notes[id] != "" },
		Resized:  func() { e.resized() },
		Communes: searchCommunes,
		Commune:  communeName,
		Strict:   e.dossier.Marks.Seen[key],
	})
	head := kit.VStack(kit.Scaled(6),
		kit.NewParagraph(fmt.Sprintf("%s · %s", f.Number, e.parts[part].Title), kit.SizeSmall, kit.ColorMuted),
		kit.NewHeading(f.Title, kit.SizeTitle, theme.ColorNameForeground))
	if f.Intro != "" {
		head.Add(kit.NewParagraph(f.Intro, kit.SizeLead, kit.ColorMuted))
	}
	if p, words, ok := drawn(key); ok {
		way := kit.NewSmallButton(words, p.icon, func() { p.enter(e) })
		way.OnFocus = func() { kit.Reveal(e.scroll, way) }
		head.Add(kit.HStack(0, way))
	}
	column := kit.VStack(kit.Scaled(18), head)
	if st := f.Status(); st.Kind == model.StatusVoid || st.Kind == model.StatusWaiting {
		column.Add(e.closed(f, st))
	}
	if len(e.form.Shown()) > 0 {
		column.Add(kit.NewCard(e.form.Content))
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageFiche, kit.Sandwich(kit.VStack(0), e.scroll, e.bar(f)))
	e.side.reveal()
}

// enterFiche shows the fiche of that key and gives the keyboard to its first question.
func (e *editor) enterFiche(key string) {
	e.showFiche(key)
	e.enterPage()
}

// unfold opens a part in the task list, and folds the one that was opened only to show its fiche.
func (e *editor) unfold(part int) {
	if e.opened[part] {
		return
	}
	if e.followed >= 0 {
		e.opened[e.followed] = false
	}
	e.opened[part], e.followed = true, part
}

// closed says why nothing can be asked here yet, or at all, and leads to the fiche that comes first.
func (e *editor) closed(f model.Fiche, st model.Status) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(6), kit.NewParagraph(st.Text+".", kit.SizeBody, kit.ColorWarnText))
	if first := e.keyOf(f.Awaits); st.Kind == model.StatusWaiting && first != "" {
		way := kit.NewSmallButton("Aller à la fiche "+f.Awaits, theme.NavigateNextIcon(), func() { e.enterFiche(first) })
		way.OnFocus = func() { kit.Reveal(e.scroll, way) }
		words.Add(kit.HStack(0, way))
	}
	return kit.NewPanel(kit.ColorWarnTint, "", kit.Beside(kit.Scaled(10), newMark(st.Kind, false), words))
}

func (e *editor) resized() {
	if e.scroll != nil {
		e.scroll.Refresh()
	}
}

// The words at the foot of a fiche that a narrow window leaves out.
const (
	wordBefore = "Précédent"
	wordWhy    = "Pourquoi\u202f?"
)

// bar is the foot of a fiche: before, « À revoir », on.
func (e *editor) bar(f model.Fiche) fyne.CanvasObject {
	e.before = kit.NewButton(wordBefore, kit.Quiet, e.previous).With(theme.NavigateBackIcon())
	e.before.SetEnabled(e.neighbour(-1) != "")
	e.review = kit.NewTick("À revoir", false, false, e.flag)
	e.review.SetOn(e.dossier.Marks.Review[f.Key])
	words := "Continuer"
	if e.back != nil {
		p, _ := pageNamed(e.back.page)
		words = p.back
	} else if e.neighbour(1) == "" {
		words = "Relire le dossier"
	}
	on := kit.NewButton(words, kit.Primary, e.proceed).Then(theme.NavigateNextIcon())
	e.why = kit.NewButton(wordWhy, kit.Quiet, func() { e.reveal(e.panel.tab) }).With(theme.InfoIcon())
	e.foot = kit.HStack(kit.Scaled(10), e.before, e.why, kit.Spacer(), kit.Wide(kit.Scaled(112), e.review), on)
	return kit.VStack(0, kit.NewRule(kit.ColorBorder), kit.NewSurface(kit.ColorSurface, e.foot).Padded(11, 24, 11, 16))
}

// answered is called after each change of an answer.
func (e *editor) answered(id string) {
	if id == e.communeID() {
		e.fillCommune()
	}
	e.touched()
	e.reread()
}

// focused makes the panel follow the question that has the keyboard.
func (e *editor) focused(id string, o fyne.CanvasObject) {
	if e.scroll != nil {
		kit.Reveal(e.scroll, o)
	}
	if e.field != id {
		e.field = id
		e.panel.refresh()
	}
}

// explain brings the panel, which says where the value that was pressed comes from.
func (e *editor) explain() {
	e.panel.show(tabWhy)
	e.panes.showPanel()
}

// neighbour is the key of the fiche that many places further; empty beyond the ends.
func (e *editor) neighbour(step int) string {
	all := model.Fiches(e.parts)
	for i, f := range all {
		if at := i + step; f.Key == e.key && at >= 0 && at < len(all) {
			return all[at].Key
		}
	}
	return ""
}

func (e *editor) previous() {
	if key := e.neighbour(-1); key != "" && e.page == pageFiche {
		e.enterFiche(key)
	}
}

// next goes to the fiche after this one, without saying that this one was gone through.
func (e *editor) next() {
	if key := e.neighbour(1); key != "" && e.page == pageFiche {
		e.enterFiche(key)
	}
}

// proceed is « Continuer »: this fiche was gone through, and what it lacks may now be said.
func (e *editor) proceed() {
	if e.page != pageFiche {
		return
	}
	if !e.dossier.Marks.Seen[e.key] {
		e.dossier.Marks.See(e.key)
		e.touched()
	}
	if back := e.back; back != nil {
		e.leavePage()
		e.back = nil
		e.parts = model.Form(e.dossier)
		e.page = back.page
		e.showPage()
		if e.reading == nil {
			kit.FocusRank(e.shell.canvas, e.body, back.rank)
		}
		if e.scroll != nil {
			e.scroll.ScrollToOffset(back.offset)
		}
		return
	}
	if key := e.neighbour(1); key != "" {
		e.enterFiche(key)
		return
	}
	e.showReview()
	e.enterPage()
}

// toggleReview sets or takes away the mark « à revoir ».
func (e *editor) toggleReview() {
	if e.page != pageFiche {
		return
	}
	e.dossier.Marks.Revise(e.key, !e.dossier.Marks.Review[e.key])
	e.reread()
	e.touched()
}

// goTo shows the question of that ID and gives it the keyboard.
func (e *editor) goTo(id string) {
	f, _, ok := e.find(id)
	if !ok {
		return
	}
	if e.page != pageFiche || e.key != f.Key {
		e.showFiche(f.Key)
	}
	e.form.Focus(e.shell.canvas, id)
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// showMission shows what the tasks make of the mission: its plan, the work of each month, then the plan that would fit.
func (e *editor) showMission() {
	e.leavePage()
	e.back = nil
	e.parts = model.Form(e.dossier)
	below := kit.VStack(kit.Scaled(18))
	write := func() {
		below.RemoveAll()
		if months := e.dossier.MonthLoads(); months != nil {
			below.Add(e.loadCard(months))
		}
		below.Add(e.proposalCard())
		below.Refresh()
	}
	write()
	column := kit.VStack(kit.Scaled(18), e.pageHead("Mission",
		"Les tâches dans le temps, et ce qu’un expert à mi-temps peut en faire chaque mois."),
		e.planCard(func() { write(); e.resized() }), below)
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(calendarWidth), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageMission, e.scroll)
}

// proposalCard shows the duration and the schedule that fit the tasks, before anything is written.
func (e *editor) proposalCard() fyne.CanvasObject {
	p := e.dossier.Propose()
	body := kit.VStack(kit.Scaled(12), kit.NewHeading("Proposition", kit.SizeSection, theme.ColorNameForeground))
	if words := p.String(); words != "" {
		body.Add(kit.NewHeading(words, kit.SizeLead, theme.ColorNameForeground))
	}
	body.Add(kit.NewParagraph(p.Why, kit.SizeBody, theme.ColorNameForeground))
	edits := p.Edits(e.dossier)
	var tools []fyne.CanvasObject
	switch {
	case !p.Fits():
		tools = append(tools, kit.NewButton("Voir les tâches", kit.Secondary, func() { e.modify("mission.tasks", "") }))
	case len(edits) == 0:
		body.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusComplete, false),
			kit.NewParagraph("La mission est déjà planifiée ainsi : il n’y a rien à changer.", kit.SizeBody, theme.ColorNameForeground)))
	default:
		body.Add(kit.NewParagraph("Rien n’est imposé : « Adopter » écrit les réponses ci-dessous, « Revenir » remet celles d’avant.",
			kit.SizeSmall, kit.ColorMuted))
		body.Add(editLines(edits))
		tools = append(tools, kit.NewButton("Adopter", kit.Primary, func() { e.adoptPlan(p) }))
	}
	if e.revert != nil {
		tools = append(tools, kit.NewButton("Revenir", kit.Secondary, e.revertPlan).With(theme.ContentUndoIcon()))
	}
	for _, o := range tools {
		b, _ := o.(*kit.Button)
		b.OnFocus = func() { kit.Reveal(e.scroll, b) }
	}
	body.Add(kit.Flow(kit.Scaled(10), tools...))
	return kit.NewCard(body)
}

// editLines lists what a proposal changes, under the task or the milestone that it concerns, with what stands there now.
func editLines(edits []model.Edit) fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(4))
	for i, x := range edits {
		if i == 0 || x.Of != edits[i-1].Of {
			title := x.Of
			if title == "" {
				title = "La mission"
			}
			list.Add(kit.Pad(8, 0, 0, 0, kit.NewHeading(title, kit.SizeSmall, theme.ColorNameForeground)))
			if x.Of != "" {
				list.Add(kit.NewParagraph(x.Why, kit.SizeCaption, kit.ColorMuted))
			}
		}
		before := x.Before
		switch {
		case before == "":
			before = "sans réponse"
		case x.Typed:
			before += ", que vous avez saisi"
		}
		list.Add(kit.Pad(0, 0, 0, 14, kit.NewParagraph(x.Label+" : "+before+" → "+x.After, kit.SizeSmall, theme.ColorNameForeground)))
	}
	return kit.NewPanel(kit.ColorSurfaceAlt, kit.ColorBorder, list).Padded(4, 14, 12, 14)
}

// adoptPlan writes the proposal, of which every change was shown.
func (e *editor) adoptPlan(p model.Proposal) {
	e.revert = p.Apply(e.dossier)
	e.replanned()
}

// revertPlan puts back what the proposal replaced.
func (e *editor) revertPlan() {
	e.revert()
	e.revert = nil
	e.replanned()
}

// replanned saves and draws the page again.
func (e *editor) replanned() {
	e.touched()
	e.again(e.showMission)
}

const loadLegend = "Colonne : jours de tâches du mois. Trait : jours de travail d’un mi-temps (0,5 ETP), jours fériés et congés déduits. " +
	"Au-dessus du trait, cerné de rouge : ce qui dépasse."

// loadCard draws the work of each month against what a half-time allows, and names the months that ask for too much.
func (e *editor) loadCard(months []model.MonthLoad) fyne.CanvasObject {
	body := kit.VStack(kit.Scaled(12), kit.NewHeading("Charge et capacité de chaque mois", kit.SizeSection, theme.ColorNameForeground))
	var load, capacity model.Hundredths
	bars := make([]kit.Bar, len(months))
	for i, m := range months {
		load, capacity = load+m.Load, capacity+m.Capacity
		under := fmt.Sprint(m.Rank)
		if m.From != "" {
			under = m.From.Short()[3:5] + "/" + m.From.Short()[8:]
		}
		bars[i] = kit.Bar{Value: float32(m.Load), Limit: float32(m.Capacity), Words: m.Load.String(), Under: under}
	}
	body.Add(kit.NewParagraph(fmt.Sprintf("%s jours de tâches pour %s jours de travail sur %d mois.", load, capacity, len(months)),
		kit.SizeBody, theme.ColorNameForeground))
	body.Add(kit.NewBars(bars))
	body.Add(kit.NewParagraph(loadLegend, kit.SizeCaption, kit.ColorMuted))
	body.Add(overMonths(months))
	body.Add(e.monthLines(months))
	return kit.NewCard(body)
}

// overMonths names each month that asks for more than it allows, and the tasks at work then.
func overMonths(months []model.MonthLoad) fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(8))
	for _, m := range months {
		if !m.Over() {
			continue
		}
		words := fmt.Sprintf("%s jours de trop. %s.", m.Load-m.Capacity, m)
		if len(m.Tasks) > 0 {
			words += " Allongez ou déplacez l’une de ces tâches :"
			for i, t := range m.Tasks {
				if i > 0 {
					words += ","
				}
				words += " « " + t.Title + " »"
			}
			words += "."
		}
		list.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusWrong, false), kit.NewParagraph(words, kit.SizeSmall, theme.ColorNameForeground)))
	}
	if len(list.Objects) == 0 {
		list.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusComplete, false),
			kit.NewParagraph("Aucun mois ne dépasse la capacité d’un mi-temps.", kit.SizeSmall, theme.ColorNameForeground)))
	}
	return list
}

// monthLines folds away the figures of every month.
func (e *editor) monthLines(months []model.MonthLoad) fyne.CanvasObject {
	list := kit.VStack(kit.Scaled(4))
	for _, m := range months {
		list.Add(kit.NewParagraph(m.String()+".", kit.SizeSmall, theme.ColorNameForeground))
	}
	list.Hide()
	const show, hide = "Voir les chiffres de chaque mois", "Replier les chiffres de chaque mois"
	fold := kit.NewSmallButton(show, theme.ListIcon(), nil)
	fold.OnFocus = func() { kit.Reveal(e.scroll, fold) }
	box := kit.VStack(kit.Scaled(8), kit.HStack(0, fold), list)
	fold.OnTapped = func() {
		list.Hidden = !list.Hidden
		fold.SetText(show)
		if list.Visible() {
			fold.SetText(hide)
		}
		box.Refresh()
		e.resized()
	}
	return box
}

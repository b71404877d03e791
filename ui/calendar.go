package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/form"
	"appuitechnique/ui/kit"
)

// calendarWidth is how wide the pages that draw the time may grow.
const calendarWidth = 1180

// showCalendar shows the administrative steps: the dates to answer, then what follows from them.
func (e *editor) showCalendar() {
	e.leavePage()
	e.back, e.field = nil, ""
	e.parts = model.Form(e.dossier)
	brief, steps := kit.VStack(0), kit.VStack(kit.Scaled(18))
	e.form = form.New(form.Config{
		Fields: e.calendarFields, Focused: e.focused, Resized: e.resized, Communes: searchCommunes, Commune: communeName,
		Changed: func(id string) {
			e.answered(id)
			e.writeSteps(brief, steps)
			e.resized()
		},
	})
	export := kit.NewButton("Exporter pour l’agenda (.ics)…", kit.Primary, e.exportCalendar).With(theme.DownloadIcon())
	export.OnFocus = func() { kit.Reveal(e.scroll, export) }
	dates := kit.NewCard(kit.VStack(kit.Scaled(14),
		kit.NewHeading("Vos dates", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Changez une date : le reste du calendrier suit.", kit.SizeSmall, kit.ColorMuted), e.form.Content))
	column := kit.VStack(kit.Scaled(18), e.pageHead("Calendrier",
		"Les vingt-deux étapes administratives, de la saisine à l’archivage. Les délais sont d’usage, à confirmer avec la Direction "+
			"régionale ; pressez une étape pour donner sa date."),
		kit.HStack(0, export), brief, dates, steps)
	e.writeSteps(brief, steps)
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(calendarWidth), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageCalendar, e.scroll)
}

// calendarFields are the questions asked on the page itself: the start that is wished, the councils, the delays.
func (e *editor) calendarFields() []model.Field {
	e.parts = model.Form(e.dossier)
	d := e.dossier
	var out []model.Field
	for _, at := range slices.Concat([]any{&d.Mission.Start, &d.Mission.Months}, d.DayAnswers("E08"), []any{&d.Planning.Delays}) {
		if f, ok := model.FieldAt(e.parts, at); ok {
			out = append(out, f)
		}
	}
	return out
}

// writeSteps writes what follows from the dates: whether the start can be kept, then every step.
func (e *editor) writeSteps(brief, box *fyne.Container) {
	brief.RemoveAll()
	box.RemoveAll()
	steps := e.dossier.Calendar(e.shell.today())
	brief.Add(e.outlook(steps))
	start := slices.IndexFunc(steps, func(s model.Step) bool { return s.ID == "E14" }) + 1
	box.Add(e.road("Jusqu’à la prise de poste", steps[:start]))
	box.Add(e.road("Après la prise de poste", steps[start:]))
	brief.Refresh()
	box.Refresh()
}

// outlook says whether the wished start can be kept, what the end of the programme allows, and which steps decide.
func (e *editor) outlook(steps []model.Step) fyne.CanvasObject {
	lines := kit.VStack(kit.Scaled(8))
	say := func(kind model.StatusKind, words string) {
		if words != "" {
			lines.Add(kit.Beside(kit.Scaled(10), newMark(kind, false), kit.NewParagraph(words, kit.SizeBody, theme.ColorNameForeground)))
		}
	}
	start, _ := model.StepOf(steps, "E14")
	say(holding(!start.Late), model.Outlook(steps))
	if closing, ok := e.dossier.Closing(steps); ok {
		say(holding(closing.Holds), closing.Sentence)
	}
	if path := model.CriticalPath(steps); len(path) > 0 {
		names := make([]string, len(path))
		for i, s := range path {
			names[i] = s.ID + "\u00a0" + s.Title
		}
		lines.Add(kit.Beside(kit.Scaled(10), kit.NewIcon(kit.IconDiamond(), theme.ColorNameForeground, kit.Scaled(16)),
			kit.NewParagraph("Chemin critique — un jour perdu ici est un jour perdu sur la prise de poste : "+strings.Join(names, " → ")+".",
				kit.SizeBody, theme.ColorNameForeground)))
	}
	return kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewHeading("En bref", kit.SizeSection, theme.ColorNameForeground), lines))
}

func holding(ok bool) model.StatusKind {
	if ok {
		return model.StatusComplete
	}
	return model.StatusWrong
}

// exportCalendar asks for a place and writes the steps as a calendar file, which any diary reads.
func (e *editor) exportCalendar() {
	e.flush()
	s := e.shell
	ics := e.dossier.ICS(e.dossier.Calendar(s.today()), s.options.Now())
	if ics == nil {
		s.message("Rien à exporter", "Aucune étape n’a encore de date.")
		return
	}
	s.chooseTarget(strings.TrimSuffix(fileName(e.dossier), storage.Extension)+".ics", func(path string) {
		if err := storage.Replace(path, ics); err != nil {
			s.fail(err)
			return
		}
		s.message("Calendrier exporté", "Ouvrez ce fichier dans votre agenda. Un nouvel export déplacera les mêmes événements.\n"+path)
	})
}

package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// An axis turns days into fractions of the width on which the time is drawn.
type axis struct{ from, to model.Day }

// String says from when to when.
func (a axis) String() string { return "Du " + a.from.String() + " au " + a.to.String() }

// at is the fraction of d; days beyond the ends stand on them.
func (a axis) at(d model.Day) float32 {
	whole := a.from.DaysUntil(a.to)
	if whole <= 0 {
		return 0
	}
	return min(max(float32(a.from.DaysUntil(d))/float32(whole), 0), 1)
}

// months are hairlines at the first day of each month, every few of them where there are many; with words, the month is named.
func (a axis) months(named bool) []kit.Piece {
	var out []kit.Piece
	every := 1
	if a.from.DaysUntil(a.to) > 400 {
		every = 3
	}
	for month := a.from.AddDays(1 - a.from.Time().Day()); month < a.to; month = month.AddMonths(every) {
		if month < a.from {
			continue
		}
		p := kit.Piece{Shape: kit.ShapeRule, From: a.at(month), Color: kit.ColorBorder}
		if named {
			p.Words = month.Short()[3:]
		}
		out = append(out, p)
	}
	return out
}

// axisOf holds every day of the steps, and today among them when it comes before the last.
func axisOf(steps []model.Step, today model.Day) axis {
	var a axis
	for _, s := range steps {
		for _, day := range []model.Day{s.Done, s.Set, s.Earliest, s.Latest} {
			if day == "" {
				continue
			}
			if a.from == "" || day < a.from {
				a.from = day
			}
			a.to = max(a.to, day)
		}
	}
	if a.from != "" {
		a.from, a.to = min(a.from, max(today, a.from.AddMonths(-1))).AddDays(-7), a.to.AddDays(14)
	}
	return a
}

// The widths at which the columns of a step stand under one another.
const stepColumn = 205

// road is a card of steps, drawn over the same axis.
func (e *editor) road(title string, steps []model.Step) fyne.CanvasObject {
	a := axisOf(steps, e.shell.today())
	list := kit.VStack(0)
	list.Add(kit.Pad(0, 10, 4, 10, kit.Columns(kit.Scaled(16), kit.Scaled(stepColumn),
		kit.NewStrong("Étape", kit.SizeSmall, kit.ColorMuted), kit.NewStrong("Dates et marge", kit.SizeSmall, kit.ColorMuted),
		kit.NewTrack(18, a.months(true)...).Said(a.String()))))
	for _, s := range steps {
		list.Add(kit.NewRule(kit.ColorBorder))
		list.Add(e.stepLine(s, a))
	}
	legend := "Barre : le temps qu’il faut. Trait fin : la marge. Losange : une date donnée, ou une étape critique devant son nom. Trait " +
		"vertical coloré : aujourd’hui."
	return kit.NewCard(kit.VStack(kit.Scaled(10), kit.Pad(0, 10, 0, 10, kit.VStack(kit.Scaled(3),
		kit.NewHeading(title, kit.SizeSection, theme.ColorNameForeground), kit.NewParagraph(legend, kit.SizeCaption, kit.ColorMuted))), list)).
		Padded(20, 14, 12, 14)
}

// stepLine is one step; pressing it goes to the question that gives its date.
func (e *editor) stepLine(s model.Step, a axis) fyne.CanvasObject {
	words := kit.VStack(kit.Scaled(2), kit.NewHeading(s.ID+"  "+s.Title, kit.SizeSmall, theme.ColorNameForeground),
		kit.NewParagraph(s.Who, kit.SizeCaption, kit.ColorMuted))
	dates := kit.VStack(kit.Scaled(3), kit.HStack(0, statePill(s)))
	for _, line := range stepDates(s) {
		dates.Add(kit.NewParagraph(line, kit.SizeCaption, theme.ColorNameForeground))
	}
	for _, id := range s.Broken {
		dates.Add(kit.NewParagraph("Doit venir après "+id+" : corrigez l’une des deux dates.", kit.SizeCaption, theme.ColorNameError))
	}
	row := kit.Columns(kit.Scaled(16), kit.Scaled(stepColumn), kit.Beside(kit.Scaled(8), stepShape(s), words), dates,
		kit.NewTrack(34, append(a.months(false), stepPieces(s, a, e.shell.today())...)...).Said(s.ID+", "+s.State()))
	id := e.stepQuestion(s.ID)
	if id == "" {
		return kit.Pad(9, 10, 9, 10, row)
	}
	line := kit.NewListLine(row, func() { e.modify("", id) }).Padded(9, 10, 9, 10)
	line.OnFocus = func() { kit.Reveal(e.scroll, line) }
	return line
}

// stepQuestion is the ID of the question that gives a step its days: the first that applies and has no answer, else the first
// that applies; empty when nothing is asked.
func (e *editor) stepQuestion(step string) string {
	first := ""
	for _, at := range e.dossier.DayAnswers(step) {
		f, ok := model.FieldAt(e.parts, at)
		if !ok || !f.Shown() {
			continue
		}
		if !f.Answered() {
			return f.ID
		}
		if first == "" {
			first = f.ID
		}
	}
	return first
}

// stepShape says by its form where a step stands: a tick, an exclamation mark, a diamond on the critical path, a circle.
func stepShape(s model.Step) fyne.CanvasObject {
	switch {
	case s.Past:
		return newMark(model.StatusComplete, false)
	case s.Late:
		return newMark(model.StatusWrong, false)
	case s.Critical:
		return kit.NewIcon(kit.IconDiamond(), theme.ColorNameForeground, kit.Scaled(16))
	}
	return newMark(model.StatusToDo, false)
}

func statePill(s model.Step) fyne.CanvasObject {
	ink, ground := kit.ColorMuted, kit.ColorSurfaceAlt
	switch {
	case s.Past:
		ink, ground = kit.ColorSuccessText, kit.ColorSuccessTint
	case s.Late:
		ink, ground = theme.ColorNameError, kit.ColorErrorTint
	case s.Critical, s.Tight():
		ink, ground = kit.ColorWarnText, kit.ColorWarnTint
	}
	return kit.NewPill(s.State(), ink, ground)
}

// stepDates says between which days a step stands, how much time it has to spare and how long it takes.
func stepDates(s model.Step) []string {
	var out []string
	day := func(words string, d model.Day) {
		if d != "" {
			out = append(out, words+d.Short())
		}
	}
	switch {
	case s.Past:
		return nil
	case afterStart(s) && s.Latest == "":
		day("À partir du ", s.Earliest)
		return out
	case afterStart(s) && s.Earliest == s.Latest:
		day("Le ", s.Earliest)
		return out
	case afterStart(s):
		return []string{"Du " + s.Earliest.Short() + " au " + s.Latest.Short()}
	}
	day("Au plus tôt : ", s.Earliest)
	day("Au plus tard : ", s.Latest)
	if s.Prudent != s.Latest {
		day("Par prudence : ", s.Prudent)
	}
	if s.Earliest != "" && s.Latest != "" && s.Earliest <= s.Latest {
		out = append(out, fmt.Sprintf("Marge : %s\u00a0j", model.FormatInt(s.Slack)))
	} else if s.Slack < 0 {
		out = append(out, fmt.Sprintf("Retard : %s\u00a0j", model.FormatInt(-s.Slack)))
	}
	day("Convocation au plus tard le ", s.Convene)
	if t := s.Delay.String(); t != "" {
		out = append(out, "Délai : "+t)
	}
	return out
}

// afterStart reports whether a step follows the start, whose days depend on the mission alone.
func afterStart(s model.Step) bool { return s.ID > "E14" }

// stepPieces draws a step: the time it takes, then what it has to spare, and the days that the dossier gives.
func stepPieces(s model.Step, a axis, today model.Day) []kit.Piece {
	var out []kit.Piece
	if today > a.from && today < a.to {
		out = append(out, kit.Piece{Shape: kit.ShapeRule, From: a.at(today), Color: theme.ColorNamePrimary})
	}
	if s.Past {
		if s.Done != "" {
			out = append(out, kit.Piece{Shape: kit.ShapeDiamond, From: a.at(s.Done), Color: theme.ColorNameSuccess})
		}
		return out
	}
	if s.Earliest == "" {
		return out
	}
	ink := theme.ColorNamePrimary
	switch {
	case s.Late:
		ink = theme.ColorNameError
	case s.Critical:
		ink = theme.ColorNameForeground
	}
	from, to := s.Earliest.AddDays(-s.Delay.Min), s.Earliest
	if afterStart(s) && s.Latest != "" {
		from, to = s.Earliest, s.Latest
	}
	out = append(out, kit.Piece{Shape: kit.ShapeBar, From: a.at(from), To: a.at(to), Color: ink})
	if s.Latest > to {
		out = append(out, kit.Piece{Shape: kit.ShapeThread, From: a.at(to), To: a.at(s.Latest), Color: ink})
	}
	if s.Set != "" {
		out = append(out, kit.Piece{Shape: kit.ShapeDiamond, From: a.at(s.Set), Color: ink})
	}
	return out
}

package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A gantt is the plan of the mission: the tasks by phase over its months, the milestones over its days. A bar or a diamond
// that is moved changes the answer it stands for.
type gantt struct {
	editor *editor
	moved  func() // an answer was changed
	months int
	strips map[string]*kit.Strip // by the key of the task or of the milestone
}

// planShares is how the width is shared between the names and the time.
var planShares = []float32{2, 3}

// planCard draws the plan, or says what it waits for.
func (e *editor) planCard(moved func()) fyne.CanvasObject {
	m := &e.dossier.Mission
	body := kit.VStack(kit.Scaled(10), kit.NewHeading("Plan de la mission", kit.SizeSection, theme.ColorNameForeground))
	e.plan = &gantt{editor: e, moved: moved, months: m.Months, strips: map[string]*kit.Strip{}}
	if m.Months <= 0 || m.Months > 60 {
		body.Add(kit.NewParagraph("Indiquez la durée de la mission, ou adoptez la proposition : le plan se dessine ensuite.", kit.SizeBody,
			theme.ColorNameForeground))
		ask := kit.NewButton("Indiquer la durée", kit.Secondary, func() { e.modify("", "mission.months") })
		ask.OnFocus = func() { kit.Reveal(e.scroll, ask) }
		body.Add(kit.HStack(0, ask))
		return kit.NewCard(body)
	}
	body.Add(kit.NewParagraph("Faites glisser une barre, l’un de ses bords ou un losange. Au clavier : ← et → déplacent une tâche d’un mois, un "+
		"jalon d’une semaine ; + et − changent la fin d’une tâche ; Entrée ouvre la question.", kit.SizeSmall, kit.ColorMuted))
	body.Add(kit.NewParagraph(sidesCovered(m), kit.SizeSmall, theme.ColorNameForeground))
	body.Add(e.plan.draw())
	return kit.NewCard(body)
}

// sidesCovered counts the tasks that bring something to each side of the maître d’ouvrage.
func sidesCovered(m *model.Mission) string {
	var out []string
	for _, side := range []model.Side{model.SideLegal, model.SideTechnical, model.SideFinancial} {
		n := 0
		for _, t := range m.Tasks {
			if slices.Contains(t.Sides, side) {
				n++
			}
		}
		words := fmt.Sprintf("%s, %d\u00a0tâches", strings.ToLower(side.String()), n)
		switch n {
		case 0:
			words = strings.ToLower(side.String()) + ", aucune tâche"
		case 1:
			words = strings.ToLower(side.String()) + ", 1\u00a0tâche"
		}
		out = append(out, words)
	}
	return "Volets : " + strings.Join(out, " ; ") + "."
}

func (g *gantt) draw() fyne.CanvasObject {
	m := &g.editor.dossier.Mission
	list := kit.VStack(0, kit.Shares(kit.Scaled(12), planShares, kit.NewStrong("Tâches et jalons", kit.SizeSmall, kit.ColorMuted),
		kit.NewTrack(18, g.heads()...).Said(fmt.Sprintf("%d mois", g.months))))
	for _, phase := range slices.Concat(model.Phases(), []model.Option[model.Phase]{{Label: "Sans phase"}}) {
		var rows []fyne.CanvasObject
		for _, t := range m.Tasks {
			if t.Phase == phase.Value && t.Title != "" {
				rows = append(rows, g.taskRow(t))
			}
		}
		for _, s := range m.Milestones {
			if s.Phase == phase.Value && s.Name != "" {
				rows = append(rows, g.milestoneRow(s))
			}
		}
		if len(rows) == 0 {
			continue
		}
		list.Add(kit.Pad(12, 0, 4, 0, kit.NewStrong(phase.Label, kit.SizeSmall, theme.ColorNamePrimary)))
		for _, row := range rows {
			list.Add(kit.NewRule(kit.ColorBorder))
			list.Add(row)
		}
	}
	return list
}

// heads names the months over the plan.
func (g *gantt) heads() []kit.Piece {
	start := g.editor.dossier.Mission.Start
	out := make([]kit.Piece, g.months)
	for i := range out {
		words := fmt.Sprintf("mois %d", i+1)
		if day := start.AddMonths(i); day != "" {
			words = day.Short()[3:]
		}
		out[i] = kit.Piece{Shape: kit.ShapeRule, From: float32(i) / float32(g.months), Color: kit.ColorBorder, Words: words}
	}
	return out
}

func (g *gantt) taskRow(t *model.Task) fyne.CanvasObject {
	said := kit.NewParagraph(taskWords(t), kit.SizeCaption, kit.ColorMuted)
	strip := kit.NewStrip(g.months, -1, -1, nil)
	strip.Parts = g.months
	g.set(t, strip)
	strip.OnMove = func(from, to int) {
		g.write(&t.First, strconv.Itoa(from+1))
		g.write(&t.Last, strconv.Itoa(to+1))
		g.set(t, strip)
		said.SetText(taskWords(t))
		g.moved()
	}
	return g.row(t.Key, &t.First, strip, kit.NewHeading(t.Title, kit.SizeSmall, theme.ColorNameForeground), said)
}

// set puts the bar of t where its answers say.
func (g *gantt) set(t *model.Task, strip *kit.Strip) {
	strip.From, strip.To = -1, -1
	if t.First >= 1 && t.First <= g.months && t.Last >= t.First {
		strip.From, strip.To = t.First-1, min(t.Last, g.months)-1
	}
	strip.Words = t.Load.String() + "\u00a0j"
	strip.Label = t.Title + ", " + taskWords(t)
	strip.Refresh()
}

// taskWords says what the bar of t shows: its sides, its days of work, its months.
func taskWords(t *model.Task) string {
	var out []string
	for _, s := range t.Sides {
		out = append(out, strings.ToLower(s.String()))
	}
	words := []string{strings.Join(out, ", ")}
	if words[0] == "" {
		words = nil
	}
	if t.Load > 0 {
		words = append(words, t.Load.String()+"\u00a0jours")
	}
	switch {
	case t.First < 1 || t.Last < t.First:
		words = append(words, "à placer")
	case t.First == t.Last:
		words = append(words, fmt.Sprintf("mois\u00a0%d", t.First))
	default:
		words = append(words, fmt.Sprintf("mois\u00a0%d\u00a0à\u00a0%d", t.First, t.Last))
	}
	return strings.Join(words, " · ")
}

func (g *gantt) milestoneRow(s *model.Milestone) fyne.CanvasObject {
	m := &g.editor.dossier.Mission
	name := kit.Beside(kit.Scaled(6), kit.NewIcon(kit.IconDiamond(), kit.ColorMuted, kit.Scaled(12)),
		kit.NewParagraph(s.Name, kit.SizeSmall, theme.ColorNameForeground))
	said := kit.NewParagraph(milestoneWords(s), kit.SizeCaption, kit.ColorMuted)
	days := m.Start.DaysUntil(m.End()) + 1
	strip := kit.NewStrip(days, -1, -1, nil)
	strip.Diamond, strip.Step, strip.Parts, strip.Label = true, 7, g.months, s.Name+", "+milestoneWords(s)
	if at := m.Start.DaysUntil(s.Day); s.Day != "" && at >= 0 && at < days {
		strip.From, strip.To = at, at
	}
	strip.OnMove = func(from, _ int) {
		g.write(&s.Day, m.Start.AddDays(from).Short())
		said.SetText(milestoneWords(s))
		strip.Label = s.Name + ", " + milestoneWords(s)
		g.moved()
	}
	if m.Start == "" {
		return g.row(s.Key, &s.Day, nil, name, said)
	}
	return g.row(s.Key, &s.Day, strip, name, said)
}

func milestoneWords(s *model.Milestone) string {
	if s.Day == "" {
		return "jalon, sans date"
	}
	return "jalon du " + s.Day.String()
}

// row sets the words beside the strip; pressing the strip goes to the question at. Without strip, the words stand alone.
func (g *gantt) row(key string, at any, strip *kit.Strip, words ...fyne.CanvasObject) fyne.CanvasObject {
	left := kit.Pad(6, 0, 6, 0, kit.VStack(kit.Scaled(1), words...))
	if strip == nil {
		return kit.Shares(kit.Scaled(12), planShares, left,
			kit.NewParagraph("Donnez d’abord la date de prise de poste.", kit.SizeCaption, kit.ColorMuted))
	}
	e := g.editor
	strip.OnTapped = func() { e.modify("", model.Index(e.parts)[at].ID) }
	strip.OnFocus = func() { kit.Reveal(e.scroll, strip) }
	g.strips[key] = strip
	return kit.Shares(kit.Scaled(12), planShares, left, strip)
}

// write answers the question bound to at, as typing would.
func (g *gantt) write(at any, text string) {
	e := g.editor
	f := model.Index(e.parts)[at]
	if f.Text() == text || f.Set(text) != nil {
		return
	}
	e.answered(f.ID)
}

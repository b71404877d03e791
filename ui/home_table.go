package ui

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// The columns of the list of dossiers.
const (
	byTown = iota
	byProject
	byState
	byDeadline
	byChange
)

// homeColumns are their heads.
var homeColumns = [...]string{"Ville", "Projet", "État", "Échéance", "Modifié le"}

// cellLeast is how narrow a column may become before the row goes on below.
const cellLeast = 108

// states offers to list only the dossiers that have come so far.
func (h *homePage) states() fyne.CanvasObject {
	var ticks []*kit.Tick
	row := kit.NarrowColumns(kit.Scaled(6), kit.Scaled(152), kit.Scaled(170))
	for only, words := range append([]string{"Tous"}, stateNames()...) {
		tick := kit.NewTick(words, true, false, func() {
			h.only = only
			for i, t := range ticks {
				t.SetOn(i == only)
			}
			h.fill()
		})
		tick.SetOn(only == h.only)
		ticks = append(ticks, tick)
		row.Add(tick)
	}
	arrows(ticks)
	return row
}

func stateNames() []string {
	var out []string
	for _, x := range model.DossierStates() {
		out = append(out, x.String())
	}
	return out
}

// heads are the heads of the columns; pressing one sorts by it, pressing again the other way round.
func (h *homePage) heads() fyne.CanvasObject {
	row := kit.Columns(kit.Scaled(10), kit.Scaled(cellLeast))
	for i, words := range homeColumns {
		h.sorts[i] = kit.NewSmallButton(words, nil, func() {
			if h.sort == i {
				h.backward = !h.backward
			} else {
				h.sort, h.backward = i, i == byChange
			}
			h.fill()
		})
		h.sorts[i].Leading, h.sorts[i].IconLast = true, true
		row.Add(h.sorts[i])
	}
	room := kit.Scaled(8) // that a button keeps around its words, which stand over those of the lines
	return kit.Ended(kit.Scaled(6), kit.Pad(0, 10+room, 0, 10-room, row), kit.Wide(kit.Scaled(76), kit.VStack(0)))
}

// arrows says by which column the list is sorted, and which way.
func (h *homePage) arrows() {
	for i, b := range h.sorts {
		switch {
		case h.sort != i:
			b.With(nil)
		case h.backward:
			b.With(theme.MenuDropDownIcon())
		default:
			b.With(theme.MenuDropUpIcon())
		}
		b.Refresh()
	}
}

// ordered keeps of the dossiers those wanted, in the order asked for. What was not read yet comes last.
func (h *homePage) ordered(found []storage.Summary, known map[string]digest) []storage.Summary {
	if h.only > 0 {
		found = slices.DeleteFunc(slices.Clone(found), func(x storage.Summary) bool {
			d, ok := known[x.ID]
			return !ok || d.State != model.DossierState(h.only-1)
		})
	}
	order := func(a, b storage.Summary) int {
		switch h.sort {
		case byTown:
			return strings.Compare(model.Fold(a.Town), model.Fold(b.Town))
		case byProject:
			return strings.Compare(model.Fold(a.Title), model.Fold(b.Title))
		case byState:
			x, y := known[a.ID], known[b.ID]
			return cmp.Or(cmp.Compare(x.State, y.State), -cmp.Compare(x.Blocking, y.Blocking))
		case byDeadline:
			return cmp.Compare(dayOrLast(known[a.ID].Due), dayOrLast(known[b.ID].Due))
		}
		return a.Saved.Compare(b.Saved)
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b storage.Summary) int {
		if h.backward {
			return -order(a, b)
		}
		return order(a, b)
	})
	return found
}

func dayOrLast(d model.Day) model.Day { return cmp.Or(d, "9999") }

// line is one dossier of the list.
func (h *homePage) line(x storage.Summary, d digest, known bool) fyne.CanvasObject {
	s := h.shell
	cell := func(strong, weak string, ink fyne.ThemeColorName) fyne.CanvasObject {
		words := kit.VStack(kit.Scaled(1), kit.NewParagraph(strong, kit.SizeSmall, ink))
		if weak != "" {
			words.Add(kit.NewParagraph(weak, kit.SizeCaption, kit.ColorMuted))
		}
		return words
	}
	town := kit.VStack(kit.Scaled(1), kit.NewHeading(townOf(x), kit.SizeBody, theme.ColorNameForeground),
		kit.NewParagraph(x.Reference, kit.SizeCaption, kit.ColorMuted))
	if x.Specimen && !strings.HasPrefix(x.Reference, "SPÉCIMEN") {
		town.Add(kit.NewParagraph("SPÉCIMEN", kit.SizeCaption, kit.ColorMuted))
	}
	state, found, due, step := "…", "", "…", ""
	ink, late := theme.ColorNameForeground, theme.ColorNameForeground
	if known {
		state, found = d.State.String(), d.found()
		due, step, _ = strings.Cut(d.deadline(), "\n")
		if d.Late {
			due, late = due+" — en retard", theme.ColorNameError
		}
	}
	row := kit.Columns(kit.Scaled(10), kit.Scaled(cellLeast), town, cell(x.Title, "", theme.ColorNameForeground), cell(state, found, ink),
		cell(due, step, late), cell(model.DayOf(x.Saved).String(), "", theme.ColorNameForeground))
	line := kit.NewListLine(row, func() { s.openStored(x.ID) })
	copied := kit.NewIconButton("Copier vers un nouveau dossier", theme.ContentCopyIcon(), func() { s.askCopy(x.ID) })
	trash := kit.NewIconButton("Mettre à la corbeille", theme.DeleteIcon(), func() { s.discard(x, h.again) })
	return kit.VStack(kit.Scaled(2), kit.Ended(kit.Scaled(6), line, kit.Wide(kit.Scaled(76), kit.HStack(0, copied, trash))), kit.NewRule(kit.ColorBorder))
}

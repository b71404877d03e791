package ui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// sifting is what the page « Relecture » keeps of the answers.
type sifting struct {
	sieve int
	since int                // the past state that « Modifié depuis… » compares with, among those offered
	past  map[string]written // the answers of that state, by question; nil when there is none

	sieveTicks, sinceTicks []*kit.Tick
}

// A written is an answer of a past state: whole, to compare; and as it is read.
type written struct{ whole, read string }

// A pastState is one that the answers may be compared with: a version that was named, or one that was frozen in a paper.
type pastState struct {
	words string
	day   model.Day
	load  func() (*model.Dossier, error)
}

// pastOffered is how many past states are offered, the last first: those further back are read in « Historique ».
const pastOffered = 12

// pastStates offers the versions to compare with, and reads the one chosen.
func (e *editor) pastStates() fyne.CanvasObject {
	e.past, e.sinceTicks = nil, nil
	all, err := e.formerly()
	if err != nil {
		return notice(sentence(err))
	}
	if len(all) == 0 {
		return kit.VStack(kit.Scaled(10), kit.NewParagraph("Aucune version n’est gardée jusqu’ici. « Enregistrer une version » en garde une, et figer un "+
			"document aussi ; vous verrez ensuite ce qui a changé depuis.", kit.SizeBody, kit.ColorMuted),
			kit.HStack(0, kit.NewButton("Enregistrer une version…", kit.Secondary, e.keepVersion)))
	}
	e.since = min(e.since, len(all)-1)
	column := kit.Columns(kit.Scaled(6), kit.Scaled(340))
	for i, x := range all {
		tick := kit.NewTick(x.words, true, false, func() { e.sift(sieveChanged, i) })
		tick.SetOn(i == e.since)
		e.sinceTicks = append(e.sinceTicks, tick)
		column.Add(tick)
	}
	arrows(e.sinceTicks)
	d, err := all[e.since].load()
	if err != nil {
		return kit.VStack(kit.Scaled(10), column, notice(sentence(err)))
	}
	e.past = map[string]written{}
	for _, f := range model.Fiches(model.Form(d)) {
		for _, q := range f.Fields {
			e.past[q.ID] = written{whole(q), measured(q)}
		}
	}
	return column
}

// formerly lists the states that the answers may be compared with, the last first.
func (e *editor) formerly() ([]pastState, error) {
	s, id := e.shell.store, e.dossier.ID
	if s == nil {
		return nil, nil
	}
	revisions, err := s.History(id)
	if err != nil {
		return nil, err
	}
	papers, err := s.Papers(id)
	if err != nil {
		return nil, err
	}
	var out []pastState
	for _, r := range revisions {
		if r.Name != "" {
			out = append(out, pastState{fmt.Sprintf("« %s », %s", r.Name, e.shell.moment(r.Ended)), model.DayOf(r.Ended),
				func() (*model.Dossier, error) { return s.At(id, r.N) }})
		}
	}
	for _, a := range papers {
		f := a.Frozen
		out = append(out, pastState{fmt.Sprintf("%s, version %d figée le %s", titleOf(f.Paper), f.Version, f.Day), f.Day, f.Dossier})
	}
	slices.SortStableFunc(out, func(a, b pastState) int { return strings.Compare(string(b.day), string(a.day)) })
	return out[:min(len(out), pastOffered)], nil
}

// changedSince reports whether the answer is not what the past state says; a value that is computed only follows.
func (e *editor) changedSince(q model.Field) bool {
	return q.Shown() && q.Kind != model.KindComputed && whole(q) != e.past[q.ID].whole
}

// whole is all that was answered to a question, its rows included.
func whole(q model.Field) string {
	if q.Kind != model.KindRows {
		return q.Text()
	}
	var b strings.Builder
	for _, row := range q.Rows() {
		for _, x := range row {
			if x.Kind != model.KindComputed {
				fmt.Fprintf(&b, "%s=%s\n", x.ID, x.Text())
			}
		}
	}
	return b.String()
}

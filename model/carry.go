package model

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Carry begins a dossier with the answers that another gave in the parts that keep accepts, by their number; each is marked as
// carried over. What was gone through, decided or left unread there is not. What keep refuses starts as in any new dossier. A
// demonstration gives a demonstration: its people and its amounts are invented.
func Carry(from *Dossier, keep func(part int) bool, id, reference string, today Day) (*Dossier, error) {
	raw, err := json.Marshal(from)
	if err != nil {
		return nil, fmt.Errorf("carry dossier %s: %w", from.ID, err)
	}
	answers, kept := map[string]json.RawMessage{}, map[string]json.RawMessage{}
	if err := json.Unmarshal(raw, &answers); err != nil {
		return nil, fmt.Errorf("carry dossier %s: %w", from.ID, err)
	}
	d := New(id, reference, today)
	d.Specimen = from.Specimen
	for _, part := range Form(from) {
		if !keep(part.Number) {
			continue
		}
		for _, f := range part.Fiches {
			f.Each(func(q Field) {
				if group := groupOf(q.ID); answers[group] != nil {
					kept[group] = answers[group]
				}
			})
		}
	}
	for name := range d.Marks.Origins {
		if kept[groupOf(name)] != nil {
			delete(d.Marks.Origins, name) // what is carried has its own
		}
	}
	if raw, err = json.Marshal(kept); err == nil {
		err = json.Unmarshal(raw, d)
	}
	if err != nil {
		return nil, fmt.Errorf("carry dossier %s: %w", from.ID, err)
	}
	d.markCarried(from, func(id string) bool { return kept[groupOf(id)] != nil })
	return d, nil
}

// groupOf is the group of answers that a question belongs to; each belongs to one part.
func groupOf(id string) string {
	end := strings.IndexAny(id, ".[")
	if end < 0 {
		return id
	}
	return id[:end]
}

// markCarried says of the answers typed in another dossier that they come from there; the others keep what is said of them.
func (d *Dossier) markCarried(from *Dossier, carried func(id string) bool) {
	for _, f := range Fiches(Form(d)) {
		f.Each(func(q Field) {
			if !carried(q.ID) || !q.Answered() {
				return
			}
			switch o := from.Marks.Origins[q.ID]; o {
			case "", OriginTyped, OriginImported:
				if q.Kind != KindComputed {
					d.Marks.Mark(q.ID, OriginCarried)
				}
			default:
				d.Marks.Mark(q.ID, o)
			}
		})
	}
}

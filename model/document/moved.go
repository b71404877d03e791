package document

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A Move is a question whose answer is no longer the one that a frozen paper prints.
type Move struct {
	Field, Label string
	Was, Now     string // as read on screen; empty when there is no answer
}

// Moved lists what moved between the answers that the paper id was frozen with and those of now, of the questions that it
// prints or depends on; nil when it would still read the same.
func Moved(was, now *model.Dossier, id model.Paper) []Move {
	before, used := textOf(was, id)
	after, more := textOf(now, id)
	if before == after {
		return nil
	}
	used = append(used, more...)
	slices.Sort(used)
	old, labels := answersOf(was)
	fresh, newLabels := answersOf(now)
	var out, computed []Move
	for _, field := range slices.Compact(used) {
		a, b := old[field], fresh[field]
		if a.text == b.text {
			continue
		}
		label := newLabels[field]
		if label == "" {
			label = labels[field]
		}
		m := Move{Field: field, Label: label, Was: a.text, Now: b.text}
		if a.computed || b.computed {
			computed = append(computed, m)
		} else {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return computed
	}
	return out
}

// Binding lists, among what moved, the answers whose change takes an avenant: see model.Material. What is computed follows
// from the others.
func Binding(was, now *model.Dossier, id model.Paper) []Move {
	before, after := model.Material(was), model.Material(now)
	return slices.DeleteFunc(Moved(was, now, id), func(m Move) bool { return !before[m.Field] && !after[m.Field] })
}

// Fingerprint tells what the paper id of d says from anything else that it may say; empty for a paper that Compose does not
// write.
func Fingerprint(d *model.Dossier, id model.Paper) string {
	text, _ := textOf(d, id)
	if text == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// Reread reports whether somebody read the paper id of d through, as it reads now.
func Reread(d *model.Dossier, id model.Paper) bool {
	was := d.Marks.Reread[string(id)]
	return was != "" && was == Fingerprint(d, id)
}

// textOf is what a paper says, but for the day of its draft, and the questions that it looks at.
func textOf(d *model.Dossier, id model.Paper) (string, []string) {
	w := newWriter(d)
	doc, err := w.compose(id)
	if err != nil {
		return "", nil
	}
	doc.Blocks, doc.Day, doc.Reference = w.blocks, "", ""
	var used []string
	for question := range w.uses {
		used = append(used, question)
	}
	return doc.Text(), used
}

type reply struct {
	text     string
	computed bool
}

// answersOf reads every answer of d that applies, and the label of its question.
func answersOf(d *model.Dossier) (map[string]reply, map[string]string) {
	out, labels := map[string]reply{}, map[string]string{}
	for _, f := range model.Fiches(model.Form(d)) {
		f.Each(func(q model.Field) {
			labels[q.ID] = q.Label
			if !q.Shown() {
				return
			}
			text := q.String()
			if text != "" && q.Unit != "" && !strings.HasSuffix(text, q.Unit) {
				text += "\u00a0" + q.Unit
			}
			out[q.ID] = reply{text, q.Kind == model.KindComputed}
		})
	}
	return out, labels
}

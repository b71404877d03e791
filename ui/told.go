package ui

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A told is a change in the words of its question.
type told struct {
	id, label string
	was, now  string
	note      string // what is said instead of the two answers, or empty
}

// tell words changes. Where an answer comes from is not told beside the answer itself.
func (e *editor) tell(changes []storage.Change) []told {
	var out []told
	changes = spread(changes)
	about := map[string]bool{}
	for _, marks := range []bool{false, true} {
		for _, c := range changes {
			if strings.HasPrefix(c.Path, "/marks/") != marks || marks && about[c.Question()] && !strings.HasPrefix(c.Path, "/marks/notes/") {
				continue
			}
			if t, ok := e.word(c); ok && !about[t.id+t.note] {
				about[t.id], about[t.id+t.note] = true, true
				out = append(out, t)
			}
		}
	}
	return out
}

// spread tells apart the marks of several questions that came, or went, with the first or the last of them.
func spread(changes []storage.Change) []storage.Change {
	var out []storage.Change
	for _, c := range changes {
		name, ok := strings.CutPrefix(c.Path, "/marks/")
		if !ok || strings.Contains(name, "/") {
			out = append(out, c)
			continue
		}
		var was, now map[string]json.RawMessage
		if json.Unmarshal(orNull(c.Was), &was) != nil || json.Unmarshal(orNull(c.Now), &now) != nil {
			out = append(out, c)
			continue
		}
		keys := slices.Concat(slices.Collect(maps.Keys(was)), slices.Collect(maps.Keys(now)))
		slices.Sort(keys)
		for _, key := range slices.Compact(keys) {
			out = append(out, storage.Change{Path: c.Path + "/" + key, Was: was[key], Now: now[key]})
		}
	}
	return out
}

func orNull(raw json.RawMessage) json.RawMessage {
	if len(raw) == 0 {
		return json.RawMessage("null")
	}
	return raw
}

// word words one change; ok is false for what is no answer and no mark of the person.
func (e *editor) word(c storage.Change) (t told, ok bool) {
	t = told{id: c.Question()}
	if f := e.fiche(t.id); f.Key != "" {
		t.label, t.note = f.Number+"  "+f.Title, "marque « à revoir »"
		return t, true
	}
	mark, _, marked := strings.Cut(strings.TrimPrefix(c.Path, "/marks/"), "/")
	if marked && strings.HasPrefix(c.Path, "/marks/") {
		f, q, found := e.find(t.id)
		t.label = f.Number + "  " + q.Label
		switch mark {
		case "notes":
			t.note = "note" + quoted(noteIn(c.After(), t.id))
		case "unread":
			t.note = "saisie qui n’a pas pu être lue"
		case "decided":
			t.note = "décision sur un point signalé"
		default:
			return t, false
		}
		return t, found
	}
	before, after := e.answerIn(c.Before(), t.id), e.answerIn(c.After(), t.id)
	t.label, t.was, t.now = after.label, before.text, after.text
	if t.label == "" {
		t.label = before.label
	}
	switch {
	case t.label != "":
	case c.Sorted:
		f, q, found := e.find(t.id)
		t.label, t.note = f.Number+"  "+q.Label, "lignes rangées autrement"
		return t, found
	default:
		return t, false
	}
	switch row := before.row || after.row; {
	case row && len(c.Was) == 0:
		t.note = "ligne ajoutée" + quoted(t.now)
	case row && len(c.Now) == 0:
		t.note = "ligne supprimée" + quoted(t.was)
	}
	return t, t.note != "" || t.was != t.now
}

func noteIn(d *model.Dossier, id string) string {
	if d == nil {
		return ""
	}
	return d.Marks.Notes[id]
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return " : « " + shortened(s, 60) + " »"
}

// An answer is what a question of some dossier reads.
type answer struct {
	label, text string
	row         bool // a whole row of a list
}

// answerIn reads the answer to the question of that ID in d; of a row, its first answers.
func (e *editor) answerIn(d *model.Dossier, id string) answer {
	if d == nil {
		return answer{}
	}
	for _, f := range model.Fiches(model.Form(d)) {
		for _, q := range f.Fields {
			if q.ID == id {
				return answer{label: f.Number + "  " + q.Label, text: measured(q)}
			}
			if q.ID != listOf(id) {
				continue
			}
			for _, row := range q.Rows() {
				a := answer{label: f.Number + "  " + q.Label, row: true}
				var words []string
				for _, x := range row {
					if x.ID == id {
						return answer{label: a.label + " › " + x.Label, text: measured(x)}
					}
					if x.Answered() && x.Kind != model.KindComputed && len(words) < 3 {
						words = append(words, readable(x))
					}
				}
				a.text = strings.Join(words, " · ")
				return a
			}
		}
	}
	return answer{}
}

// measured is the answer as it is read, with its unit.
func measured(q model.Field) string {
	s := readable(q)
	if s != "" && q.Unit != "" && !strings.HasSuffix(s, q.Unit) {
		s += "\u00a0" + q.Unit
	}
	return s
}

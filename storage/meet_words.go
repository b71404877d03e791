package storage

import (
	"encoding/json"
	"fmt"
	"strings"

	"appuitechnique/model"
)

// A reader reads the answers of one copy of a dossier.
type reader struct {
	question map[string]model.Field
	fiche    map[string]string // of a question, of a row, or the fiche's own by its key
	label    map[string]string
	text     map[string]string
	place    map[string]int
}

func newReader(d *model.Dossier) *reader {
	r := &reader{map[string]model.Field{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]int{}}
	if d == nil {
		return r
	}
	for _, f := range model.Fiches(model.Form(d)) {
		title := f.Number + "  " + f.Title
		r.note(f.Key, title, "", "")
		for _, q := range f.Fields {
			r.note(q.ID, title, q.Label, worded(q))
			for i, row := range q.Rows() {
				name := rowName(q.Label, i, row)
				for j, c := range row {
					if j == 0 {
						r.note(rowOf(c.ID), title, name, rowText(row))
					}
					r.note(c.ID, title, name+" › "+c.Label, worded(c))
				}
			}
		}
	}
	return r
}

func (r *reader) note(id, fiche, label, text string) {
	if _, there := r.place[id]; there {
		return
	}
	r.fiche[id], r.label[id], r.text[id], r.place[id] = fiche, label, text, len(r.place)
}

// rowOf is the ID of the row in which the question of that ID stands: "mission.tasks[k3f9]".
func rowOf(id string) string { return id[:strings.LastIndex(id, "]")+1] }

// worded is the answer as it is read, with its unit; what could not be read, as it was typed.
func worded(q model.Field) string {
	s := q.String()
	if text := q.Text(); s == "" && text != "" {
		s = text
	}
	if s != "" && q.Unit != "" && !strings.HasSuffix(s, q.Unit) {
		s += "\u00a0" + q.Unit
	}
	return s
}

func rowName(list string, i int, row []model.Field) string {
	for _, q := range row {
		if q.Answered() && (q.Kind == model.KindText || q.Kind == model.KindLongText) {
			return list + " › « " + short(strings.Join(strings.Fields(q.String()), " "), 80) + " »"
		}
	}
	return fmt.Sprintf("%s › ligne %d", list, i+1)
}

func rowText(row []model.Field) string {
	var out []string
	for _, q := range row {
		if q.Answered() && q.Kind != model.KindComputed && len(out) < 4 {
			out = append(out, worded(q))
		}
	}
	if len(out) == 0 {
		return "ligne vide"
	}
	return strings.Join(out, " · ")
}

// lineOf words a difference.
func lineOf(x Difference, ours, theirs *reader) Line {
	q := x.Question()
	l := Line{Difference: x, Fiche: ours.fiche[q], Label: ours.label[q], Ours: ours.text[q], Theirs: theirs.text[q]}
	if l.Fiche == "" {
		l.Fiche, l.Label = theirs.fiche[q], theirs.label[q]
	}
	switch {
	case x.Sorted:
		l.Label += " (ordre des lignes)"
		l.Ours, l.Theirs = order(q, x.Was, ours), order(q, x.Now, theirs)
	case strings.HasPrefix(x.Path, "/marks/review/"):
		l.Label, l.Ours, l.Theirs = "Marque « À revoir »", flag(x.Was), flag(x.Now)
	case isNote(x.Path):
		l.Label += " (note)"
		l.Ours, l.Theirs = unquoted(x.Was), unquoted(x.Now)
	case strings.HasPrefix(x.Path, "/marks/decided/"):
		l.Label += " (décision sur un point signalé)"
		l.Ours, l.Theirs = grounds(x.Was), grounds(x.Now)
	}
	return l
}

func flag(raw []byte) string {
	if string(raw) == "true" {
		return "posée"
	}
	return "ôtée"
}

// order names the rows of a list as they are sorted.
func order(list string, raw []byte, r *reader) string {
	var out []string
	for _, key := range rowKeys(raw) {
		name := r.label[list+"["+key+"]"]
		if _, row, cut := strings.Cut(name, " › "); cut {
			name = row
		}
		out = append(out, name)
	}
	return strings.Join(out, ", ")
}

func unquoted(raw []byte) string {
	var text string
	_ = json.Unmarshal(raw, &text) // nothing, where there was no note
	return text
}

func grounds(raw []byte) string {
	var d model.Decision
	if json.Unmarshal(raw, &d) != nil {
		return ""
	}
	return d.Reason
}

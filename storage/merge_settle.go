package storage

import (
	"cmp"
	"strings"
)

// unite settles each difference: those of one question together, since what could not be read stands in place of an answer,
// and with them those of a row that one side has not.
func (m *merger) unite() {
	rows, fates := map[string]bool{}, map[string]Fate{}
	for _, x := range m.found {
		if q := x.Question(); m.answers(x) && q == rowOf(q) {
			rows[q] = true
		}
	}
	for i := range m.found {
		x := &m.found[i]
		if row := rowOf(x.Of); rows[row] {
			x.Of = row
		}
		if was, seen := fates[x.Of]; m.answers(*x) && seen && was != x.Fate {
			fates[x.Of] = FateConflict
		} else if m.answers(*x) {
			fates[x.Of] = x.Fate
		}
	}
	m.taken = map[string]Side{}
	for i := range m.found {
		x := &m.found[i]
		if f, told := fates[x.Of]; told && (m.answers(*x) || x.Fate == FateConflict) { // a decision goes with what it is about
			x.Fate = f
		}
		switch x.Fate {
		case FateNew:
			m.taken[x.Path] = SideTheirs
		case FateKept:
			m.taken[x.Path] = SideOurs
		default:
			m.taken[x.Path] = cmp.Or(m.sides[x.Of], SideOurs)
		}
	}
}

// answers reports whether x is the answer of a question, or what was typed for it and could not be read.
func (m *merger) answers(x Difference) bool {
	return !strings.HasPrefix(x.Path, "/marks/") || strings.HasPrefix(x.Path, "/marks/unread/")
}

// derive makes in out what follows the answers: which fiches were gone through, where each answer comes from, and what the
// mission was when the job profile was settled.
func (m *merger) derive(out, base, ours, theirs map[string]any) {
	marks, _ := out["marks"].(map[string]any)
	if marks == nil {
		return
	}
	side := map[string]Side{}
	for _, x := range m.found {
		if m.answers(x) {
			side[x.Question()] = m.taken[x.Path]
		}
	}
	seen, origins := marksOf("seen", ours, theirs), marksOf("origins", base, ours, theirs)
	all := map[string]any{}
	for _, x := range seen {
		for key, v := range x {
			all[key] = v
		}
	}
	marks["seen"] = all
	from := map[string]any{}
	for _, x := range origins {
		for id := range x {
			if i := follows(side, id, at3(id, origins...)); origins[i][id] != nil {
				from[id] = origins[i][id]
			}
		}
	}
	marks["origins"] = from
	settled := at3("settled", under("job", base), under("job", ours), under("job", theirs))
	if job := under("job", out); job != nil {
		job["settled"] = settled.v[follows(side, "job.version", settled)]
	}
}

// follows is the side that gave the answer of a question; where both say the same, the one that alone changed this.
func follows(side map[string]Side, id string, t trio) Side {
	row := id
	if i := strings.LastIndex(id, "]"); i >= 0 {
		row = id[:i+1]
	}
	if s := cmp.Or(side[id], side[row]); s != SideNone {
		return s
	}
	if t.has[0] && t.equal(0, 1) || !t.has[1] {
		return SideTheirs
	}
	return SideOurs
}

func under(name string, tree map[string]any) map[string]any {
	v, _ := tree[name].(map[string]any)
	return v
}

func marksOf(name string, trees ...map[string]any) []map[string]any {
	out := make([]map[string]any, len(trees))
	for i, t := range trees {
		out[i] = under(name, under("marks", t))
	}
	return out
}

package storage

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A Side is one of two copies of a dossier that meet.
type Side int

// The sides.
const (
	SideNone   Side = iota // nobody chose
	SideOurs               // the copy of the base
	SideTheirs             // the copy of the file
)

// A Fate is what becomes of an answer on which two copies differ.
type Fate int

// The fates. Where a state is known that both copies come from, what only one of them changed is its own; where none is, what
// only one of them says.
const (
	FateNew      Fate = iota // it comes from the file
	FateKept                 // it stays as it is in the base
	FateConflict             // it is for a person to say
)

// A Difference is one answer, or one row of a list, that two copies do not have alike: Was is what the base holds, and Now
// what the file brings.
type Difference struct {
	Change
	Fate Fate
	Of   string // what is settled at once: the ID of the question, or of its row where one side has not the row
}

// merged makes one dossier of two copies, answer by answer and row by row. base is the state that both come from, nil when
// none is known. sides says which copy is right where they are in conflict, by Difference.Of; ours, where nothing is said. It
// changes none of them, and gives the same for the same. What is no answer is not among the differences.
func merged(base, ours, theirs *model.Dossier, sides map[string]Side) (*model.Dossier, []Difference, error) {
	m := &merger{based: base != nil, typed: [3]map[string]string{typed(base), typed(ours), typed(theirs)}, sides: sides}
	trees := make([]map[string]any, 3)
	for i, d := range []*model.Dossier{base, ours, theirs} {
		if d == nil {
			continue
		}
		var err error
		if trees[i], err = treeFor(d); err != nil {
			return nil, nil, err
		}
	}
	m.object("", trees[0], trees[1], trees[2])
	if m.err != nil {
		return nil, nil, m.err
	}
	m.unite()
	out := m.object("", trees[0], trees[1], trees[2])
	m.derive(out, trees[0], trees[1], trees[2])
	if m.err != nil {
		return nil, nil, m.err
	}
	d, err := dossierOf(out, schema)
	if err != nil {
		return nil, nil, err
	}
	d.ID, d.Reference, d.Specimen, d.Changed = ours.ID, ours.Reference, ours.Specimen, max(ours.Changed, theirs.Changed)
	return d, m.found, nil
}

// typed maps each question to its answer as it was typed: a zero is an answer to some, what cannot be read is one too.
func typed(d *model.Dossier) map[string]string {
	out := map[string]string{}
	if d == nil {
		return out
	}
	for id, q := range questions(d) {
		if q.Kind != model.KindRows {
			out[id] = q.Text()
		}
	}
	return out
}

// A merger goes through three trees twice: to find the differences, then to make what they are settled to.
type merger struct {
	based bool
	typed [3]map[string]string // the answers of the base, ours and theirs
	sides map[string]Side
	found []Difference
	taken map[string]Side // by path, what each difference is settled to; nil the first time
	err   error
}

// unasked are the places that hold no answer of a person. What they hold follows the answers.
func unasked(path string) bool {
	switch path {
	case "/id", "/reference", "/specimen", "/changed", "/marks/seen", "/marks/origins", "/job/settled":
		return true
	}
	return false
}

func (m *merger) object(path string, base, ours, theirs map[string]any) map[string]any {
	names := maps.Clone(ours)
	if names == nil {
		names = map[string]any{}
	}
	maps.Copy(names, theirs)
	maps.Copy(names, base)
	out := map[string]any{}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		at := path + "/" + escaped(name)
		if name == "key" && strings.HasSuffix(path, "]") || unasked(at) {
			out[name] = either(ours, theirs, name)
			continue
		}
		if v, has := m.value(at, at3(name, base, ours, theirs)); has {
			out[name] = v
		}
	}
	return out
}

func either(ours, theirs map[string]any, name string) any {
	if v, has := ours[name]; has {
		return v
	}
	return theirs[name]
}

// A trio is what three copies hold in one place: the one both come from, ours, theirs.
type trio struct {
	v   [3]any
	has [3]bool
}

func at3(name string, objects ...map[string]any) (t trio) {
	for i, o := range objects {
		t.v[i], t.has[i] = o[name]
	}
	return t
}

// equal reports whether two of the trio say the same; a name that an older program did not know says nothing.
func (t trio) equal(i, j int) bool {
	a, b := t.v[i], t.v[j]
	if !t.has[i] || !t.has[j] {
		return empty(a) && empty(b)
	}
	return reflect.DeepEqual(a, b) || hollow(a) && hollow(b)
}

// hollow is a list or a map without anything in it, or none.
func hollow(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case []any:
		return len(v) == 0
	case map[string]any:
		return len(v) == 0
	}
	return false
}

func (m *merger) value(path string, t trio) (any, bool) {
	if o, ok := t.objects(); ok && !strings.HasPrefix(path, "/marks/decided/") { // a decision is one with its reason
		return m.object(path, o[0], o[1], o[2]), true
	}
	if l, ok := t.lists(); ok {
		return m.list(path, l), true
	}
	if id := unreadOf(path); id != "" {
		t = m.standing(id, t)
	}
	if isNote(path) {
		t = m.joined(t)
	}
	if t.equal(1, 2) {
		return t.v[1], t.has[1]
	}
	i := m.settle(Change{Path: path}, t, m.fate(path, t))
	return t.v[i], t.has[i]
}

// unreadOf is the question for which what a path holds was typed, and could not be read; empty for another path.
func unreadOf(path string) string {
	id, ok := strings.CutPrefix(path, "/marks/unread/")
	if !ok {
		return ""
	}
	return unescapes.Replace(id)
}

// standing leaves out what was typed in a row that is no longer there.
func (m *merger) standing(id string, t trio) trio {
	for i := range t.v {
		if _, asked := m.typed[i][id]; !asked {
			t.v[i], t.has[i] = nil, false
		}
	}
	return t
}

// objects reads the trio as objects, where both copies have one, or one has and the other nothing.
func (t trio) objects() (out [3]map[string]any, ok bool) {
	for i, v := range t.v {
		object, is := v.(map[string]any)
		if !is && v != nil {
			return out, false
		}
		out[i] = object
		ok = ok || is && i > 0
	}
	return out, ok
}

func (t trio) lists() (out [3]keyedRows, ok bool) {
	for i, v := range t.v {
		rows, is := rowsOf(v)
		if !is {
			return out, false
		}
		out[i] = rows
	}
	return out, len(out[1].keys)+len(out[2].keys) > 0
}

// fate is what becomes of the place that the trio holds.
func (m *merger) fate(path string, t trio) Fate {
	if id := unreadOf(path); id != "" { // it stands in place of the answer
		t = trio{v: [3]any{m.typed[0][id], m.typed[1][id], m.typed[2][id]}, has: [3]bool{true, true, true}}
	}
	switch {
	case isNote(path) && !(m.based && t.equal(0, 2)):
		return FateNew
	case m.based && t.equal(0, 1), !m.based && !m.says(1, path, t.v[1]):
		return FateNew
	case m.based && t.equal(0, 2), !m.based && !m.says(2, path, t.v[2]):
		return FateKept
	}
	return FateConflict
}

// settle notes a difference, and returns which of the trio stands: 1 is ours, 2 theirs.
func (m *merger) settle(c Change, t trio, fate Fate) Side {
	if m.taken != nil {
		return m.taken[c.Path]
	}
	for i, raw := range []*json.RawMessage{&c.Was, &c.Now} {
		if t.has[i+1] {
			var err error
			if *raw, err = plainJSON(t.v[i+1]); err != nil {
				m.err = err
			}
		}
	}
	m.found = append(m.found, Difference{c, fate, c.Question()})
	return SideOurs
}

// isNote reports whether a path holds what somebody wrote for oneself about a question.
func isNote(path string) bool { return strings.HasPrefix(path, "/marks/notes/") }

// joined has theirs say what both wrote, where each changed a note: nobody has to choose, and nothing is lost.
func (m *merger) joined(t trio) trio {
	if m.based && (t.equal(0, 1) || t.equal(0, 2)) {
		return t
	}
	ours, _ := t.v[1].(string)
	theirs, _ := t.v[2].(string)
	switch {
	case strings.Contains(ours, theirs):
		theirs = ours
	case ours != "" && !strings.Contains(theirs, ours):
		theirs = ours + "\n" + theirs
	}
	t.v[2], t.has[2] = theirs, theirs != ""
	return t
}

// says reports whether a copy, 1 for ours, answers the question of that path, where it holds v.
func (m *merger) says(copy int, path string, v any) bool {
	if text, asked := m.typed[copy][Change{Path: path}.Question()]; asked {
		return text != ""
	}
	return !empty(v)
}

func (m *merger) list(path string, l [3]keyedRows) any {
	kept := map[string]map[string]any{}
	for _, key := range slices.Concat(l[1].keys, l[2].keys) {
		if kept[key] != nil {
			continue
		}
		at := path + "/[" + escaped(key) + "]"
		ours, theirs := l[1].byKey[key], l[2].byKey[key]
		if ours != nil && theirs != nil {
			kept[key] = m.object(at, l[0].byKey[key], ours, theirs)
			kept[key]["key"] = key
			continue
		}
		t := trio{}
		for i := range l {
			if row := l[i].byKey[key]; row != nil {
				t.v[i], t.has[i] = row, true
			}
		}
		if row, ok := t.v[m.settle(Change{Path: at}, t, m.fate(at, t))].(map[string]any); ok {
			kept[key] = row
		}
	}
	keys := m.order(path, l)
	out := []any{}
	for _, key := range keys {
		if kept[key] != nil {
			out = append(out, kept[key])
		}
	}
	return out
}

// order returns the keys of both lists: those of the side that sorted the rows otherwise, each row that only the other has
// after the one it follows there.
func (m *merger) order(path string, l [3]keyedRows) []string {
	first, other := l[1].keys, l[2].keys
	if !slices.Equal(shared(first, l[2]), shared(other, l[1])) {
		base, fate := shared(l[0].keys, l[1], l[2]), FateConflict
		switch {
		case m.based && slices.Equal(base, shared(first, l[2], l[0])):
			fate = FateNew
		case m.based && slices.Equal(base, shared(other, l[1], l[0])):
			fate = FateKept
		}
		t := trio{v: [3]any{nil, first, other}, has: [3]bool{false, true, true}}
		if m.settle(Change{Path: path, Sorted: true}, t, fate) == SideTheirs {
			first, other = other, first
		}
	}
	out := slices.Clone(first)
	for i, key := range other {
		if slices.Contains(out, key) {
			continue
		}
		at := 0
		if i > 0 {
			at = slices.Index(out, other[i-1]) + 1
		}
		for at < len(out) && !slices.Contains(other, out[at]) {
			at++
		}
		out = slices.Insert(out, at, key)
	}
	return out
}

// shared lists the keys that these lists have too, in their order.
func shared(keys []string, lists ...keyedRows) []string {
	return slices.DeleteFunc(slices.Clone(keys), func(key string) bool {
		return slices.ContainsFunc(lists, func(l keyedRows) bool { return l.byKey[key] == nil })
	})
}

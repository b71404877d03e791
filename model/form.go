package model

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// A Part is one of the great steps of the road, with its fiches in order.
type Part struct {
	Number int
	Title  string
	Fiches []Fiche
}

// A Fiche is one decision: the page of the window that asks 3 to 8 questions.
type Fiche struct {
	Key    string // stays the same for ever: "mission.duration"
	Number string // its place today: "4.3"; set by Form
	Title  string
	Intro  string // one or two sentences under the title, or empty
	Fields []Field

	// Awaits names the fiche that must be answered before this one can show its computed values: its Key where a fiche is
	// declared, its Number once Form has numbered them; empty when nothing is awaited. Void says why no question of the
	// fiche applies, without capital or full stop; empty when one does.
	Awaits, Void string

	marks *Marks
}

// Form lists every question of d in the order they are asked. This is the only place where a question is declared.
func Form(d *Dossier) []Part {
	parts := []Part{
		{Title: "Collectivité", Fiches: townFiches(d)},
		{Title: "Éligibilité", Fiches: eligibilityFiches(d)},
		{Title: "Qualification AMO", Fiches: studyFiches(d)},
		{Title: "Mission", Fiches: missionFiches(d)},
		{Title: "Fiche de poste", Fiches: jobFiches(d)},
		{Title: "Groupement, expert et financement", Fiches: fundingFiches(d)},
		{Title: "Conventions", Fiches: agreementFiches(d)},
		{Title: "Suivi", Fiches: followUpFiches(d)},
	}
	ids, numbers := paths(d, dossierSlots), map[string]string{}
	for i := range parts {
		parts[i].Number = i + 1
		for j := range parts[i].Fiches {
			f := &parts[i].Fiches[j]
			f.Number = fmt.Sprintf("%d.%d", i+1, j+1)
			f.marks = &d.Marks
			numbers[f.Key] = f.Number
			identify(f.Fields, ids, &d.Marks)
		}
	}
	for i := range parts {
		for j := range parts[i].Fiches {
			f := &parts[i].Fiches[j]
			f.Awaits = numbers[f.Awaits]
		}
	}
	return parts
}

// Fiches lists the fiches of all parts, in order.
func Fiches(parts []Part) []Fiche {
	var out []Fiche
	for _, p := range parts {
		out = append(out, p.Fiches...)
	}
	return out
}

// Each calls visit for every question of f, those inside rows after the list they belong to.
func (f Fiche) Each(visit func(Field)) {
	for _, q := range f.Fields {
		visit(q)
		for _, row := range q.Rows() {
			for _, c := range row {
				visit(c)
			}
		}
	}
}

// EachShown calls visit for every question of f that applies, those inside rows after the list they belong to. Nothing is
// said of the rows of a list that does not apply.
func (f Fiche) EachShown(visit func(Field)) {
	for _, q := range f.Fields {
		if !q.Shown() {
			continue
		}
		visit(q)
		for _, row := range q.Rows() {
			for _, c := range row {
				if c.Shown() {
					visit(c)
				}
			}
		}
	}
}

// FieldAt finds the question that is bound to p, a pointer into d, by looking through the fiches; ok is false when p is
// no answer of d.
func FieldAt(parts []Part, p any) (Field, bool) {
	for _, fiche := range Fiches(parts) {
		for _, f := range fiche.Fields {
			if f.at == p {
				return f, true
			}
		}
	}
	return Field{}, false
}

// Index maps the pointer of every answer, and the ID of every computed value, to its question.
func Index(parts []Part) map[any]Field {
	out := map[any]Field{}
	for _, fiche := range Fiches(parts) {
		fiche.Each(func(f Field) {
			if f.at == nil {
				out[f.ID] = f
			} else {
				out[f.at] = f
			}
		})
	}
	return out
}

// identify gives every field the JSON path of the answer it is bound to, so that a question and its answer can never be
// filed under different names.
func identify(fields []Field, ids map[any]string, marks *Marks) {
	for i := range fields {
		f := &fields[i]
		f.marks = marks
		if f.at != nil {
			f.ID = ids[f.at]
		}
		if f.rows != nil {
			f.rows = identified(f.rows, f, marks)
		}
	}
}

// identified returns r with the IDs of its rows' fields made from their keys; a column without a basis has that of its
// list.
func identified(r *rows, list *Field, marks *Marks) *rows {
	id, basis := list.ID, list.Basis
	named := *r
	named.all = func() [][]Field {
		all, keys := r.all(), r.names()
		for i, fields := range all {
			columns := r.columns(i)
			for j := range fields {
				name := fields[j].ID
				if fields[j].at != nil {
					name = columns[fields[j].at]
				}
				fields[j].ID = fmt.Sprintf("%s[%s].%s", id, keys[i], name)
				fields[j].marks = marks
				if fields[j].Basis == (Basis{}) {
					fields[j].Basis = basis
				}
			}
		}
		return all
	}
	return &named
}

// A slot is the place of an answer in its struct, and its JSON path.
type slot struct {
	index []int
	path  string
}

// dossierSlots are the places of the answers of a dossier.
var dossierSlots = slotsOf(reflect.TypeFor[Dossier]())

// slotsOf lists the answers of a struct type, those of the structs it holds included.
func slotsOf(t reflect.Type) []slot {
	var out []slot
	var walk func(t reflect.Type, index []int, prefix string)
	walk = func(t reflect.Type, index []int, prefix string) {
		for i := range t.NumField() {
			field := t.Field(i)
			at := append(slices.Clip(index), i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			switch {
			case name == "-":
			case field.Anonymous:
				walk(field.Type, at, prefix)
			case field.Type.Kind() == reflect.Struct:
				walk(field.Type, at, prefix+name+".")
			default:
				out = append(out, slot{at, prefix + name})
			}
		}
	}
	walk(t, nil, "")
	return out
}

// paths maps the address of every answer of root, a pointer to the struct of these slots, to its JSON path.
func paths(root any, slots []slot) map[any]string {
	out := make(map[any]string, len(slots))
	v := reflect.ValueOf(root).Elem()
	for _, s := range slots {
		out[v.FieldByIndex(s.index).Addr().Interface()] = s.path
	}
	return out
}

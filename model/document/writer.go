package document

import (
	"appuitechnique/model"
)

// A writer turns sentences and answers into blocks. Every answer it prints is found by its pointer, so its label and its
// way of being read are those of its question, and a renamed answer does not compile.
type writer struct {
	d      *model.Dossier
	fields map[any]model.Field
	blocks []Block
}

func newWriter(d *model.Dossier) *writer {
	return &writer{d: d, fields: model.Index(model.Form(d))}
}

func (w *writer) add(b Block) { w.blocks = append(w.blocks, b) }

// say joins sentences (string) and answers (Span, Spans or pointers into the dossier) into spans set as French type.
func (w *writer) say(parts ...any) Spans {
	var out Spans
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			out = append(out, Span{Text: p})
		case Span:
			out = append(out, p)
		case Spans:
			out = append(out, p...)
		default:
			out = append(out, w.of(p))
		}
	}
	return french(out)
}

// of prints the answer that p points to as people read it, or [à compléter : label].
func (w *writer) of(p any) Span {
	f := w.fields[p]
	if s := f.String(); s != "" && f.Shown() {
		return Span{Text: s, From: []string{f.ID}}
	}
	return Span{Text: "[à compléter : " + lowerFirst(f.Label) + "]", From: []string{f.ID}, Missing: true}
}

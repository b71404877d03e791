package storage

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"sync"

	"appuitechnique/model"
)

// A shape says where in the JSON of a dossier stands what a person typed: the texts, and neither the options nor the marks.
type shape struct {
	text   bool
	fields map[string]*shape
	items  *shape
}

// dossierShape is the shape of what Encode writes.
var dossierShape = sync.OnceValue(func() *shape {
	return &shape{fields: map[string]*shape{"dossier": shapeOf(reflect.TypeFor[model.Dossier]())}}
})

func shapeOf(t reflect.Type) *shape {
	switch {
	case t == reflect.TypeFor[string]():
		return &shape{text: true}
	case t.Kind() == reflect.Pointer:
		return shapeOf(t.Elem())
	case t.Kind() == reflect.Slice:
		if items := shapeOf(t.Elem()); items != nil {
			return &shape{items: items}
		}
	case t.Kind() == reflect.Struct:
		out := &shape{fields: map[string]*shape{}}
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			below := shapeOf(f.Type)
			switch {
			case below == nil || name == "-" || name == "id" || name == "key" || name == "marks":
			case f.Anonymous && name == "":
				for n, x := range below.fields {
					out.fields[n] = x
				}
			case name != "":
				out.fields[name] = below
			}
		}
		if len(out.fields) > 0 {
			return out
		}
	}
	return nil
}

// typedText returns all that was typed in a dossier, as Encode wrote it, one text a line.
func typedText(raw []byte) string {
	r := textReader{in: raw}
	r.value(dossierShape(), 0)
	return r.out.String()
}

// A textReader goes once through JSON that is known to be sound. Of any other it makes what it can.
type textReader struct {
	in  []byte
	at  int
	out strings.Builder
}

func (r *textReader) peek() byte {
	for r.at < len(r.in) {
		switch c := r.in[r.at]; c {
		case ' ', '\n', '\t', '\r', ',', ':':
			r.at++
		default:
			return c
		}
	}
	return 0
}

func (r *textReader) value(sh *shape, depth int) {
	if sh == nil {
		sh = &shape{}
	}
	switch c := r.peek(); {
	case depth > maxDepth || c == 0:
		r.at = len(r.in)
	case c == '"':
		if text := r.text(); sh.text {
			r.keep(text)
		}
	case c == '{':
		r.at++
		for c = r.peek(); c != '}' && c != 0; c = r.peek() {
			name := r.text()
			r.value(sh.fields[string(bytes.Trim(name, `"`))], depth+1)
		}
		r.at++
	case c == '[':
		r.at++
		for c = r.peek(); c != ']' && c != 0; c = r.peek() {
			r.value(sh.items, depth+1)
		}
		r.at++
	default:
		n := bytes.IndexAny(r.in[r.at:], ",]}\n\t ")
		if n <= 0 {
			n = len(r.in) - r.at
		}
		r.at += n
	}
}

// text steps over a string, and returns it with its quotes.
func (r *textReader) text() []byte {
	start := r.at
	for r.at++; r.at < len(r.in) && r.in[r.at] != '"'; r.at++ {
		if r.in[r.at] == '\\' {
			r.at++
		}
	}
	r.at++
	return r.in[start:min(r.at, len(r.in))]
}

func (r *textReader) keep(text []byte) {
	if len(text) <= 2 {
		return
	}
	plain := string(text[1 : len(text)-1])
	if strings.Contains(plain, `\`) {
		if json.Unmarshal(text, &plain) != nil {
			return
		}
	}
	r.out.WriteString(plain)
	r.out.WriteByte('\n')
}

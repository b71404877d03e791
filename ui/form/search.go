package form

import (
	"strings"

	"fyne.io/fyne/v2"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// search is the input of a choice among many: what is typed filters a list.
type search struct {
	q     *question
	combo *kit.Combo
}

func newSearch(q *question, find func(typed string) []kit.Item) *search {
	s := &search{q: q, combo: kit.NewCombo(find)}
	s.combo.OnPicked = s.write
	s.combo.OnTyped = s.write
	s.combo.OnResize = q.form.resized
	s.combo.Entry.OnFocus = q.came
	s.combo.Entry.OnLeave = func() { q.left = true }
	if q.field.Kind == model.KindCommune {
		s.combo.Entry.SetPlaceHolder("Nom, code postal ou code INSEE")
	} else {
		s.combo.Entry.SetPlaceHolder("Choisissez ou tapez quelques lettres")
	}
	return s
}

func (s *search) write(answer string) { s.q.form.answer(s.q, answer) }

func (s *search) object() fyne.CanvasObject { return s.combo }
func (s *search) focus() fyne.Focusable     { return s.combo.Entry }
func (s *search) mark(invalid bool)         { s.combo.Entry.Framed().SetInvalid(invalid) }
func (s *search) settle()                   { s.combo.Close() }

func (s *search) show(f model.Field) {
	if s.combo.Opened() {
		return
	}
	s.combo.SetLabel(s.label(f))
}

func (s *search) label(f model.Field) string {
	if f.Kind == model.KindCommune && f.Answered() && s.q.form.config.Commune != nil {
		if name := s.q.form.config.Commune(f.Text()); name != "" {
			return name
		}
	}
	if !f.Answered() {
		return f.Text()
	}
	return f.String()
}

// optionItems filters options by the words typed, accents and case ignored.
func optionItems(options []model.Option[string]) func(string) []kit.Item {
	return func(typed string) []kit.Item {
		words := strings.Fields(model.Fold(typed))
		var items []kit.Item
		for _, o := range options {
			if holds(model.Fold(o.Label+" "+o.Group), words) {
				items = append(items, kit.Item{Value: o.Value, Label: o.Label, Group: o.Group})
			}
		}
		return items
	}
}

func holds(text string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

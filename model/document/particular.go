package document

import (
	"strings"

	"appuitechnique/model"
)

// The particular clauses of a dossier: those that it adds to a paper, and those that stand in the place of an article.

// ownClauses lists the clauses that the town added to a paper.
func (w *writer) ownClauses(id model.Paper) []*model.Clause {
	var out []*model.Clause
	for _, c := range w.d.Clauses.List {
		if c.Paper == id && !c.Departs() && w.wants(&c.Text) {
			out = append(out, c)
		}
	}
	return out
}

// own prints a clause that the town added, after its title.
func (w *writer) own(c *model.Clause) Spans {
	text := w.worded(c, oneLine(c.Text))
	if !w.has(&c.Title) {
		return text
	}
	return w.say(w.from(strings.TrimRight(oneLine(c.Title), ". ")+". ", &c.Title), text)
}

// particular returns the article of the clauses that the town added to a convention, to stand after the others.
func (w *writer) particular(id model.Paper) []clause {
	list := w.ownClauses(id)
	if len(list) == 0 {
		return nil
	}
	return []clause{{"particular", "Clauses particulières", func(w *writer) {
		for _, c := range list {
			w.p(w.own(c))
		}
	}}}
}

// particularSection writes the clauses that the town added to a paper without articles.
func (w *writer) particularSection(id model.Paper, number string) {
	list := w.ownClauses(id)
	if len(list) == 0 {
		return
	}
	w.section(number, "Clauses particulières")
	for _, c := range list {
		w.text(w.own(c))
	}
}

// tailored puts in the place of the articles of a paper what the dossier replaces, and says which it leaves out: these keep
// their number, so that the others are still found under theirs.
func (w *writer) tailored(id model.Paper, list []clause) []clause {
	for i, a := range list {
		c := w.departure(id, a.key)
		switch {
		case c == nil:
		case c.Deed == model.ClauseRemoves:
			list[i].title += " (supprimé)"
			list[i].write = func(w *writer) {
				w.p(w.from("Les Parties conviennent de ne pas retenir cet article.", &c.Deed, &c.Article))
			}
		default:
			if w.has(&c.Title) {
				list[i].title = strings.TrimRight(oneLine(c.Title), ". ")
			}
			list[i].write = func(w *writer) { w.replacing(c) }
		}
	}
	return list
}

// departure finds the clause that stands in the place of an article; nil for an article of the standard text.
func (w *writer) departure(id model.Paper, key string) *model.Clause {
	for _, c := range w.d.Clauses.List {
		if c.Paper == id && c.Departs() && string(c.Article) == key {
			return c
		}
	}
	return nil
}

// replacing writes a clause as an article: one numbered paragraph a line, lines that begin with a dash as a list.
func (w *writer) replacing(c *model.Clause) {
	if !w.has(&c.Text) {
		w.p(&c.Text)
		return
	}
	var list []Spans
	for _, line := range lines(c.Text) {
		item, dashed := undashed(line)
		if dashed {
			list = append(list, w.worded(c, item))
			continue
		}
		w.items(list...)
		list = nil
		w.p(w.worded(c, line))
	}
	w.items(list...)
}

// worded returns a text of the clause c, its variables replaced by the answers that they name.
func (w *writer) worded(c *model.Clause, text string) Spans {
	f := w.field(&c.Text)
	parts, err := model.ParseClause(text)
	if err != nil || !f.Answered() {
		return Spans{lacking(f)}
	}
	var out Spans
	for _, p := range parts {
		if p.Variable == "" {
			out = append(out, Span{Text: p.Text, From: ids(f)})
			continue
		}
		out = append(out, w.quotedAnswer(f, p.Variable))
	}
	return out
}

// quotedAnswer is the answer that a variable of a clause names; one that can't be printed leads to the clause.
func (w *writer) quotedAnswer(clause model.Field, id string) Span {
	f, ok := w.asked(id)
	switch {
	case !ok:
		return Span{Text: "[à compléter : variable inconnue « " + oneLine(id) + " »]", From: ids(clause), Missing: true}
	case !f.Shown():
		return Span{Text: "[à compléter : " + wanted(f) + ", sans objet ici]", From: ids(clause), Missing: true}
	}
	w.use(f.ID)
	if !f.Answered() {
		return lacking(f)
	}
	return Span{Text: oneLine(f.String()), From: ids(f)}
}

// asked finds a question by its ID.
func (w *writer) asked(id string) (model.Field, bool) {
	for _, f := range w.fields {
		if f.ID == id {
			return f, true
		}
	}
	return model.Field{}, false
}

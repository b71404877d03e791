package document

import (
	"fmt"
	"strconv"
	"strings"

	"appuitechnique/model"
)

// A clause is one article of a convention. Its key names it in cross-references, its number is its place.
type clause struct {
	key, title string
	write      func(w *writer)
}

// standard lists the articles of the standard text of a paper, in order; each is written by what bears its key.
func standard(paper model.Paper, writes map[model.ArticleKey]func(*writer)) []clause {
	var out []clause
	for _, a := range model.StandardArticles(paper) {
		out = append(out, clause{string(a.Value), a.Label, writes[a.Value]})
	}
	return out
}

// An appendix is one annex of a convention: written here, or a piece to join before signing.
type appendix struct {
	key, title string
	write      func(w *writer) // nil for a piece to join
}

// number sets the articles and the annexes that ref and annex will name.
func (w *writer) number(list []clause, annexes []appendix) {
	w.articles = map[string]int{}
	for i, c := range list {
		w.articles[c.key] = i + 1
	}
	w.annexes = annexes
	for _, a := range annexes {
		if a.write == nil {
			w.needed = append(w.needed, w.say(lowerFirst(a.title)))
		}
	}
}

// clauses writes the articles; the number of a lone paragraph is dropped.
func (w *writer) clauses(list []clause) {
	for i, c := range list {
		w.article, w.paragraph = i+1, 0
		w.add(Article{Number: i + 1, Title: c.title})
		start := len(w.blocks)
		c.write(w)
		if w.paragraph > 1 {
			continue
		}
		for j, b := range w.blocks[start:] {
			if p, ok := b.(Paragraph); ok {
				p.Number = ""
				w.blocks[start+j] = p
			}
		}
	}
}

// ref names an article of this paper: « article 7 ».
func (w *writer) ref(key string) string {
	n, ok := w.articles[key]
	if !ok {
		w.wrong = append(w.wrong, "no article "+key)
	}
	if n == 1 {
		return "article 1er"
	}
	return "article " + strconv.Itoa(n)
}

// figure is the number of an article alone, for « des articles 6 et 7 ».
func (w *writer) figure(key string) string { return strings.TrimPrefix(w.ref(key), "article ") }

// annex names an annex of this paper: « annexe 3 ».
func (w *writer) annex(key string) string { return "annexe " + strconv.Itoa(w.annexNumber(key)) }

func (w *writer) annexNumber(key string) int {
	for i, a := range w.annexes {
		if a.key == key {
			return i + 1
		}
	}
	w.wrong = append(w.wrong, "no annex "+key)
	return 0
}

// listAnnexes says which annexes the convention has, and which of them are still to be joined.
func (w *writer) listAnnexes() {
	w.add(Label{Text: "Liste des annexes"})
	var items []Spans
	for i, a := range w.annexes {
		item := w.say(fmt.Sprintf("annexe %d : %s", i+1, lowerFirst(a.title)))
		if a.write == nil {
			item = w.say(item, " (pièce à joindre avant signature)")
		}
		items = append(items, item)
	}
	w.items(closed(items)...)
}

// writeAnnexes writes the annexes that this program can write, each on its page.
func (w *writer) writeAnnexes() {
	for i, a := range w.annexes {
		if a.write != nil {
			w.add(Annex{Number: i + 1, Title: a.title})
			a.write(w)
		}
	}
}

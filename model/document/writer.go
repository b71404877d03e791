package document

import (
	"fmt"
	"slices"
	"strings"

	"appuitechnique/model"
)

// A writer turns sentences and answers into blocks. Every answer it prints is found by its pointer, so its label and its
// way of being read are those of its question, and a renamed answer does not compile.
type writer struct {
	d       *model.Dossier
	fields  map[any]model.Field
	blocks  []Block
	annexed bool             // an annex is being written
	heading string           // the heading under which is written
	headed  int              // its rank among the blocks; -1 above the first
	uses    map[string][]Use // by question, where it is printed or looked at
	rough   bool             // the texts are not set as French type: only the uses are asked for
	needed  []Spans          // what is to be joined to the paper
	final   bool             // it is frozen: what only a draft says is left out
	wrong   []string         // what this package got wrong: an answer printed that no question asks, or that does not apply

	article, paragraph int            // where the numbering stands
	articles           map[string]int // number of each article of the paper, by its key
	annexes            []appendix     // in order
}

func newWriter(d *model.Dossier) *writer {
	return &writer{d: d, fields: model.Index(model.Form(d)), headed: -1, uses: map[string][]Use{}}
}

func (w *writer) add(blocks ...Block) {
	for i, b := range blocks {
		w.under(b, len(w.blocks)+i)
	}
	if w.rough {
		w.blocks = append(w.blocks, blocks...)
		return
	}
	for _, b := range blocks {
		w.blocks = append(w.blocks, typeset(b))
	}
}

// under follows the headings: what is written next stands under the last one, the sections of an annex under the annex.
func (w *writer) under(b Block, rank int) {
	_, annex := b.(Annex)
	_, section := b.(Section)
	if h := headingOf(b); h != "" && !(section && w.annexed) {
		w.heading, w.headed, w.annexed = h, rank, annex
	}
}

// say joins sentences (string) and answers (Span, Spans or pointers into the dossier) into spans; add sets them as French
// type.
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
	return out
}

// of prints the answer that p points to as people read it, or [à compléter : label]. A question that does not apply is
// never printed: whoever names it asks first whether it does.
func (w *writer) of(p any) Span {
	f := w.field(p)
	return w.put(p, oneLine(f.String()))
}

// put prints text, worded from the answer that p points to, or [à compléter : label] while it is unanswered.
func (w *writer) put(p any, text string) Span {
	f := w.field(p)
	switch {
	case !f.Shown():
		w.wrong = append(w.wrong, f.ID+" is printed though it does not apply")
		return Span{}
	case !f.Answered() || text == "":
		return lacking(f)
	}
	return Span{Text: text, From: ids(f)}
}

// either is put for an answer that is worded into the sentence: while it is unanswered, or none of those that can be worded,
// what lacks is named by words that the sentence can hold in its place.
func (w *writer) either(p any, text, words string) Span {
	s := w.put(p, text)
	if s.Missing {
		s.Text = "[à compléter : " + words + "]"
	}
	return s
}

// from marks text as coming from the questions of the pointers ps, those that apply.
func (w *writer) from(text string, ps ...any) Span {
	s := Span{Text: text}
	for _, p := range ps {
		if f := w.field(p); f.ID != "" && f.Shown() {
			s.From = append(s.From, f.ID)
		}
	}
	return s
}

// line prints an answer in the running text: its first letter small, its full stop dropped.
func (w *writer) line(p any) Span {
	s := w.of(p)
	if !s.Missing {
		s.Text = lowerFirst(strings.TrimRight(s.Text, ". "))
	}
	return s
}

// field finds the question of p and notes that this heading looks at it.
func (w *writer) field(p any) model.Field {
	f, ok := w.fields[p]
	if !ok {
		w.wrong = append(w.wrong, fmt.Sprintf("no question asks the %T printed under %q", p, w.heading))
		return model.Text("réponse", new(string))
	}
	w.use(f.ID)
	return f
}

func lacking(f model.Field) Span {
	return Span{Text: "[à compléter : " + wanted(f) + "]", From: ids(f), Missing: true}
}

// wanted words the label of a question as the name of what lacks: « Adhésion effective le » is read « adhésion effective,
// date ».
func wanted(f model.Field) string {
	label := strings.ReplaceAll(oneLine(f.Label), " : ", ", ")
	if f.Kind == model.KindDay && !strings.Contains(strings.ToLower(label), "date") {
		for _, tail := range []string{" le", " du", " datés", " daté", ",", ", prévue ou faite", ", prévue", ", donné", ","} {
			label = strings.TrimSuffix(label, tail)
		}
		label += ", date"
	}
	return lowerFirst(label)
}

func ids(f model.Field) []string {
	if f.ID == "" {
		return nil
	}
	return []string{f.ID}
}

// has reports whether the question of p applies and is answered: what is optional is printed only then.
func (w *writer) has(p any) bool {
	f := w.field(p)
	return f.Shown() && f.Answered()
}

// wants reports whether an answer is to be printed: its question applies, and it is answered or required. What is required
// and unanswered is then named as lacking.
func (w *writer) wants(p any) bool {
	f := w.field(p)
	return f.Shown() && (f.Answered() || f.IsRequired())
}

// text adds a paragraph without a number.
func (w *writer) text(parts ...any) { w.add(Paragraph{Text: w.say(parts...)}) }

// p adds the next numbered paragraph of the article.
func (w *writer) p(parts ...any) {
	w.paragraph++
	w.add(Paragraph{Number: fmt.Sprintf("%d.%d", w.article, w.paragraph), Text: w.say(parts...)})
}

// items adds a list.
func (w *writer) items(items ...Spans) {
	if len(items) > 0 {
		w.add(List{Items: items})
	}
}

// prose adds what a long answer says: one paragraph a line, lines that begin with a dash as a list.
func (w *writer) prose(p any) {
	f := w.field(p)
	if !f.Answered() {
		w.text(lacking(f))
		return
	}
	var list []Spans
	for _, line := range lines(f.String()) {
		item, dashed := undashed(line)
		if dashed {
			list = append(list, w.say(Span{Text: item, From: ids(f)}))
			continue
		}
		w.items(list...)
		list = nil
		w.text(Span{Text: line, From: ids(f)})
	}
	w.items(list...)
}

// stated adds what an answer says after its lead, by add: in the same sentence when it is short, else below, as it was
// typed.
func (w *writer) stated(add func(...any), lead string, p any) {
	f := w.field(p)
	typed := lines(f.String())
	if !f.Answered() || len(typed) == 1 && !strings.Contains(strings.TrimRight(typed[0], ". "), ". ") {
		add(lead+" : ", w.line(p), ".")
		return
	}
	add(lead + " :")
	w.prose(p)
}

// each returns one list item a line of a long answer; a lacking item when there is none.
func (w *writer) each(p any) []Spans {
	f := w.field(p)
	if !f.Answered() {
		return []Spans{w.say(lacking(f))}
	}
	var out []Spans
	for _, line := range lines(f.String()) {
		item, _ := undashed(line)
		out = append(out, Spans{{Text: item, From: ids(f)}})
	}
	return out
}

// phrases returns the items of each, to stand in a list that is one sentence: their first letters are small.
func (w *writer) phrases(p any) []Spans {
	out := w.each(p)
	for _, item := range out {
		if len(item) > 0 && !item[0].Missing {
			item[0].Text = lowerFirst(item[0].Text)
		}
	}
	return out
}

// inBold returns s set in bold.
func inBold(s Spans) Spans {
	out := slices.Clone(s)
	for i := range out {
		out[i].Style = Bold
	}
	return out
}

func bold(s string) Span   { return Span{Text: s, Style: Bold} }
func italic(s string) Span { return Span{Text: s, Style: Italic} }

// oneLine joins the lines of s into one sentence or several.
func oneLine(s string) string {
	var b strings.Builder
	for i, line := range lines(s) {
		if item, dashed := undashed(line); dashed {
			line = item
		}
		if i > 0 {
			b.WriteString(joint(b.String()))
		}
		b.WriteString(line)
	}
	return b.String()
}

// joint is what stands between two lines once joined: a semicolon after a line that has no end of its own.
func joint(before string) string {
	if strings.ContainsAny(before[len(before)-1:], ".;:,!?") {
		return " "
	}
	return " ; "
}

// lines cuts s into its lines that say something, trimmed.
func lines(s string) []string {
	var out []string
	for l := range strings.Lines(s) {
		if l = strings.TrimSpace(l); l != "" {
			out = append(out, l)
		}
	}
	return out
}

// undashed drops the dash or the bullet that begins a line of a list.
func undashed(line string) (string, bool) {
	for _, dash := range []string{"-", "–", "—", "•", "*"} {
		if rest, ok := strings.CutPrefix(line, dash); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return line, false
}

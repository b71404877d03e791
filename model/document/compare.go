package document

import (
	"strconv"
	"strings"

	"appuitechnique/model"
)

// A Version is a paper as it stood one day.
type Version struct {
	Answers *model.Dossier
	Number  int // 0: as the answers stand
	Frozen  model.Day
	Signed  model.Day // empty as long as it is not
}

// called names a version: « Version 2, figée le 16 novembre 2026 ».
func (v Version) called() string {
	if v.Number == 0 {
		return "Réponses actuelles, non figées"
	}
	return "Version " + strconv.Itoa(v.Number) + ", figée le " + v.Frozen.String()
}

// printed is the paper id as it is frozen.
func (v Version) printed(id model.Paper) (Document, error) {
	return Final(v.Answers, id, v.Number, v.Frozen)
}

// Compare writes what changed between two versions of the paper id: the answers, then the clauses, what was taken away
// struck through and what was added underlined. It fails on a paper that Compose does not write.
func Compare(id model.Paper, was, now Version) (Document, error) {
	before, err := was.printed(id)
	if err != nil {
		return Document{}, err
	}
	after, err := now.printed(id)
	if err != nil {
		return Document{}, err
	}
	w, doc := about(now.Answers, id, "Comparaison")
	doc.ID = Comparison.Of(id)
	w.add(Facts{Rows: []Fact{
		{"Document", w.say(Title(id))},
		{"Avant", w.say(was.called())},
		{"Après", w.say(now.called())},
	}})
	w.section("1", "Réponses modifiées")
	w.moves(Moved(was.Answers, now.Answers, id), model.Material(was.Answers), model.Material(now.Answers))
	w.section("2", "Clauses modifiées")
	list := changesOf(before.Blocks, after.Blocks)
	if len(list) == 0 {
		w.text("Aucune clause ne change.")
	} else {
		w.text("Ce qui est retiré est ", Span{Text: "barré", Change: Removed}, " ; ce qui est ajouté est ", Span{Text: "souligné", Change: Added},
			". Les clauses qui ne figurent pas ici ne changent pas.")
	}
	for _, c := range list {
		w.compared(c)
	}
	doc.Blocks = w.blocks
	return doc, nil
}

// about begins a paper that is about the paper id.
func about(d *model.Dossier, id model.Paper, title string) (*writer, Document) {
	w := newWriter(d)
	doc := Document{
		Title: title, Reference: d.Reference, Day: d.Changed, Specimen: d.Specimen, Bare: true,
		Organisation: frenchText(upperFirst(w.townName().String())), Subtitle: frenchText(Title(id) + " – " + w.subtitle()),
		Short: frenchText(title + " – " + Title(id)),
	}
	return w, doc
}

// moves lists the answers that changed, and whether that is material.
func (w *writer) moves(list []Move, was, now map[string]bool) {
	if len(list) == 0 {
		w.text("Aucune réponse de ce document n’a changé.")
		return
	}
	t := Table{Columns: []Column{{Title: "Question", Width: .34}, {Title: "Avant", Width: .25}, {Title: "Après", Width: .25}, {Title: "Portée", Width: .16}}}
	for _, m := range list {
		scope := "matérielle"
		if !was[m.Field] && !now[m.Field] {
			scope = "de forme"
		}
		t.Rows = append(t.Rows, []Spans{{{Text: m.Label, From: []string{m.Field}}}, w.say(given(m.Was)), w.say(given(m.Now)), w.say(scope)})
	}
	w.add(t)
}

func given(answer string) string {
	if answer = oneLine(answer); answer != "" {
		return answer
	}
	return "sans réponse"
}

// compared prints a chapter that changed: its heading, then its passages that did.
func (w *writer) compared(c Change) {
	heading, verb := c.Now.Heading, ""
	switch {
	case c.Was.Blocks == nil:
		verb = " (ajouté)"
	case c.Now.Blocks == nil:
		heading, verb = c.Was.Heading, " (retiré)"
	}
	if heading == "" {
		heading = "En tête"
	}
	w.add(Label{heading + verb})
	for _, r := range replaced(c.Was.passages(), c.Now.passages()) {
		for _, s := range differing(r[0], r[1]) {
			w.blocks = append(w.blocks, Paragraph{Text: parted(s)})
		}
	}
}

// replaced pairs the passages that changed with those that stand in their place; empty where there is none.
func replaced(before, after []string) [][2]string {
	var out [][2]string
	var gone, come []string
	settle := func() {
		for i := range max(len(gone), len(come)) {
			var r [2]string
			if i < len(gone) {
				r[0] = gone[i]
			}
			if i < len(come) {
				r[1] = come[i]
			}
			out = append(out, r)
		}
		gone, come = nil, nil
	}
	for _, p := range aligned(before, after) {
		switch {
		case p.now < 0:
			gone = append(gone, before[p.was])
		case p.was < 0:
			come = append(come, after[p.now])
		default:
			settle()
		}
	}
	settle()
	return out
}

// shortest is how many words two versions must share, one after the other, for a reader to take them for the same text.
const shortest = 4

// differing writes a passage in its two versions as one text; as two when they have too little in common to be read so.
func differing(was, now string) []Spans {
	a, b := strings.SplitAfter(was, " "), strings.SplitAfter(now, " ")
	var out Spans
	var gone, come, kept string
	same, run := 0, 0
	put := func(text string, c Edit) {
		if text != "" {
			out = append(out, Span{Text: text, Change: c})
		}
	}
	settle := func() {
		put(gone, Removed)
		put(come, Added)
		put(kept, Kept)
		gone, come, kept, run = "", "", "", 0
	}
	for _, p := range aligned(a, b) {
		if p.was >= 0 && p.now >= 0 {
			kept += a[p.was]
			same, run = same+1, run+1
			continue
		}
		if gone+come == "" || run >= shortest {
			settle()
		}
		gone, come, kept, run = gone+kept, come+kept, "", 0
		if p.now < 0 {
			gone += a[p.was]
		} else {
			come += b[p.now]
		}
	}
	settle()
	if was != "" && now != "" && 3*same < max(len(a), len(b)) {
		return []Spans{{{Text: was, Change: Removed}}, {{Text: now, Change: Added}}}
	}
	return []Spans{out}
}

// parted sets a blank between what was taken away and what stands in its place.
func parted(s Spans) Spans {
	var out Spans
	for i, p := range s {
		if i > 0 && s[i-1].Change == Removed && p.Change == Added && !strings.HasSuffix(s[i-1].Text, " ") {
			out = append(out, Span{Text: " "})
		}
		out = append(out, p)
	}
	return out
}

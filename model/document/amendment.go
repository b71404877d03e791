package document

import (
	"fmt"
	"slices"
	"strings"

	"appuitechnique/model"
)

// An Amendment is an avenant: what changes from a signed version of a convention to the answers of now, and nothing else.
type Amendment struct {
	Paper   model.Paper
	Number  int // of the avenant, from 1
	Was     Version
	Now     *model.Dossier
	Changes []Change

	title string // of the convention, as it was signed
}

// Amendable reports whether a paper is changed by avenants once it is signed; the others are frozen and signed again.
func Amendable(id model.Paper) bool { return id == model.PaperSupport || id == model.PaperSecondment }

// Amend prepares the avenant of a convention. It fails on a paper that is no convention.
func Amend(id model.Paper, number int, was Version, now *model.Dossier) (Amendment, error) {
	if !Amendable(id) {
		return Amendment{}, fmt.Errorf("amend paper %q: it is no convention", id)
	}
	before, err := was.printed(id)
	if err != nil {
		return Amendment{}, err
	}
	after, err := Version{Answers: now, Number: was.Number, Frozen: was.Frozen}.printed(id)
	return Amendment{id, number, was, now, changesOf(before.Blocks, after.Blocks), before.Title}, err
}

// Apply returns the blocks of the convention as a makes it read, blocks being those that were signed.
func (a Amendment) Apply(blocks []Block) []Block {
	list := chapters(blocks)
	find := func(key string) int { return slices.IndexFunc(list, func(c Chapter) bool { return c.key == key }) }
	for _, c := range a.Changes {
		switch {
		case c.Was.Blocks == nil:
			list = slices.Insert(list, find(c.after)+1, c.Now)
		case c.Now.Blocks == nil:
			list = slices.DeleteFunc(list, func(x Chapter) bool { return x.key == c.Was.key })
		default:
			if i := find(c.Was.key); i >= 0 {
				list[i] = c.Now
			}
		}
	}
	var out []Block
	for _, c := range list {
		out = append(out, c.Blocks...)
	}
	return out
}

// Document writes the avenant, a draft unless ready.
func (a Amendment) Document(ready bool) Document {
	w, doc := about(a.Now, a.Paper, fmt.Sprintf("Avenant n° %d", a.Number))
	doc.ID, doc.Draft, doc.Version = AmendmentSheet.Of(a.Paper), !ready, fmt.Sprintf("a%d", a.Number)
	if !ready {
		doc.Version = "projet"
	}
	doc.Title = frenchText(fmt.Sprintf("Avenant n° %d à la %s", a.Number, lowerFirst(a.title)))
	doc.Subtitle = frenchText(w.subtitle())
	doc.Initials = w.paraphes(2)
	w.final = ready
	w.advice()
	w.amendedParties(a)
	w.add(Label{"Exposé"})
	w.text("La ", lowerFirst(a.title), w.signedOn(a.Was), " est modifiée dans les conditions qui suivent. Les articles et les annexes qui ne "+
		"sont pas repris ci-après demeurent inchangés.")
	n := 0
	for _, c := range a.Changes {
		if apart(c) {
			continue
		}
		n++
		w.article = n
		w.amended(n, c)
	}
	w.add(Article{Number: n + 1, Title: "Entrée en vigueur"})
	w.text("Le présent avenant entre en vigueur à la date de sa signature par la dernière des Parties. Il fait partie intégrante de la " +
		"convention, dont toutes les autres stipulations restent applicables.")
	w.amendmentSignatures(a.Paper)
	for _, c := range a.Changes {
		if _, annex := headOf(c.Now).(Annex); annex {
			w.blocks = append(w.blocks, c.Now.Blocks...)
		}
	}
	doc.Blocks = w.blocks
	return doc
}

func (w *writer) signedOn(v Version) string {
	if v.Signed == "" {
		return ", dans sa version " + fmt.Sprint(v.Number) + " figée le " + v.Frozen.String() + ","
	}
	return ", signée le " + v.Signed.String() + ","
}

// apart reports whether a chapter that changed is said elsewhere than in an article of the avenant: its own parties and
// signatories.
func apart(c Change) bool {
	key := c.Now.key
	if c.Now.Blocks == nil {
		key = c.Was.key
	}
	return key == "" || key == "label Entre" || key == "signatures"
}

// headOf is the heading of a chapter; nil for one that was taken away.
func headOf(c Chapter) Block {
	if len(c.Blocks) == 0 {
		return nil
	}
	return c.Blocks[0]
}

// amendedParties introduces the parties as they are, then as they were where that changed.
func (w *writer) amendedParties(a Amendment) {
	w.add(Label{"Entre"})
	if a.Paper == model.PaperSecondment {
		w.groupParty()
	} else {
		w.bankParty()
	}
	w.add(Label{"et"})
	w.townParty(&w.d.Council.Signing)
	w.text("étant ci-après dénommées ensemble « ", bold("les Parties"), " »,")
	i := slices.IndexFunc(a.Changes, func(c Change) bool { return c.Now.key == "label Entre" })
	if i < 0 {
		w.text("La désignation des Parties est celle de la convention.")
		return
	}
	w.add(Label{"Désignation des Parties dans la convention"})
	for _, b := range a.Changes[i].Was.Blocks {
		if p, ok := b.(Paragraph); ok && !p.Right {
			w.blocks = append(w.blocks, p)
		}
	}
	w.text("Cette désignation est remplacée par celle qui figure en tête du présent avenant.")
}

// amended writes one article of the avenant: what it replaces, then the new text.
func (w *writer) amended(n int, c Change) {
	now := c.Now
	if now.Blocks == nil {
		w.add(Article{Number: n, Title: "Suppression"})
		w.text(sentenceOf(c.Was) + " est " + agreeing(c.Was, "supprimé") + ".")
		return
	}
	verb := " est " + agreeing(now, "remplacé") + " par le texte suivant :"
	title := "Modification"
	of := c.Was
	if c.Was.Blocks == nil {
		of, title, verb = now, "Ajout", " est "+agreeing(now, "ajouté")+" à la convention, dans ces termes :"
	}
	if _, annex := headOf(now).(Annex); annex {
		verb = strings.TrimSuffix(verb, " par le texte suivant :")
		verb = strings.TrimSuffix(verb, ", dans ces termes :")
		if c.Was.Blocks != nil {
			verb += " par celle qui est jointe au présent avenant."
		} else {
			verb += " ; elle est jointe au présent avenant."
		}
	}
	w.add(Article{Number: n, Title: title + " " + ofChapter(of)})
	w.text(sentenceOf(of) + verb)
	if _, annex := headOf(now).(Annex); annex {
		return
	}
	w.blocks = append(w.blocks, now.Blocks[1:]...)
}

// sentenceOf names a chapter as the subject of a sentence.
func sentenceOf(c Chapter) string {
	switch k := headOf(c).(type) {
	case Article:
		return fmt.Sprintf("L’article %s « %s »", ordinal(k.Number), k.Title)
	case Annex:
		return fmt.Sprintf("L’%s « %s »", strings.ToLower(k.Called()), k.Title)
	}
	return "Le texte placé sous l’intitulé « " + c.Heading + " »"
}

// ofChapter names a chapter after « modification ».
func ofChapter(c Chapter) string {
	switch k := headOf(c).(type) {
	case Article:
		return fmt.Sprintf("de l’article %s", ordinal(k.Number))
	case Annex:
		return "de l’" + strings.ToLower(k.Called())
	}
	return "de la partie « " + c.Heading + " »"
}

func ordinal(n int) string {
	if n == 1 {
		return "1er"
	}
	return fmt.Sprint(n)
}

// agreeing makes a participle agree with the name of a chapter: an annex is feminine.
func agreeing(c Chapter, participle string) string {
	if _, annex := headOf(c).(Annex); annex {
		return participle + "e"
	}
	return participle
}

// amendmentSignatures closes the avenant in the form of the convention.
func (w *writer) amendmentSignatures(id model.Paper) {
	if id == model.PaperSecondment {
		secondmentSignatures(w)
		return
	}
	supportSignatures(w)
}

// Erratum writes the sheet that corrects a paper where nothing changes of what was agreed: what was printed, and what is to be
// read. It is Advice when an answer that binds the parties changed, and fails on a paper that Compose does not write.
func Erratum(id model.Paper, was Version, now *model.Dossier) (Document, error) {
	if list := Binding(was.Answers, now, id); len(list) > 0 {
		return Document{}, model.Advice("« " + list[0].Label + " » engage les signataires : ce changement demande un avenant ou une nouvelle version, " +
			"et non un erratum.")
	}
	before, err := was.printed(id)
	if err != nil {
		return Document{}, err
	}
	after, err := Version{Answers: now, Number: was.Number, Frozen: was.Frozen}.printed(id)
	if err != nil {
		return Document{}, err
	}
	w, doc := about(now, id, "Erratum")
	doc.ID = ErratumSheet.Of(id)
	w.text("Le présent erratum corrige des mentions de forme du document ci-dessous. Il ne modifie pas les engagements des Parties. Il est joint " +
		"à chaque exemplaire.")
	w.add(Facts{Rows: []Fact{{"Document", w.say(before.Title)}, {"Version corrigée", w.say(was.called())}}})
	t := Table{Columns: []Column{{Title: "Endroit", Width: .24}, {Title: "Au lieu de", Width: .38}, {Title: "Lire", Width: .38}}}
	for _, c := range changesOf(before.Blocks, after.Blocks) {
		t.Rows = append(t.Rows, corrections(c)...)
	}
	if len(t.Rows) == 0 {
		w.text("Rien n’est à corriger.")
	} else {
		w.add(t)
	}
	w.add(Signatures{Place: w.done(nil), Parties: []Signatory{w.townSignatory(nil)}})
	doc.Blocks = w.blocks
	return doc, nil
}

// corrections are the rows of an erratum for one chapter.
func corrections(c Change) [][]Spans {
	heading := c.Now.Heading
	if c.Now.Blocks == nil {
		heading = c.Was.Heading
	}
	before, after := c.Was.passages(), c.Now.passages()
	var out [][]Spans
	for _, r := range replaced(before, after) {
		from, to := Spans{{Text: "(rien)"}}, Spans{{Text: "(supprimé)"}}
		if r[0] != "" {
			from = without(Added, r)
		}
		if r[1] != "" {
			to = without(Removed, r)
		}
		out = append(out, []Spans{{{Text: heading}}, from, to})
	}
	return out
}

// without is one of the two versions of a passage, what differs in it marked.
func without(c Edit, versions [2]string) Spans {
	var out Spans
	for _, s := range slices.Concat(differing(versions[0], versions[1])...) {
		if s.Change != c {
			out = append(out, s)
		}
	}
	return out
}

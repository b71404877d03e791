package document

import (
	"slices"

	"appuitechnique/model"
)

// due prints an answer that is only asked once another one is given: the stage of the mission, the day of a vote. Until
// then it is named as lacking, and leads first to the question that opens it.
func (w *writer) due(p, opener any) Span {
	f := w.field(p)
	if f.Shown() {
		return w.of(p)
	}
	s := lacking(f)
	s.From = append(ids(w.field(opener)), s.From...)
	return s
}

// life is due for an answer that the advance of the mission opens.
func (w *writer) life(p any) Span { return w.due(p, &w.d.FollowUp.Stage) }

// lifeProse adds a long answer of the life of the mission, or names it as lacking.
func (w *writer) lifeProse(p any) {
	if w.has(p) {
		w.prose(p)
		return
	}
	w.text(w.life(p))
}

// pieces closes a paper with what is to be joined to it.
func (w *writer) pieces(number string, items ...Spans) {
	w.section(number, "Pièces à joindre")
	w.join(items...)
}

// join lists what is to be joined to a paper; the bordereau lists it again.
func (w *writer) join(items ...Spans) {
	w.needed = append(w.needed, items...)
	w.items(closed(slices.Clone(items))...)
}

// piece is one item of pieces.
func (w *writer) piece(parts ...any) Spans { return w.say(parts...) }

// boxes adds the boxes of those who sign a paper that is no convention, under where and when it is made.
func (w *writer) boxes(place *string, day *model.Day, parties ...Signatory) {
	w.add(Signatures{Place: w.made(place, day, len(parties)), Parties: parties})
}

// made says where and when a paper is made that so many people sign, with rules where a hand writes; place and day may be nil.
func (w *writer) made(place *string, day *model.Day, signatories int) Spans {
	s := &w.d.Signing
	switch {
	case s.Mode == model.SigningElectronic && signatories > 1:
		return w.say(w.from("Signé électroniquement, à la date de la dernière signature ci-dessous.", &s.Mode))
	case s.Mode == model.SigningElectronic:
		return w.say(w.from("Signé électroniquement par la personne ci-dessous, à la date de sa signature.", &s.Mode))
	}
	where := w.say("Fait à ………………………………")
	if place != nil && w.has(place) {
		where = w.say("Fait ", w.put(place, atPlace(oneLine(*place))))
	}
	if day != nil && w.has(day) {
		return w.say(where, ", le ", day)
	}
	return w.say(where, ", le ………………………………")
}

// mayorSignatory is the box of the mayor himself, whoever signs the conventions.
func (w *writer) mayorSignatory(basis ...any) Signatory {
	m := &w.d.Signatories.Mayor
	return Signatory{Key: "maire", For: w.say("Pour la ", w.townName()), Name: w.person(m), Quality: w.quality(m), Basis: w.say(basis...)}
}

// parties says once how a paper calls the town and the group.
func (w *writer) parties() []Fact {
	return []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Groupement d’employeurs", w.say(upperAll(w.group("")), " (« le Groupement »)")},
	}
}

// optional adds a row for an answer that is only printed where it is given.
func (w *writer) optional(rows []Fact, label string, p any, after ...any) []Fact {
	if !w.has(p) {
		return rows
	}
	return append(rows, Fact{label, w.say(append([]any{p}, after...)...)})
}

// supportCited names the convention de soutien: its number where it has one, its day where it is set.
func (w *writer) supportCited() Spans {
	s := &w.d.Support
	out := w.say("convention de soutien")
	if w.has(&s.Number) {
		out = w.say(out, " n° ", &s.Number)
	}
	return w.say(out, " du ", &s.Signed)
}

// secondmentCited names the convention de mise à disposition.
func (w *writer) secondmentCited() Spans {
	s := &w.d.Secondment
	out := w.say("convention de mise à disposition")
	if w.has(&s.Number) {
		out = w.say(out, " n° ", &s.Number)
	}
	return w.say(out, " du ", &s.Signed)
}

// expertCited names the expert once found.
func (w *writer) expertCited() Spans {
	if w.d.Expert.Found == model.Yes {
		return w.expertName()
	}
	return w.say(w.from("à désigner par le Groupement", &w.d.Expert.Found))
}

// quoted cites the presentation: its words, and the heading under which they stand.
func quoted(words, heading string) Spans {
	return Spans{{Text: "« " + words + " »", Style: Italic}, {Text: " (présentation de l’appui technique, septembre 2023, « " + heading + " »)"}}
}

// The headings of the presentation that the papers cite.
const (
	headContents  = "Définition des contenus et de la durée des missions"
	headAmbitions = "L’ambition de la Banque des Territoires au service de la concrétisation des projets"
)

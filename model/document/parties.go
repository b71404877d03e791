package document

import (
	"strings"

	"appuitechnique/model"
)

// The party to every act is the Caisse des dépôts et consignations: the Banque des Territoires is one of its directions,
// not a legal person (domain §1.0).
const bankIdentity = "La Caisse des dépôts et consignations, établissement spécial créé par la loi du 28 avril 1816, régi par " +
	"les articles L. 518-2 et suivants du code monétaire et financier, dont le siège est situé 56, rue de Lille, 75007 Paris"

// An owner is how the papers call the beneficiary. Both words are feminine, so that one sentence suits both.
type owner struct {
	Name    string // « Commune », as defined
	Council string
	Head    string // who represents it
}

func (w *writer) owner() owner {
	if w.d.Town.Kind == model.OwnerEPCI {
		return owner{Name: "Communauté", Council: "conseil communautaire", Head: "l’exécutif de la Communauté"}
	}
	return owner{Name: "Commune", Council: "conseil municipal", Head: w.mayorCalled()}
}

// mayorCalled is how the papers call the office of the one who holds it: « la maire » where she is a woman.
func (w *writer) mayorCalled() string {
	if w.d.Signatories.Mayor.Civility == model.Madam {
		return "la maire"
	}
	return "le maire"
}

// town names the beneficiary as defined in the act: « la Commune ».
func (w *writer) town() string { return "la " + w.owner().Name }

// theTown begins a sentence with town.
func (w *writer) theTown() string { return "La " + w.owner().Name }

// townName names the beneficiary without its article: « commune de Riom », or the name of the EPCI.
func (w *writer) townName() Spans {
	t := &w.d.Town
	if t.Kind == model.OwnerEPCI {
		return Spans{w.of(&t.EPCI)}
	}
	if t.Name == "" {
		return Spans{{Text: "commune de "}, w.of(&t.Name)}
	}
	return Spans{w.from("commune "+ofPlace(t.Name), &t.Name)}
}

// person writes a name as people sign: « Mme Anne Martin »; whatever lacks is named.
func (w *writer) person(i *model.Identity) Spans {
	return w.named(&i.Civility, &i.FirstName, &i.LastName)
}

func (w *writer) named(civility *model.Civility, firstName, lastName *string) Spans {
	first, last := w.of(firstName), w.of(lastName)
	if first.Missing && last.Missing {
		return Spans{last}
	}
	title := map[model.Civility]string{model.Madam: "Mme ", model.Sir: "M. "}[*civility]
	if title == "" {
		return w.say(first, " ", last)
	}
	return w.say(w.from(title, civility), first, " ", last)
}

// personAs writes a name and the quality under which it signs: « Mme Anne Martin, maire ».
func (w *writer) personAs(i *model.Identity) Spans {
	return w.say(w.person(i), ", ", w.line(&i.Quality))
}

// interlocutor is what the référent is for the expert.
func (w *writer) interlocutor() Span {
	c := &w.d.Steering.Referent.Civility
	if *c == model.Madam {
		return w.from("interlocutrice", c)
	}
	return w.from("interlocuteur", c)
}

// bankParty introduces the Caisse des dépôts.
func (w *writer) bankParty() {
	s, t := &w.d.Signatories, &w.d.Town
	w.text(bold("La Caisse des dépôts et consignations"), bankIdentity[len("La Caisse des dépôts et consignations"):],
		", représentée par ", w.personAs(&s.Bank), ", agissant en vertu d’un arrêté portant délégation de signature en date du ",
		&s.BankDelegation, ", et intervenant par sa direction dénommée Banque des Territoires, Direction régionale ", &t.Office,
		w.address(&s.BankAddress), ",")
	w.add(Paragraph{Right: true, Text: w.say("ci-après dénommée « ", bold("la Caisse des dépôts"), " »,")})
}

// address adds « , située … » when the address is given.
func (w *writer) address(p *string) Spans {
	if !w.wants(p) {
		return nil
	}
	return w.say(", située ", p)
}

// townParty introduces the beneficiary; act is the vote that authorises the signature.
func (w *writer) townParty(act *model.Act) {
	t, s, o := &w.d.Town, &w.d.Signatories, w.owner()
	text := w.say(inBold(w.say("La ", w.townName())), ", dont le siège est situé ", &t.Address)
	if w.wants(&t.SIREN) {
		text = w.say(text, ", identifiée sous le numéro SIREN ", &t.SIREN)
	}
	text = w.say(text, ", représentée par ", w.personAs(s.Signer()))
	if s.Delegated == model.Yes {
		text = w.say(text, ", agissant par délégation en vertu de l’arrêté n° ", &s.DelegationOrder, " du ", &s.DelegationDay,
			" et de la ", w.vote(act))
	} else {
		text = w.say(text, ", agissant en vertu de la ", w.vote(act))
	}
	w.text(text, ",")
	w.add(Paragraph{Right: true, Text: w.say("ci-après dénommée « ", bold("la "+o.Name), " »,")})
}

// groupParty introduces the groupement d’employeurs.
func (w *writer) groupParty() {
	g := &w.d.Group
	text := w.say(inBold(w.group("Le ")), ", ", w.groupForm(), ", dont le siège est situé ", &g.Address)
	if w.wants(&g.RNA) {
		text = w.say(text, ", inscrit au répertoire national des associations sous le numéro ", &g.RNA)
	}
	text = w.say(text, ", identifié sous le numéro SIRET ", &g.SIRET)
	if w.wants(&g.APE) {
		text = w.say(text, " (code APE ", &g.APE, ")")
	}
	text = w.say(text, ", représenté par ", w.personAs(&g.President))
	if w.wants(&g.PresidentBasis) {
		text = w.say(text, ", ayant tous pouvoirs à cet effet (", w.line(&g.PresidentBasis), ")")
	}
	w.text(text, ",")
	w.add(Paragraph{Right: true, Text: w.say("ci-après dénommé « ", bold("le Groupement"), " »,")})
}

// group names the group after an article, or without one: « le groupement d’employeurs Exemple ». A name that begins
// with the word is not doubled.
func (w *writer) group(article string) Spans {
	g := &w.d.Group
	if strings.HasPrefix(model.Fold(g.Name), "groupement") {
		return w.say(w.from(article, &g.Name), &g.Name)
	}
	return w.say(article+"groupement d’employeurs ", &g.Name)
}

// groupForm says what the group is in law (C. trav. L1253-2).
func (w *writer) groupForm() Span {
	g := &w.d.Group
	switch g.Form {
	case model.GroupAssociation:
		return w.put(&g.Form, "association à but non lucratif régie par la loi du 1er juillet 1901")
	case model.GroupCooperative:
		return w.put(&g.Form, "société coopérative")
	case model.GroupLocalLaw:
		return w.put(&g.Form, "association à but non lucratif régie par le droit local")
	}
	return w.of(&g.Form)
}

// vote names a délibération: « délibération n° 2026-045 du conseil municipal en date du 12 mars 2026 ».
func (w *writer) vote(act *model.Act) Spans {
	return w.say("délibération n° ", &act.Number, " du "+w.owner().Council+" en date du ", &act.Day)
}

// unconfirmed warns that a parameter still waits for the Direction régionale.
func (w *writer) unconfirmed(c *model.Confirmation) Spans {
	if c.Given() {
		return nil
	}
	warning := w.from(" (à confirmer avec la Direction régionale)", &c.By, &c.Day)
	warning.Style = Italic
	return Spans{warning}
}

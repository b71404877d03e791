package document

import (
	"strings"

	"appuitechnique/model"
)

// What several papers say in the same words.

// programme recalls what the scheme answers, and its three ambitions.
func (w *writer) programme() {
	w.text("Le programme Action Cœur de Ville soutient la redynamisation des villes moyennes. Dans ce cadre, la Caisse des " +
		"dépôts, par sa direction Banque des Territoires, accompagne la concrétisation des projets avec trois ambitions : " +
		"influer sur la trajectoire d’évolution des territoires ; accélérer leur capacité de transformation et de " +
		"concrétisation des projets ; renforcer leur potentiel d’innovation, notamment en matière de sobriété foncière, " +
		"d’adaptation au changement climatique et de transition numérique.")
	w.text("De nombreuses collectivités rencontrent un déficit de maîtrise d’ouvrage pour concevoir et piloter des projets " +
		"urbains complexes et partenariaux. L’appui technique y répond, à titre expérimental, par la mise à disposition à " +
		"mi-temps d’un expert opérationnel, salarié d’un groupement d’employeurs, sur un projet déterminé.")
}

// projectIdentity says which project, what it is, where and with whom.
func (w *writer) projectIdentity() {
	p := &w.d.Project
	w.text(w.theTown()+" porte le projet « ", &p.Title, " ».")
	w.prose(&p.Summary)
	if w.wants(&p.Complexity) {
		w.stated(w.text, "Sa complexité tient aux éléments suivants", &p.Complexity)
	}
	if sites := w.sites(); len(sites) > 0 {
		w.text(plural(len(sites), "Site") + " du projet :")
		w.items(sites...)
	}
	if actors := w.actors(); len(actors) > 0 {
		w.text("Parties prenantes du projet, dont l’expert est l’interlocuteur technique :")
		w.items(actors...)
	}
}

// sites lists the places of the project.
func (w *writer) sites() []Spans {
	var out []Spans
	for _, s := range w.d.Project.Sites {
		if !w.wants(&s.Name) {
			continue
		}
		item := w.say(&s.Name)
		if w.wants(&s.Address) {
			item = w.say(item, ", ", &s.Address)
		}
		if w.wants(&s.Parcels) {
			item = w.say(item, ", parcelles ", &s.Parcels)
		}
		if w.wants(&s.Area) {
			item = w.say(item, ", environ ", &s.Area, " m²")
		}
		out = append(out, item)
	}
	return closed(out)
}

// actors lists the parties to the project besides the town.
func (w *writer) actors() []Spans {
	var out []Spans
	for _, a := range w.d.Project.Actors {
		if !w.wants(&a.Name) {
			continue
		}
		item := w.say(&a.Name)
		if w.wants(&a.Role) {
			item = w.say(item, " : ", w.line(&a.Role))
		}
		out = append(out, item)
	}
	return closed(out)
}

// closed ends the items of a list: a semicolon each, a full stop for the last.
func closed(items []Spans) []Spans {
	for i, item := range items {
		mark := " ;"
		if i == len(items)-1 {
			mark = "."
		}
		items[i] = append(trimmed(item), Span{Text: mark})
	}
	return items
}

// trimmed drops the punctuation that ends an item, so that the list can set its own.
func trimmed(s Spans) Spans {
	out := append(Spans{}, s...)
	if n := len(out) - 1; n >= 0 && !out[n].Missing {
		out[n].Text = strings.TrimRight(out[n].Text, " .;"+wide+narrow)
	}
	return out
}

// months prints the duration: « dix-huit (18) mois ».
func (w *writer) months() Span {
	m := &w.d.Mission
	return w.put(&m.Months, counted(m.Months, "mois"))
}

// missionEnd prints the last day of the mission, once it can be computed.
func (w *writer) missionEnd() Span {
	m := &w.d.Mission
	if end := m.End(); end != "" {
		return w.from(end.String(), &m.Start, &m.Months)
	}
	s := w.from("[à compléter : date de fin de la mission]", &m.Start, &m.Months)
	s.Missing = true
	return s
}

// indicators lists what the mission is judged on: what the town chose, and the three ambitions of the programme.
func (w *writer) indicators() []Spans {
	return closed(append(w.phrases(&w.d.Steering.Indicators),
		w.say("contribution du projet à la trajectoire d’évolution du territoire (démographie, environnement, économie)"),
		w.say("contribution de la mission à la capacité de transformation et de concrétisation des projets de la collectivité"),
		w.say("contribution du projet à l’innovation : sobriété foncière, adaptation au changement climatique, "+
			"transition numérique"),
	))
}

// deliverables says who owns what the expert produces.
func (w *writer) deliverables(of string) {
	w.p("Les études, documents, données et livrables issus " + of + " sont la propriété de " + w.town() + ", qui en dispose " +
		"librement, sous réserve des droits des tiers.")
}

// secrecy binds the parties to confidentiality for some years after the end.
func (w *writer) secrecy() {
	years := &w.d.Support.SecretYears
	w.p("Les informations non publiques échangées à l’occasion de la présente convention et signalées comme confidentielles " +
		"ne peuvent être communiquées à des tiers sans l’accord de la Partie qui les a transmises. Elles ne sont utilisées " +
		"que pour l’exécution de la convention.")
	w.p("Cette obligation ne s’applique pas aux informations publiques ou déjà connues, ni à celles dont la communication est " +
		"imposée par la loi, par une juridiction ou par une autorité de contrôle. Les Parties rappellent que la présente " +
		"convention est un document administratif communicable dans les conditions du code des relations entre le public et " +
		"l’administration.")
	w.p("L’obligation de confidentialité s’applique pendant l’exécution de la convention et ",
		w.put(years, counted(*years, "an")), " après son terme.")
}

// personalData is the clause on personal data; roles says who answers for what, each is the subject of what follows.
func (w *writer) personalData(roles, each string) {
	c := &w.d.Contacts
	w.p(roles + " " + each + " se conforme au règlement (UE) 2016/679 du 27 avril 2016 et à la loi n° 78-17 du 6 janvier " +
		"1978 modifiée.")
	w.p("Seules sont échangées les données nécessaires au suivi de la mission. Les données relatives à l’Expert se limitent à " +
		"son identité, à ses qualifications et à son temps de travail ; elles sont conservées pendant la durée de la mission, " +
		"puis archivées pendant la durée légale de justification des dépenses.")
	rights := "Les personnes concernées exercent leurs droits auprès de la Partie responsable du traitement"
	if w.wants(&c.DataOfficer) {
		w.p(rights+" ; pour "+w.town()+", auprès du délégué à la protection des données : ", &c.DataOfficer, ".")
		return
	}
	w.p(rights + ".")
}

// amendment says that only a written amendment changes the convention.
func (w *writer) amendment(who string) {
	w.p("La présente convention et ses annexes ne peuvent être modifiées que par un avenant " +
		"écrit, signé par " + who + " dans les mêmes formes que la convention.")
}

// disputes names the law and, after an amicable phase, the court.
func (w *writer) disputes(court ...any) {
	w.p("La présente convention est soumise au droit français.")
	w.p("Les différends nés de sa formation, de son exécution ou de son interprétation font d’abord l’objet d’une recherche " +
		"de règlement amiable. Celle-ci est réputée avoir échoué si aucun accord écrit n’intervient dans les deux (2) mois de " +
		"la première demande.")
	w.p(append([]any{"À défaut d’accord amiable, le litige est porté devant "}, court...)...)
}

// court names the tribunal administratif of the town.
func (w *writer) court() Spans {
	t := &w.d.Town
	if t.Court == "" {
		return w.say("tribunal administratif de ", &t.Court)
	}
	return w.say("tribunal administratif ", w.put(&t.Court, ofPlace(t.Court)))
}

// done says where, when and in how many copies: dotted rules only where a hand writes; place is nil where none is asked.
func (w *writer) done(place *string) Spans {
	s := &w.d.Signing
	if s.Mode == model.SigningElectronic {
		return w.say(w.from("Signé électroniquement, à la date de la dernière signature ci-dessous.", &s.Mode))
	}
	where := w.say("Fait à ………………………………")
	if place != nil && w.wants(place) {
		where = w.say("Fait ", w.put(place, atPlace(oneLine(*place))))
	}
	copies := counted(s.Copies, "exemplaires originaux")
	if s.Copies == 1 {
		copies = "un (1) exemplaire original"
	}
	return w.say(where, ", en ", w.either(&s.Copies, copies, "nombre d’exemplaires originaux"), ", le ………………………………")
}

// townSignatory is the box of the town; act is the vote that empowers its signatory, or nil.
func (w *writer) townSignatory(act *model.Act) Signatory {
	s := &w.d.Signatories
	who := s.Signer()
	box := Signatory{Key: "maire", For: w.say("Pour la ", w.townName()), Name: w.person(who), Quality: w.quality(who)}
	if s.Delegated == model.Yes {
		box.Basis = w.say("Arrêté de délégation n° ", &s.DelegationOrder, " du ", &s.DelegationDay)
		return box
	}
	if act != nil {
		box.Basis = w.say("Délibération n° ", &act.Number, " du ", &act.Day)
	}
	return box
}

func (w *writer) bankSignatory() Signatory {
	s := &w.d.Signatories
	return Signatory{Key: "cdc", For: w.say("Pour la Caisse des dépôts et consignations"), Name: w.person(&s.Bank),
		Quality: w.quality(&s.Bank), Basis: w.say("Arrêté de délégation de signature du ", &s.BankDelegation)}
}

func (w *writer) groupSignatory() Signatory {
	g := &w.d.Group
	box := Signatory{Key: "groupement", For: w.say("Pour ", w.group("le ")), Name: w.person(&g.President),
		Quality: w.quality(&g.President)}
	if w.wants(&g.PresidentBasis) {
		box.Basis = upperAll(w.say(&g.PresidentBasis))
	}
	return box
}

// quality prints a function under a name, as in a box to sign.
func (w *writer) quality(i *model.Identity) Spans {
	s := w.of(&i.Quality)
	if !s.Missing {
		s.Text = upperFirst(s.Text)
	}
	return w.say(s)
}

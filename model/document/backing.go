package document

import (
	"appuitechnique/model"
)

// writeBacking writes the letter by which the mayor commits to the project. (domain §1.5)
func writeBacking(w *writer, doc *Document) {
	b, s := &w.d.Backing, &w.d.Signatories
	doc.Title = "Lettre d’engagement"
	w.text(inBold(upperAll(w.townName())), ", ", &w.d.Town.Address)
	w.add(Paragraph{Right: true, Text: w.say("À l’attention de ", w.personAs(&s.Bank))})
	office := w.say("Caisse des dépôts et consignations, Banque des Territoires, Direction régionale ", &w.d.Town.Office)
	if w.wants(&s.BankAddress) {
		office = w.say(office, ", ", &s.BankAddress)
	}
	w.add(Paragraph{Right: true, Text: office})
	w.text(bold("Objet : "), "portage politique du projet « ", &w.d.Project.Title, " » et demande d’appui technique Action Cœur de Ville")
	w.text(w.dear(), ",")
	w.text("Le portage politique est une condition ", italic("sine qua non"), " de la mobilisation de l’appui technique. Par la "+
		"présente, je vous confirme l’engagement de la ", w.townName(), " (« "+w.town()+" ») sur le projet « ", &w.d.Project.Title, " ».")
	if w.has(&s.CouncilSince) {
		w.text("Le conseil en exercice a été installé le ", &s.CouncilSince, ".")
	}
	if w.wants(&b.Priority) {
		w.stated(w.text, "Ce projet constitue une priorité du mandat", &b.Priority)
	}
	if w.wants(&b.Sponsor) {
		w.text("Son portage au sein de l’assemblée, placé sous mon autorité, est confié à ", w.sponsorNamed(), ".")
	}
	w.text("À ce titre, " + w.town() + " s’engage à :")
	w.items(w.backingCommitments()...)
	w.councilCalendar()
	w.text("Je vous prie d’agréer, ", w.dear(), ", l’expression de ma considération distinguée.")
	w.boxes(&w.d.Support.Place, &b.LetterDay, w.mayorSignatory())
	w.section("", "Pièces jointes")
	w.join(w.piece("la note d’éligibilité du projet"), w.piece("la présentation du projet et son calendrier"))
}

// dear addresses the directeur régional.
func (w *writer) dear() Span {
	who := &w.d.Signatories.Bank
	return w.either(&who.Civility, map[model.Civility]string{model.Madam: "Madame", model.Sir: "Monsieur"}[who.Civility], "Madame ou Monsieur")
}

// backingCommitments lists what the mayor promises, in the words of one sentence.
func (w *writer) backingCommitments() []Spans {
	s := &w.d.Steering
	advance := w.say("inscrire à son budget les crédits nécessaires et faire l’avance des factures du groupement d’employeurs " +
		"entre les deux versements de la subvention")
	if c, ok := w.d.Cash(); ok && c.Worst < 0 {
		inputs := append([]any{&w.d.Mission.Start, &w.d.Mission.Months, &w.d.Payment.FirstLag, &w.d.Payment.BalanceLag,
			&w.d.Payment.DueDays, &w.d.Payment.FirstShare, &w.d.Terms.Rate, &w.d.Terms.Ceiling}, w.costInputs()...)
		advance = w.say(advance, ", soit au plus ", w.amount(-c.Worst, inputs...), " selon l’échéancier prévisionnel")
	}
	return closed([]Spans{
		w.say("soumettre à son assemblée l’adhésion au groupement d’employeurs et les deux conventions, avant toute prise de poste"),
		w.say("affecter l’expert exclusivement à ce projet, à l’exclusion de toute mission de pilotage du programme Action Cœur de Ville"),
		w.say("lui donner pour ", w.interlocutor(), " ", w.personAs(&s.Referent), ", et des conditions de travail adaptées, au sein du service suivant : ",
			w.line(&s.Service)),
		w.say("réunir le comité de pilotage ", w.put(&s.SteeringEvery, every(s.SteeringEvery)), " et rendre dans ses délais les décisions "+
			"que le projet appelle"),
		advance,
		w.say("assurer la continuité du projet et du dossier, y compris en cas de changement de ses responsables"),
		w.say("contribuer en toute transparence à l’évaluation de l’expérimentation, en cours de mission et à son terme"),
	})
}

// councilCalendar says when the council votes, as far as it is known.
func (w *writer) councilCalendar() {
	c := &w.d.Council
	var items []Spans
	if c.Same != model.Yes && w.has(&c.Joining.Day) {
		items = append(items, w.say("adhésion au groupement d’employeurs : séance du ", &c.Joining.Day))
	}
	if w.has(&c.Signing.Day) {
		what := "conventions de soutien et de mise à disposition : séance du "
		if c.Same == model.Yes {
			what = "adhésion au groupement d’employeurs et conventions : séance du "
		}
		items = append(items, w.say(w.from(what, &c.Same), &c.Signing.Day))
	}
	if len(items) > 0 {
		w.text("Calendrier des votes du " + w.owner().Council + " :")
		w.items(closed(items)...)
	}
}

package document

import (
	"strconv"

	"appuitechnique/model"
)

// A vote is one délibération as it is written: what it is about, and the articles that the council adopts.
type vote struct {
	title    string
	object   string
	act      *model.Act
	articles []clause
}

// votes lists the délibérations of the dossier: one that decides of all, or two.
func (w *writer) votes() []vote {
	c := &w.d.Council
	join := []clause{
		{"join", "Adhésion au groupement d’employeurs", voteJoin},
		{"delegates", "Représentation de la collectivité", voteDelegates},
	}
	agree := []clause{
		{"secondment", "Convention de mise à disposition", voteSecondment},
		{"support", "Convention de soutien et plan de financement", voteSupport},
	}
	last := func(a *model.Act) []clause {
		return []clause{
			{"signature", "Signature", voteSignature},
			{"credits", "Crédits", func(w *writer) { voteCredits(w, a) }},
			{"execution", "Exécution", voteExecution},
		}
	}
	if c.Same == model.Yes {
		return []vote{{"Délibération", "adhésion à un groupement d’employeurs, convention de mise à disposition et convention de soutien",
			&c.Signing, append(append(join, agree...), last(&c.Signing)...)}}
	}
	return []vote{
		{"Délibération d’adhésion", "adhésion à un groupement d’employeurs", &c.Joining, append(join, last(&c.Joining)...)},
		{"Délibération sur les conventions", "convention de mise à disposition et convention de soutien", &c.Signing,
			append(agree, last(&c.Signing)...)},
	}
}

// writeDeliberation writes each act, as the register holds it, then the extract that is sent to the préfecture: the mayor and
// the secrétaire de séance sign the one, the mayor alone the other. (domain §1.4)
func writeDeliberation(w *writer, doc *Document) {
	doc.Bare = true
	list := w.votes()
	w.advice()
	for i, v := range list {
		if i > 0 {
			w.add(Annex{Name: "Registre des délibérations", Title: v.title})
		} else if len(list) > 1 { // else the title of the paper says it
			w.section("", v.title)
		}
		w.act(v)
		w.actSignatures(v)
	}
	for _, v := range list {
		w.add(Annex{Name: "Extrait du registre des délibérations", Title: v.title})
		w.act(v)
		box := w.mayorSignatory()
		box.Role = "Pour extrait conforme au registre"
		w.boxes(nil, nil, box)
	}
	w.pieces("",
		w.piece("la note explicative de synthèse adressée avec la convocation"),
		w.piece("les statuts et le règlement intérieur du groupement d’employeurs"),
		w.piece("les projets de convention de soutien et de convention de mise à disposition, avec leurs annexes"),
		w.piece("l’avis ou le procès-verbal d’information du comité social territorial"),
		w.piece("la note d’analyse au regard de la commande publique"))
	w.toCheck("code général des collectivités territoriales, art. L. 2121-17, L. 2121-20, L. 2121-21, L. 2121-23, L. 2121-29, L. 2122-21, "+
		"L. 2131-1 et L. 2131-11", "code général de la fonction publique, art. L. 334-1 et R. 334-1 et suivants",
		"code de justice administrative, art. R. 421-1")
}

// act writes one délibération without its signatures: the same in the register and in the extract.
func (w *writer) act(v vote) {
	w.add(Facts{Rows: w.sessionFacts(v)})
	w.add(Label{Text: "Vu"})
	w.items(closed(w.voteVisas())...)
	w.add(Label{Text: "Considérant"})
	w.items(closed(w.voteReasons())...)
	w.text("Le "+w.owner().Council+", sur le rapport présenté par ", w.due(&v.act.Session.Reporter, &v.act.Day), ", et après en avoir "+
		"délibéré, adopte les articles suivants.")
	w.number(v.articles, nil)
	w.clauses(v.articles)
	w.voteResult(v.act)
	w.add(Label{Text: "Caractère exécutoire et recours"})
	w.executory(v.act)
}

func (w *writer) sessionFacts(v vote) []Fact {
	a, s := v.act, &v.act.Session
	rows := []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Délibération", w.say("n° ", &a.Number)},
		{"Objet", w.say("appui technique Action Cœur de Ville : " + v.object)},
		{"Séance", w.say("du ", &a.Day, ", à ", w.due(&s.Hour, &a.Day))},
		{"Lieu", w.say(w.due(&s.Place, &a.Day))},
	}
	rows = w.optional(rows, "Convocation du", &a.Convened)
	rows = append(rows,
		Fact{"Présidence", w.personAs(&w.d.Council.Chair)},
		Fact{"Secrétaire de séance", w.personAs(&w.d.Council.Clerk)},
		Fact{"Membres en exercice", w.say(w.due(&s.Sitting, &a.Day))},
		Fact{"Membres présents", w.say(w.due(&s.Present, &a.Day))})
	rows = w.optional(rows, "Membres représentés", &s.Represented)
	if w.has(&s.Sitting) && w.has(&s.Present) {
		absent := max(s.Sitting-s.Present-s.Represented, 0)
		if absent > 0 {
			rows = append(rows, Fact{"Membres absents", w.say(w.from(strconv.Itoa(absent), &s.Sitting, &s.Present, &s.Represented))})
		}
		rows = append(rows, Fact{"Quorum", w.quorum(s)})
	}
	return rows
}

// quorum says whether more than half of the members in office are present. (CGCT, article L2121-17)
func (w *writer) quorum(s *model.Session) Spans {
	need := s.Sitting/2 + 1
	words := "atteint"
	if s.Present < need {
		words = "non atteint"
	}
	return w.say(w.from(words+" ("+strconv.Itoa(need)+" membres présents au moins)", &s.Sitting, &s.Present))
}

func (w *writer) voteVisas() []Spans {
	out := []Spans{
		w.say("le code général des collectivités territoriales, notamment ses articles L. 2121-29 et L. 2122-21"),
		w.say("le code du travail, notamment ses articles L. 1253-1 et suivants, L. 1253-19 et L. 1253-20"),
		w.say("le code général de la fonction publique, notamment ses articles L. 334-1 et R. 334-1 et suivants"),
	}
	out = append(out, w.frameworkVisas()...)
	out = append(out, w.staffVisa()...)
	if w.has(&w.d.Prior.ProcureDay) {
		out = append(out, w.say("la note d’analyse au regard de la commande publique en date du ", &w.d.Prior.ProcureDay))
	}
	return append(out, w.say("le rapport de la mission d’assistance à maîtrise d’ouvrage remis le ", &w.d.Study.ReportDay))
}

func (w *writer) voteReasons() []Spans {
	return []Spans{
		w.say("que "+w.town()+" porte le projet « ", &w.d.Project.Title, " » (« le Projet »)"),
		w.say("que la Caisse des dépôts propose, à titre expérimental, de soutenir la mise à disposition à mi-temps (0,5 équivalent temps " +
			"plein) d’un expert opérationnel dédié au pilotage du Projet, sans qu’il s’agisse du cofinancement d’un poste"),
		w.say("que cette mise à disposition suppose d’être membre d’un groupement qui emploie l’expert : ", w.group("le "), " (« le Groupement »)"),
		w.say("que le Groupement facture la mise à disposition à son coût, chaque mois, et que la subvention est versée en deux fois"),
	}
}

func voteJoin(w *writer) {
	g, c := &w.d.Group, &w.d.Cost
	w.p("Le "+w.owner().Council+" approuve l’adhésion de "+w.town()+" au Groupement, ", w.groupForm(), ", ainsi que ses statuts, "+
		"datés du ", &g.Statutes, ", dont il a pris connaissance.")
	w.p("Il prend acte de la cotisation annuelle, soit ", &c.Dues, ".")
	if c.Deposit != nil && *c.Deposit > 0 {
		w.p("Il prend acte du dépôt de garantie, soit ", &c.Deposit, ".")
	}
	w.stated(w.p, "Il prend acte des règles de responsabilité des membres, telles que les statuts les prévoient", &g.Liability)
}

func voteDelegates(w *writer) {
	m := &w.d.Membership
	text := w.say("Pour représenter "+w.town()+" à l’assemblée générale du Groupement, le "+w.owner().Council+" désigne comme "+
		agreed("représentant", m.Delegate)+" titulaire : ", &m.Delegate)
	if w.has(&m.Substitute) {
		text = w.say(text, " ; et comme "+agreed("représentant", m.Substitute)+" "+agreed("suppléant", m.Substitute)+" : ", &m.Substitute)
	}
	w.p(text, ". Cette désignation a lieu au scrutin secret, sauf décision unanime de ne pas y recourir (article L. 2121-21).")
}

func voteSecondment(w *writer) {
	month, total := w.missionCost()
	w.p("Le "+w.owner().Council+" approuve la convention de mise à disposition d’un expert opérationnel par le Groupement, pour une durée "+
		"de ", w.months(), ", du ", &w.d.Mission.Start, " au ", w.missionEnd(), " inclus, strictement dédiée au Projet.")
	w.p("Le coût mensuel prévisionnel est de ", month, ", soit un coût total prévisionnel de ", total, ".")
}

func voteSupport(w *writer) {
	f := w.account()
	w.p("Le "+w.owner().Council+" approuve la convention de soutien avec la Caisse des dépôts et consignations, qui apporte une subvention "+
		"d’un montant maximal de ", f.subsidy, ".")
	w.p("Il approuve le plan de financement qui suit.")
	w.financing()
}

func voteSignature(w *writer) {
	s := &w.d.Signatories
	w.p("Le "+w.owner().Council+" autorise ", w.personAs(s.Signer()), ", à signer les actes approuvés par la présente délibération, leurs "+
		"avenants sans incidence financière, et tout document nécessaire à leur exécution.")
}

// voteCredits says where the credits stand: an act does not tell of a budget that is voted after it.
func voteCredits(w *writer, a *model.Act) {
	p := &w.d.Prior
	later := w.has(&p.BudgetDay) && w.has(&a.Day) && p.BudgetDay > a.Day
	verb := "sont inscrits"
	if later {
		verb = "seront inscrits"
	}
	text := w.say("Les crédits nécessaires "+verb+" au budget : dépense, ", w.line(&p.ExpenseLine))
	if w.has(&p.RevenueLine) {
		text = w.say(text, " ; recette, ", w.line(&p.RevenueLine))
	}
	if w.has(&p.BudgetDay) && !later {
		text = w.say(text, " (vote du ", &p.BudgetDay, ")")
	}
	w.p(text, ".")
}

func voteExecution(w *writer) {
	w.p(upperFirst(w.owner().Head)+" et le comptable assignataire (", &w.d.Town.Accountant, ") sont chargés, chacun en ce qui le concerne, de l’exécution "+
		"de la présente délibération, qui sera transmise au représentant de l’État.")
}

// voteResult counts the votes; what nobody answered is not counted for nobody.
func (w *writer) voteResult(a *model.Act) {
	s := &a.Session
	w.add(Label{Text: "Vote"})
	if !w.has(&s.Unanimous) {
		w.text("Résultat du vote : ", w.due(&s.Unanimous, &a.Day), ".")
		return
	}
	var rows []Fact
	if s.Unanimous == model.Yes {
		rows = append(rows, Fact{"Pour", w.say(w.from(model.FormatInt(s.Cast()), &s.Unanimous, &s.Present, &s.Represented, &s.Abstained, &s.Apart))})
	} else {
		rows = append(rows, Fact{"Pour", w.say(w.due(&s.For, &a.Day))}, Fact{"Contre", w.say(w.due(&s.Against, &a.Day))})
	}
	rows = w.optional(rows, "Abstentions", &s.Abstained)
	rows = w.optional(rows, "Sans prendre part au vote", &s.Apart)
	w.add(Facts{Rows: rows})
	words := "La délibération est adoptée à l’unanimité des suffrages exprimés."
	if s.Unanimous == model.No {
		words = "La délibération est adoptée à la majorité des suffrages exprimés."
	}
	w.text(w.from(words, &s.Unanimous))
	p := &w.d.Prior
	if p.Withdrawal == model.Yes && w.wants(&p.WithdrawNote) {
		w.stated(w.text, "Déport, sans participation au débat ni au vote", &p.WithdrawNote)
	}
}

// executory says when the act was sent and published, with rules where a hand writes, and how it can be challenged.
func (w *writer) executory(a *model.Act) {
	day := func(p *model.Day) Spans {
		if w.has(p) {
			return w.say(p)
		}
		return w.say("………………………………")
	}
	w.text("Acte certifié exécutoire par sa transmission au représentant de l’État le ", day(&a.Sent), " et par sa publication le ",
		day(&a.Published), ".")
	w.text("La présente délibération peut être contestée, dans les deux (2) mois de sa publication, devant le ", w.court(),
		", notamment par l’application Télérecours citoyens (www.telerecours.fr).")
}

func (w *writer) actSignatures(v vote) {
	c := &w.d.Council
	clerk := Signatory{Key: "secretaire", For: w.say("Secrétaire de séance"), Name: w.person(&c.Clerk), Quality: w.quality(&c.Clerk)}
	w.add(Signatures{Place: w.say("Fait et délibéré en séance, le ", &v.act.Day), Parties: []Signatory{w.mayorSignatory(), clerk}})
}

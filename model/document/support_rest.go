package document

import (
	"appuitechnique/model"
)

func supportSteering(w *writer) {
	s := &w.d.Steering
	w.p("La mission est suivie par un comité technique, réuni ", w.put(&s.TechnicalEvery, every(s.TechnicalEvery)),
		", et par un comité de pilotage, réuni ", w.put(&s.SteeringEvery, every(s.SteeringEvery)), ".")
	w.stated(w.p, "Le comité de pilotage est présidé par "+w.owner().Head+" ou son représentant, et la Direction régionale de "+
		"la Caisse des dépôts y est invitée. Membres des comités", &s.Members)
	w.p("Le comité de pilotage examine l’avancement des tâches et des jalons, les livrables, les risques et la consommation " +
		"du budget, et valide les adaptations de la feuille de route. Ses conclusions font l’objet d’un relevé de décisions.")
	if w.wants(&s.Reporting) {
		w.stated(w.p, "Il est rendu compte de la mission selon les modalités suivantes", &s.Reporting)
	}
}

func supportEvaluation(w *writer) {
	s := &w.d.Support
	w.p("L’appui technique fait l’objet d’une évaluation ", italic("in itinere"), " et d’une évaluation en fin de programme, "+
		"auxquelles les Parties apportent leur concours.")
	w.p(w.theTown()+" remet à la Caisse des dépôts une évaluation à mi-parcours au plus tard le ", &s.MidReport, ".")
	w.p(w.theTown() + " remet, avec la demande de solde, un bilan final qui compare le réalisé au prévu (tâches, jalons, " +
		"coûts), mesure les effets de la mission et indique les suites données au Projet. Les indicateurs suivis sont " +
		"les suivants :")
	w.items(w.indicators()...)
	w.p("Elle fournit les données nécessaires à l’évaluation nationale de l’expérimentation et y associe, en tant que de " +
		"besoin, l’Expert et le Groupement.")
}

func supportCommunication(w *writer) {
	c, s := &w.d.Contacts, &w.d.Support
	w.p(w.theTown() + " mentionne le soutien de la Caisse des dépôts dans toute communication relative à la mission, sous la " +
		"forme : « avec le soutien de la Banque des Territoires ».")
	w.p("Chaque Partie n’utilise les marques et les logotypes de l’autre qu’après son accord écrit, pour la durée de la "+
		"convention et dans le respect de la charte jointe en ", w.annex("logos"), ". Les projets de supports sont soumis à "+
		"la Caisse des dépôts au moins dix (10) jours avant leur diffusion.")
	if w.wants(&s.Visibility) {
		w.stated(w.p, "Les actions de communication suivantes sont prévues", &s.Visibility)
	}
	if w.wants(&c.PressContact) {
		w.p("L’interlocuteur presse de "+w.town()+" est : ", &c.PressContact, ".")
	}
}

func supportProperty(w *writer) {
	w.deliverables("de l’exécution de la mission")
	w.p(w.theTown() + " concède à la Caisse des dépôts, à titre gratuit et non exclusif, pour la durée légale de protection " +
		"des droits et pour le monde entier, le droit de reproduire et de représenter le bilan final, les rapports et les " +
		"données d’évaluation, à des fins internes d’évaluation et de capitalisation sur l’expérimentation. Toute diffusion à " +
		"des tiers d’un livrable non public est soumise à son accord.")
}

func supportSecrecy(w *writer) { w.secrecy() }

func supportData(w *writer) {
	w.personalData("Chaque Partie est responsable des traitements de données à caractère personnel qu’elle met en œuvre pour "+
		"l’exécution de la présente convention.", "Elle")
}

func supportCompliance(w *writer) {
	w.p("Chaque Partie déclare respecter les règles qui lui sont applicables en matière de lutte contre la corruption, le " +
		"trafic d’influence, le blanchiment de capitaux et le financement du terrorisme, et de respect des sanctions économiques.")
	w.p(w.theTown() + " fournit à la Caisse des dépôts, à première demande, les informations que celle-ci est tenue de " +
		"recueillir au titre de ses obligations de vigilance, et l’informe de tout fait qui serait de nature à les modifier.")
	w.p("Les Parties veillent à prévenir et à faire cesser tout conflit d’intérêts. "+w.theTown()+" s’assure que l’Expert "+
		"n’a, ni directement ni par personne interposée, d’intérêt dans les opérateurs et les entreprises appelés à "+
		"intervenir dans le Projet, et que les élus intéressés s’abstiennent de prendre part aux décisions", w.withdrawal(), ".")
}

// withdrawal says who withdraws, when someone must.
func (w *writer) withdrawal() Spans {
	p := &w.d.Prior
	if p.Withdrawal != model.Yes || !w.wants(&p.WithdrawNote) {
		return nil
	}
	return w.say(" (déport constaté : ", w.line(&p.WithdrawNote), ")")
}

func supportChange(w *writer) {
	w.amendment("les deux Parties")
	w.p("La mise à disposition peut être prolongée par avenant, dans la limite d’une durée totale de vingt-quatre (24) mois "+
		"et de la période mentionnée à l’", w.ref("term"), ". La demande de prolongation est motivée et adressée à la Caisse "+
		"des dépôts au moins trois (3) mois avant le terme de la mise à disposition. La prolongation n’augmente pas la "+
		"subvention, sauf stipulation expresse de l’avenant.")
	w.p("Les adaptations de la feuille de route qui ne modifient ni l’objet du Projet, ni la durée de la mission, ni le " +
		"montant de la subvention sont validées par le comité de pilotage et ne requièrent pas d’avenant.")
}

func supportEnding(w *writer) {
	s := &w.d.Support
	w.p("La Caisse des dépôts peut suspendre les versements si " + w.town() + " manque à l’une de ses obligations, et " +
		"notamment si l’Expert est affecté à des missions étrangères au Projet. Elle l’en informe par écrit et motive sa décision.")
	w.p("En cas de manquement, la convention peut être résiliée par l’autre Partie, de plein droit, ", w.put(&s.NoticeDays,
		counted(s.NoticeDays, "jour")), " après une mise en demeure adressée par lettre recommandée avec demande d’avis de "+
		"réception et restée sans effet.")
	w.p("La convention prend fin de plein droit si la mise à disposition prend fin avant son terme sans que l’Expert soit " +
		"remplacé, si " + w.town() + " perd la qualité de membre du Groupement ou si le Projet est abandonné. Aucune des Parties n’est " +
		"responsable d’une inexécution due à un événement de force majeure.")
	w.p("Dans tous les cas, la subvention est recalculée au prorata du coût effectivement supporté pour des prestations " +
		"conformes à la convention. Les sommes versées en excédent, ou employées à un autre objet, sont restituées à la " +
		"Caisse des dépôts dans un délai de soixante (60) jours à compter de sa demande.")
}

func supportMisc(w *writer) {
	w.p("Chaque Partie répond des dommages qu’elle cause à l’autre ou aux tiers du fait de l’exécution de la convention, dans " +
		"les conditions du droit commun.")
	w.p("La convention est conclue en considération de " + w.town() + " et ne peut être cédée ou transférée, même à titre " +
		"gratuit, sans l’accord écrit préalable de la Caisse des dépôts.")
	w.p("La convention et ses annexes expriment l’intégralité de l’accord des Parties sur leur objet. En cas de " +
		"contradiction, le corps de la convention prévaut sur ses annexes. La nullité d’une stipulation n’entraîne pas " +
		"celle des autres.")
	w.p("Les notifications sont faites par écrit : pour la Caisse des dépôts, à la Direction régionale ", &w.d.Town.Office,
		w.address(&w.d.Signatories.BankAddress), " ; pour "+w.town()+", à son siège. Chaque Partie y fait élection de domicile.")
}

func supportLaw(w *writer) { w.disputes("le ", w.court(), ".") }

func supportSignatures(w *writer) {
	s := &w.d.Support
	w.add(Signatures{Place: w.done(&s.Place), Parties: []Signatory{w.townSignatory(&w.d.Council.Signing), w.bankSignatory()}})
}

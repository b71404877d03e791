package document

import (
	"strconv"

	"appuitechnique/model"
)

func writeRoadmap(w *writer, doc *Document) {
	doc.Initials = w.paraphes(2)
	w.add(Facts{Rows: w.roadmapFacts()})
	w.roadmapBody()
	w.particularSection(model.PaperRoadmap, "")
	w.section("10", "Validation")
	w.text("La présente feuille de route est validée par " + w.town() + " et par la Direction régionale. Elle est annexée à " +
		"la convention de soutien et à la convention de mise à disposition ; le comité de pilotage en valide les adaptations.")
	box := w.bankSignatory()
	box.For = w.say("Pour la Caisse des dépôts et consignations, Direction régionale ", &w.d.Town.Office)
	w.add(Signatures{Place: w.done(nil), Parties: []Signatory{w.townSignatory(nil), box}})
}

func (w *writer) roadmapFacts() []Fact {
	d := w.d
	rows := []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Employeur de l’expert", w.say(upperAll(w.group("")), " (« le Groupement »)")},
		{"Projet", w.say(&d.Project.Title)},
		{"Durée de la mission", w.say(w.put(&d.Mission.Months, strconv.Itoa(d.Mission.Months)+" mois"), ", à mi-temps (0,5 ETP)")},
		{"Période", w.say("du ", &d.Mission.Start, " au ", w.missionEnd())},
		{"Interlocuteur de l’expert", w.personAs(&d.Steering.Referent)},
		{"Direction régionale", w.say(&d.Town.Office)},
	}
	if w.wants(&d.Study.ReportDay) {
		rows = append(rows, Fact{"Rapport d’AMO", w.say("remis le ", &d.Study.ReportDay)})
	}
	return rows
}

// upperAll gives a phrase the capital of a line of its own.
func upperAll(s Spans) Spans {
	out := append(Spans{}, s...)
	if len(out) > 0 {
		out[0].Text = upperFirst(out[0].Text)
	}
	return out
}

func (w *writer) section(number, title string) {
	w.add(Section{Number: number, Title: title})
}

// roadmapBody is the feuille de route without its head and its boxes: the same in the paper and in the annexes.
func (w *writer) roadmapBody() {
	m := &w.d.Mission
	w.section("1", "Contexte et projet")
	w.projectIdentity()
	w.advancement()
	w.section("2", "Objectifs et périmètre de la mission")
	w.prose(&m.Purpose)
	w.text("La mission renforce la capacité de maîtrise d’ouvrage de " + w.town() + " sur les plans administratif (respect " +
		"des procédures et des règlements), technique (respect du programme, qualité des études et des travaux) et financier " +
		"(montage, sécurisation des coûts et des délais).")
	w.text("Périmètre exclu de la mission :")
	w.items(w.outside()...)
	w.section("3", "Tâches, livrables et charge")
	w.taskTables()
	w.section("4", "Jalons de validation")
	w.milestoneTable()
	w.section("5", "Calendrier")
	w.schedule()
	w.section("6", "Charge et capacité")
	w.capacity()
	w.section("7", "Gouvernance")
	w.governance()
	w.section("8", "Risques et réponses")
	w.risks()
	w.section("9", "Indicateurs de suivi")
	w.items(w.indicators()...)
}

// advancement says how far the project has come, as the AMO found it.
func (w *writer) advancement() {
	s := &w.d.Study
	var rows []Fact
	for _, side := range []struct {
		label    string
		progress *model.Progress
	}{
		{"Montage", &s.Assembly}, {"Partenariats", &s.Partnerships}, {"Étapes administratives", &s.Procedures},
	} {
		level, state := w.wants(&side.progress.Level), w.wants(&side.progress.State)
		switch {
		case level && state:
			rows = append(rows, Fact{side.label, w.say(&side.progress.Level, " : ", w.line(&side.progress.State))})
		case level:
			rows = append(rows, Fact{side.label, w.say(&side.progress.Level)})
		case state:
			rows = append(rows, Fact{side.label, w.say(&side.progress.State)})
		}
	}
	if w.wants(&s.Land) {
		rows = append(rows, Fact{"Foncier", w.say(&s.Land)})
	}
	if len(rows) > 0 {
		w.text("Niveau d’avancement du projet, apprécié par la mission d’assistance à maîtrise d’ouvrage :")
		w.add(Facts{Rows: rows})
	}
	if w.wants(&s.Stakes) {
		w.text("Enjeux du projet :")
		w.prose(&s.Stakes)
	}
}

// outside lists what the mission leaves out: what the town said, and what the scheme excludes.
func (w *writer) outside() []Spans {
	var out []Spans
	if w.wants(&w.d.Project.Outside) {
		out = w.phrases(&w.d.Project.Outside)
	}
	out = append(out,
		w.say("le pilotage du programme Action Cœur de Ville, qui relève du chef de projet"),
		w.say("la maîtrise d’œuvre et la signature des actes et des marchés, qui relèvent des titulaires et de la collectivité"),
		w.say("les missions de l’opérateur de suivi-animation d’une OPAH-RU, les opérations de restauration immobilière et "+
			"les travaux déclarés d’utilité publique sur un îlot"),
	)
	return closed(out)
}

func (w *writer) governance() {
	s := &w.d.Steering
	rows := []Fact{
		{"Interlocuteur de l’expert", w.personAs(&s.Referent)},
		{"Service de rattachement", w.say(&s.Service)},
		{"Comité technique", w.say(w.put(&s.TechnicalEvery, every(s.TechnicalEvery)))},
		{"Comité de pilotage", w.say(w.put(&s.SteeringEvery, every(s.SteeringEvery)))},
		{"Membres", w.say(&s.Members)},
	}
	if w.wants(&s.ReferentEmail) {
		rows = append(rows, Fact{"Contact", w.say(&s.ReferentEmail)})
	}
	if w.wants(&s.Reporting) {
		rows = append(rows, Fact{"Compte rendu", w.say(&s.Reporting)})
	}
	w.add(Facts{Rows: rows})
}

func (w *writer) risks() {
	var rows [][]Spans
	for _, r := range w.d.Study.Risks {
		if w.wants(&r.Title) {
			rows = append(rows, []Spans{w.say(&r.Title), w.cell(&r.Weight), w.cell(&r.Response)})
		}
	}
	if len(rows) == 0 {
		// That none was typed does not say that none was found.
		w.text(w.from("Aucun risque n’est inscrit à la présente feuille de route.", &w.d.Study.Risks))
		return
	}
	w.add(Table{
		Caption: "Risques relevés par la mission d’assistance à maîtrise d’ouvrage",
		Columns: []Column{{Title: "Risque", Width: .42}, {Title: "Poids", Width: .13}, {Title: "Réponse", Width: .45}},
		Rows:    rows,
	})
}

// cell prints an answer in a table: a dash stands for what is optional and unanswered.
func (w *writer) cell(p any) Spans {
	if w.wants(p) {
		return w.say(p)
	}
	return Spans{{Text: "–"}}
}

package document

import (
	"strconv"

	"appuitechnique/model"
)

// assessed are the headings of an evaluation, half-way and at the end; the convention lists them too.
var assessed = []string{
	"Synthèse",
	"Rappel des objectifs",
	"Réalisé et prévu",
	"Coûts prévus et réels",
	"Contribution aux trois ambitions",
	"Effets mesurés",
	"Appréciations",
	"Difficultés rencontrées",
	"Suites",
}

// An assessment is one of the two evaluations as it is written: half-way, what was not known yet is left out.
type assessment struct {
	*model.Evaluation
	final bool
}

func writeMidterm(w *writer, _ *Document) { w.assess(assessment{&w.d.FollowUp.Mid, false}) }
func writeFinal(w *writer, _ *Document)   { w.assess(assessment{&w.d.FollowUp.Final, true}) }

// assess writes an evaluation. Both follow one grid. (domain §1.11)
func (w *writer) assess(e assessment) {
	f := &w.d.FollowUp
	rows := append(w.parties(), Fact{"Projet", w.say(&w.d.Project.Title)}, Fact{"Convention", upperAll(w.supportCited())},
		Fact{"Expert", w.expertCited()})
	if e.final {
		rows = append(rows, Fact{"Mise à disposition", w.say("du ", w.life(&f.Arrived), " au ", w.life(&f.Ended))})
	} else {
		rows = append(rows, Fact{"Prise de poste", w.say(w.life(&f.Arrived))}, Fact{"Évaluation prévue le", w.say(&w.d.Support.MidReport)})
	}
	w.add(Facts{Rows: append(rows, Fact{"Arrêté le", w.say(w.life(&e.Day))})})
	w.section("1", assessed[0])
	w.lifeProse(&e.Summary)
	w.section("2", assessed[1])
	w.prose(&w.d.Mission.Purpose)
	w.text("Durée prévue : ", w.months(), ", du ", &w.d.Mission.Start, " au ", w.missionEnd(), " inclus.")
	w.section("3", assessed[2])
	w.tasksDone(e)
	w.milestonesDone(e)
	w.section("4", assessed[3])
	w.costsDone(e)
	w.section("5", assessed[4])
	w.ambitions(e)
	w.section("6", assessed[5])
	w.effects(e)
	w.section("7", assessed[6])
	w.opinions(e)
	w.section("8", assessed[7])
	w.lifeProse(&e.Difficulties)
	w.section("9", assessed[8])
	w.lifeProse(&e.Next)
	number := "10"
	if w.has(&e.Lessons) {
		w.section(number, "Enseignements pour l’expérimentation")
		w.prose(&e.Lessons)
		number = "11"
	}
	w.pieces(number, w.assessmentPieces(e)...)
	w.boxes(nil, &e.Day, w.townSignatory(nil))
}

func (w *writer) assessmentPieces(e assessment) []Spans {
	out := []Spans{
		w.piece("la feuille de route à jour"), w.piece("le relevé de décisions du comité de pilotage qui valide ce document"),
		w.piece("la liste des livrables remis"),
	}
	if e.final {
		out = append(out, w.piece("le procès-verbal de fin de mission et le dossier de passation"),
			w.piece("l’état récapitulatif des factures"))
	}
	return out
}

// tasksDone holds each task against what was planned; how far it has come is only known today.
func (w *writer) tasksDone(e assessment) {
	tasks := &w.d.Mission.Tasks
	if len(*tasks) == 0 {
		w.text(w.of(tasks), ".")
		return
	}
	told := e.final || !w.d.FollowUp.Stage.Over()
	columns := []Column{{Title: "Tâche", Width: .62}, {Title: "Période prévue", Width: .38}}
	if told {
		columns = []Column{{Title: "Tâche", Width: .38}, {Title: "Période prévue", Width: .2}, {Title: "Avancement", Width: .15},
			{Title: "Précision", Width: .27}}
	}
	var rows [][]Spans
	for _, t := range *tasks {
		row := []Spans{w.say(&t.Title), w.period(t)}
		if told {
			row = append(row, w.stateOf(t.Key)...)
		}
		rows = append(rows, row)
	}
	w.add(Table{Caption: "Tâches de la mission", Columns: columns, Rows: rows})
}

// stateOf is how far a task has come, and what is said of it; dashes where nothing is.
func (w *writer) stateOf(task string) []Spans {
	for _, done := range w.d.FollowUp.Tasks {
		if done.Task == task && task != "" && w.has(&done.State) {
			return []Spans{w.say(&done.State), w.cell(&done.Note)}
		}
	}
	return []Spans{{{Text: "–"}}, {{Text: "–"}}}
}

// milestonesDone holds each milestone against the day on which it was reached, as known on the day of the evaluation.
func (w *writer) milestonesDone(e assessment) {
	list := &w.d.Mission.Milestones
	if len(*list) == 0 {
		w.text(w.of(list), ".")
		return
	}
	var rows [][]Spans
	for _, m := range *list {
		row := []Spans{w.say(&m.Name), w.say(&m.Day)}
		rows = append(rows, append(row, w.reachedOf(m, e)...))
	}
	w.add(Table{
		Caption: "Jalons de validation",
		Columns: []Column{{Title: "Jalon", Width: .32}, {Title: "Prévu", Width: .17}, {Title: "Atteint", Width: .17},
			{Title: "Écart (jours)", Width: .11, Right: true}, {Title: "Observation", Width: .23}},
		Rows: rows,
	})
}

func (w *writer) reachedOf(m *model.Milestone, e assessment) []Spans {
	for _, r := range w.d.FollowUp.Reached {
		later := !e.final && e.Day != "" && r.Day > e.Day
		if r.Milestone != m.Key || m.Key == "" || later || !w.has(&r.Day) {
			continue
		}
		late := Spans{{Text: "–"}}
		if m.Day != "" {
			late = w.say(w.from(strconv.Itoa(m.Day.DaysUntil(r.Day)), &m.Day, &r.Day))
		}
		return []Spans{w.say(&r.Day), late, w.cell(&r.Note)}
	}
	if !w.d.FollowUp.Stage.Begun() {
		return []Spans{{{Text: "–"}}, {{Text: "–"}}, {{Text: "–"}}}
	}
	return []Spans{w.say("non atteint"), {{Text: "–"}}, {{Text: "–"}}}
}

// costsDone compares the schedule and the bills, up to the day of the evaluation; at the end, the whole of both.
func (w *writer) costsDone(e assessment) {
	f := &w.d.FollowUp
	expected, ok := w.d.Invoices()
	if _, billed := w.d.Billed(); !ok || !billed || !e.final && e.Day == "" {
		w.text("Les coûts prévus et réels seront comparés dès que l’échéancier et les factures seront connus.")
		return
	}
	var planned, real model.Cents
	for _, v := range expected {
		if e.final || v.To <= e.Day {
			planned += v.Amount.Gross
		}
	}
	for _, b := range f.Bills {
		if net, known := b.Net(); known && (e.final || b.To <= e.Day) {
			real += net
		}
	}
	scope := "Sur les mois échus au jour de l’évaluation"
	if e.final {
		scope = "Sur toute la mission"
	}
	inputs := append([]any{&w.d.Mission.Start, &w.d.Mission.Months, &e.Day}, w.costInputs()...)
	w.add(Table{
		Caption: scope + ", taxe sur la valeur ajoutée comprise s’il y en a",
		Columns: []Column{{Title: "Élément", Width: .7}, {Title: "Montant (€)", Width: .3, Right: true}},
		Rows: [][]Spans{
			{w.say("Facturé par le Groupement, avoirs déduits"), w.say(w.from(real.Plain(), &f.Bills))},
			{w.say("Prévu à l’échéancier, à déduire"), w.say(w.from((-planned).Plain(), inputs...))},
		},
		Totals: [][]Spans{{w.say("Écart"), w.say(w.from((real - planned).Plain(), append(inputs, &f.Bills)...))}},
	})
}

// ambitions are the three indicators of the presentation.
func (w *writer) ambitions(e assessment) {
	w.text("La présentation de l’appui technique (septembre 2023, « " + headAmbitions + " ») donne trois ambitions, reprises ici comme " +
		"indicateurs.")
	for _, a := range []struct {
		title string
		at    *string
	}{
		{"Trajectoire d’évolution du territoire", &e.Trajectory},
		{"Capacité de transformation et de concrétisation", &e.Capacity},
		{"Potentiel d’innovation : sobriété foncière, changement climatique, transition numérique", &e.Innovation},
	} {
		w.add(Label{Text: a.title})
		w.lifeProse(a.at)
	}
	if w.has(&w.d.Steering.Indicators) {
		w.add(Label{Text: "Indicateurs propres à la mission"})
		w.items(closed(w.phrases(&w.d.Steering.Indicators))...)
	}
}

// effects lists what was measured; what was not is left out.
func (w *writer) effects(e assessment) {
	var rows []Fact
	rows = w.optional(rows, "Procédures engagées", &e.Procedures)
	rows = w.optional(rows, "Marchés notifiés", &e.Contracts)
	rows = w.optional(rows, "Surface traitée", &e.Area, " m²")
	rows = w.optional(rows, "Logements programmés", &e.Homes)
	rows = w.optional(rows, "Investissement déclenché", &e.Investment)
	rows = w.optional(rows, "Compétences transmises", &e.Skills)
	if len(rows) == 0 {
		w.text(w.from("Aucun effet chiffré n’est inscrit au présent document.", &e.Procedures))
		return
	}
	w.add(Facts{Rows: rows})
}

func (w *writer) opinions(e assessment) {
	rows := []Fact{{"Collectivité", w.say(w.life(&e.TownView))}}
	rows = w.optional(rows, "Expert", &e.ExpertView)
	rows = w.optional(rows, "Direction régionale", &e.OfficeView)
	rows = w.optional(rows, "Groupement", &e.GroupView)
	w.add(Facts{Rows: rows})
}

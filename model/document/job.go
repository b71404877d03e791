package document

import (
	"fmt"
	"strings"

	"appuitechnique/model"
)

func writeJob(w *writer, doc *Document) {
	doc.Initials = w.paraphes(2)
	w.jobBody()
	w.particularSection(model.PaperJob, "")
	w.section("13", "Visas")
	if w.wants(&w.d.Job.Version) {
		w.text("Profil arrêté le ", &w.d.Job.Version, ".")
	}
	w.text("La présente fiche de poste est visée par "+w.town()+", utilisatrice, par le Groupement, employeur, et portée à la "+
		"connaissance de la Direction régionale ", &w.d.Town.Office, ".")
	w.add(Signatures{Place: w.done(nil), Parties: []Signatory{w.townSignatory(nil), w.groupSignatory()}})
}

// jobBody is the fiche de poste without its visas: the same in the paper and in the annexes. The expert is no public agent:
// nothing here speaks of a grade.
func (w *writer) jobBody() {
	j := &w.d.Job
	w.section("1", "Identification")
	w.add(Facts{Rows: w.jobFacts()})
	w.section("2", "Contexte et projet")
	if len(w.annexes) > 0 { // in a convention, the project has been told by the annex before
		w.text("Le projet « ", &w.d.Project.Title, " » est présenté en ", w.annex("roadmap"), " (feuille de route).")
	} else {
		w.projectIdentity()
	}
	w.section("3", "Rattachement et relations")
	w.jobLines()
	w.section("4", "Mission principale")
	w.prose(&j.Purpose)
	w.section("5", "Activités, livrables et jalons")
	w.activities()
	w.section("6", "Compétences")
	w.text(bold("Savoirs"))
	w.items(w.each(&j.Knowledge)...)
	w.text(bold("Savoir-faire"))
	w.items(w.each(&j.Skills)...)
	w.text(bold("Savoir-être"))
	w.items(w.each(&j.Manners)...)
	w.section("7", "Profil recherché")
	w.profile()
	w.section("8", "Conditions d’exercice")
	w.conditions()
	w.section("9", "Autonomie et limites")
	w.limits()
	w.section("10", "Rémunération et avantages")
	w.pay()
	w.section("11", "Critères d’évaluation")
	w.items(w.criteria()...)
	w.section("12", "Candidature")
	w.application()
}

func (w *writer) jobFacts() []Fact {
	d, j := w.d, &w.d.Job
	rows := []Fact{
		{"Intitulé", w.say(&j.Title)},
		{"Employeur", w.say(upperAll(w.group("")), " (« le Groupement »)")},
		{"Utilisatrice", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Service", w.say(&d.Steering.Service)},
		{"Lieu de travail", w.say(&d.Mission.Place)},
		{"Quotité", w.say("mi-temps (0,5 ETP)")},
		{"Durée", w.say(w.months(), ", du ", &d.Mission.Start, " au ", w.missionEnd())},
	}
	if w.wants(&j.Equivalence) {
		rows = append(rows, Fact{"Équivalence indicative", w.say(&j.Equivalence)})
	}
	return rows
}

func (w *writer) jobLines() {
	j, s := &w.d.Job, &w.d.Steering
	w.text(bold("Rattachement hiérarchique. "), "L’expert est salarié du Groupement, qui exerce seul le pouvoir hiérarchique "+
		"et disciplinaire.")
	w.text(bold("Rattachement fonctionnel. "), "Au sein de "+w.town()+", l’expert rend compte au responsable "+
		"fonctionnel (", &j.Supervisor,
		") et a pour ", w.interlocutor(), " ", w.personAs(&s.Referent), ".")
	if w.wants(&j.Relations) {
		w.text(bold("Relations internes et externes. "), &j.Relations)
	}
	if w.wants(&w.d.Group.Care) {
		w.text(bold("Accompagnement par le Groupement. "), &w.d.Group.Care)
	}
}

// activities lists what the job is made of: the lines of the job where they exist, else the tasks of the mission.
func (w *writer) activities() {
	rows := w.activityRows()
	if len(rows) == 0 {
		w.taskList()
	}
	for _, p := range phases {
		items := rows[p.phase]
		if len(items) == 0 {
			continue
		}
		w.text(bold(p.title))
		w.items(closed(items)...)
	}
	w.text("Jalons de la mission :")
	w.milestoneList()
}

func (w *writer) activityRows() map[model.Phase][]Spans {
	out := map[model.Phase][]Spans{}
	for _, a := range w.d.Job.Activities {
		if !w.wants(&a.Title) {
			continue
		}
		item := w.say(&a.Title)
		for _, t := range w.d.Mission.Tasks {
			if t.Key != "" && t.Key == a.Task && w.wants(&t.Deliverable) {
				if strings.Contains(t.Deliverable, "(") {
					item = w.say(trimmed(item), " – livrable : ", w.line(&t.Deliverable))
					continue
				}
				item = w.say(trimmed(item), " (livrable : ", w.line(&t.Deliverable), ")")
			}
		}
		out[a.Phase] = append(out[a.Phase], item)
	}
	return out
}

func (w *writer) profile() {
	j := &w.d.Job
	w.text(bold("Formation. "), &j.Training, w.more(&j.TrainingMore), ".")
	experience := w.say("de ", &j.YearsMin, " à ", w.put(&j.YearsMax, fmt.Sprintf("%d ans", j.YearsMax)))
	similar := w.say(", au sein d’entreprises privées ou publiques")
	if w.wants(&j.Similar) {
		similar = w.more(&j.Similar)
	}
	w.text(bold("Expérience. "), upperAll(experience), " dans des postes similaires", similar, ".")
	if w.wants(&j.YearsReason) {
		w.stated(w.text, "Cette durée d’expérience est justifiée comme suit", &j.YearsReason)
	}
}

// more adds a detail after a colon, when there is one.
func (w *writer) more(p *string) Spans {
	if !w.wants(p) {
		return nil
	}
	return w.say(" : ", w.line(p))
}

func (w *writer) conditions() {
	m, j := &w.d.Mission, &w.d.Job
	rows := []Fact{{"Temps de présence", w.presence()}}
	if w.wants(&m.Pattern) {
		rows = append(rows, Fact{"Répartition", w.say(&m.Pattern)})
	}
	for _, c := range []struct {
		label string
		at    *string
	}{{"Télétravail", &j.Remote}, {"Déplacements", &j.Travel}, {"Matériel et accès", &j.Equipment}} {
		if w.wants(c.at) {
			rows = append(rows, Fact{c.label, w.say(c.at)})
		}
	}
	evenings := map[model.Answer]string{model.Yes: "oui, ponctuellement", model.No: "non"}[j.Evenings]
	rows = append(rows, Fact{"Réunions en soirée", w.say(w.either(&j.Evenings, evenings, "oui ou non"))})
	w.add(Facts{Rows: rows})
}

// presence says how many days a week the expert works for the town.
func (w *writer) presence() Spans {
	m := &w.d.Mission
	return w.say(w.put(&m.Days, m.Days.String()+" "+dayWord(m.Days)), " par semaine")
}

func dayWord(h model.Hundredths) string {
	if h >= 200 {
		return "jours"
	}
	return "jour"
}

func (w *writer) limits() {
	items := []Spans{
		w.say("l’expert organise son travail dans le cadre de la feuille de route et rend compte de son avancement"),
	}
	if w.wants(&w.d.Job.Limits) {
		w.items(closed(append(items, w.phrases(&w.d.Job.Limits)...))...)
		return
	}
	items = append(items,
		w.say("l’expert ne signe ni acte, ni marché public, ni ordre de service engageant la collectivité, et ne reçoit "+
			"aucune délégation de signature"),
		w.say("l’expert n’exerce pas les fonctions de chef de projet Action Cœur de Ville et n’intervient sur aucun autre projet"))
	w.items(closed(items)...)
}

func (w *writer) pay() {
	j := &w.d.Job
	switch {
	case w.wants(&j.SalaryMin) && w.wants(&j.SalaryMax):
		w.text("Rémunération brute annuelle, pour un temps plein : de ", &j.SalaryMin, " à ", &j.SalaryMax, ", selon "+
			"l’expérience. Elle est fixée et versée par le Groupement.")
	default:
		w.text("La rémunération est fixée et versée par le Groupement, selon l’expérience et la convention collective applicable.")
	}
	if w.wants(&j.Benefits) {
		w.text("Avantages : ", w.line(&j.Benefits), ".")
	}
}

func (w *writer) criteria() []Spans {
	return closed(w.phrases(&w.d.Job.Evaluation))
}

func (w *writer) application() {
	j := &w.d.Job
	pieces := w.say("curriculum vitæ et lettre de motivation")
	if w.wants(&j.Pieces) {
		pieces = w.say(w.line(&j.Pieces))
	}
	w.text("Pièces à fournir : ", pieces, ".")
	text := w.say("Les candidatures sont adressées au Groupement, qui conduit le recrutement")
	if w.wants(&j.ApplyTo) {
		text = w.say(text, " (contact : ", &j.ApplyTo, ")")
	}
	if w.wants(&j.Deadline) {
		text = w.say(text, ", au plus tard le ", &j.Deadline)
	}
	w.text(text, ".")
}

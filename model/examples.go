package model

import "strings"

// exampleDay is the day on which the demonstration dossiers were last changed.
const exampleDay Day = "2026-11-16"

// ExampleNames lists the demonstration dossiers that Example knows, in the order the home page shows them.
func ExampleNames() []string { return []string{"grasse", "briancon", "riom", "bastia"} }

// Example makes the demonstration dossier of that name anew; ok is false when there is none. The places, and what is
// publicly known of them, are real; people, organisations, dates of the mission and amounts are invented, and the
// dossier says so: it is a specimen.
func Example(name string) (d *Dossier, ok bool) {
	switch name {
	case "grasse":
		d = exampleGrasse()
	case "briancon":
		d = exampleBriancon()
	case "riom":
		d = exampleRiom()
	case "bastia":
		d = exampleBastia()
	default:
		return nil, false
	}
	exampleLife(name, d)
	finishExample(d)
	return d, true
}

// newExample begins a demonstration with what the four have in common: the group, the terms, the calendar of the votes.
func newExample(name string, c Commune) *Dossier {
	d := New("exemple-"+name, "SPÉCIMEN-"+strings.ToUpper(name), exampleDay)
	d.Specimen = true
	d.Fill(c)
	exampleGroup(&d.Group)
	exampleExpert(&d.Expert)
	exampleCouncil(d)
	exampleAgreements(d)
	exampleSteering(d)
	return d
}

// finishExample goes through every fiche as its user would have, and forgets that an answer came by default where the
// demonstration gives another.
func finishExample(d *Dossier) {
	d.settleJob()
	given := map[string]string{} // what a dossier begins with
	for _, fiche := range Fiches(Form(New(d.ID, d.Reference, d.Changed))) {
		fiche.Each(func(f Field) {
			if f.Origin() == OriginDefault {
				given[f.ID] = f.Text()
			}
		})
	}
	for _, fiche := range Fiches(Form(d)) {
		d.Marks.Seen = put(d.Marks.Seen, fiche.Key, true)
		fiche.Each(func(f Field) {
			if f.Origin() == OriginDefault && f.Text() != given[f.ID] {
				delete(d.Marks.Origins, f.ID)
			}
		})
	}
}

func exampleGroup(g *Group) {
	g.Name = "Exemple Cœurs de Ville"
	g.RNA = "W999000001"
	g.SIRET = "999 000 003 00015"
	g.APE = "7830Z"
	g.Address = "1 rue de l’Exemple, 75999 Paris (adresse fictive)"
	g.President = Identity{Madam, "Solange", "Exemple-Mercier", "présidente du groupement d’employeurs"}
	g.PresidentBasis = "article 12 des statuts"
	g.LabourAgreement = "bureaux d’études techniques, cabinets d’ingénieurs-conseils et sociétés de conseils, IDCC 1486"
	g.Declared = "2025-02-10"
	g.Statutes = "2024-12-02"
	g.Bylaws = "2024-12-02"
	g.Received = Yes
	g.Liability = "L’article 9 des statuts limite la responsabilité des collectivités membres aux salaires et aux " +
		"cotisations des salariés mis à leur disposition, au prorata de leur temps d’utilisation sur les douze derniers mois."
	g.Members = 36
	g.PublicMembers = 15
	g.Insurance = "Assurances Exemple, police de responsabilité civile n° EX-2026-0417"
	g.IBAN = "FR76 9999 9000 7500 0000 0000 169"
	g.Care = "Le groupement accueille l’expert pendant deux jours à son siège, puis fait le point avec lui et avec le référent " +
		"chaque trimestre. Il anime le réseau des experts opérationnels et finance cinq jours de formation par an."
}

func exampleExpert(e *Expert) {
	e.Found = Yes
	e.Contract = ContractOpen
	e.Grade = "responsable d’opérations, cadre, position 3.1"
	e.Share = new(Rate(100_00))
	e.PublicShare = new(Rate(50_00))
	e.Operations = Yes
	e.Consent = "2026-11-06"
	e.Interests = "2026-11-06"
}

// exampleCouncil writes the calendar of a single délibération, adopted on 8 October 2026 and executory the week after.
func exampleCouncil(d *Dossier) {
	d.Signatories.CouncilSince = "2026-03-28"
	d.Signatories.Delegated = No
	d.Backing.Letter = Yes
	d.Backing.LetterDay = "2026-04-09"
	d.Backing.Agreement = "2026-04-30"
	d.Prior = Prior{
		StaffDay: "2026-09-22", StaffNote: "avis favorable, sans observation",
		Budget: Yes, BudgetDay: "2026-10-08",
		ExpenseLine: "chapitre 012, compte 6218", RevenueLine: "chapitre 74, compte 7478",
		Procurement: ProcureMutual, ProcureDay: "2026-09-18", Withdrawal: No,
	}
	d.Council = Council{
		Same: Yes,
		Signing: Act{Number: "2026-10-08-14", Convened: "2026-09-29", Day: "2026-10-08", Sent: "2026-10-12",
			Published: "2026-10-13"},
	}
	d.Membership = Membership{
		Member: PartyTown, Number: "EX-2026-031", Form: "2026-10-20", Accepted: "2026-11-03",
		College: "collège des collectivités territoriales",
	}
}

func exampleAgreements(d *Dossier) {
	s, m := &d.Support, &d.Secondment
	s.DecisionDay = "2026-11-12"
	s.Signed = "2026-12-10"
	s.SecretYears = 3
	m.Signed = "2026-12-15"
	m.TrialMonths = 2
	m.NoticeMonths = 2
	m.ReplaceDays = 60
	m.Leave = "Le groupement accorde les congés après avis du référent, qui les reçoit au moins un mois à l’avance. Toute " +
		"absence imprévue est signalée le jour même au référent et au groupement."
	m.Expenses = "Les déplacements liés au projet sont remboursés par le groupement au coût réel, sur justificatifs, puis " +
		"refacturés sans marge. Les trajets entre le domicile et la mairie restent à la charge de l’expert."
	d.Payment.FirstLag = 2
	d.Cost.Deposit = new(Cents(0))
	d.Signing.Mode = SigningByHand
	d.Signing.Copies = 3
	d.Signing.Initials = Yes
	for i, u := range usualSigners() {
		u.Key = "etape-" + FormatInt(i+1)
		d.Signing.Order = append(d.Signing.Order, &u)
	}
}

func exampleSteering(d *Dossier) {
	s := &d.Steering
	s.Reporting = "L’expert remet chaque mois au référent un relevé d’activité et une note d’avancement d’une page. Il " +
		"prépare les comités, en rédige les comptes rendus et tient à jour le planning de la mission."
	s.Indicators = perLine("part des jalons validés à la date prévue",
		"délai entre la remise d’un livrable et sa validation")
	j := &d.Job
	j.Evenings = Yes
	j.Equipment = "Bureau, ordinateur portable, téléphone, badge, accès aux véhicules de service et au restaurant " +
		"municipal ; équipements de protection pour les visites de chantier."
	j.SalaryMin = 48_000_00
	j.SalaryMax = 56_000_00
	j.Benefits = "titres-restaurant et complémentaire santé du groupement"
	j.TrainingMore = "écoles d’ingénieurs (ESTP, INSA), diplôme d’architecte, master d’urbanisme"
	j.Evaluation = perLine("Livrables remis dans les délais", "Jalons validés", "Qualité des comptes rendus et des alertes",
		"Maîtrise des coûts et des délais")
	j.Pieces = "lettre de motivation, curriculum vitæ, références d’opérations conduites"
	j.ApplyTo = "recrutement@groupement.exemple.fr"
	j.Deadline = "2026-09-11"
	j.Version = "2026-07-10"
}

// exampleTerms says that the direction régionale confirmed every open parameter on one day.
func exampleTerms(t *Terms, by string, day Day) {
	c := Confirmation{By: by, Day: day}
	t.RateBy, t.CeilingBy, t.TaxBaseBy, t.WindowBy, t.StudyPayerBy, t.FeesBy, t.DuesBy = c, c, c, c, c, c, c
	t.StudyPayer = PayerBank
}

// An exampleTask is a task of the catalogue as a demonstration plans it.
type exampleTask struct {
	id          string
	first, last int // months of the mission
	load        Hundredths
	activity    string // what the fiche de poste says of it
	milestone   string
	day         Day
	validator   string
}

// plan writes tasks, milestones and activities, each under the key of its task in the catalogue.
func plan(d *Dossier, tasks ...exampleTask) {
	m := &d.Mission
	for _, e := range tasks {
		key := strings.ToLower(e.id)
		t := &Task{Row: Row{"tache-" + key}, First: e.first, Last: e.last, Load: e.load, Milestone: "jalon-" + key,
			Owner: "Expert opérationnel"}
		fillTask(t, e.id)
		m.Tasks = append(m.Tasks, t)
		m.Milestones = append(m.Milestones, &Milestone{Row: Row{"jalon-" + key}, Name: e.milestone, Day: e.day,
			Phase: t.Phase, Validator: e.validator})
		d.Job.Activities = append(d.Job.Activities, &Activity{Row: Row{"activite-" + key}, Task: t.Key, Phase: t.Phase,
			Title: e.activity})
	}
}

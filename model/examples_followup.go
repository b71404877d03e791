package model

import (
	"fmt"
	"strings"
)

// exampleLife tells how the council voted and how the mission went. The four demonstrations stand at different stages: Riom
// and Briançon are told to their end, Grasse begins, Bastia has not begun. All of it is invented.
func exampleLife(name string, d *Dossier) {
	place := "salle du conseil, " + d.Town.Address[:strings.Index(d.Town.Address, ",")]
	session := Session{Hour: "18 h 30", Place: place, Reporter: d.Membership.Delegate, Sitting: 45, Present: 38, Represented: 5,
		Unanimous: Yes, Abstained: 2}
	f := &d.FollowUp
	switch name {
	case "grasse":
		f.Stage, f.Arrived = StageFirst, d.Mission.Start
		f.First.Asked = "2027-01-12"
		exampleBills(d, 3)
	case "briancon":
		session = Session{Hour: "19 heures", Place: place, Reporter: d.Membership.Delegate, Sitting: 33, Present: 27, Represented: 3,
			Unanimous: No, For: 26, Against: 3, Apart: 1}
		exampleOver(d)
		brianconEvaluations(f)
	case "riom":
		session.Sitting, session.Present, session.Represented = 33, 28, 4
		exampleOver(d)
		riomEvaluations(f)
	case "bastia":
		session.Sitting, session.Present, session.Abstained = 43, 35, 0
		f.Stage = StageBefore
	}
	d.Council.Signing.Session = session
	if d.Council.Same != Yes {
		session.Reporter, session.Unanimous, session.For, session.Against = d.Membership.Substitute, Yes, 0, 0
		d.Council.Joining.Session = session
	}
}

// exampleOver tells a mission that lasted as long as planned, was billed every month and gave back a few days of absence.
func exampleOver(d *Dossier) {
	f, m := &d.FollowUp, &d.Mission
	f.Stage, f.Arrived, f.Ended = StageOver, m.Start, m.End()
	f.Handover = "L’expert a remis au référent le dossier de passation, les livrables et le tableau de suivi le dernier jour de la " +
		"mission ; le procès-verbal de fin de mission a été signé le même jour."
	exampleBills(d, m.Months+1)
	f.Bills = append(f.Bills, &Bill{Row: Row{"avoir-1"}, Kind: BillCredit, From: f.Bills[2].From, To: f.Bills[2].To, Number: "EX-A-01",
		Day: f.Bills[3].Day, Amount: new(Cents(412_30)), Paid: f.Bills[3].Paid})
	if d.partlyEligible() {
		f.Bills[len(f.Bills)-1].Eligible = new(Cents(412_30))
	}
	f.Attested = f.Bills[2].Key
	f.Bills[2].Worked -= 1_00
	f.Bills[2].Absences = "un jour d’absence non rémunéré"
	if money, ok := d.Funding(); ok {
		f.First = Receipt{Asked: m.Start.AddDays(7), Received: m.Start.AddDays(50), Amount: &money.First}
	}
	for i, t := range m.Tasks {
		f.Tasks = append(f.Tasks, &TaskDone{Row{"etat-" + t.Key}, t.Key, DoneFully, ""})
		if i == len(m.Tasks)-1 {
			f.Tasks[i].State, f.Tasks[i].Note = DonePartly, "poursuivie par les services de la ville"
		}
	}
	for i, s := range m.Milestones {
		f.Reached = append(f.Reached, &MilestoneDone{Row{"atteint-" + s.Key}, s.Key, s.Day.AddDays(14 * (i % 2)), ""})
	}
	f.Reached[1].Note = "deux semaines de retard, séance du conseil reportée"
}

// exampleBills bills the first months of the schedule as expected.
func exampleBills(d *Dossier, months int) {
	list, _ := d.Invoices()
	for i, v := range list[:min(months, len(list))] {
		b := &Bill{
			Row: Row{fmt.Sprintf("mois-%02d", i+1)}, Kind: BillInvoice, From: v.From, To: v.To, Planned: v.days(), Worked: v.days(),
			Work: d.exampleWork(i + 1), Certified: v.To.AddDays(3), Number: fmt.Sprintf("EX-F-%02d", i+1), Day: v.To.AddDays(2),
			Amount: new(v.Amount.Gross), Paid: v.To.AddDays(26),
		}
		if d.partlyEligible() {
			b.Eligible = new(v.Amount.Net)
		}
		d.FollowUp.Bills = append(d.FollowUp.Bills, b)
	}
}

// exampleWork lists the tasks at work in a month of the mission.
func (d *Dossier) exampleWork(month int) string {
	var out []string
	for _, t := range d.Mission.Tasks {
		if t.First <= month && month <= t.Last {
			out = append(out, t.Title)
		}
	}
	if len(out) == 0 {
		return "clôture et dossier de passation"
	}
	return perLine(out...)
}

func riomEvaluations(f *FollowUp) {
	f.Mid = Evaluation{
		Day: "2028-01-12", TownView: ViewVeryGood, ExpertView: ViewGood, OfficeView: ViewGood, GroupView: ViewGood,
		Summary: "Le programme ajusté est approuvé et le montage délibéré. La consultation de maîtrise d’œuvre s’achève ; le " +
			"calendrier de la commercialisation reste à consolider avec l’investisseur.",
		Trajectory: "Le programme mixte ramène des habitants, des étudiants et des emplois dans deux îlots fermés du centre ancien.",
		Capacity:   "La ville tient elle-même le bilan de l’opération et le suivi de l’investisseur, ce qu’elle ne faisait pas.",
		Innovation: "Le projet réemploie le bâti existant et n’ouvre aucun sol à l’urbanisation ; les cours sont désimperméabilisées.",
		Procedures: 2, Contracts: 1, Homes: 96,
		Difficulties: "Les diagnostics du couvent ont pris deux mois de plus que prévu.",
		Next:         "Notifier le marché de maîtrise d’œuvre, puis engager la commercialisation ; l’expert en est chargé avec le service.",
	}
	f.Final = Evaluation{
		Day: "2029-02-06", TownView: ViewVeryGood, ExpertView: ViewVeryGood, OfficeView: ViewGood, GroupView: ViewGood,
		Summary: "La mission a mené le projet du programme ajusté à la première promesse de vente. Les cinq tâches sont engagées, " +
			"quatre sont achevées, et la ville dispose d’un montage, d’un maître d’œuvre et d’un calendrier partagé.",
		Trajectory: "Deux îlots fermés retrouvent des usages ; le centre ancien gagne des logements et un lieu d’enseignement.",
		Capacity:   "Le service de l’urbanisme conduit désormais seul le suivi de l’opérateur et la revue du bilan.",
		Innovation: "Réemploi du bâti, cours plantées, suivi des consommations par capteurs prévu à la livraison.",
		Procedures: 4, Contracts: 2, Area: 13_600_00, Homes: 104, Investment: 41_500_000_00,
		Skills: "Deux agents du service ont été formés à la lecture d’un bilan d’opération et au suivi d’un opérateur.",
		Difficulties: "La coordination des prescriptions patrimoniales et du calendrier de l’investisseur a demandé des arbitrages " +
			"répétés.",
		Next:    "La directrice de l’urbanisme pilote la suite ; la commercialisation se poursuit jusqu’à la livraison.",
		Lessons: "Engager le montage dès les premiers mois fait gagner une année à l’opération.",
	}
}

func brianconEvaluations(f *FollowUp) {
	f.Mid = Evaluation{
		Day: "2027-06-17", TownView: ViewGood, OfficeView: ViewGood,
		Summary:    "Les études préalables sont lancées et le calendrier directeur est partagé par les deux entrées de ville.",
		Trajectory: "Les entrées de ville sont pensées avec le centre et les mobilités, et non plus parcelle par parcelle.",
		Capacity:   "La ville dispose d’un tableau de bord unique pour des projets jusqu’ici suivis séparément.",
		Innovation: "Le scénario retenu réduit les surfaces imperméables et tient compte des risques de la montagne.",
		Procedures: 1, Contracts: 1,
		Difficulties: "Les propriétaires des terrains commerciaux ont tardé à répondre.",
		Next:         "Arrêter la procédure d’aménagement avant la fin de l’année ; l’expert prépare le comité de pilotage.",
	}
	f.Final = Evaluation{
		Day: "2028-01-20", TownView: ViewGood, ExpertView: ViewGood, OfficeView: ViewVeryGood, GroupView: ViewGood,
		Summary: "La mission a établi les conditions de mise en œuvre : programme, calendrier, procédure et montage sont arrêtés " +
			"pour la première entrée de ville et chiffrés pour la seconde.",
		Trajectory: "La ville oriente les implantations commerciales vers des sites déjà bâtis et desservis.",
		Capacity:   "Le service technique conduit la procédure choisie avec une méthode et des documents qui lui restent.",
		Innovation: "Le plan d’ensemble renonce à une extension, prévoit l’ombre et l’eau, et met les données du site en commun.",
		Procedures: 2, Contracts: 2, Area: 38_000_00, Homes: 60,
		Skills:       "Un agent du service technique a suivi toutes les étapes du montage.",
		Difficulties: "Les délais des études de sol en altitude ont été sous-estimés.",
		Next:         "La directrice des services techniques engage la procédure d’aménagement au printemps.",
	}
}

package model

func eligibilityCases() []ruleCase {
	outOfProgramme := func(d *Dossier) { d.Town.ACV = No }
	newTown := func(d *Dossier) { d.Town.ACV, d.Town.ACVProof = No, "décision du comité du 3 juin 2026" }
	only := func(change func(*Cases)) func(*Dossier) {
		return func(d *Dossier) {
			d.Cases = Cases{Building: No, Laureate: No, Fund: No, Priority: No}
			change(&d.Cases)
		}
	}
	x := func(change func(*Exclusions)) func(*Dossier) { return func(d *Dossier) { change(&d.Exclusions) } }
	task := func(title string) func(*Dossier) { return func(d *Dossier) { d.Mission.Tasks[0].Title = title } }
	activity := func(title string) func(*Dossier) {
		return func(d *Dossier) {
			d.Job.Activities = append(d.Job.Activities, &Activity{Row: Row{Key: "libre"}, Phase: PhaseDesign, Title: title})
		}
	}
	const free = "job.activities[libre].title"
	return []ruleCase{
		{"R01", Blocking, "town.acvProof", outOfProgramme, newTown, nothing, "n’est pas dans la liste"},
		{"R02", Blocking, "support.signed", func(d *Dossier) { d.Support.Signed = "2027-01-01" },
			func(d *Dossier) { d.Support.Signed = "2026-12-31" }, func(d *Dossier) { d.Terms.WindowEnd = "" },
			"entre le 01/01/2023 et le 31/12/2026"},
		{"R02", Blocking, "mission.start", func(d *Dossier) { d.Terms.WindowMeans = WindowStartDay },
			func(d *Dossier) { d.Terms.WindowMeans, d.Terms.WindowEnd = WindowStartDay, d.Mission.Start }, nothing,
			"La prise de poste doit avoir lieu entre le 01/01/2023 et le 31/12/2026"},
		{"R02", Blocking, "mission.months", func(d *Dossier) { d.Terms.WindowMeans = WindowEndDay },
			func(d *Dossier) { d.Terms.WindowMeans, d.Terms.WindowEnd = WindowEndDay, d.Mission.End() }, nothing, "le 03/01/2029"},
		{"R03", Confirm, "mission.months", func(d *Dossier) { d.Terms.WindowEnd, d.Terms.WindowBy.Day = "2029-01-02", "" },
			func(d *Dossier) { d.Terms.WindowEnd = "2029-01-03" }, func(d *Dossier) { d.Mission.Start = "" }, "le 03/01/2029"},
		{"R04", Confirm, "backing.agreement", func(d *Dossier) { d.Backing.Agreement = "" }, nothing, nil, "60 villes"},
		{"R05", Blocking, "cases.building", only(func(*Cases) {}), only(func(c *Cases) { c.Priority = Yes }), nil, "quatre cas"},
		{"R05", Blocking, "cases.building", func(d *Dossier) { d.Cases = Cases{} }, nothing, nil, "quatre cas"},
		{"R06", Blocking, "cases.buildingArea", func(d *Dossier) { d.Cases.BuildingArea = 0 }, func(d *Dossier) { d.Cases.BuildingArea = 1 },
			func(d *Dossier) { d.Cases.Building, d.Cases.BuildingArea = No, 0 }, "sa surface"},
		{"R07", Blocking, "cases.callDay", func(d *Dossier) { d.Cases.CallDay = "" }, func(d *Dossier) { d.Cases.CallDay = checked },
			func(d *Dossier) { d.Cases.Laureate, d.Cases.CallDay = No, "" }, "date de lancement"},
		{"R07", Blocking, "cases.callDay", func(d *Dossier) { d.Cases.CallDay = checked.AddDays(1) }, nothing, nothing, "24/11/2026"},
		{"R08", Blocking, "cases.fundDay", only(func(c *Cases) { c.Fund, c.FundReference = Yes, "FF-12" }),
			only(func(c *Cases) { c.Fund, c.FundReference, c.FundDay = Yes, "FF-12", "2025-02-03" }), nothing, "fonds friches"},
		{"R09", Blocking, "cases.priorityName", only(func(c *Cases) { c.Priority, c.PriorityKind = Yes, KindStation }),
			only(func(c *Cases) { c.Priority, c.PriorityKind, c.PriorityName = Yes, KindStation, "Gare" }), nothing, "quartier de gare"},
		{"R10", Blocking, "backing.letter", func(d *Dossier) { d.Backing.Letter = No }, nothing, nil, "lettre d’engagement"},
		{"R11", Confirm, "backing.letterDay", func(d *Dossier) { d.Backing.LetterDay = "2026-03-27" },
			func(d *Dossier) { d.Backing.LetterDay = "2026-03-28" }, func(d *Dossier) { d.Signatories.CouncilSince = "" }, "(27/03/2026)"},
		{"R12", Confirm, "project.complexity", func(d *Dossier) { d.Project.Complexity = "" }, nothing, nil, "complexité"},
		{"R13", Blocking, "exclusions.publicSpace", x(func(e *Exclusions) { e.PublicSpace = ExtentOnly }), nothing,
			x(func(e *Exclusions) { e.PublicSpace = "" }), "n’est pas éligible"},
		{"R13", Blocking, "exclusions.justification", x(func(e *Exclusions) { e.PublicSpace = ExtentPart }), nothing, nothing, "justifiez"},
		{"R13", Confirm, "exclusions.justification", x(func(e *Exclusions) { e.PublicSpace, e.Justification = ExtentPart, "parvis" }),
			nothing, nothing, "faites valider"},
		{"R13", Confirm, "mission.tasks[tache-p4].title", task("Aménagement des espaces publics du parvis"),
			task("Coordination avec les travaux de voirie"), task(""), "requalification d’espaces publics"},
		{"R13", Confirm, free, activity("Requalification de la place du Marché"), activity("Coordination avec les travaux de voirie"), activity(""), "n’est pas éligible"},
		{"R14", Blocking, "exclusions.equipment", x(func(e *Exclusions) { e.Equipment = ExtentOnly }),
			x(func(e *Exclusions) { e.Equipment, e.Justification = ExtentPart, "crèche au rez-de-chaussée" }), nothing, "n’est pas éligible"},
		{"R14", Blocking, "exclusions.justification", x(func(e *Exclusions) { e.Equipment = ExtentMain }), nothing, nothing, "justifiez"},
		{"R14", Confirm, "exclusions.justification", x(func(e *Exclusions) { e.Equipment, e.Justification = ExtentMain, "et logements" }),
			nothing, nothing, "faites valider"},
		{"R14", Confirm, "mission.tasks[tache-p4].title", task("Construction du nouveau gymnase"),
			task("Reconversion du gymnase en logements"), nothing, "équipement public ordinaire"},
		{"R14", Confirm, free, activity("Construction d’un groupe scolaire"), activity("Reconversion du gymnase en logements"), activity(""), "équipement public ordinaire"},
		{"R15", Blocking, "exclusions.ori", x(func(e *Exclusions) { e.ORI = Yes }), nothing, x(func(e *Exclusions) { e.ORI = "" }), "(ORI)"},
		{"R15", Confirm, "mission.tasks[tache-p4].title", task("Montage d’une Opération de restauration immobilière"),
			task("Orientation des études"), nothing, "restauration immobilière"},
		{"R15", Confirm, free, activity("Pilotage de l’ORI du centre ancien"), activity("Articulation avec l’ORI en cours"), activity(""), "restauration immobilière"},
		{"R16", Blocking, "exclusions.dup", x(func(e *Exclusions) { e.DUP = Yes }), nothing, x(func(e *Exclusions) { e.DUP = "" }), "DUP"},
		{"R16", Confirm, "mission.tasks[tache-p4].title", task("Dossier de D.U.P. travaux, îlot Nord"),
			task("Étude préalable à une DUP foncière"), nothing, "DUP travaux"},
		{"R16", Confirm, free, activity("Dossier de DUP travaux sur un îlot"), activity("Étude préalable à une DUP foncière"), activity(""), "DUP travaux"},
		{"R17", Confirm, "exclusions.opahSplit", x(func(e *Exclusions) { e.OPAH = Yes }),
			x(func(e *Exclusions) { e.OPAH, e.OPAHSplit = Yes, "l’opérateur suit les logements privés" }), nothing, "OPAH-RU"},
		{"R17", Confirm, "mission.tasks[tache-p4].title", task("Suivi-animation de l’OPAH-RU"), func(d *Dossier) {
			task("Suivi-animation de l’OPAH-RU")(d)
			x(func(e *Exclusions) { e.OPAH, e.OPAHSplit = Yes, "l’opérateur suit les logements privés" })(d)
		}, task("Coordination avec l’opérateur de suivi-animation"), "revient à son opérateur"},
		{"R17", Confirm, free, activity("Suivi-animation de l’OPAH-RU"), activity("Coordination avec l’opérateur de suivi-animation"), activity(""), "revient à son opérateur"},
		{"R18", Blocking, "exclusions.programme", x(func(e *Exclusions) { e.Programme = Yes }), nothing, nothing, "chef de projet"},
		{"R18", Confirm, "mission.tasks[tache-p4].title", task("Animation du programme Action Cœur de Ville"),
			task("Compte rendu au chef de projet ACV"), nothing, "revient au chef de projet"},
		{"R18", Confirm, free, activity("Chef de projet ACV"), activity("Compte rendu au chef de projet ACV"), activity(""), "revient au chef de projet"},
		{"R19", Blocking, "exclusions.samePerson", x(func(e *Exclusions) { e.SamePerson = Yes }), nothing, nothing, "chef de projet"},
		{"R20", Blocking, "exclusions.townEmploys", x(func(e *Exclusions) { e.TownEmploys = Yes }), nothing, nothing, "employeur"},
	}
}

func studyCases() []ruleCase {
	s := func(change func(*Study)) func(*Dossier) { return func(d *Dossier) { change(&d.Study) } }
	return []ruleCase{
		{"R21", Blocking, "study.stakes", s(func(s *Study) { s.Stakes = "" }), nothing, nil, "ses enjeux"},
		{"R21", Blocking, "project.summary", func(d *Dossier) { d.Project.Summary = "" }, nothing, nil, "définition du projet"},
		{"R22", Blocking, "study.procedures.level", s(func(s *Study) { s.Procedures.Level = "" }), nothing,
			s(func(s *Study) { s.Assembly.Level, s.Partnerships.Level, s.Procedures.Level = "", "", "" }), "étapes administratives"},
		{"R23", Blocking, "study.provider", s(func(s *Study) { s.Provider = "" }), nothing, nil, "AMO"},
		{"R24", Blocking, "study.visitDay", s(func(s *Study) { s.VisitDay = "" }), nothing, nil, "visite de site"},
		{"R24", Blocking, "study.interviews", s(func(s *Study) { s.Interviews = nil }), s(func(s *Study) { s.Interviews = s.Interviews[:1] }),
			nil, "un entretien"},
		{"R25", Confirm, "study.files", s(func(s *Study) { s.Files = nil }), s(func(s *Study) { s.Files = s.Files[:1] }), nil, "dossiers"},
		{"R26", Blocking, "study.officeAgrees", s(func(s *Study) { s.OfficeAgrees = No }), nothing, nil, "par la Direction régionale"},
		{"R26", Blocking, "study.townAgrees", s(func(s *Study) { s.TownAgrees = No }), nothing, nil, "par la ville"},
		{"R26", Blocking, "study.exchange", s(func(s *Study) { s.Exchange = "" }), nothing, nil, "date de l’échange"},
		{"R27", Blocking, "mission.tasks[tache-p4].first", func(d *Dossier) {
			d.Mission.Tasks = d.Mission.Tasks[:1]
			d.Job.Activities = d.Job.Activities[:1]
			t := d.Mission.Tasks[0]
			t.First, t.Load, t.Sides = 0, 150_00, []Side{SideLegal, SideTechnical, SideFinancial}
		}, func(d *Dossier) { d.Mission.Tasks[1].First = 0 }, func(d *Dossier) { d.Mission.Tasks = nil }, "feuille de route"},
		{"R28", Blocking, "job.activities", func(d *Dossier) { d.Job.Activities = nil },
			func(d *Dossier) { d.Job.Activities = d.Job.Activities[:1] }, nil, "fiche de poste est absente"},
	}
}

func missionCases() []ruleCase {
	m := func(change func(*Mission)) func(*Dossier) { return func(d *Dossier) { change(&d.Mission) } }
	months := func(n int) func(*Dossier) { return m(func(m *Mission) { m.Months = n }) }
	load := func(days Hundredths) func(*Dossier) {
		return m(func(m *Mission) {
			m.Tasks[0].First, m.Tasks[0].Last = 1, 24
			m.Tasks[0].Load += days - m.Workload()
		})
	}
	return []ruleCase{
		{"R29", Blocking, "mission.tasks", func(d *Dossier) { d.Mission.Tasks, d.Job.Activities[0].Task = nil, "" },
			m(func(m *Mission) { m.Milestones = m.Milestones[:1] }), nil, "au moins une tâche"},
		{"R29", Blocking, "mission.milestones[jalon-p4].day", func(d *Dossier) {
			d.Mission.Milestones = d.Mission.Milestones[:1]
			d.Mission.Milestones[0].Day = ""
			for _, t := range d.Mission.Tasks {
				t.Milestone = "jalon-p4"
			}
		}, nothing, nil, "au moins un jalon"},
		{"R30", Blocking, "mission.milestones[jalon-s6].day", m(func(m *Mission) { m.Milestones[4].Day = "2029-01-04" }),
			m(func(m *Mission) { m.Milestones[4].Day = "2029-01-03" }), m(func(m *Mission) { m.Start = "" }), "(04/01/2029)"},
		{"R30", Blocking, "mission.milestones[jalon-p4].day", m(func(m *Mission) { m.Milestones[0].Day = "2027-01-03" }),
			m(func(m *Mission) { m.Milestones[0].Day = "2027-01-04" }), months(25), "du 04/01/2027 au 03/01/2029"},
		{"R29", Tip, "mission.milestones", m(func(m *Mission) { m.Milestones[0].Phase = PhaseDesign }),
			m(func(m *Mission) { m.Milestones[1].Phase = PhaseWorks }), m(func(m *Mission) { m.Milestones = m.Milestones[:3] }),
			"La phase « Programmation » n’a pas de jalon"},
		{"R30", Confirm, "mission.milestones[jalon-c3].day", m(func(m *Mission) { m.Milestones[2].Day = "2027-06-03" }),
			m(func(m *Mission) { m.Milestones[2].Day = "2027-06-04" }), m(func(m *Mission) { m.Milestones[2].Day, m.Start = "2027-06-03", "" }),
			"précède la tâche « Aide au lancement"},
		{"R31", Confirm, "mission.tasks[tache-c2].milestone", m(func(m *Mission) { m.Tasks[1].Milestone = "" }), nothing,
			m(func(m *Mission) { m.Tasks = nil }), "n’est rattachée à aucun jalon"},
		{"R31", Confirm, "mission.tasks[tache-c2].milestone", m(func(m *Mission) { m.Tasks[1].Milestone, m.Tasks[2].Milestone = "", "" }),
			nothing, nothing, "2 tâches"},
		{"R32", Blocking, "mission.months", months(25), months(24), months(0), "(actuellement : 25)"},
		{"R32", Blocking, "mission.months", months(5), months(6), nothing, "(actuellement : 5)"},
		{"R33", Confirm, "mission.months", load(216_01), load(216_00), m(func(m *Mission) { m.Tasks[0].Load = 0 }), "216,01 jours de charge"},
		{"R33", Confirm, "mission.months", func(d *Dossier) {
			for _, t := range d.Mission.Tasks {
				t.Load = 20_00
			}
		}, load(216_00), nothing, "100 jours de charge pour environ 216"},
		{"R33", Confirm, "mission.tasks", m(func(m *Mission) { m.Tasks[0].Last = 1 }), m(func(m *Mission) { m.Tasks[0].Last = 3 }),
			m(func(m *Mission) { m.Tasks[0].Last, m.Start = 1, "" }), "Le mois 1 est surchargé : 22 jours de tâches pour 10,46"},
		{"R33", Confirm, "mission.tasks", m(func(m *Mission) {
			m.Tasks[0].Last, m.Tasks[3].First, m.Tasks[3].Load, m.Milestones[3].Day = 1, 24, 40_00, "2028-12-20"
		}), nothing, nothing, "2 mois sont surchargés, à commencer par le mois 1"},
		{"R34", Blocking, "mission.days", m(func(m *Mission) { m.Days = 300 }), m(func(m *Mission) { m.Days = 250 }), nothing, "(actuellement : 3)"},
		{"R35", Blocking, "mission.exclusive", m(func(m *Mission) { m.Exclusive = No }), nothing, m(func(m *Mission) { m.Exclusive = "" }),
			"exclusivement"},
		{"R36", Confirm, "project.size", func(d *Dossier) { d.Project.Size = "" }, nothing, nil, "taille"},
		{"R37", Confirm, "mission.tasks[tache-p4].sides", func(d *Dossier) {
			for _, t := range d.Mission.Tasks {
				t.Sides = []Side{SideTechnical}
			}
		}, nothing, m(func(m *Mission) { m.Tasks = nil }), "Aucun apport administratif ni financier"},
		{"R37", Tip, "mission.tasks[tache-s2].first", m(func(m *Mission) { m.Tasks[3].First = 1 }),
			m(func(m *Mission) { m.Tasks[3].First = m.Tasks[1].First }), m(func(m *Mission) { m.Tasks[3].First, m.Tasks[3].Catalogue = 1, "" }),
			"au mois 1, avant que « Montage financier"},
		{"R38", Tip, "delivery.mode", func(d *Dossier) { d.Delivery.Mode = ModeOpen }, nothing, nil, "concession"},
		{"R38", Tip, "delivery.operator", func(d *Dossier) { d.Delivery.Mode, d.Delivery.Form = ModeMandate, FormSPL },
			func(d *Dossier) { d.Delivery = Delivery{Mode: ModeMandate, Form: FormSPL, Operator: "SPL Exemple"} }, nothing, "entreprise publique"},
		{"R39", Blocking, "steering.service", func(d *Dossier) { d.Steering.Service = "" }, nothing, nil, "service de rattachement"},
	}
}

func jobCases() []ruleCase {
	e := func(change func(*Expert)) func(*Dossier) { return func(d *Dossier) { change(&d.Expert) } }
	years := func(n int) func(*Dossier) { return e(func(e *Expert) { e.Years = n }) }
	notFound := e(func(e *Expert) { *e = Expert{Recruiter: e.Recruiter, Found: No, Years: 3} })
	return []ruleCase{
		{"R40", Confirm, "expert.training", e(func(e *Expert) { e.Training = nil }), nothing, notFound, "bac + 5"},
		{"R40", Blocking, "job.training", func(d *Dossier) { d.Job.Training = nil }, nothing, nil, "bac + 5"},
		{"R41", Confirm, "expert.yearsReason", years(4), years(5), notFound, "Expérience de 4 ans"},
		{"R41", Confirm, "expert.yearsReason", years(1), years(5), notFound, "Expérience de 1 an :"},
		{"R41", Confirm, "expert.yearsReason", years(11), years(10), e(func(e *Expert) { e.Years, e.YearsReason = 11, "rare" }), "11 ans"},
		{"R41", Confirm, "job.yearsReason", func(d *Dossier) { d.Job.YearsMin = 3 }, nothing,
			func(d *Dossier) { d.Job.YearsMin, d.Job.YearsReason = 3, "marché tendu" }, "Expérience de 3 ans"},
		{"R42", Confirm, "expert.operations", e(func(e *Expert) { e.Operations = No }), nothing, notFound, "conduite d’opérations"},
		{"R43", Blocking, "expert.recruiter", e(func(e *Expert) { e.Recruiter = RecruiterTown }), nothing,
			e(func(e *Expert) { e.Recruiter = "" }), "porté par le groupement"},
		{"R44", Blocking, "job.activities[activite-p4].title", func(d *Dossier) { d.Job.Activities[0].Task = "retiree" }, nothing,
			func(d *Dossier) { d.Job.Activities = nil }, "vient d’une tâche retirée"},
		{"R44", Blocking, "job.version", func(d *Dossier) { d.Project.Title = "Autre projet" }, nothing,
			func(d *Dossier) { d.Project.Title, d.Job.Version = "Autre projet", "2026-11-20" }, "Le titre du projet a changé"},
		{"R44", Blocking, "job.version", func(d *Dossier) { d.Project.Title, d.Mission.Tasks[0].Title = "Autre projet", "Autre tâche" },
			nothing, func(d *Dossier) { d.Project.Title, d.Mission.Months = "Autre projet", 25 }, "La mission a changé en 2 points."},
		{"R44", Blocking, "job.activities", func(d *Dossier) { d.Job.Activities = d.Job.Activities[:4] },
			func(d *Dossier) { d.Job.Activities[4].Task = "" }, nothing, "n’y figure pas"},
		{"R45", Blocking, "group.care", func(d *Dossier) { d.Group.Care = "" }, nothing, nil, "accompagnement"},
	}
}

func moneyCases() []ruleCase {
	p := func(change func(*Payment)) func(*Dossier) { return func(d *Dossier) { change(&d.Payment) } }
	first := func(r Rate) func(*Dossier) { return p(func(p *Payment) { p.FirstShare = ref(r) }) }
	public := func(r Rate) func(*Dossier) { return func(d *Dossier) { d.Expert.PublicShare = ref(r) } }
	members := func(all, public int) func(*Dossier) {
		return func(d *Dossier) { d.Group.Members, d.Group.PublicMembers = all, public }
	}
	return []ruleCase{
		{"R51", Blocking, "payment.issuer", p(func(p *Payment) { p.Issuer = RecruiterTown }), nothing, p(func(p *Payment) { p.Issuer = "" }),
			"émises par le groupement"},
		{"R52", Blocking, "payment.every", p(func(p *Payment) { p.Every = EveryQuarter }), nothing, p(func(p *Payment) { p.Every = "" }), "mensuel"},
		{"R53", Blocking, "payment.firstShare", first(40_00), first(50_00), p(func(p *Payment) { p.FirstShare = nil }),
			"(actuellement : 40\u202f% et 60\u202f%)"},
		{"R53", Blocking, "payment.firstShare", first(50_01), first(50_00), first(100_01), "49,99\u202f%"},
		{"R54", Blocking, "payment.firstShare", first(100_01), first(100_00), p(func(p *Payment) { p.FirstShare = nil }), "ne correspond pas"},
		{"R55", Blocking, "terms.otherIncluded", func(d *Dossier) { d.Terms.OtherIncluded = "mobilier" }, nothing, nil, "« mobilier »"},
		{"R57", Confirm, "payment.balanceLag", nothing, func(d *Dossier) {
			*d.Payment.FirstShare, d.Terms.Ceiling, d.Payment.FirstLag = 100_00, nil, 0
		}, func(d *Dossier) { d.Terms.Rate = nil }, "jusqu’à 51\u202f516,00\u00a0€ avant le solde (attendu le 03/06/2029)"},
		{"R58", Blocking, "group.vat", func(d *Dossier) { d.Group.VAT = "" }, nothing, nil, "TVA"},
		{"R59", Confirm, "prior.budget", func(d *Dossier) { d.Prior.Budget = No }, nothing, nil, "au budget"},
		{"R63", Blocking, "expert.publicShare", public(76_00), public(75_00), func(d *Dossier) { d.Expert.PublicShare, d.Expert.Share = nil, nil },
			"76\u202f% de son temps contractuel"},
		{"R63", Blocking, "expert.publicShare", func(d *Dossier) { d.Expert.PublicShare, d.Expert.Share = ref(Rate(50_00)), ref(Rate(60_00)) },
			func(d *Dossier) { d.Expert.PublicShare, d.Expert.Share = ref(Rate(50_00)), ref(Rate(80_00)) }, nil, "83,33"},
		{"R63", Blocking, "expert.publicShare", func(d *Dossier) { d.Expert.PublicShare, d.Expert.Share = nil, ref(Rate(50_00)) },
			public(75_00), nothing, "100\u202f%"},
		{"R64", Confirm, "group.publicMembers", members(20, 11), members(20, 10), members(0, 0), "(11 sur 20)"},
		{"R64", Confirm, "group.publicMembers", members(20, 20), members(20, 0), members(0, 1), "(20 sur 20)"},
		{"R65", Blocking, "group.liability", func(d *Dossier) { d.Group.Liability = "" }, nothing, nil, "statuts"},
	}
}

func voteCases() []ruleCase {
	act := func(change func(*Act)) func(*Dossier) { return func(d *Dossier) { change(&d.Council.Signing) } }
	small := func(d *Dossier) { d.Town.Population, d.Council.Signing.Convened = 3_499, "2026-10-07" }
	apart := func(change func(*Council)) func(*Dossier) {
		return func(d *Dossier) {
			d.Council.Joining, d.Council.Same = d.Council.Signing, No
			change(&d.Council)
		}
	}
	return []ruleCase{
		{"R46", Blocking, "membership.accepted", func(d *Dossier) { d.Membership.Accepted = d.Mission.Start.AddDays(1) },
			func(d *Dossier) { d.Membership.Accepted = d.Mission.Start }, func(d *Dossier) { d.Membership.Accepted = "" }, "le 05/01/2027"},
		{"R47", Blocking, "group.form", func(d *Dossier) { d.Group.Form = GroupCooperative }, nothing, nil, "loi de 1901"},
		{"R47", Blocking, "group.rna", func(d *Dossier) { d.Group.RNA = "" }, nothing, nil, "RNA"},
		{"R48", Blocking, "support.signed", func(d *Dossier) { d.Mission.Start, d.Support.Signed = "2026-12-20", "2026-12-21" },
			func(d *Dossier) { d.Mission.Start, d.Support.Signed = "2026-12-20", "2026-12-20" },
			func(d *Dossier) { d.Mission.Start = "" }, "(21/12/2026)"},
		{"R49", Blocking, "support.beneficiary", func(d *Dossier) { d.Support.Beneficiary = PartyEPCI }, nothing,
			func(d *Dossier) { d.Support.Beneficiary = "" }, "l’EPCI pour le soutien, la commune pour"},
		{"R50", Blocking, "membership.member", func(d *Dossier) { d.Membership.Member = PartyEPCI }, nothing,
			func(d *Dossier) { d.Membership.Member = "" }, "l’EPCI adhère, la commune accueille"},
		{"R66", Blocking, "council.joining.day", apart(func(c *Council) { c.Joining = Act{Number: "1"} }), apart(func(*Council) {}), nothing, "première adhésion"},
		{"R66", Blocking, "council.joining.day", func(d *Dossier) {
			apart(func(c *Council) { c.Joining = Act{Number: "1", Day: "2026-11-04", Session: c.Signing.Session} })(d)
			d.Membership.Form = ""
		}, func(d *Dossier) {
			apart(func(c *Council) { c.Joining = Act{Day: "2026-11-03"} })(d)
		}, nothing, "avant qu’elle prenne effet"},
		{"R67", Blocking, "council.signing.day", apart(func(c *Council) { c.Signing = Act{Number: "1"} }), apart(func(*Council) {}), nil, "approuvée"},
		{"R67", Blocking, "council.signing.day", apart(func(c *Council) { c.Signing = Act{Number: "1", Day: "2026-12-16", Session: c.Signing.Session} }),
			apart(func(c *Council) { c.Signing = Act{Day: "2026-12-15"} }), nil, "antérieure à sa signature"},
		{"R68", Blocking, "expert.specialised", func(d *Dossier) { d.Expert.Specialised = "" }, nothing, nil, "qualification technique"},
		{"R69", Blocking, "expert.consent", func(d *Dossier) { d.Expert.Consent = "" }, nothing,
			func(d *Dossier) { d.Expert.Found, d.Expert.Consent = No, "" }, "accord écrit"},
		{"R70", Blocking, "council.signing.published", act(func(a *Act) { a.Published = "2026-12-11" }),
			act(func(a *Act) { a.Published = "2026-12-10" }), act(func(a *Act) { *a = Act{} }), "exécutoire que le 11/12/2026"},
		{"R70", Blocking, "council.signing.sent", act(func(a *Act) { a.Sent = "" }), nothing,
			func(d *Dossier) { d.Council.Signing.Sent, d.Support.Signed, d.Secondment.Signed = "", "", "" }, "transmission"},
		{"R71", Confirm, "council.signing.convened", act(func(a *Act) { a.Convened = "2026-10-03" }),
			act(func(a *Act) { a.Convened = "2026-10-02" }), small, "il y en a 4"},
		{"R72", Confirm, "prior.staffDay", func(d *Dossier) { d.Prior.StaffDay = "" }, nothing, nil, "CST"},
		{"R73", Confirm, "expert.interests", func(d *Dossier) { d.Expert.Interests = "" }, nothing,
			func(d *Dossier) { d.Expert.Found, d.Expert.Interests = No, "" }, "déclaration d’intérêts"},
		{"R73", Confirm, "prior.withdrawal", func(d *Dossier) { d.Prior.Withdrawal = "" }, nothing, nil, "déport"},
		{"R73", Confirm, "prior.withdrawNote", func(d *Dossier) { d.Prior.Withdrawal = Yes },
			func(d *Dossier) { d.Prior.Withdrawal, d.Prior.WithdrawNote = Yes, "un adjoint, administrateur" }, nothing, "qui se déporte"},
		{"R74", Confirm, "prior.procureDay", func(d *Dossier) { d.Prior.ProcureDay = "" }, nothing, nil, "commande publique"},
		{"R75", Blocking, "signatories.bank.quality", func(d *Dossier) { d.Signatories.Bank.Quality = "" }, nothing, nil, "Caisse des dépôts"},
		{"R75", Blocking, "signatories.delegate.firstName", func(d *Dossier) {
			d.Signatories.Delegated, d.Signatories.DelegationOrder, d.Signatories.DelegationDay = Yes, "A-12", "2026-04-02"
			d.Signatories.Delegate = Identity{Civility: Sir, LastName: "Exemple", Quality: "premier adjoint"}
		}, nothing, func(d *Dossier) { d.Signatories.Delegate = Identity{} }, "du signataire délégué"},
	}
}

func closingCases() []ruleCase {
	return []ruleCase{
		{"R76", Blocking, "support.signed", func(d *Dossier) { d.Support.DecisionDay = "2026-12-11" },
			func(d *Dossier) { d.Support.DecisionDay = "2026-12-10" }, func(d *Dossier) { d.Support.DecisionDay = "" },
			"la décision d’engagement (11/12/2026) doit précéder la signature de la convention de soutien (10/12/2026)"},
		{"R76", Blocking, "secondment.signed", func(d *Dossier) { d.Secondment.Signed = "2027-01-05" },
			func(d *Dossier) { d.Secondment.Signed = "2027-01-04" }, nothing, "doit précéder la prise de poste (04/01/2027)"},
		{"R76", Blocking, "expert.consent", func(d *Dossier) { d.Expert.Consent = "2027-01-05" }, nothing,
			func(d *Dossier) { d.Expert.Consent, d.Expert.Found = "2027-01-05", No }, "l’accord de l’expert"},
		{"R77", Confirm, "terms.ceilingBy.by", func(d *Dossier) { d.Terms.CeilingBy = Confirmation{} }, nothing, nil, "Le plafond"},
		{"R77", Confirm, "terms.windowBy.by", func(d *Dossier) { d.Terms.WindowBy, d.Terms.WindowEnd = Confirmation{}, "2029-12-31" },
			nothing, func(d *Dossier) { d.Terms.WindowBy = Confirmation{} }, "Ce que borne la période"},
		{"R77", Confirm, "terms.rate", func(d *Dossier) { d.Terms.Rate = ref(Rate(0)) }, func(d *Dossier) { d.Terms.Rate = ref(Rate(1)) },
			func(d *Dossier) { d.Terms.Rate = nil }, "est de 0 %"},
		{"R77", Confirm, "terms.ceiling", func(d *Dossier) { d.Terms.Ceiling = ref(Cents(0)) },
			func(d *Dossier) { d.Terms.Ceiling = ref(Cents(1)) }, func(d *Dossier) { d.Terms.Ceiling = nil }, "est de 0 €"},
		{"R77", Confirm, "terms.rateBy.day", func(d *Dossier) { d.Terms.RateBy.Day = "" }, nothing, nil, "Le taux"},
	}
}

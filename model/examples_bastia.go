package model

// exampleBastia is one project on two sites, a group that invoices VAT, an expert shared with a private member for part
// of the week.
func exampleBastia() *Dossier {
	d := newExample("bastia", Commune{
		Code: "2B033", Name: "Bastia", DepartmentCode: "2B", Department: "Haute-Corse", Region: "Corse",
		SIREN: "212000335", Population: 46_867, EPCI: "Communauté d’agglomération de Bastia", EPCISIREN: "242000354",
		ACV: true, ACVAgreement: "2018-09-28", InLatestList: true, Office: "Corse", Court: "Bastia",
	})
	bastiaTown(d)
	bastiaProject(d)
	bastiaStudy(&d.Study)
	bastiaMission(d)
	bastiaMoney(d)
	bastiaAgreements(d)
	return d
}

func bastiaTown(d *Dossier) {
	t := &d.Town
	t.SIRET = "212 000 335 00019"
	t.Address = "Hôtel de ville, 20200 Bastia"
	t.Accountant = "service de gestion comptable Exemple-Cap"
	t.ChorusCode = "EXEMPLE-BASTIA"
	d.Contacts = Contacts{
		People: []*Contact{
			{Row{"dgs"}, RoleDGS, Sir, "Ghjuvan", "Exemple-Paoletti", "01 99 00 20 01", "direction@bastia.exemple.fr"},
			{Row{"amenagement"}, RoleWorks, Madam, "Letizia", "Exemple-Casanova", "01 99 00 20 02", "amenagement@bastia.exemple.fr"},
			{Row{"acv"}, RoleManager, Sir, "Andria", "Exemple-Mattei", "01 99 00 20 03", "coeurdeville@bastia.exemple.fr"},
			{Row{"finances"}, RoleFinance, Madam, "Serena", "Exemple-Poli", "01 99 00 20 04", "finances@bastia.exemple.fr"},
		},
		OfficeName:   "Mme Maud Exemple-Ferrandi, chargée de développement territorial",
		OfficeEmail:  "maud.exemple-ferrandi@exemple.fr",
		DataOfficer:  "Mme Diane Exemple-Orsini, donnees@bastia.exemple.fr",
		PressContact: "Service communication, presse@bastia.exemple.fr",
	}
	mayor := Identity{Sir, "Ange", "Exemple-Luciani", "maire de Bastia"}
	d.Signatories.Mayor = mayor
	d.Signatories.Bank = Identity{Sir, "Paul-André", "Exemple-Colonna", "directeur régional Corse"}
	d.Signatories.BankAddress = "3 cours du Spécimen, 20999 Bastia (adresse fictive)"
	d.Signatories.BankDelegation = "2026-01-19"
	d.Council.Chair = mayor
	d.Council.Clerk = Identity{Madam, "Vannina", "Exemple-Agostini", "conseillère municipale"}
	d.Membership.Delegate = "Mme Marina Exemple-Santucci, adjointe au logement"
	d.Membership.Substitute = "Mme Vannina Exemple-Agostini, conseillère municipale"
	d.Membership.Headcount = 780
	d.Membership.Needs = "Un expert opérationnel à mi-temps pendant 24 mois, pour le quartier de la gare et l’ensemble Cézanne."
}

func bastiaProject(d *Dossier) {
	d.Project = Project{
		Title: "Reconversion du quartier de la gare et de l’ensemble immobilier Cézanne",
		Summary: "Le projet porte sur deux sites liés : le secteur Gare-Fangu-Recipellu, dont la ville étudie la reconversion, " +
			"et l’ensemble Cézanne, 14 000 m² restés inachevés depuis les années 1990, que la ville a acquis en 2022. Il s’agit " +
			"de conduire l’étude du quartier et de remettre en état un immeuble de 153 logements, en partie occupé.",
		Kinds: []ProjectKind{KindWasteland, KindStation},
		Complexity: "Les travaux de l’ensemble Cézanne se font en présence d’habitants et de commerçants, et mobilisent plusieurs " +
			"financeurs. Le quartier de la gare croise mobilités, habitat et équipements sur un foncier partagé.",
		Sites: []*Site{
			{Row{"gare"}, "Secteur Gare-Fangu-Recipellu", "quartier de la gare", "", 62_000_00},
			{Row{"cezanne"}, "Ensemble immobilier Cézanne", "centre de Bastia", "", 14_000_00},
		},
		Size: "Réhabilitation de 14 000 m² comprenant 153 logements, 5 commerces et 12 bureaux, et étude d’un quartier de gare " +
			"d’environ six hectares. Le coût prévisionnel, fictif, s’entend hors taxes.",
		Budget: 31_500_000_00,
		Actors: []*Actor{
			{Row{"agglo"}, ActorState, "Communauté d’agglomération de Bastia", "compétente pour l’habitat et les mobilités"},
			{Row{"logement"}, ActorCompany, "Action Logement", "cofinance la réhabilitation de l’ensemble Cézanne"},
			{Row{"collectivite"}, ActorState, "Collectivité de Corse", "associée à l’étude du quartier de la gare (rôle fictif)"},
		},
		Outside: "la gestion locative de l’ensemble Cézanne et les travaux ferroviaires",
	}
	d.Cases = Cases{
		Building: Yes, BuildingKind: BuildingOther, BuildingName: "Ensemble immobilier Cézanne", BuildingArea: 14_000_00,
		Laureate: No, Fund: No, Priority: Yes, PriorityKind: KindStation, PriorityName: "Secteur Gare-Fangu-Recipellu",
	}
	d.Exclusions = exampleExclusions()
	d.Backing.Sponsor = "Mme Marina Exemple-Santucci"
	d.Backing.SponsorFor = "adjointe déléguée au logement et au renouvellement urbain"
	d.Backing.Priority = "L’ensemble Cézanne attend depuis trente ans et le quartier de la gare commande l’avenir du centre. La " +
		"ville a acquis l’immeuble et veut désormais tenir un calendrier devant les habitants."
	d.Backing.Places = 44
	d.Delivery = Delivery{Mode: ModeDirect, Detail: "La ville est maître d’ouvrage de l’étude et de la réhabilitation ; le mode " +
		"de réalisation du quartier sera choisi au vu de l’étude."}
}

func bastiaStudy(s *Study) {
	*s = Study{
		Provider: "Agence Exemple des Îles", Lead: "M. Ugo Exemple-Ristori", OrderRef: "AMO-2026-09-BASTIA",
		OrderDay: "2026-05-11", VisitDay: "2026-05-27", ReportDay: "2026-07-15", Exchange: "2026-07-15",
		Visitors: perLine("M. Ugo Exemple-Ristori, Agence Exemple des Îles", "Mme Letizia Exemple-Casanova, directrice de l’aménagement",
			"M. Andria Exemple-Mattei, chef de projet Action Cœur de Ville"),
		VisitNotes: "L’ensemble Cézanne est occupé dans ses étages bas ; les parties inachevées sont closes. Autour de la gare, " +
			"les emprises de stationnement et les délaissés offrent de réelles possibilités.",
		Interviews: []*Interview{
			{Row{"adjointe"}, "Mme Marina Exemple-Santucci", "adjointe au logement", "2026-05-27", "relogement, attentes des habitants"},
			{Row{"amenagement"}, "Mme Letizia Exemple-Casanova", "directrice de l’aménagement", "2026-05-27", "étude du quartier, foncier"},
			{Row{"finances"}, "Mme Serena Exemple-Poli", "directrice des finances", "2026-06-11", "plan de financement, capacité d’avance"},
		},
		Files: []*StudyFile{
			{Row{"convention"}, "Convention d’appui technique du 28 février 2024", "Ville de Bastia, Banque des Territoires", 2024,
				"fait public, cité pour mémoire : ce spécimen en reprend l’objet avec d’autres dates"},
			{Row{"logement"}, "Accord de financement d’Action Logement", "Action Logement", 2023, "12,8 M€ annoncés le 29 mars 2023"},
			{Row{"diagnostic"}, "Diagnostic technique de l’ensemble Cézanne", "Exemple Ingénierie", 2025, "structure, réseaux, phasage en site occupé"},
		},
		Assembly: Progress{LevelFar, "Le plan de financement de l’ensemble Cézanne est largement constitué ; celui du quartier reste à bâtir."},
		Partnerships: Progress{LevelFar, "Les financeurs de l’immeuble sont engagés ; la Collectivité de Corse et l’agglomération " +
			"participent au comité de pilotage du quartier."},
		Procedures: Progress{LevelBegun, "La ville est propriétaire de l’immeuble ; l’étude du quartier est à lancer."},
		Land:       "L’ensemble Cézanne appartient à la ville depuis 2022. Les emprises de la gare relèvent de plusieurs propriétaires publics.",
		Stakes: "Le projet doit offrir des logements décents à des habitants qui les attendent, et faire du quartier de la gare une " +
			"entrée de la ville adaptée aux chaleurs d’été. Les vingt-quatre mois de mission couvrent l’étude du quartier et la " +
			"conception de la réhabilitation.",
		Risks: []*Risk{
			{Row{"occupation"}, "Travaux en site occupé", WeightHigh, "phasage par cage d’escalier et plan de relogement temporaire"},
			{Row{"financement"}, "Écart entre coûts et financements", WeightHigh, "revue du bilan à chaque phase d’études"},
			{Row{"foncier"}, "Foncier public morcelé autour de la gare", WeightMedium, "protocole entre propriétaires avant le choix de la procédure"},
		},
		Attendees: perLine("M. Ange Exemple-Luciani, maire", "Mme Maud Exemple-Ferrandi, Direction régionale",
			"M. Ugo Exemple-Ristori, Agence Exemple des Îles"),
		Conclusions: "La mission est validée pour 24 mois, sur un seul projet et deux sites. Le suivi de la maîtrise d’œuvre de " +
			"l’ensemble Cézanne en occupe la seconde moitié.",
		TownAgrees: Yes, OfficeAgrees: Yes, Opinion: OpinionGood,
	}
}

func bastiaMission(d *Dossier) {
	m := &d.Mission
	m.Purpose = "Conduite de l’étude de reconversion du quartier de la gare et appui à la reconversion de l’ensemble " +
		"immobilier Cézanne, des études préalables à la conduite du marché de maîtrise d’œuvre."
	m.Start, m.Months = "2027-02-01", 24
	m.Pattern = "lundi matin, mardi et mercredi"
	m.Place = "Direction de l’aménagement, hôtel de ville de Bastia"
	m.Exclusive = Yes
	plan(d,
		exampleTask{"P1", 1, 9, 50_00, "Conduire l’étude de reconversion du quartier de la gare",
			"Étude du quartier réceptionnée", "2027-10-21", "comité de pilotage"},
		exampleTask{"P2", 6, 12, 30_00, "Établir le bilan prévisionnel des deux sites",
			"Bilan prévisionnel validé", "2028-01-20", "comité de pilotage"},
		exampleTask{"C1", 9, 15, 32_00, "Comparer les procédures d’aménagement du quartier et proposer un choix",
			"Procédure arrêtée", "2028-04-27", "conseil municipal"},
		exampleTask{"C2", 12, 20, 44_00, "Construire le montage juridique et financier de l’opération",
			"Montage délibéré", "2028-09-28", "conseil municipal"},
		exampleTask{"C4", 13, 24, 50_00, "Conduire le marché de maîtrise d’œuvre de l’ensemble Cézanne et en valider les phases",
			"Avant-projet définitif validé", "2028-12-14", "comité de pilotage"},
	)
	d.Steering.Referent = Identity{Madam, "Letizia", "Exemple-Casanova", "directrice de l’aménagement"}
	d.Steering.ReferentEmail = "amenagement@bastia.exemple.fr"
	d.Steering.Service = "Direction de l’aménagement et de l’habitat"
	d.Steering.Members = "le maire, l’adjointe au logement, la Direction régionale de la Banque des Territoires, la communauté " +
		"d’agglomération de Bastia, la Collectivité de Corse et Action Logement"
	j := &d.Job
	j.Supervisor = "le directeur général des services"
	j.Version, j.Deadline = "2026-07-17", "2026-09-18"
	j.Purpose = "L’expert conduit pour la ville l’étude du quartier de la gare et la reconversion de l’ensemble Cézanne, du " +
		"bilan prévisionnel à l’avant-projet définitif."
	j.Relations = "Dans la ville : aménagement, habitat, finances, marchés publics. À l’extérieur : maîtrise d’œuvre, " +
		"habitants et commerçants, agglomération, Collectivité de Corse, financeurs, Direction régionale."
	j.Remote = "aucun les deux premiers mois, puis un jour par quinzaine"
	j.Travel = "ponctuels à Ajaccio et sur le continent ; permis B nécessaire"
}

func bastiaMoney(d *Dossier) {
	g := &d.Group
	g.Name, g.RNA, g.SIRET = "Exemple Insulaire", "W999000002", "999 000 102 00015"
	g.Address = "5 rue du Spécimen, 20999 Bastia (adresse fictive)"
	g.President = Identity{Sir, "Orso", "Exemple-Giannetti", "président du groupement d’employeurs"}
	g.PresidentBasis = "article 14 des statuts"
	g.VAT = VATFull
	g.Members, g.PublicMembers = 22, 8
	g.Insurance = "Assurances Exemple, police de responsabilité civile n° EX-2026-0902"
	g.IBAN = "FR76 9999 9000 2000 0000 0000 218"
	d.Job.ApplyTo = "recrutement@groupement-insulaire.exemple.fr"
	d.Cost.Salary = 54_000_00
	d.Cost.PayrollTax = new(Rate(0))
	d.Cost.Expenses = new(Cents(420_00))
	d.Cost.Indirect, d.Cost.IndirectFor = new(Cents(6_000_00)), "bureau, ordinateur, temps du référent"
	exampleTerms(&d.Terms, "M. Paul-André Exemple-Colonna, directeur régional", "2026-09-10")
	d.Payment.TownIBAN = "FR76 9999 8000 2000 0000 2003 357"
	d.Payment.Proration = ProrationThirty
	e := &d.Expert
	e.Civility, e.FirstName, e.LastName = Sir, "Dumè", "Exemple-Albertini"
	e.Training, e.Diploma, e.Years = []Training{TrainingEngineer, TrainingPlanner}, "diplôme d’ingénieur, ESTP, et master d’urbanisme, 2017", 9
	e.FormerPost = "responsable d’opérations de réhabilitation, Habitat Exemple"
	e.FormerSector = SectorPrivate
	e.Share, e.PublicShare = new(Rate(80_00)), new(Rate(62_50))
	e.Specialised = "Le projet demande de conduire ensemble une étude de quartier de gare et une réhabilitation lourde en site " +
		"occupé, avec plusieurs financeurs ; les services de la ville n’ont pas cette double pratique."
}

func bastiaAgreements(d *Dossier) {
	d.Support.Number, d.Support.Decision, d.Support.Place = "SPÉCIMEN-CS-2B033", "EX-2026-207 (fictive)", "Bastia"
	d.Support.Signed, d.Secondment.Signed = "2026-12-17", "2027-01-12"
	d.Support.MidReport = "2028-02-07"
	d.Support.Visibility = "Le soutien est mentionné sur les panneaux du chantier, sur le site de la ville et dans les réunions " +
		"avec les habitants, avec les logos autorisés."
	d.Secondment.Number, d.Secondment.Place = "SPÉCIMEN-MAD-2B033", "Bastia"
	d.Secondment.Insurance = "Mutuelle Exemple des collectivités, police n° RC-2B033"
	d.Clauses.List = []*Clause{{
		Row: Row{"chantier"}, Paper: PaperSecondment, Title: "Accès à l’ensemble immobilier Cézanne",
		Text: "L’expert accède aux parties communes et aux logements vacants avec un agent de la ville. Il n’entre dans un logement " +
			"occupé qu’avec l’accord de son occupant.",
	}}
}

package model

// exampleGrasse is a block of the old centre, given in mandate to a local public company, signed electronically.
func exampleGrasse() *Dossier {
	d := newExample("grasse", Commune{
		Code: "06069", Name: "Grasse", DepartmentCode: "06", Department: "Alpes-Maritimes",
		Region: "Provence-Alpes-Côte d’Azur", SIREN: "210600698", Population: 50_970,
		EPCI: "Communauté d’agglomération du Pays de Grasse", EPCISIREN: "200039857", ACV: true,
		ACVAgreement: "2018-09-14", InLatestList: true, Office: "Provence-Alpes-Côte d’Azur", Court: "Nice",
	})
	grasseTown(d)
	grasseProject(d)
	grasseStudy(&d.Study)
	grasseMission(d)
	grasseMoney(d)
	return d
}

func grasseTown(d *Dossier) {
	t := &d.Town
	t.SIRET = "210 600 698 00018"
	t.Address = "Hôtel de ville, 06130 Grasse"
	t.Accountant = "service de gestion comptable Exemple-Azur"
	t.ChorusCode = "EXEMPLE-GRASSE"
	d.Contacts = Contacts{
		People: []*Contact{
			{Row{"dgs"}, RoleDGS, Sir, "Laurent", "Exemple-Giraud", "01 99 00 06 01", "direction@grasse.exemple.fr"},
			{Row{"amenagement"}, RoleWorks, Madam, "Sonia", "Exemple-Isnard", "01 99 00 06 02", "amenagement@grasse.exemple.fr"},
			{Row{"acv"}, RoleManager, Sir, "Mehdi", "Exemple-Carles", "01 99 00 06 03", "coeurdeville@grasse.exemple.fr"},
			{Row{"finances"}, RoleFinance, Madam, "Odile", "Exemple-Raybaud", "01 99 00 06 04", "finances@grasse.exemple.fr"},
		},
		OfficeName:   "M. Yann Exemple-Cordier, chargé de développement territorial",
		OfficeEmail:  "yann.exemple-cordier@exemple.fr",
		DataOfficer:  "M. Karim Exemple-Payan, donnees@grasse.exemple.fr",
		PressContact: "Service communication, presse@grasse.exemple.fr",
	}
	mayor := Identity{Madam, "Aurore", "Exemple-Vidal", "maire de Grasse"}
	d.Signatories.Mayor = mayor
	d.Signatories.Bank = southernBank()
	d.Signatories.BankAddress = southernAddress
	d.Signatories.BankDelegation = "2026-01-12"
	d.Council.Chair = mayor
	d.Council.Clerk = Identity{Madam, "Flora", "Exemple-Maure", "conseillère municipale"}
	d.Membership.Delegate = "M. Gilles Exemple-Rebuffel, adjoint au centre-ville"
	d.Membership.Substitute = "Mme Flora Exemple-Maure, conseillère municipale"
	d.Membership.Headcount = 890
	d.Membership.Needs = "Un expert opérationnel à mi-temps pendant 18 mois, pour la requalification de l’îlot Niel."
}

const southernAddress = "8 quai du Spécimen, 13999 Marseille (adresse fictive)"

// southernBank signs for the Caisse des dépôts in Grasse and in Briançon, which have the same direction régionale.
func southernBank() Identity {
	return Identity{Madam, "Hélène", "Exemple-Santoni", "directrice régionale Provence-Alpes-Côte d’Azur"}
}

func grasseProject(d *Dossier) {
	d.Project = Project{
		Title: "Requalification de l’îlot Niel",
		Summary: "L’îlot Niel réunit, sur environ 3 000 m² du centre ancien, une ancienne parfumerie, une école et une chapelle " +
			"inscrite au titre des monuments historiques. La ville a lancé un appel à manifestation d’intérêt pour lui " +
			"redonner un usage. L’expert l’aidera à fixer le programme, à choisir les procédures et à confier la réalisation " +
			"à une entreprise publique locale.",
		Kinds: []ProjectKind{KindOldBlock, KindWasteland},
		Complexity: "L’îlot se trouve dans un site patrimonial remarquable doté d’un plan de sauvegarde et de mise en valeur. " +
			"Les bâtiments s’étagent dans une forte pente, leurs structures diffèrent et leurs usages futurs restent à composer.",
		Sites: []*Site{
			{Row{"niel"}, "Îlot Niel", "centre ancien de Grasse", "", 3_000_00},
		},
		Size: "Réhabilitation d’environ 3 000 m² de bâtiments anciens pour un programme mixte de logements, d’activités et d’un " +
			"lieu culturel. Le coût prévisionnel, fictif, s’entend hors taxes.",
		Budget: 9_800_000_00,
		Actors: []*Actor{
			{Row{"spl"}, ActorEPL, "Pays de Grasse Développement", "mandataire pressenti de la ville"},
			{Row{"patrimoine"}, ActorState, "Unité départementale de l’architecture et du patrimoine", "veille au respect du plan de sauvegarde"},
			{Row{"agglo"}, ActorState, "Communauté d’agglomération du Pays de Grasse", "porte la politique de l’habitat et du développement économique"},
			{Row{"parfum"}, ActorCompany, "Maison Exemple, parfumeurs", "candidate à l’occupation d’un atelier"},
		},
		Outside: "les îlots Cauvin-Prouvé et Roustan, que la ville conduit par ailleurs",
	}
	d.Cases = Cases{
		Building: Yes, BuildingKind: BuildingFactory, BuildingName: "Ancienne parfumerie de l’îlot Niel", BuildingArea: 3_000_00,
		Laureate: Yes, CallDay: "2024-06-17", Fund: No, Priority: No,
	}
	d.Exclusions = exampleExclusions()
	d.Backing.Sponsor = "M. Gilles Exemple-Rebuffel"
	d.Backing.SponsorFor = "adjoint délégué au centre-ville et au patrimoine"
	d.Backing.Priority = "L’îlot Niel est la porte du centre ancien et le témoin de l’histoire parfumeuse de Grasse. Sa " +
		"requalification est inscrite au programme d’investissement de la ville pour la durée du mandat."
	d.Backing.Places = 38
	d.Delivery = Delivery{Mode: ModeMandate, Operator: "Pays de Grasse Développement", Form: FormSPL,
		Detail: "Un mandat d’études, puis de réalisation, est envisagé ; la forme de la société et le contenu du mandat restent à confirmer."}
}

func grasseStudy(s *Study) {
	*s = Study{
		Provider: "Bureau Exemple Méditerranée", Lead: "M. Rémi Exemple-Aubert", OrderRef: "AMO-2026-03-GRASSE",
		OrderDay: "2026-05-06", VisitDay: "2026-05-20", ReportDay: "2026-07-07", Exchange: "2026-07-07",
		Visitors: perLine("M. Rémi Exemple-Aubert, Bureau Exemple Méditerranée", "Mme Sonia Exemple-Isnard, directrice de l’aménagement",
			"M. Mehdi Exemple-Carles, chef de projet Action Cœur de Ville"),
		VisitNotes: "L’ancienne parfumerie conserve de grands plateaux en bon état ; l’école est vacante et la chapelle fermée " +
			"au public. Les réseaux sont à reprendre et l’accès des secours doit être étudié dès le programme.",
		Interviews: []*Interview{
			{Row{"elu"}, "M. Gilles Exemple-Rebuffel", "adjoint au centre-ville", "2026-05-20", "ambition du projet, attentes des habitants"},
			{Row{"amenagement"}, "Mme Sonia Exemple-Isnard", "directrice de l’aménagement", "2026-05-20", "procédures, plan de sauvegarde"},
			{Row{"spl"}, "Mme Chloé Exemple-Barral", "directrice de programmes, Pays de Grasse Développement", "2026-06-04", "mandat envisagé, calendrier"},
		},
		Files: []*StudyFile{
			{Row{"ami"}, "Dossier de l’appel à manifestation d’intérêt", "Ville de Grasse", 2024, "attendus et calendrier"},
			{Row{"psmv"}, "Plan de sauvegarde et de mise en valeur", "Ville de Grasse", 0, "immeubles à conserver, prescriptions"},
			{Row{"structure"}, "Diagnostic des structures", "Exemple Ingénierie", 2025, "planchers à renforcer, coûts par bâtiment"},
		},
		Assembly: Progress{LevelBegun, "Un premier bilan existe ; les recettes de cession et les aides restent à préciser."},
		Partnerships: Progress{LevelBegun, "La société publique locale est pressentie et les échanges avec l’agglomération sont " +
			"réguliers ; aucun contrat n’est signé."},
		Procedures: Progress{LevelNone, "Le choix des procédures d’urbanisme et d’aménagement fait partie de la mission."},
		Land:       "La ville est propriétaire de la plus grande part de l’îlot ; deux lots restent à acquérir à l’amiable.",
		Stakes: "Le projet doit rendre un îlot vide aux habitants, faire vivre la mémoire de la parfumerie et prouver qu’une " +
			"réhabilitation sobre est possible dans le centre ancien. La mission décidera du programme, du montage et du mandat.",
		Risks: []*Risk{
			{Row{"couts"}, "Coûts de réhabilitation supérieurs aux estimations", WeightHigh, "diagnostics complets avant le programme, marges par lot"},
			{Row{"prescriptions"}, "Prescriptions du plan de sauvegarde", WeightMedium, "échanges avec l’architecte des Bâtiments de France à chaque étape"},
			{Row{"occupants"}, "Absence d’occupant pour les ateliers", WeightLow, "prospection commune avec l’agglomération"},
		},
		Attendees: perLine("Mme Aurore Exemple-Vidal, maire", "M. Yann Exemple-Cordier, Direction régionale",
			"M. Rémi Exemple-Aubert, Bureau Exemple Méditerranée"),
		Conclusions: "La mission est validée pour 18 mois. Elle s’arrête à la notification du marché de maîtrise d’œuvre, que " +
			"le mandataire conduira ensuite.",
		TownAgrees: Yes, OfficeAgrees: Yes, Opinion: OpinionReserves,
		Reserves: "Le mandat doit être délibéré avant la fin de la première année de mission.",
	}
}

func grasseMission(d *Dossier) {
	m := &d.Mission
	m.Purpose = "Appui à la requalification d’un îlot du centre-ville, par la coordination des études préalables, le bilan, le " +
		"choix des procédures, le montage de l’opération avec l’entreprise publique locale et le lancement de la maîtrise d’œuvre."
	m.Start, m.Months = "2027-01-05", 18
	m.Pattern = "mardi, mercredi et jeudi matin"
	m.Place = "Direction de l’aménagement, hôtel de ville de Grasse"
	m.Exclusive = Yes
	plan(d,
		exampleTask{"P1", 1, 6, 30_00, "Coordonner les études préalables et réceptionner leurs conclusions",
			"Études préalables réceptionnées", "2027-06-24", "comité de pilotage"},
		exampleTask{"P2", 3, 9, 24_00, "Établir le bilan prévisionnel et comparer les scénarios",
			"Bilan prévisionnel validé", "2027-09-30", "comité de pilotage"},
		exampleTask{"C1", 5, 10, 26_00, "Comparer les procédures d’urbanisme et d’aménagement et proposer un choix",
			"Procédure arrêtée", "2027-10-28", "conseil municipal"},
		exampleTask{"C2", 7, 14, 42_00, "Construire le montage juridique et financier et préparer le mandat",
			"Montage et mandat délibérés", "2028-02-24", "conseil municipal"},
		exampleTask{"C3", 12, 18, 32_00, "Préparer avec le mandataire la consultation de maîtrise d’œuvre",
			"Marché de maîtrise d’œuvre notifié", "2028-06-15", "comité de pilotage"},
	)
	d.Steering.Referent = Identity{Madam, "Sonia", "Exemple-Isnard", "directrice de l’aménagement"}
	d.Steering.ReferentEmail = "amenagement@grasse.exemple.fr"
	d.Steering.Service = "Direction de l’aménagement et du renouvellement urbain"
	d.Steering.Members = "la maire, l’adjoint au centre-ville, la Direction régionale de la Banque des Territoires, la communauté " +
		"d’agglomération du Pays de Grasse et Pays de Grasse Développement"
	j := &d.Job
	j.Supervisor = "le directeur général des services"
	j.Purpose = "L’expert conduit pour la ville la requalification de l’îlot Niel, des études préalables au choix de la " +
		"maîtrise d’œuvre, et prépare le mandat confié à l’entreprise publique locale."
	j.Relations = "Dans la ville : aménagement, patrimoine, finances, marchés publics. À l’extérieur : Pays de Grasse " +
		"Développement, agglomération, architecte des Bâtiments de France, porteurs de projets, Direction régionale."
	j.Remote = "un jour par semaine au plus, avec l’accord du référent"
	j.Travel = "ponctuels à Nice et à Marseille ; permis B apprécié"
}

func grasseMoney(d *Dossier) {
	c := &d.Cost
	c.Basis = CostQuote
	c.QuoteRef, c.QuoteDay = "DEVIS-EX-2026-061", "2026-07-27"
	c.QuoteWages, c.QuoteDues, c.QuoteTax = new(Cents(2_200_00)), new(Cents(990_00)), new(Cents(220_00))
	c.QuoteFee, c.QuoteOther = new(Cents(272_80)), new(Cents(300_00))
	c.Indirect, c.IndirectFor = new(Cents(5_400_00)), "bureau, ordinateur, temps du référent"
	exampleTerms(&d.Terms, "Mme Hélène Exemple-Santoni, directrice régionale", "2026-09-08")
	d.Payment.TownIBAN = "FR76 9999 8000 0600 0000 0606 961"
	e := &d.Expert
	e.Civility, e.FirstName, e.LastName = Sir, "Tristan", "Exemple-Lefort"
	e.Training, e.Diploma, e.Years = []Training{TrainingArchitect}, "diplôme d’État d’architecte et habilitation, 2017", 9
	e.FormerPost = "responsable d’opérations d’aménagement, Société Exemple d’économie mixte"
	e.FormerSector = SectorBoth
	e.Specialised = "Le projet exige de programmer et de monter une réhabilitation en site patrimonial remarquable, avec un " +
		"mandat à préparer ; la ville ne dispose pas de cette qualification dans ses services."
	d.Signing = Signing{Mode: SigningElectronic, Order: d.Signing.Order}
	d.Support.Number, d.Support.Decision, d.Support.Place = "SPÉCIMEN-CS-06069", "EX-2026-198 (fictive)", "Grasse"
	d.Support.MidReport = "2027-10-04"
	d.Support.Visibility = "Le soutien est mentionné sur la page du projet du site de la ville, dans les réunions publiques et " +
		"sur les documents de consultation, avec les logos autorisés."
	d.Secondment.Number, d.Secondment.Place = "SPÉCIMEN-MAD-06069", "Grasse"
	d.Secondment.Insurance = "Mutuelle Exemple des collectivités, police n° RC-06069"
}

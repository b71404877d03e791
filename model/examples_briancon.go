package model

// exampleBriancon is the shortest mission: the gates of a mountain town, a deputy who signs, two votes of the council, a
// cost only estimated.
func exampleBriancon() *Dossier {
	d := newExample("briancon", Commune{
		Code: "05023", Name: "Briançon", DepartmentCode: "05", Department: "Hautes-Alpes",
		Region: "Provence-Alpes-Côte d’Azur", SIREN: "210500237", Population: 11_411,
		EPCI: "Communauté de communes du Briançonnais", EPCISIREN: "240500439", ACV: true,
		ACVAgreement: "2018-09-21", InLatestList: true, Office: "Provence-Alpes-Côte d’Azur", Court: "Marseille",
	})
	brianconTown(d)
	brianconVotes(d)
	brianconProject(d)
	brianconStudy(&d.Study)
	brianconMission(d)
	brianconMoney(d)
	return d
}

func brianconTown(d *Dossier) {
	t := &d.Town
	t.SIRET = "210 500 237 00016"
	t.Address = "Hôtel de ville, 05100 Briançon"
	t.Accountant = "service de gestion comptable Exemple-Écrins"
	d.Contacts = Contacts{
		People: []*Contact{
			{Row{"dgs"}, RoleDGS, Madam, "Valérie", "Exemple-Blanc", "01 99 00 05 01", "direction@briancon.exemple.fr"},
			{Row{"technique"}, RoleWorks, Madam, "Lucie", "Exemple-Guibert", "01 99 00 05 02", "technique@briancon.exemple.fr"},
			{Row{"acv"}, RoleManager, Madam, "Anaïs", "Exemple-Colomb", "01 99 00 05 03", "coeurdeville@briancon.exemple.fr"},
			{Row{"finances"}, RoleFinance, Sir, "Denis", "Exemple-Faure", "01 99 00 05 04", "finances@briancon.exemple.fr"},
		},
		OfficeName:   "M. Yann Exemple-Cordier, chargé de développement territorial",
		OfficeEmail:  "yann.exemple-cordier@exemple.fr",
		DataOfficer:  "Centre de gestion fictif, donnees@briancon.exemple.fr",
		PressContact: "Cabinet du maire, presse@briancon.exemple.fr",
	}
	s := &d.Signatories
	s.Mayor = Identity{Sir, "Bastien", "Exemple-Arnaud", "maire de Briançon"}
	s.Delegated = Yes
	s.Delegate = Identity{Madam, "Salomé", "Exemple-Rey", "deuxième adjointe au maire, déléguée à l’urbanisme"}
	s.DelegationOrder, s.DelegationDay = "2026-A-117", "2026-04-02"
	s.Bank = southernBank()
	s.BankAddress = southernAddress
	s.BankDelegation = "2026-01-12"
}

// brianconVotes has the council join the group in September, then approve both conventions in November.
func brianconVotes(d *Dossier) {
	c := &d.Council
	c.Same = No
	c.Joining = Act{Number: "2026-09-24-07", Convened: "2026-09-15", Day: "2026-09-24", Sent: "2026-09-28", Published: "2026-09-29"}
	c.Signing = Act{Number: "2026-11-05-03", Convened: "2026-10-27", Day: "2026-11-05", Sent: "2026-11-09", Published: "2026-11-10"}
	c.Chair = d.Signatories.Mayor
	c.Clerk = Identity{Sir, "Noé", "Exemple-Telmon", "conseiller municipal"}
	m := &d.Membership
	m.Form, m.Accepted, m.Number = "2026-10-06", "2026-10-20", "EX-2026-027"
	m.Delegate = "Mme Salomé Exemple-Rey, deuxième adjointe"
	m.Substitute = "M. Noé Exemple-Telmon, conseiller municipal"
	m.Headcount = 210
	m.Needs = "Un expert opérationnel à mi-temps pendant 12 mois, pour les entrées de ville."
	d.Prior.StaffDay, d.Prior.ProcureDay, d.Prior.BudgetDay = "2026-09-10", "2026-09-07", "2026-11-05"
	d.Support.DecisionDay, d.Support.Signed, d.Secondment.Signed = "2026-11-13", "2026-12-01", "2026-12-04"
}

func brianconProject(d *Dossier) {
	d.Project = Project{
		Title: "Transformation des entrées de ville",
		Summary: "Briançon veut transformer ses entrées de ville, dont le secteur des anciennes casernes, où la ville change " +
			"déjà de visage. Le projet doit dire, site par site, ce qui peut être construit, réhabilité ou rendu à la " +
			"nature, et à quelles conditions juridiques, foncières et financières.",
		Kinds: []ProjectKind{KindTownGate},
		Complexity: "À 1 326 m d’altitude, la ville dispose de peu de foncier plat et subit de fortes variations saisonnières. " +
			"Les emprises des entrées de ville relèvent de plusieurs propriétaires et de plusieurs autorités.",
		Sites: []*Site{
			{Row{"casernes"}, "Secteur des anciennes casernes", "entrée de ville, périmètre d’étude fictif", "", 21_000_00},
			{Row{"sud"}, "Entrée sud", "avenue d’accès, périmètre d’étude fictif", "", 14_500_00},
		},
		Size: "Environ 3,5 hectares d’emprises à recomposer, pour des logements, des activités et du stationnement mutualisé. " +
			"Le coût n’est pas encore chiffré : le bilan fait partie des études.",
		Actors: []*Actor{
			{Row{"cc"}, ActorState, "Communauté de communes du Briançonnais", "compétente pour les zones d’activité et l’habitat"},
			{Row{"departement"}, ActorState, "Département des Hautes-Alpes", "gestionnaire des routes d’accès"},
			{Row{"promoteur"}, ActorPromoter, "Promoteurs consultés lors des études", "expriment leurs conditions d’intervention"},
		},
		Outside: "la caserne Berwick et les opérations déjà engagées par la ville",
	}
	d.Cases = Cases{Building: No, Fund: No, Priority: Yes, PriorityKind: KindTownGate,
		PriorityName: "Entrées de ville de Briançon"}
	d.Exclusions = exampleExclusions()
	d.Exclusions.PublicSpace = ExtentPart
	d.Exclusions.Justification = "Le projet porte d’abord sur des emprises bâties ou à bâtir. Les voies et les places n’y " +
		"entrent que pour desservir les îlots recomposés, ce que la Direction régionale a admis lors de l’échange du 2 juillet 2026."
	d.Backing.Sponsor = "Mme Salomé Exemple-Rey"
	d.Backing.SponsorFor = "deuxième adjointe déléguée à l’urbanisme"
	d.Backing.Priority = "Les entrées de ville donnent à voir la ville et portent son développement. Le conseil municipal veut " +
		"disposer d’une feuille de route réaliste avant d’engager la révision de ses documents d’urbanisme."
	d.Delivery = Delivery{Mode: ModeOpen, Detail: "Le mode de réalisation est l’une des conclusions attendues de la mission."}
}

func brianconStudy(s *Study) {
	*s = Study{
		Provider: "Coopérative Exemple Montagne", Lead: "Mme Alix Exemple-Bernard", OrderRef: "AMO-2026-05-BRIANÇON",
		OrderDay: "2026-05-04", VisitDay: "2026-05-12", ReportDay: "2026-07-02", Exchange: "2026-07-02",
		Visitors: perLine("Mme Alix Exemple-Bernard, Coopérative Exemple Montagne", "Mme Lucie Exemple-Guibert, directrice des services techniques"),
		VisitNotes: "Les entrées de ville juxtaposent emprises vacantes, stationnement et commerces isolés. Les vues sur la ville " +
			"haute sont un atout ; les cheminements piétons manquent.",
		Interviews: []*Interview{
			{Row{"adjointe"}, "Mme Salomé Exemple-Rey", "deuxième adjointe", "2026-05-12", "priorités, calendrier"},
			{Row{"technique"}, "Mme Lucie Exemple-Guibert", "directrice des services techniques", "2026-05-12", "réseaux, foncier communal"},
			{Row{"cc"}, "Mme Prune Exemple-Allard", "directrice de l’aménagement, communauté de communes", "2026-05-28", "zones d’activité, logement"},
		},
		Files: []*StudyFile{
			{Row{"plu"}, "Plan local d’urbanisme", "Ville de Briançon", 0, "zonage et servitudes des entrées de ville"},
			{Row{"mobilites"}, "Étude des mobilités", "Cabinet Exemple Mobilités", 2025, "trafic saisonnier, besoins de stationnement"},
		},
		Assembly:     Progress{LevelNone, "Aucun bilan n’est établi ; les premières estimations viendront des études préalables."},
		Partnerships: Progress{LevelBegun, "La communauté de communes et le Département participent au comité technique."},
		Procedures:   Progress{LevelNone, "Les procédures seront comparées pendant la mission ; aucune n’est engagée."},
		Land:         "Le foncier se partage entre la ville, l’État et des propriétaires privés ; un relevé complet reste à établir.",
		Stakes: "Il s’agit d’identifier les conditions de mise en œuvre des projets : ce qui est possible, dans quel ordre et avec " +
			"qui. La sobriété foncière et l’adaptation au changement climatique guident chaque choix.",
		Risks: []*Risk{
			{Row{"foncier"}, "Dispersion de la propriété foncière", WeightHigh, "relevé foncier dès le premier mois et négociation par secteur"},
			{Row{"calendrier"}, "Calendrier resserré sur douze mois", WeightMedium, "comité technique tous les quinze jours"},
		},
		Attendees: perLine("Mme Salomé Exemple-Rey, deuxième adjointe", "M. Yann Exemple-Cordier, Direction régionale",
			"Mme Alix Exemple-Bernard, Coopérative Exemple Montagne"),
		Conclusions: "La mission est validée pour 12 mois. Elle aboutit à une feuille de route par site et à un choix de " +
			"procédures soumis au conseil municipal.",
		TownAgrees: Yes, OfficeAgrees: Yes, Opinion: OpinionGood,
	}
}

func brianconMission(d *Dossier) {
	m := &d.Mission
	m.Purpose = "Identification des conditions de mise en œuvre des projets de transformation des entrées de ville, par les " +
		"études préalables, le calendrier, l’adéquation du programme, le choix des procédures et les premiers montages."
	m.Start, m.Months = "2026-12-15", 12
	m.Pattern = "mardi, mercredi et jeudi matin"
	m.Place = "Services techniques, hôtel de ville de Briançon"
	m.Exclusive = Yes
	plan(d,
		exampleTask{"P1", 1, 4, 26_00, "Lancer et coordonner les études préalables des entrées de ville",
			"Études préalables réceptionnées", "2027-03-25", "comité de pilotage"},
		exampleTask{"P3", 3, 5, 12_00, "Établir le calendrier prévisionnel de chaque site",
			"Calendrier validé", "2027-05-06", "comité technique"},
		exampleTask{"P4", 4, 7, 18_00, "Vérifier que les programmes répondent au projet de la ville",
			"Programmes approuvés", "2027-07-01", "conseil municipal"},
		exampleTask{"C1", 5, 10, 22_00, "Comparer les procédures d’urbanisme et d’aménagement et proposer un choix",
			"Procédures arrêtées", "2027-10-07", "conseil municipal"},
		exampleTask{"C2", 7, 12, 24_00, "Esquisser le montage juridique et financier de chaque site",
			"Montages présentés", "2027-11-25", "comité de pilotage"},
	)
	g := &d.Steering
	g.Referent = Identity{Madam, "Lucie", "Exemple-Guibert", "directrice des services techniques"}
	g.ReferentEmail = "technique@briancon.exemple.fr"
	g.Service = "Direction des services techniques et de l’urbanisme"
	g.TechnicalEvery = EveryFortnight
	g.Members = "l’adjointe à l’urbanisme, la Direction régionale de la Banque des Territoires, la communauté de communes du " +
		"Briançonnais et le Département des Hautes-Alpes"
	j := &d.Job
	j.Supervisor = "la directrice générale des services"
	j.Version, j.Deadline = "2026-07-06", "2026-09-04"
	j.Purpose = "L’expert établit pour la ville, site par site, les conditions de transformation des entrées de ville, et " +
		"prépare les décisions que le conseil municipal devra prendre."
	j.Relations = "Dans la ville : services techniques, urbanisme, finances. À l’extérieur : communauté de communes, " +
		"Département, propriétaires, promoteurs, Direction régionale."
	j.Remote = "un jour par semaine au plus, avec l’accord du référent"
	j.Travel = "fréquents dans la vallée, ponctuels à Gap et à Marseille ; permis B nécessaire"
}

func brianconMoney(d *Dossier) {
	d.Cost.Salary = 50_400_00
	d.Cost.Expenses = new(Cents(450_00))
	d.Cost.Indirect, d.Cost.IndirectFor = new(Cents(3_000_00)), "poste de travail et logement d’appoint l’hiver"
	exampleTerms(&d.Terms, "Mme Hélène Exemple-Santoni, directrice régionale", "2026-09-08")
	d.Payment.TownIBAN = "FR76 9999 8000 0500 0000 0502 313"
	e := &d.Expert
	e.Civility, e.FirstName, e.LastName = Madam, "Capucine", "Exemple-Orcel"
	e.Training, e.Diploma, e.Years = []Training{TrainingPlanner}, "master d’urbanisme et d’aménagement, 2020", 6
	e.FormerPost = "responsable d’opérations d’aménagement, Agence Exemple"
	e.FormerSector = SectorPublic
	e.Consent, e.Interests = "2026-10-30", "2026-10-30"
	e.Specialised = "Le projet exige une pratique des montages d’aménagement en montagne et de la négociation foncière que " +
		"les services techniques, de petite taille, ne réunissent pas."
	d.Signing.Copies = 2
	d.Support.Number, d.Support.Decision, d.Support.Place = "SPÉCIMEN-CS-05023", "EX-2026-203 (fictive)", "Briançon"
	d.Support.MidReport = "2027-06-15"
	d.Support.Visibility = "Le soutien est mentionné dans les comptes rendus, sur le site de la ville et lors des réunions " +
		"publiques, avec les logos autorisés."
	d.Secondment.Number, d.Secondment.Place = "SPÉCIMEN-MAD-05023", "Briançon"
	d.Secondment.Insurance = "Mutuelle Exemple des collectivités, police n° RC-05023"
}

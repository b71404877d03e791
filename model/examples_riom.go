package model

// exampleRiom is the longest mission: two former prisons, an investor chosen, a quote with a ceiling.
func exampleRiom() *Dossier {
	d := newExample("riom", Commune{
		Code: "63300", Name: "Riom", DepartmentCode: "63", Department: "Puy-de-Dôme", Region: "Auvergne-Rhône-Alpes",
		SIREN: "216303008", Population: 18_820, EPCI: "Communauté d’agglomération Riom Limagne et Volcans",
		EPCISIREN: "200070753", ACV: true, ACVAgreement: "2018-10-12", InLatestList: true, TownGate: true,
		Office: "Auvergne-Rhône-Alpes", Court: "Clermont-Ferrand",
	})
	riomTown(d)
	riomProject(d)
	riomStudy(&d.Study)
	riomMission(d)
	riomMoney(d)
	return d
}

func riomTown(d *Dossier) {
	t := &d.Town
	t.SIRET = "216 303 008 00017"
	t.Address = "Hôtel de ville, 63200 Riom"
	t.Accountant = "service de gestion comptable Exemple-Limagne"
	t.ChorusCode = "EXEMPLE-RIOM"
	d.Contacts = Contacts{
		People: []*Contact{
			{Row{"dgs"}, RoleDGS, Madam, "Élise", "Exemple-Roche", "01 99 00 63 01", "direction@riom.exemple.fr"},
			{Row{"urbanisme"}, RoleWorks, Madam, "Agathe", "Exemple-Chabrol", "01 99 00 63 02", "urbanisme@riom.exemple.fr"},
			{Row{"acv"}, RoleManager, Madam, "Inès", "Exemple-Morel", "01 99 00 63 03", "coeurdeville@riom.exemple.fr"},
			{Row{"finances"}, RoleFinance, Sir, "Paul", "Exemple-Tixier", "01 99 00 63 04", "finances@riom.exemple.fr"},
		},
		OfficeName:   "Mme Nadia Exemple-Perrin, chargée de développement territorial",
		OfficeEmail:  "nadia.exemple-perrin@exemple.fr",
		DataOfficer:  "Mme Léa Exemple-Sarre, donnees@riom.exemple.fr",
		PressContact: "Service communication, presse@riom.exemple.fr",
	}
	mayor := Identity{Madam, "Camille", "Exemple-Durand", "maire de Riom"}
	d.Signatories.Mayor = mayor
	d.Signatories.Bank = Identity{Sir, "Thibault", "Exemple-Garnier", "directeur régional Auvergne-Rhône-Alpes"}
	d.Signatories.BankAddress = "12 place du Spécimen, 69999 Lyon (adresse fictive)"
	d.Signatories.BankDelegation = "2026-01-05"
	d.Council.Chair = mayor
	d.Council.Clerk = Identity{Sir, "Hugo", "Exemple-Vernet", "conseiller municipal"}
	d.Membership.Delegate = "M. Julien Exemple-Astier, adjoint à l’urbanisme"
	d.Membership.Substitute = "Mme Rose Exemple-Fayet, conseillère municipale"
	d.Membership.Headcount = 320
	d.Membership.Needs = "Un expert opérationnel à mi-temps pendant 24 mois, pour la requalification des friches carcérales."
}

func riomProject(d *Dossier) {
	d.Project = Project{
		Title: "Requalification des friches carcérales du centre-ville",
		Summary: "Deux établissements pénitentiaires ont fermé en 2016 au cœur de Riom : la maison d’arrêt, bâtie en 1860, et " +
			"le centre de détention, installé dans l’ancien couvent des Cordeliers. Au terme d’un appel à projets, la ville " +
			"a retenu en mars 2024 un projet qui réunit des logements, un lieu d’enseignement supérieur, un hôtel, une " +
			"crèche et une résidence pour personnes âgées. Il reste à en faire une opération : programme ajusté, montage, " +
			"études et commercialisation.",
		Kinds: []ProjectKind{KindWasteland},
		Complexity: "Le couvent du XIVᵉ siècle est inscrit au titre des monuments historiques et ses murs d’enceinte ferment " +
			"deux îlots du centre ancien. L’opération associe des usages publics et privés, plusieurs maîtres d’ouvrage et " +
			"un investisseur dont l’équilibre dépend du rythme des cessions.",
		Sites: []*Site{
			{Row{"maison-arret"}, "Ancienne maison d’arrêt", "centre-ville de Riom", "", 4_200_00},
			{Row{"cordeliers"}, "Ancien centre de détention, couvent des Cordeliers", "centre-ville de Riom", "", 9_400_00},
		},
		Size: "Réhabilitation lourde de deux ensembles carcéraux et construction neuve limitée dans leurs enceintes, pour un " +
			"programme mixte. Les surfaces sont estimées ; le coût prévisionnel s’entend hors taxes, tous maîtres d’ouvrage réunis.",
		Budget: 45_000_000_00,
		Actors: []*Actor{
			{Row{"investisseur"}, ActorPromoter, "Groupement lauréat de l’appel à projets", "porte et finance l’opération immobilière"},
			{Row{"patrimoine"}, ActorState, "Unité départementale de l’architecture et du patrimoine", "suit les travaux sur le monument inscrit"},
			{Row{"bailleur"}, ActorCompany, "Habitat Exemple Auvergne", "envisage l’acquisition d’une partie des logements"},
		},
		Outside: "l’aménagement des rues alentour et les autres opérations de la ville",
	}
	d.Cases = Cases{
		Building: Yes, BuildingKind: BuildingPrison, BuildingArea: 9_400_00,
		BuildingName: "Maison d’arrêt et centre de détention de Riom",
		Laureate:     Yes, CallDay: "2023-05-15", Fund: No, Priority: No,
	}
	d.Exclusions = exampleExclusions()
	d.Backing.Sponsor = "M. Julien Exemple-Astier"
	d.Backing.SponsorFor = "adjoint délégué à l’urbanisme et au patrimoine"
	d.Backing.Priority = "La reconversion des anciennes prisons rend au centre-ville deux îlots fermés depuis plus d’un siècle. " +
		"Le conseil municipal en a fait le premier projet urbain du mandat et en suivra chaque jalon."
	d.Backing.Places = 41
	d.Delivery = Delivery{Mode: ModeDirect, Detail: "La ville conduit elle-même les études et la cession ; l’investisseur " +
		"réalise les travaux sur les immeubles qu’il acquiert."}
}

// exampleExclusions are the answers of a project that the scheme excludes in nothing.
func exampleExclusions() Exclusions {
	return Exclusions{PublicSpace: ExtentNone, Equipment: ExtentNone, ORI: No, DUP: No, OPAH: No, Programme: No,
		SamePerson: No, TownEmploys: No}
}

func riomStudy(s *Study) {
	*s = Study{
		Provider: "Atelier Exemple Urbanisme", Lead: "Mme Judith Exemple-Lambert", OrderRef: "AMO-2026-07-RIOM",
		OrderDay: "2026-05-04", VisitDay: "2026-05-19", ReportDay: "2026-07-09", Exchange: "2026-07-09",
		Visitors: perLine("Mme Judith Exemple-Lambert, Atelier Exemple Urbanisme",
			"Mme Agathe Exemple-Chabrol, directrice de l’urbanisme", "Mme Inès Exemple-Morel, cheffe de projet Action Cœur de Ville"),
		VisitNotes: "Les deux sites sont clos et entretenus sommairement. La maison d’arrêt présente une structure saine mais " +
			"des circulations étroites ; le couvent garde une galerie et des volumes remarquables, que les extensions du " +
			"XXᵉ siècle masquent. Les accès de chantier passent par une seule rue.",
		Interviews: []*Interview{
			{Row{"maire"}, "Mme Camille Exemple-Durand", "maire", "2026-05-19", "attentes de la ville, calendrier du mandat"},
			{Row{"urbanisme"}, "Mme Agathe Exemple-Chabrol", "directrice de l’urbanisme", "2026-05-19", "documents d’urbanisme, patrimoine"},
			{Row{"finances"}, "M. Paul Exemple-Tixier", "directeur des finances", "2026-06-02", "capacité d’avance, plan pluriannuel"},
		},
		Files: []*StudyFile{
			{Row{"appel"}, "Cahier des charges de l’appel à projets", "Ville de Riom", 2023, "objectifs, critères et calendrier de la cession"},
			{Row{"offre"}, "Offre du groupement lauréat", "Groupement lauréat", 2024, "programme mixte, bilan et phasage"},
			{Row{"diagnostic"}, "Diagnostic patrimonial du couvent", "Cabinet Exemple Patrimoine", 2025, "éléments à conserver, coûts de restauration"},
		},
		Assembly: Progress{LevelBegun, "Le principe d’une cession est acquis ; " +
			"l’équilibre du bilan reste à consolider après les diagnostics."},
		Partnerships: Progress{LevelFar, "L’investisseur est désigné et un bailleur social s’est déclaré intéressé. Les accords " +
			"avec l’établissement d’enseignement supérieur ne sont pas signés."},
		Procedures: Progress{LevelBegun, "La procédure d’urbanisme n’est pas arrêtée ; " +
			"les échanges avec l’architecte des Bâtiments de France ont commencé."},
		Land: "La maîtrise foncière des deux emprises est en cours ; les sites sont libres de toute occupation.",
		Stakes: "Le projet doit ouvrir deux îlots fermés, faire revenir des habitants et des étudiants au centre et préserver un " +
			"monument inscrit sans consommer de terre nouvelle. Les vingt-quatre prochains mois décideront de son équilibre " +
			"financier et du calendrier des autorisations.",
		Risks: []*Risk{
			{Row{"bilan"}, "Déséquilibre du bilan après les diagnostics", WeightHigh, "scénarios de programme chiffrés et revue trimestrielle du bilan"},
			{Row{"patrimoine"}, "Prescriptions patrimoniales tardives", WeightMedium, "réunions régulières avec l’architecte des Bâtiments de France dès l’esquisse"},
			{Row{"cession"}, "Retard des cessions foncières", WeightMedium, "calendrier commun avec les services de l’État, suivi en comité technique"},
		},
		Attendees: perLine("Mme Camille Exemple-Durand, maire", "Mme Nadia Exemple-Perrin, Direction régionale",
			"Mme Judith Exemple-Lambert, Atelier Exemple Urbanisme"),
		Conclusions: "La ville et la Direction régionale valident une mission de 24 mois centrée sur le montage, la maîtrise " +
			"d’œuvre et le suivi de l’investisseur. La feuille de route et la fiche de poste sont arrêtées en séance.",
		TownAgrees: Yes, OfficeAgrees: Yes, Opinion: OpinionGood,
	}
}

func riomMission(d *Dossier) {
	m := &d.Mission
	m.Purpose = "Appui à la requalification des friches carcérales et au suivi de l’investisseur retenu, par l’ajustement du " +
		"programme, la sécurisation du montage, la préparation de la maîtrise d’œuvre et la conduite de l’opérateur jusqu’aux " +
		"premières cessions."
	m.Start, m.Months = "2027-01-04", 24
	m.Pattern = "lundi, mardi et mercredi matin"
	m.Place = "Direction de l’urbanisme, hôtel de ville de Riom"
	m.Exclusive = Yes
	plan(d,
		exampleTask{"P4", 1, 4, 22_00, "Vérifier que le programme de l’investisseur répond au projet de la ville et proposer les ajustements",
			"Programme ajusté approuvé", "2027-04-29", "conseil municipal"},
		exampleTask{"C2", 2, 10, 46_00, "Construire le montage juridique et financier et tenir le plan de financement",
			"Montage délibéré", "2027-10-28", "conseil municipal"},
		exampleTask{"C3", 6, 13, 34_00, "Préparer la consultation de maîtrise d’œuvre et analyser les offres",
			"Marché de maîtrise d’œuvre notifié", "2028-01-27", "comité de pilotage"},
		exampleTask{"S2", 9, 24, 62_00, "Suivre l’opérateur désigné : tableau de bord, alertes, avis sur ses comptes rendus",
			"Premier compte rendu annuel de l’opérateur approuvé", "2028-06-29", "conseil municipal"},
		exampleTask{"S6", 12, 24, 40_00, "Accompagner la commercialisation des logements et des locaux d’activité",
			"Première promesse de vente signée", "2028-11-23", "comité de pilotage"},
	)
	d.Steering.Referent = Identity{Madam, "Agathe", "Exemple-Chabrol", "directrice de l’urbanisme"}
	d.Steering.ReferentEmail = "urbanisme@riom.exemple.fr"
	d.Steering.Service = "Direction de l’urbanisme et du patrimoine"
	d.Steering.Members = "la maire, l’adjoint à l’urbanisme, la Direction régionale de la Banque des Territoires, la communauté " +
		"d’agglomération Riom Limagne et Volcans et, selon l’ordre du jour, le groupement lauréat"
	j := &d.Job
	j.Supervisor = "la directrice générale des services"
	j.Purpose = "Au sein de la direction de l’urbanisme, l’expert conduit pour la ville la requalification des deux anciennes " +
		"prisons, du programme ajusté à la première promesse de vente."
	j.Relations = "Dans la ville : urbanisme, finances, marchés publics, chef de projet Action Cœur de Ville. À l’extérieur : " +
		"investisseur, bailleur social, architecte des Bâtiments de France, services de l’État, Direction régionale."
	j.Remote = "un jour par quinzaine au plus, avec l’accord du référent"
	j.Travel = "réguliers à Clermont-Ferrand, ponctuels à Lyon ; permis B nécessaire"
}

func riomMoney(d *Dossier) {
	c := &d.Cost
	c.Basis = CostQuote
	c.QuoteRef, c.QuoteDay = "DEVIS-EX-2026-058", "2026-07-24"
	c.QuoteWages, c.QuoteDues, c.QuoteTax = new(Cents(2_250_00)), new(Cents(1_012_50)), new(Cents(225_00))
	c.QuoteFee, c.QuoteOther = new(Cents(279_00)), new(Cents(380_00))
	c.Indirect, c.IndirectFor = new(Cents(7_200_00)), "bureau, ordinateur, temps du référent"
	d.Terms.Ceiling = new(Cents(96_000_00))
	exampleTerms(&d.Terms, "M. Thibault Exemple-Garnier, directeur régional", "2026-09-03")
	d.Payment.TownIBAN = "FR76 9999 8000 6300 0000 6330 076"
	e := &d.Expert
	e.Civility, e.FirstName, e.LastName = Madam, "Margaux", "Exemple-Delorme"
	e.Training, e.Diploma, e.Years = []Training{TrainingEngineer}, "diplôme d’ingénieure en génie civil, INSA, 2018", 8
	e.FormerPost = "responsable d’opérations de réhabilitation, Promotion Exemple"
	e.FormerSector = SectorPrivate
	e.Specialised = "La reconversion d’un ensemble carcéral protégé demande de tenir ensemble un montage avec un investisseur, " +
		"une maîtrise d’œuvre patrimoniale et un calendrier de cessions ; les services de la ville n’ont pas cette expérience."
	d.Support.Number, d.Support.Decision, d.Support.Place = "SPÉCIMEN-CS-63300", "EX-2026-211 (fictive)", "Riom"
	d.Support.MidReport = "2028-01-10"
	d.Support.Visibility = "Le soutien est mentionné sur le panneau du chantier, sur la page du projet du site de la ville et " +
		"dans chaque présentation publique, avec les logos autorisés."
	d.Secondment.Number, d.Secondment.Place = "SPÉCIMEN-MAD-63300", "Riom"
	d.Secondment.Insurance = "Mutuelle Exemple des collectivités, police n° RC-63300"
}

package model

func studyFiches(d *Dossier) []Fiche {
	s := &d.Study
	return []Fiche{
		studyFiche(s),
		visitFiche(s),
		interviewsFiche(s),
		filesFiche(s),
		progressFiche(s),
		stakesFiche(s),
		exchangeFiche(s),
	}
}

// What the presentation asks of the mission d’AMO.
const (
	quoteStudy    = "une mission d’AMO sera déclenchée"
	quoteVisit    = "intégrera une visite de site, des entretiens avec les personnes ressources au sein de la collectivité"
	quoteFiles    = "l’analyse des dossiers disponibles"
	quoteProgress = "apprécier son niveau d’avancement (en terme de montage, de partenariat, d’étapes administratives...)"
	quoteExchange = "l’animation d’un échange entre la ville et la Direction Régionale pour valider la mission"
)

func studyFiche(s *Study) Fiche {
	return Fiche{Key: "study.order", Title: "La mission d’AMO",
		Intro: "L’assistance à maîtrise d’ouvrage qualifie le projet, puis cadre la mission et le profil de l’expert.",
		Fields: []Field{
			Text("Prestataire ou service chargé de la mission d’AMO", &s.Provider).Required().
				Source(pageContents, quoteStudy),
			Text("Responsable de la mission d’AMO", &s.Lead).Required().
				Hint("Prénom et nom de la personne qui signera le rapport.").Source(pageContents, quoteStudy),
			Text("Référence de la lettre de commande", &s.OrderRef).
				Assumed("usage : la lettre de commande est citée en page de garde du rapport"),
			DayField("Date de la lettre de commande", &s.OrderDay).Source(pageContents, quoteStudy),
			DayField("Date de remise du rapport", &s.ReportDay).Required().
				Check(notBefore(&s.ReportDay, &s.OrderDay,
					"Le rapport ne peut pas précéder la lettre de commande. Vérifiez les deux dates.")).
				Source(pageContents, "La mission permettra de produire une feuille de route"),
		}}
}

func visitFiche(s *Study) Fiche {
	return Fiche{Key: "study.visit", Title: "La visite de site",
		Fields: []Field{
			DayField("Date de la visite", &s.VisitDay).Required().
				Check(notBefore(&s.VisitDay, &s.OrderDay,
					"La visite ne peut pas précéder la lettre de commande. Vérifiez les deux dates.")).
				Source(pageContents, quoteVisit),
			LongText("Participants à la visite", &s.Visitors).Tall(3).
				Hint("Une personne par ligne, avec sa fonction.").Source(pageContents, quoteVisit),
			LongText("Constats de la visite", &s.VisitNotes).Tall(6).
				Hint("État des bâtiments, accès, contraintes, occupation.").Source(pageContents, quoteVisit),
		}}
}

func interviewsFiche(s *Study) Fiche {
	return Fiche{Key: "study.interviews", Title: "Les entretiens",
		Intro: "Indiquez les personnes ressources que l’AMO a rencontrées.",
		Fields: []Field{
			Rows("Entretiens", &s.Interviews, func(v *Interview) []Field {
				return []Field{
					Text("Personne rencontrée", &v.Name).Required().Source(pageContents, quoteVisit),
					Text("Fonction", &v.Role).Required().Source(pageContents, quoteVisit),
					DayField("Date de l’entretien", &v.Day).Source(pageContents, quoteVisit),
					LongText("Sujets abordés", &v.Topics).Tall(2).Source(pageContents, quoteVisit),
				}
			}).Required().Source(pageContents, quoteVisit),
		}}
}

func filesFiche(s *Study) Fiche {
	return Fiche{Key: "study.files", Title: "Les dossiers analysés",
		Intro: "Études, délibérations, conventions, diagnostics : indiquez ce que l’AMO a lu.",
		Fields: []Field{
			Rows("Dossiers analysés", &s.Files, func(v *StudyFile) []Field {
				return []Field{
					Text("Titre", &v.Title).Required().Source(pageContents, quoteFiles),
					Text("Auteur", &v.By).Source(pageContents, quoteFiles),
					yearField("Année", &v.Year).Source(pageContents, quoteFiles),
					LongText("Ce qu’il faut en retenir", &v.Notes).Tall(2).Source(pageContents, quoteFiles),
				}
			}).Source(pageContents, quoteFiles),
		}}
}

// yearField asks for a year, whose digits are not grouped.
func yearField(label string, p *int) Field {
	f := Number(label, p).Between(1900, 2100)
	f.show = f.get
	return f
}

func progressFiche(s *Study) Fiche {
	fields := sideFields("Montage", "Bilan, financement, contrats d’opération.", &s.Assembly)
	fields = append(fields, sideFields("Partenariats", "Cofinanceurs, opérateurs, investisseurs, État.", &s.Partnerships)...)
	fields = append(fields, sideFields("Étapes administratives", "Délibérations, urbanisme, autorisations.", &s.Procedures)...)
	return Fiche{Key: "study.progress", Title: "L’avancement du projet",
		Intro: "Le niveau d’avancement du projet conditionne le contenu et la durée de la mission.",
		Fields: append(fields,
			LongText("Situation foncière", &s.Land).Tall(3).
				Hint("Propriétaires, acquisitions faites ou à faire, occupation.").
				Source(pageContents, quoteProgress),
		)}
}

func sideFields(side, hint string, p *Progress) []Field {
	return []Field{
		Choice(side+" : niveau d’avancement", &p.Level, []Option[Level]{
			{Value: LevelNone, Label: "À engager"},
			{Value: LevelBegun, Label: "Engagé"},
			{Value: LevelFar, Label: "Avancé"},
			{Value: LevelSecure, Label: "Acquis"},
		}).Required().Source(pageContents, quoteProgress),
		LongText(side+" : où en est-on ?", &p.State).Tall(3).Hint(hint).Source(pageContents, quoteProgress),
	}
}

func stakesFiche(s *Study) Fiche {
	return Fiche{Key: "study.stakes", Title: "Les enjeux et les risques",
		Fields: []Field{
			LongText("Enjeux du projet", &s.Stakes).Required().Tall(6).
				Hint("Ce que le projet change pour la ville, et ce qui se joue dans les mois de la mission.").
				Source(pageContents, quoteQualify),
			Rows("Risques", &s.Risks, func(r *Risk) []Field {
				const basis = "usage des feuilles de route : chaque risque porte son niveau et sa réponse"
				return []Field{
					Text("Risque", &r.Title).Required().Assumed(basis),
					Choice("Niveau", &r.Weight, []Option[Weight]{
						{Value: WeightLow, Label: "Faible"},
						{Value: WeightMedium, Label: "Moyen"},
						{Value: WeightHigh, Label: "Fort"},
					}).Required().Assumed(basis),
					LongText("Réponse prévue", &r.Response).Tall(2).Assumed(basis),
				}
			}).Source(pageCapacity, "aide au montage financier, sécurisation des coûts et des délais"),
		}}
}

func exchangeFiche(s *Study) Fiche {
	reserved := func() bool { return s.Opinion == OpinionReserves || s.Opinion == OpinionBad }
	return Fiche{Key: "study.exchange", Title: "L’échange entre la ville et la Direction régionale",
		Intro: "L’AMO anime cet échange ; il valide la mission, la feuille de route et la fiche de poste.",
		Fields: []Field{
			DayField("Date de l’échange", &s.Exchange).Required().
				Check(notBefore(&s.Exchange, &s.VisitDay,
					"L’échange suit la visite de site. Vérifiez les deux dates.")).
				Source(pageContents, quoteExchange),
			LongText("Participants à l’échange", &s.Attendees).Tall(3).
				Hint("Une personne par ligne, avec sa fonction.").Source(pageContents, quoteExchange),
			LongText("Relevé des conclusions", &s.Conclusions).Tall(6).Source(pageContents, quoteExchange),
			YesNo("La ville valide-t-elle la mission ?", &s.TownAgrees).Required().Source(pageContents, quoteExchange),
			YesNo("La Direction régionale valide-t-elle la mission ?", &s.OfficeAgrees).Required().
				Source(pageContents, quoteExchange),
			Choice("Avis de l’AMO", &s.Opinion, []Option[Opinion]{
				{Value: OpinionGood, Label: "Favorable"},
				{Value: OpinionReserves, Label: "Favorable avec réserves"},
				{Value: OpinionBad, Label: "Défavorable"},
			}).Assumed("usage : un rapport d’AMO se conclut par un avis motivé"),
			LongText("Motifs de l’avis ou réserves", &s.Reserves).Required().When(reserved).Tall(3).
				Assumed("usage : un avis réservé ou défavorable est motivé"),
		}}
}

package model

func expertFiches(d *Dossier) []Fiche {
	return []Fiche{recruitmentFiche(d), expertFiche(d), careerFiche(d)}
}

func recruitmentFiche(d *Dossier) Fiche {
	e := &d.Expert
	return Fiche{Key: "expert.recruitment", Title: "L’expert : recrutement et contrat", Fields: []Field{
		Choice("Qui recrute l’expert ?", &e.Recruiter, recruiters).Required().
			Hint("Le dispositif confie le recrutement et le contrat au groupement.").
			Source(pageGroup, "se chargera du recrutement d’un « expert opérationnel »"),
		LongText("Accompagnement de l’expert par le groupement", &d.Group.Care).Required().Tall(3).
			Hint("Exemple : entretien d’accueil, point trimestriel, réseau des experts, formations.").
			Source(pageGroup, "qui sera accompagné tout au long de sa mission"),
		Text("Qualification au contrat de travail", &e.Grade).Required().
			Hint("Intitulé et position dans la convention collective. Exemple : responsable d’opérations, cadre.").
			Assumed("code du travail, article L1253-9 : le contrat indique la qualification du salarié"),
		Choice("Contrat avec le groupement", &e.Contract, []Option[Contract]{
			{Value: ContractOpen, Label: "Contrat à durée indéterminée"},
			{Value: ContractFixed, Label: "Contrat à durée déterminée"},
		}).Required().
			Hint("Le groupement, employeur, choisit le contrat.").
			Assumed("code du travail, article L1253-9"),
		Percent("Temps de travail au contrat", &e.Share).Required().Check(atMostWhole(&e.Share)).
			Hint("Part d’un temps plein prévue au contrat, tous membres confondus. Exemple : 100 % pour un temps plein partagé.").
			Source(pageSecondment, "sur la base d’un mi-temps (0,5 ETP)"),
		Percent("Part du contrat consacrée à des collectivités", &e.PublicShare).Required().Check(atMostWhole(&e.PublicShare)).
			Hint("Par année civile, toutes collectivités confondues : 75 % au plus, le reste chez des membres privés.").
			Assumed("code du travail, article L1253-20 : les trois quarts du temps contractuel au plus"),
		LongText("Qualification technique spécialisée", &e.Specialised).Required().Tall(3).
			Hint("Pourquoi ce projet précis exige une qualification que la ville n’a pas dans ses services.").
			Source(pageGap, "manquent souvent des savoir-faire et des compétences techniques"),
		YesNo("L’expert est-il recruté ?", &e.Found).Required().
			Hint("Sinon, la convention porte « à désigner » et une fiche de désignation la complète.").
			Assumed("la convention nomme l’expert, ou prévoit sa désignation"),
	}}
}

var recruiters = []Option[Recruiter]{
	{Value: RecruiterGroup, Label: "Le groupement d’employeurs"},
	{Value: RecruiterTown, Label: "La collectivité"},
}

// notFound says why the fiches about the person of the expert do not apply, or nothing.
func notFound(e *Expert) string {
	if e.Found == Yes {
		return ""
	}
	return "l’expert n’est pas encore recruté"
}

func expertFiche(d *Dossier) Fiche {
	e := &d.Expert
	found := whenYes(&e.Found)
	named := "code du travail, article L8241-2 : la convention nomme le salarié"
	return Fiche{
		Key: "expert.person", Title: "L’expert : identité et accord", Void: notFound(e),
		Intro: "Ces données concernent une personne : ne les demandez qu’une fois l’expert retenu.",
		Fields: []Field{
			Choice("Civilité de l’expert", &e.Civility, civilities).Required().When(found).Assumed(named),
			Text("Prénom de l’expert", &e.FirstName).Required().When(found).Assumed(named),
			Text("Nom de l’expert", &e.LastName).Required().When(found).Assumed(named),
			DayField("Accord écrit de l’expert, donné le", &e.Consent).Required().When(found).
				Hint("Sans son accord écrit, l’expert ne peut pas être mis à disposition.").
				Assumed("code général de la fonction publique, articles R334-1 et suivants"),
			DayField("Déclaration d’intérêts remise le", &e.Interests).When(found).
				Hint("Elle garde l’expert, et la ville, d’un conflit d’intérêts.").
				Assumed("déontologie : code pénal, articles 432-12 et 432-13"),
		},
	}
}

func careerFiche(d *Dossier) Fiche {
	e := &d.Expert
	found := whenYes(&e.Found)
	return Fiche{
		Key: "expert.career", Title: "L’expert : formation et parcours", Void: notFound(e),
		Fields: []Field{
			Choices("Formation de l’expert", &e.Training, trainings).When(found).
				Hint("Plusieurs réponses sont possibles.").
				Source(pageGroup, "de formation ingénieur (ESTP, INSA, ...), ou généraliste niveau BAC + 5"),
			Text("Diplôme", &e.Diploma).When(found).Hint("Intitulé, école et année.").
				Source(pageGroup, "en général en architecture ou urbanisme"),
			Number("Années d’expérience", &e.Years).When(found).In("ans").Between(1, 50).
				Hint("Dans des postes similaires.").
				Source(pageGroup, "avec une expérience de 5 ans à 10 ans"),
			LongText("Pourquoi retenir une autre durée d’expérience ?", &e.YearsReason).Tall(2).
				When(func() bool { return e.Found == Yes && e.Years != 0 && (e.Years < 5 || e.Years > 10) }).
				Hint("Le profil recherché compte de 5 à 10 ans d’expérience.").
				Source(pageGroup, "avec une expérience de 5 ans à 10 ans"),
			Text("Dernier poste occupé", &e.FormerPost).When(found).
				Hint("Intitulé et employeur.").
				Source(pageGroup, "dans des postes similaires au sein d’entreprises privées ou publiques"),
			YesNo("Ce poste consistait-il à conduire des opérations d’aménagement ou de construction ?", &e.Operations).When(found).
				Hint("Le profil recherché est celui d’un responsable d’opérations.").
				Source(pageGroup, "profils de type responsables d’opérations d’aménagement et/ou de construction"),
			Choice("Secteur des postes occupés", &e.FormerSector, []Option[Sector]{
				{Value: SectorPrivate, Label: "Privé"},
				{Value: SectorPublic, Label: "Public"},
				{Value: SectorBoth, Label: "Privé et public"},
			}).When(found).
				Source(pageGroup, "au sein d’entreprises privées ou publiques"),
		},
	}
}

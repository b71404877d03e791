package model

func townFiches(d *Dossier) []Fiche {
	return []Fiche{
		communeFiche(&d.Town),
		programmeFiche(&d.Town),
		registrationFiche(&d.Town),
		contactsFiche(&d.Contacts),
		mayorFiche(&d.Signatories),
		delegationFiche(&d.Signatories),
		bankFiche(&d.Signatories),
	}
}

// What the identity of a public body rests on.
const (
	basisINSEE  = "code officiel géographique 2026, publié par l’INSEE"
	basisSIRENE = "répertoire SIRENE ; identité des parties, à vérifier sur l’avis de situation"
	basisEPCI   = "liste 2026 des EPCI à fiscalité propre, publiée par la Direction générale des collectivités locales"
)

func communeFiche(t *Town) Fiche {
	commune := CommuneField("Commune", &t.Code)
	commune.show = func() string {
		if t.Code == "" || t.Name == "" {
			return t.Code
		}
		return t.Name + " (" + t.Code + ")"
	}
	return Fiche{Key: "town.commune", Title: "La commune",
		Intro: "Cherchez la commune : les villes d’Action Cœur de Ville sont proposées en premier. Les réponses reprises du " +
			"référentiel 2026 restent modifiables.",
		Fields: []Field{
			commune.Required().
				Hint("Tapez le nom, le code postal ou le code INSEE, puis choisissez dans la liste.").
				Source(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
			Text("Nom de la collectivité", &t.Name).Required().
				Hint("Tel qu’il sera imprimé, par exemple « Riom ».").Assumed(basisINSEE),
			Choice("Nature de la collectivité", &t.Kind, []Option[OwnerKind]{
				{Value: OwnerTown, Label: "Commune"},
				{Value: OwnerEPCI, Label: "Établissement public de coopération intercommunale"},
			}).Required().Hint("La présentation ne cite que les villes : pour une intercommunalité, interrogez la Direction régionale.").
				Source(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
			Text("Département", &t.Department).Required().Assumed(basisINSEE),
			Text("Région", &t.Region).Assumed(basisINSEE),
			people(&t.Population).
				Hint("Elle décide notamment du délai de convocation du conseil.").
				Assumed("population du référentiel 2026 ; code général des collectivités territoriales, article L2121-12, pour le seuil de 3 500 habitants"),
			epciField(t),
			Text("Numéro SIREN de l’intercommunalité", &t.EPCISIREN).Check(sirenCheck(&t.EPCISIREN)).Assumed(basisEPCI),
		}}
}

// people asks for a number of people, which is grouped by thousands as it is typed too.
func people(n *int) Field {
	f := Number("Population", n).In("habitants")
	f.get = f.show
	return f
}

// epciField asks for the EPCI; its name is necessary where it is the party.
func epciField(t *Town) Field {
	f := Text("Intercommunalité", &t.EPCI).
		Hint("L’EPCI à fiscalité propre dont la commune est membre.").Assumed(basisEPCI)
	if t.Kind == OwnerEPCI {
		return f.Required()
	}
	return f
}

func programmeFiche(t *Town) Fiche {
	const only = "proposée uniquement dans le cadre du programme Action Cœur de Ville"
	return Fiche{Key: "town.programme", Title: "Le programme Action Cœur de Ville",
		Intro: "L’appui technique est réservé aux villes du programme. Les dates ci-dessous sont visées en tête des conventions.",
		Fields: []Field{
			YesNo("La ville fait-elle partie du programme Action Cœur de Ville ?", &t.ACV).Required().
				Source(pageCapacity, only),
			LongText("Justificatif d’appartenance au programme", &t.ACVProof).Required().
				When(func() bool { return t.ACV == No }).
				Hint("Indiquez la décision ou le courrier qui atteste l’entrée de la ville dans le programme, et sa date.").
				Source(pageCapacity, only),
			DayField("Date de la convention-cadre Action Cœur de Ville", &t.ACVAgreement).Required().
				Assumed("date publiée par l’Agence nationale de la cohésion des territoires, visée en tête des conventions"),
			DayField("Date de l’avenant Action Cœur de Ville 2 ou de la convention d’ORT", &t.ORTAmendment).
				Check(notBefore(&t.ORTAmendment, &t.ACVAgreement,
					"L’avenant ne peut pas précéder la convention-cadre. Vérifiez les deux dates.")).
				Assumed("usage des conventions du programme ; opération de revitalisation de territoire : code de la construction " +
					"et de l’habitation, article L303-2"),
			Text("Direction régionale de la Banque des Territoires", &t.Office).Required().
				Hint("Par exemple « Auvergne-Rhône-Alpes ».").
				Source(pageContents, "l’animation d’un échange entre la ville et la Direction Régionale"),
			Text("Siège du tribunal administratif", &t.Court).Required().
				Hint("La ville seule, par exemple « Clermont-Ferrand ».").
				Assumed("code de justice administrative, article R221-3 : ressort du département"),
		}}
}

func registrationFiche(t *Town) Fiche {
	return Fiche{Key: "town.registration", Title: "Identification administrative",
		Intro: "Ces réponses identifient la collectivité en tête des deux conventions et sur les demandes de versement.",
		Fields: []Field{
			Text("Numéro SIREN", &t.SIREN).Required().Hint("9 chiffres.").Check(sirenCheck(&t.SIREN)).Assumed(basisSIRENE),
			Text("Numéro SIRET", &t.SIRET).Required().Hint("Celui de la mairie : le SIREN suivi de 5 chiffres.").
				Check(siretCheck(&t.SIRET, &t.SIREN)).Assumed(basisSIRENE),
			Text("Adresse de la mairie", &t.Address).Required().
				Hint("Sur une seule ligne, code postal et ville compris.").
				Assumed("identité des parties et élection de domicile, usage des conventions"),
			Text("Comptable assignataire", &t.Accountant).Required().
				Hint("Le service de gestion comptable dont relève la collectivité.").
				Assumed("usage de la comptabilité publique : la convention désigne le comptable chargé des paiements et des recettes"),
			Text("Code service Chorus Pro", &t.ChorusCode).
				Hint("Laissez vide si la collectivité n’en impose pas.").
				Assumed("facturation électronique des personnes publiques ; le groupement dépose ses factures sur Chorus Pro"),
		}}
}

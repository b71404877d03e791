package model

func missionFiches(d *Dossier) []Fiche { return []Fiche{durationFiche(d)} }

func durationFiche(d *Dossier) Fiche {
	m := &d.Mission
	return Fiche{Key: "mission.duration", Title: "Durée, dates et charge", Fields: []Field{
		DayField("Date de prise de poste", &m.Start).Required().Assumed("date convenue entre la ville et le groupement"),
		Number("Durée de la mission", &m.Months).Required().In("mois").Between(6, 24).
			Hint("De 6 à 24 mois, à mi-temps.").
			Source(pageSecondment, "d’une durée de 6 mois à 24 mois"),
		Computed("mission.end", "Fin de la mission", func() string { return m.End().String() }),
	}}
}

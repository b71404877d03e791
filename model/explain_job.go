package model

// explainProfile explains the skills that the tasks call for.
func explainProfile(d *Dossier) (e Explanation, inputs []any) {
	if len(d.Mission.Tasks) == 0 {
		return Explanation{}, nil
	}
	return Explanation{
		Sentence: "Chaque tâche de la mission appelle des savoirs, des savoir-faire et des savoir-être ; chaque ligne nomme les tâches qui " +
			"l’appellent. C’est une suggestion : ce que vous écrivez dans la fiche de poste reste.",
		Formula: d.Profile().String(),
		Basis:   assumed("usage des fiches de poste de la fonction publique territoriale"),
		Changes: "D’autres tâches, d’autres volets pour les tâches propres au projet, une autre nature de projet.",
	}, []any{&d.Mission.Tasks, &d.Project.Kinds}
}

package model

import "strings"

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

// explainProposal explains the duration that the tasks call for, task by task.
func explainProposal(d *Dossier) (e Explanation, inputs []any) {
	p := d.Propose()
	if p.Months == 0 {
		return Explanation{}, nil
	}
	lines := []string{p.Why}
	for _, t := range p.Tasks {
		lines = append(lines, "« "+t.Task.Title+" » : "+t.Why)
	}
	return Explanation{
			Sentence: "Chaque tâche reçoit les jours que vous avez indiqués ou, à défaut, un nombre usuel, ajusté à l’avancement et à la nature " +
				"du projet. Les tâches se suivent par phase, chacune après celle dont elle dépend, sans dépasser la capacité d’un mois à " +
				"mi-temps. C’est une proposition, rien n’est imposé.",
			Formula: strings.Join(lines, "\n"),
			Basis:   quoted(pageSecondment, "selon la complexité du projet et les missions confiées"),
			Changes: "D’autres tâches ou d’autres charges, un autre avancement, une autre nature de projet, des congés ou une date de prise de " +
				"poste qui changent la capacité des mois.",
		}, []any{&d.Mission.Tasks, &d.Project.Kinds, &d.Project.Sites, &d.Study.Assembly.Level, &d.Study.Partnerships.Level,
			&d.Study.Procedures.Level, &d.Mission.Start, &d.Mission.Days, &d.Mission.Leave}
}

package document

import (
	"strings"

	"appuitechnique/model"
)

// RescueSheet is the page that carries the code which opens protected dossiers when their phrase is lost. It belongs to no
// dossier: folder is the data folder it opens, day the day it was made.
func RescueSheet(code, folder string, day model.Day) Document {
	groups := strings.Split(code, "-")
	half := (len(groups) + 1) / 2
	line := func(part []string) Spans { return Spans{{Text: strings.Join(part, " - "), Style: Bold}} }
	plain := func(text string) Spans { return Spans{{Text: text}} }
	return Document{
		ID: "feuille-de-secours", Title: "Feuille de secours", Subtitle: "À garder en lieu sûr, loin de l’ordinateur",
		Short: "Feuille de secours", Organisation: "Appui technique", Day: day,
		Blocks: []Block{
			Paragraph{Text: plain("Ce code ouvre les dossiers d’Appui technique lorsque la phrase secrète est perdue. Qui le possède peut les " +
				"lire : rangez cette feuille comme une clé, dans un coffre ou chez une personne de confiance.")},
			Section{Title: "Le code"},
			Facts{Rows: []Fact{{"Première moitié", line(groups[:half])}, {"Seconde moitié", line(groups[half:])}}},
			Section{Title: "Pour s’en servir"},
			List{Items: []Spans{
				plain("Ouvrez le logiciel et, à la place de la phrase secrète, écrivez les deux moitiés du code l’une après l’autre."),
				plain("Les majuscules, les tirets et les espaces n’ont pas d’importance. Le code ne contient ni I, ni L, ni O, ni U : ce qui " +
					"leur ressemble est un chiffre, ou un V."),
				plain("Choisissez ensuite une nouvelle phrase dans les réglages, et imprimez une nouvelle feuille."),
			}},
			Section{Title: "Ce qu’elle ouvre"},
			Facts{Rows: []Fact{{"Dossier de données", plain(folder)}, {"Faite le", plain(day.String())}}},
			Note{Text: plain("Sans la phrase secrète ni cette feuille, personne ne peut relire les dossiers, pas même l’assistance. Une feuille " +
				"plus récente remplace celle-ci, sauf pour les sauvegardes faites auparavant.")},
		},
	}
}

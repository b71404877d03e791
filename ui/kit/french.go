package kit

import (
	"encoding/json"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
)

// SpeakFrench makes Fyne's own words French whatever the language of the system: those of its dialogs, its menus and its
// list of files. It is called once, before the first window.
func SpeakFrench() error {
	data, err := json.Marshal(fyneWords)
	if err != nil {
		return fmt.Errorf("write the French words: %w", err)
	}
	for _, locale := range fyneLocales {
		if err := lang.AddTranslationsForLocale(data, locale); err != nil {
			return fmt.Errorf("add the French words to %s: %w", locale, err)
		}
	}
	return nil
}

// fyneLocales are the languages Fyne 2.8 speaks: it picks the nearest to the system's, so each is given our words.
var fyneLocales = []fyne.Locale{
	"fr", "en", "cs", "de", "el", "es", "ja", "pl", "pt", "pt-BR", "ru", "sv", "ta", "uk", "zh-Hans",
}

var fyneWords = map[string]string{
	"Advanced":          "Avancé",
	"Cancel":            "Annuler",
	"Confirm":           "Confirmer",
	"Copy":              "Copier",
	"Create Folder":     "Créer un dossier",
	"Cut":               "Couper",
	"Delete":            "Supprimer",
	"Enter filename":    "Nom du fichier",
	"Error":             "Erreur",
	"Favourites":        "Favoris",
	"File":              "Fichier",
	"Folder":            "Dossier",
	"New Folder":        "Nouveau dossier",
	"No":                "Non",
	"OK":                "D’accord",
	"Open":              "Ouvrir",
	"Paste":             "Coller",
	"Quit":              "Quitter",
	"Redo":              "Rétablir",
	"Save":              "Enregistrer",
	"Select all":        "Tout sélectionner",
	"Show Hidden Files": "Afficher les fichiers cachés",
	"Undo":              "Défaire",
	"Yes":               "Oui",
	"Home":              "Accueil",
	"Computer":          "Ordinateur",
	"Desktop":           "Bureau",
	"Documents":         "Documents",
	"Downloads":         "Téléchargements",
	"Music":             "Musique",
	"Pictures":          "Images",
	"Videos":            "Vidéos",
	"Movies":            "Films",
	"file.name":         "Nom",
	"file.parent":       "Dossier parent",
	"monday":            "lundi", "monday.short": "lun.",
	"tuesday": "mardi", "tuesday.short": "mar.",
	"wednesday": "mercredi", "wednesday.short": "mer.",
	"thursday": "jeudi", "thursday.short": "jeu.",
	"friday": "vendredi", "friday.short": "ven.",
	"saturday": "samedi", "saturday.short": "sam.",
	"sunday": "dimanche", "sunday.short": "dim.",
}

// glued puts no-break spaces where French forbids a line to break: inside « », before high punctuation and units, within
// numbers.
func glued(s string) string {
	s = gluer.Replace(s)
	for i := 1; i+1 < len(s); i++ {
		if s[i] == ' ' && isDigit(s[i-1]) && isDigit(s[i+1]) {
			s = s[:i] + "\u00a0" + s[i+1:]
		}
	}
	return s
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

var gluer = strings.NewReplacer(
	"« ", "«\u00a0", " »", "\u00a0»", " :", "\u00a0:", " ;", "\u202f;", " ?", "\u202f?", " !", "\u202f!",
	" %", "\u202f%", " €", "\u00a0€", "n° ", "n°\u00a0", "ACV 2", "ACV\u00a02",
)

package document

import (
	"slices"
	"strings"

	"appuitechnique/model"
)

// breathed lists first words of communes whose h does not elide: official usage writes « ville de Haguenau ».
var breathed = []string{
	"ham", "hangenbieten", "haguenau", "hambach", "harnes", "hayange", "hem", "hochfelden", "hoenheim", "hombourg",
	"honfleur", "houdan", "houilles", "huningue", "huelgoat", "haspres", "hatten", "houlgate", "hossegor", "houplin",
	"hautepierre", "haut", "haute", "hauts", "hauterive", "hauteville", "habsheim", "heillecourt", "holnon",
}

// ofPlace writes « de » before the name of a commune as official usage does: de Riom, d’Aix-en-Provence, du Mans, des
// Abymes, de La Rochelle, de L’Haÿ-les-Roses.
func ofPlace(name string) string {
	article, rest, found := strings.Cut(name, " ")
	if found {
		switch article {
		case "Le":
			return "du " + rest
		case "Les":
			return "des " + rest
		}
	}
	if elides(name) {
		return "d’" + name
	}
	return "de " + name
}

// atPlace writes « à » before the name of a commune: à Riom, au Mans, aux Abymes, à La Rochelle.
func atPlace(name string) string {
	article, rest, found := strings.Cut(name, " ")
	if found {
		switch article {
		case "Le":
			return "au " + rest
		case "Les":
			return "aux " + rest
		}
	}
	return "à " + name
}

// elides reports whether « de » loses its vowel before name.
func elides(name string) bool {
	folded := model.Fold(name)
	if folded == "" || strings.HasPrefix(name, "L’") || strings.HasPrefix(name, "L'") {
		return false
	}
	switch folded[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	case 'y':
		return len(folded) > 1 && !strings.ContainsRune("aeiou", rune(folded[1]))
	case 'h':
		first, _, _ := strings.Cut(folded, " ")
		return !slices.Contains(breathed, first)
	}
	return false
}

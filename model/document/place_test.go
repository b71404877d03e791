package document

import "testing"

func TestOfPlaceFollowsOfficialUsage(t *testing.T) {
	for _, tt := range []struct{ name, of, at string }{
		{"Riom", "de Riom", "à Riom"},
		{"Aix-en-Provence", "d’Aix-en-Provence", "à Aix-en-Provence"},
		{"Épinal", "d’Épinal", "à Épinal"},
		{"Le Mans", "du Mans", "au Mans"},
		{"Le Puy-en-Velay", "du Puy-en-Velay", "au Puy-en-Velay"},
		{"Les Abymes", "des Abymes", "aux Abymes"},
		{"La Rochelle", "de La Rochelle", "à La Rochelle"},
		{"L’Haÿ-les-Roses", "de L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"},
		{"L'Isle-d'Abeau", "de L'Isle-d'Abeau", "à L'Isle-d'Abeau"},
		{"Hyères", "d’Hyères", "à Hyères"},
		{"Hazebrouck", "d’Hazebrouck", "à Hazebrouck"},
		{"Haguenau", "de Haguenau", "à Haguenau"},
		{"Yssingeaux", "d’Yssingeaux", "à Yssingeaux"},
		{"Yerres", "de Yerres", "à Yerres"},
		{"Lens", "de Lens", "à Lens"},
		{"Levallois-Perret", "de Levallois-Perret", "à Levallois-Perret"},
		{"Œuilly", "d’Œuilly", "à Œuilly"},
		{"Oyonnax", "d’Oyonnax", "à Oyonnax"},
		{"Clermont-Ferrand", "de Clermont-Ferrand", "à Clermont-Ferrand"},
	} {
		if got := ofPlace(tt.name); got != tt.of {
			t.Errorf("commune %s, want %s", got, tt.of)
		}
		if got := atPlace(tt.name); got != tt.at {
			t.Errorf("fait %s, want %s", got, tt.at)
		}
	}
}

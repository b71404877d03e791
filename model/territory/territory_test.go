package territory

import (
	"reflect"
	"strings"
	"testing"

	"appuitechnique/assets"
	"appuitechnique/model"
)

func TestTablesAreWhole(t *testing.T) {
	tab, err := decode(assets.Communes, assets.ACV, assets.Departments)
	if err != nil {
		t.Fatal(err)
	}
	unknown := 0
	for _, p := range tab.places {
		if len(p.code) != 5 {
			t.Errorf("%s has the code %q, want five characters", p.name, p.code)
		}
		if p.population == 0 {
			unknown++
		}
		d := tab.departments[p.department]
		if d.name == "" || d.region == "" {
			t.Errorf("%s %s: the département %q has no name or no région", p.code, p.name, p.department)
		}
		if p.acv && (d.court == "" || d.office == "") {
			t.Errorf("%s %s: no tribunal or no direction régionale", p.code, p.name)
		}
	}
	for _, tt := range []struct {
		what      string
		got, want int
	}{
		{"communes", len(tab.places), 34_969},
		{"EPCI", len(tab.groups), 1_255},
		{"départements", len(tab.departments), 109},
		{"communes of the programme", len(tab.programme), 245},
		// The 6 of the source without a figure, and the 6 villages destroyed in 1916 that nobody lives in.
		{"communes without population", unknown, 12},
	} {
		if tt.got != tt.want {
			t.Errorf("%d %s, want %d", tt.got, tt.what, tt.want)
		}
	}
	for code := range tab.programme {
		if c, ok := ByCode(code); !ok || !c.ACV {
			t.Errorf("the town %s of the programme is not found as such", code)
		}
	}
}

// Names go to paper as they are.
func TestNamesAreReadyForPrint(t *testing.T) {
	text, err := unpack(assets.Communes)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(text + assets.ACV + assets.Departments) {
		if strings.ContainsAny(line, "'\"") || strings.Contains(line, "  ") {
			t.Errorf("%q has a straight quote or two spaces in a row", line)
		}
	}
}

func TestByCode(t *testing.T) {
	riom := model.Commune{
		Code: "63300", Name: "Riom", DepartmentCode: "63", Department: "Puy-de-Dôme", Region: "Auvergne-Rhône-Alpes",
		SIREN: "216303008", PostalCodes: []string{"63200"}, Population: 18_820,
		EPCI: "Communauté d’agglomération Riom Limagne et Volcans", EPCISIREN: "200070753",
		ACV: true, ACVTerritory: "Riom", ACVAgreement: "2018-10-12", InLatestList: true, TownGate: true,
		Office: "Auvergne-Rhône-Alpes", Court: "Clermont-Ferrand",
	}
	got, _ := ByCode("63300")
	if !reflect.DeepEqual(got, riom) {
		t.Errorf("Riom is %+v, want %+v", got, riom)
	}
	for _, tt := range []struct{ code, name, department, region, court, office string }{
		{"2B033", "Bastia", "Haute-Corse", "Corse", "Bastia", "Corse"},
		{"05023", "Briançon", "Hautes-Alpes", "Provence-Alpes-Côte d’Azur", "Marseille", "Provence-Alpes-Côte d’Azur"},
		{"06069", "Grasse", "Alpes-Maritimes", "Provence-Alpes-Côte d’Azur", "Nice", "Provence-Alpes-Côte d’Azur"},
		{"97411", "Saint-Denis", "La Réunion", "La Réunion", "Saint-Denis", "Réunion – Océan Indien"},
		{"97502", "Saint-Pierre", "Saint-Pierre-et-Miquelon", "Saint-Pierre-et-Miquelon",
			"Saint-Pierre", "Pacifique"},
		{"98735", "Papeete", "Polynésie française", "Polynésie française", "", "Pacifique"},
	} {
		c, ok := ByCode(tt.code)
		if !ok || c.Name != tt.name || c.Department != tt.department || c.Region != tt.region || c.Court != tt.court ||
			c.Office != tt.office {
			t.Errorf("%s is %+v, want %+v", tt.code, c, tt)
		}
	}
	for _, code := range []string{"", "6330", "63 300", "99999", "75101", "2b033"} {
		if c, ok := ByCode(code); ok {
			t.Errorf("ByCode(%q) found %s", code, c.Name)
		}
	}
}

// A town that left the programme's list is offered, and told apart.
func TestVallaurisIsOnlyInTheFormerList(t *testing.T) {
	c, ok := ByCode("06155")
	if !ok || !c.ACV || c.InLatestList {
		t.Errorf("Vallauris: found %t, in a list %t, in the latest %t; want true, true, false", ok, c.ACV, c.InLatestList)
	}
}

func TestAnUnknownValueStaysEmpty(t *testing.T) {
	c, ok := ByCode("98412")
	if !ok || c.Population != 0 || c.SIREN != "" || c.EPCI != "" || len(c.PostalCodes) != 0 {
		t.Errorf("the Kerguelen archipelago is %+v", c)
	}
}

func TestSearch(t *testing.T) {
	for _, tt := range []struct{ query, first string }{
		{"riom", "63300"},
		{"RIOM ", "63300"},
		{"63200", "63300"},
		{"63300", "63300"}, // INSEE code of Riom, postal code of Thiers
		{"2b033", "2B033"},
		{"20200", "2B033"},
		{"clermont", "60157"}, // the exact name before Clermont-Ferrand
		{"clermont ferrand", "63113"},
		{"st etienne", "42218"},
		{"Saint-Étienne", "42218"},
		{"sainte rose", "97129"},
		{"ste rose 97", "97129"},
		{"montemboeuf", "16225"},
		{"  cœuvres", "02201"},
		{"abergement varey", "01002"},
		{"l'abergement-de-varey", "01002"},
		{"lyon", "69123"},
		{"75012", "75056"},
		{"972", "97209"},
		{"bastia 20600", "2B033"},
	} {
		got := Search(tt.query, 5)
		if len(got) == 0 {
			t.Errorf("Search(%q) found nothing, want %s", tt.query, tt.first)
		} else if got[0].Code != tt.first {
			t.Errorf("Search(%q) offers %s %s first, want %s", tt.query, got[0].Code, got[0].Name, tt.first)
		}
	}
	for _, query := range []string{"xyz", "riom 75", "iom", "000", "é!"} {
		if got := Search(query, 5); len(got) > 0 {
			t.Errorf("Search(%q) found %s, want nothing", query, got[0].Name)
		}
	}
}

func TestSearchPutsTheProgrammeFirstThenThePopulated(t *testing.T) {
	for _, query := range []string{"", "saint", "b", "6"} {
		got := Search(query, 400)
		if len(got) != 400 {
			t.Errorf("Search(%q) found %d communes, want 400", query, len(got))
		}
		for i := 1; i < len(got); i++ {
			a, b := got[i-1], got[i]
			if b.ACV && !a.ACV {
				t.Errorf("Search(%q): %s comes before %s, which is in the programme", query, a.Name, b.Name)
			}
			if a.ACV == b.ACV && a.Population < b.Population {
				t.Errorf("Search(%q): %s (%d) comes before %s (%d)", query, a.Name, a.Population, b.Name, b.Population)
			}
		}
	}
	if got := Search("riom", 0); len(got) != 0 {
		t.Errorf("a limit of 0 gave %d communes", len(got))
	}
}

func TestDecodeRefusesABrokenTable(t *testing.T) {
	if _, err := decode([]byte("nothing packed"), "", ""); err == nil {
		t.Error("a table that is no gzip was read")
	}
	tab := &table{departments: map[string]department{}}
	for _, line := range []string{"X\ty", "C\t1", "R\ta\tb\tc", "C\t1\ta\t01\t\t\tmany\t", "C\t1\ta\t01\t\t\t\t7",
		"C\t1\ta\t01\t\t\t\t\t\t"} {
		if err := tab.readPlaces(line + "\n"); err == nil {
			t.Errorf("the line %q was read", line)
		}
	}
	if _, err := decode(assets.Communes, "01004\tAmbérieu", ""); err == nil {
		t.Error("a list of the programme without its columns was read")
	}
	if _, err := decode(assets.Communes, assets.ACV, "01\tLyon\n"); err == nil {
		t.Error("a table of the départements without its columns was read")
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range []string{"riom", "2b033", "'", "œ", "\xff", "l' (", "st 9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got := Search(s, 3); len(got) > 3 {
			t.Errorf("Search(%q, 3) gave %d communes", s, len(got))
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := decode(assets.Communes, assets.ACV, assets.Departments); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	load()
	for _, query := range []string{"riom", "saint", "63200", "st etienne", ""} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Search(query, 12)
			}
		})
	}
}

package model

import (
	"strings"
	"testing"
)

// A character that no paper can print blocks at its question, which names it.
func TestUnprintableCharactersAreNamed(t *testing.T) {
	for text, names := range map[string]string{
		"Îlot de la prison 🏗️": "« 🏗 » (U+1F3D7)",
		"项目 : îlot":            "« 项 » (U+9879)",
		"مشروع":                "« م » (U+0645)",
		"coupé \ufffd ici":     "(U+FFFD)",
		"Œuvre n° 3 : 470,8 m² — « l’Hôtel-Dieu », 1 200 € ≥ ½…":                                   "",
		"cafe\u0301, L\u2019Haÿ-les-Roses, Plœmeur, Gwened,\r\nDonostia → Łódź, Αθήνα, Київ\ufeff": "",
	} {
		d, _ := Example("riom")
		d.Project.Title, d.Study.Risks[0].Response = text, text
		for field, label := range map[string]string{"project.title": "", "study.risks[" + d.Study.Risks[0].Key + "].response": "ligne 1"} {
			var said []string
			for _, f := range Findings(d, checked) {
				if f.Field == field && f.Rule == "" {
					said = append(said, string(f.Severity)+" "+f.Message)
				}
			}
			switch all := strings.Join(said, " / "); {
			case names == "" && all != "":
				t.Errorf("%q at %s: %s", text, field, all)
			case names != "" && (len(said) != 1 || !strings.Contains(all, names) || !strings.Contains(all, label) || !strings.HasPrefix(all, "bloquant")):
				t.Errorf("%q at %s: %q, want one that names %s", text, field, all, names)
			}
		}
	}
}

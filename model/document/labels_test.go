package document

import (
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"appuitechnique/model"
)

const dayPattern = `((?:\d{1,2}|1er) (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4})`

// labelled holds what stands behind certain words: the same in whatever paper says it.
func (f *facts) labelled(d *model.Dossier, text string, at func(string, ...any)) {
	u, funded := d.Funding()
	month, total, _ := d.MissionCost()
	sum := func(c model.Cents) string { return levelled(c.Plain()) }
	day := func(x model.Day) string { return levelled(x.String()) }
	for _, l := range labels {
		var want []string
		switch l.what {
		case "mission":
			want = []string{strconv.Itoa(d.Mission.Months), day(d.Mission.Start), day(d.Mission.End())}
		case "support":
			want = []string{day(d.Support.Signed)}
		case "secondment":
			want = []string{day(d.Secondment.Signed)}
		case "framework":
			want = []string{day(d.Town.ACVAgreement)}
		case "bank":
			want = []string{day(d.Signatories.BankDelegation)}
		case "report":
			want = []string{day(d.Study.ReportDay)}
		case "month":
			want = []string{sum(month.Gross)}
		case "total":
			want = []string{sum(total.Gross)}
		case "subsidy":
			want = []string{sum(u.Subsidy)}
		}
		if !funded && (l.what == "subsidy" || l.what == "month" || l.what == "total") {
			continue
		}
		if !strings.Contains(text, l.near) {
			continue
		}
		for _, m := range l.pattern.FindAllStringSubmatch(text, -1) {
			if !reflect.DeepEqual(m[1:], want) {
				at("%q says %q, want %q", m[0], m[1:], want)
			}
		}
	}
}

const sumPattern = `(-?\d[\d ]*,\d\d) €`

// labels are the words behind which a fact stands; near is what any match holds.
var labels = []struct {
	what    string
	near    string
	pattern *regexp.Regexp
}{
	{"mission", ") mois, du ", regexp.MustCompile(`\((\d+)\) mois, du ` + dayPattern + ` au ` + dayPattern)},
	{"support", "onvention de soutien", regexp.MustCompile(`[Cc]onvention de soutien(?: n° \S+)? du ` + dayPattern)},
	{"secondment", "onvention de mise à disposition", regexp.MustCompile(`[Cc]onvention de mise à disposition(?: n° \S+)? du ` + dayPattern)},
	{"framework", "convention-cadre", regexp.MustCompile(`convention-cadre Action Cœur de Ville signée le ` + dayPattern)},
	{"bank", "délégation de signature", regexp.MustCompile(`délégation de signature (?:en date )?du ` + dayPattern)},
	{"report", "maîtrise d’ouvrage remis le ", regexp.MustCompile(`maîtrise d’ouvrage remis le ` + dayPattern)},
	{"month", "coût mensuel prévisionnel ", regexp.MustCompile(`coût mensuel prévisionnel (?:de la mise à disposition )?est de ` + sumPattern)},
	{"total", "coût total prévisionnel de ", regexp.MustCompile(`coût total prévisionnel de ` + sumPattern)},
	{"subsidy", "montant maximal de ", regexp.MustCompile(`montant maximal de ` + sumPattern)},
}

package model

import (
	"slices"
	"strings"
	"testing"
)

// plainly writes no-break spaces as spaces.
func plainly(s string) string { return strings.NewReplacer("\u202f", " ", "\u00a0", " ").Replace(s) }

func TestComputedValuesExplainThemselvesWithTheirFigures(t *testing.T) {
	base := func(change func(*Dossier)) *Dossier {
		d := funded()
		d.Mission.Start = "2026-02-16"
		change(d)
		return d
	}
	for _, tt := range []struct {
		id   string
		d    *Dossier
		want string
	}{
		{"mission.end", base(nothing), "16/02/2026 + 12 mois − 1 jour = 15/02/2027"},
		{"mission.load", base(func(d *Dossier) { d.Mission.Tasks = []*Task{{Load: 12_50}, {Load: 40_00}} }),
			"Charge : 12,5 + 40 = 52,5 jours\nCapacité : 12 mois × 9 jours = 108 jours"},
		{"cost.month.salary", base(nothing), "52 000,00 € × 0,5 ÷ 12 = 2 166,67 €"},
		{"cost.month.contributions", base(nothing), "(52 000,00 € × 0,5 ÷ 12) × 45 % = 975,00 €"},
		{"cost.month.payrollTax", base(nothing), "(52 000,00 € × 0,5 ÷ 12) × 10 % = 216,67 €"},
		{"cost.month.management", base(nothing), "(52 000,00 € × 0,5 ÷ 12) × (100 % + 45 % + 10 %) × 8 % = 268,66 €"},
		{"cost.month.total", base(nothing),
			"(52 000,00 € × 0,5 ÷ 12) × (100 % + 45 % + 10 %) × (100 % + 8 %) + 350,00 € = 3 977,00 €"},
		{"cost.month.total", base(quote), "2 100,01 € + 940,02 € + 210,03 € + 250,04 € + 300,05 € = 3 800,15 €"},
		{"cost.month.total", base(func(d *Dossier) { quote(d); d.Group.VAT = VATFull }),
			"2 100,01 € + 940,02 € + 250,04 € + 300,05 € = 3 590,12 €"},
		{"cost.month.gross", base(func(d *Dossier) { d.Group.VAT = VATFull }), "3 743,00 € + 3 743,00 € × 20 % = 4 491,60 €"},
		{"payment.invoices", base(nothing),
			"Février 2026 : 3 977,00 € × 13 ÷ 28 = 1 846,46 €\n11 mois entiers : 11 × 3 977,00 €\nFévrier 2027, le reste : 2 130,54 €"},
		{"payment.invoices", base(func(d *Dossier) { d.Mission.Start = "2026-03-01" }), "12 mois entiers : 12 × 3 977,00 €"},
		{"payment.total", base(nothing), "12 mois × 3 977,00 € = 47 724,00 €"},
		{"payment.subsidy", base(func(d *Dossier) { d.Terms.Rate, d.Terms.Ceiling = ref(Rate(8_000)), ref(Cents(30_000_00)) }),
			"Coût retenu : 12 mois × 3 977,00 € = 47 724,00 €\nSubvention : 47 724,00 € × 80 % = 38 179,20 €\n" +
				"Ramenée au plafond : 30 000,00 €"},
		{"payment.subsidy", base(func(d *Dossier) { d.Terms.DuesIncluded = Yes }),
			"Coût retenu : 12 mois × 3 977,00 € + 300,00 € de cotisations = 48 024,00 €\nSubvention : 48 024,00 € × 100 % = 48 024,00 €"},
		{"payment.first", base(nothing), "47 724,00 € × 50 % = 23 862,00 €"},
		{"payment.balance", base(nothing), "47 724,00 € − 23 862,00 € = 23 862,00 €"},
		{"payment.left", base(nothing), "47 724,00 € + 300,00 € de cotisations + 0,00 € de coûts indirects − 47 724,00 € = 300,00 €"},
		{"payment.worst", base(func(d *Dossier) { d.Payment.BalanceLag = 3 }),
			"Au 17/03/2027 : 47 724,00 € payés − 23 862,00 € reçus = 23 862,00 € avancés"},
		{"payment.worst", base(func(d *Dossier) { d.Payment.FirstShare = ref(Rate(10_000)) }),
			"Les versements reçus couvrent à tout moment les factures payées."},
	} {
		e, ok := Explain(tt.d, tt.id)
		if got := plainly(e.Formula); got != tt.want || !ok {
			t.Errorf("%s: %q, %v; want %q", tt.id, got, ok, tt.want)
		}
	}
}

// Every value that a demonstration computes and that Explain knows is explained, from questions that exist and are asked;
// every computed question is known.
func TestEveryComputedValueHasAnExplanation(t *testing.T) {
	p := readPresentation(t)
	var known []string
	for _, name := range ExampleNames() {
		d, _ := Example(name)
		asked := map[string]bool{}
		var computed []Field
		for _, fiche := range Fiches(Form(d)) {
			fiche.EachShown(func(f Field) {
				asked[f.ID] = true
				if f.Kind == KindComputed {
					computed = append(computed, f)
				}
			})
		}
		for _, f := range computed {
			known = append(known, f.ID)
			e, ok := Explain(d, f.ID)
			if ok != f.Answered() || ok && (e.Sentence == "" || e.Changes == "" || len(e.Inputs) == 0 || e.Basis.String() == "") {
				t.Errorf("%s, %s (answered: %v): %+v, %v", name, f.ID, f.Answered(), e, ok)
			}
			for _, id := range e.Inputs {
				if !asked[id] {
					t.Errorf("%s, %s comes from %q, which is not asked", name, f.ID, id)
				}
			}
			if e.Basis.Quote != "" {
				if err := p.check(e.Basis.Heading, e.Basis.Quote); err != nil {
					t.Errorf("%s: %v", f.ID, err)
				}
			}
		}
	}
	for _, id := range Explained() {
		if !slices.Contains(known, id) && id != "cost.month.gross" { // no demonstration pays VAT
			t.Errorf("%s is explained and never computed", id)
		}
	}
}

func TestNothingIsExplainedBeforeItIsComputed(t *testing.T) {
	for _, id := range append(Explained(), "town.name", "payment.other", "cost.month.other", "mission.other") {
		if e, ok := Explain(&Dossier{}, id); ok || e.Inputs != nil {
			t.Errorf("an empty dossier explains %s: %+v", id, e)
		}
	}
}

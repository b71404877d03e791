package model

import (
	"fmt"
	"slices"
	"strings"
)

// An Explanation says how a computed value came about. The panel « Pourquoi » and the note de calcul read the same one.
type Explanation struct {
	Sentence string   // how it is computed
	Formula  string   // the same with the figures of the dossier, on one or several lines
	Inputs   []string // IDs of the questions it comes from
	Basis    Basis
	Changes  string // what would change it
}

// Explained lists the computed values that Explain knows, in the order of the fiches.
func Explained() []string {
	return []string{"mission.end", "mission.load", "mission.proposal", "job.called", "cost.month.salary", "cost.month.contributions", "cost.month.payrollTax",
		"cost.month.management", "cost.month.total", "cost.month.gross", "payment.invoices", "payment.total", "payment.subsidy",
		"payment.first", "payment.balance", "payment.left", "payment.worst", "followUp.billed", "followUp.due"}
}

// Explain explains the computed value of that question; ok is false as long as it cannot be computed, and for any other
// question.
func Explain(d *Dossier, id string) (e Explanation, ok bool) {
	var inputs []any
	switch {
	case id == "job.called":
		e, inputs = explainProfile(d)
	case id == "mission.proposal":
		e, inputs = explainProposal(d)
	case strings.HasPrefix(id, "mission."):
		e, inputs = explainMission(d, id)
	case strings.HasPrefix(id, "cost.month."):
		e, inputs = explainMonth(d, strings.TrimPrefix(id, "cost.month."))
	case id == "payment.invoices":
		e, inputs = explainInvoices(d)
	case id == "payment.worst":
		e, inputs = explainAdvance(d)
	case strings.HasPrefix(id, "followUp."):
		e, inputs = explainFollowUp(d, id)
	case strings.HasPrefix(id, "payment."):
		e, inputs = explainFunding(d, strings.TrimPrefix(id, "payment."))
	}
	ids := paths(d, dossierSlots)
	for _, p := range inputs {
		e.Inputs = append(e.Inputs, ids[p])
	}
	return e, e.Formula != ""
}

func explainMission(d *Dossier, id string) (e Explanation, inputs []any) {
	m := &d.Mission
	switch {
	case id == "mission.end" && m.dated():
		e = Explanation{
			Sentence: "La mission se termine la veille du jour qui suit la prise de poste du nombre de mois prévu ; dans un mois plus court, " +
				"ce jour est ramené au dernier du mois.",
			Formula: fmt.Sprintf("%s + %d mois − 1 jour = %s", m.Start.Short(), m.Months, m.End().Short()),
			Basis:   quoted(pageSecondment, "d’une durée de 6 mois à 24 mois"),
			Changes: "Une autre date de prise de poste ou une autre durée.",
		}
		inputs = []any{&m.Start, &m.Months}
	case id == "mission.load" && m.Workload() > 0 && m.dated():
		loads := join(m.Tasks, " + ", func(t *Task) string { return t.Load.String() })
		e = Explanation{
			Sentence: "La charge est la somme des jours de toutes les tâches. La capacité compte environ neuf jours de travail par mois pour un " +
				"mi-temps.",
			Formula: fmt.Sprintf("Charge : %s = %s jours\nCapacité : %d mois × %s jours = %s jours", loads, m.Workload(), m.Months, daysAMonth,
				m.Capacity()),
			Basis:   quoted(pageSecondment, "sur la base d’un mi-temps (0,5 ETP)"),
			Changes: "Plus ou moins de tâches, une autre charge par tâche, une autre durée.",
		}
		inputs = []any{&m.Tasks, &m.Months}
	}
	return e, inputs
}

// explainMonth explains one line of the monthly cost.
func explainMonth(d *Dossier, line string) (Explanation, []any) {
	lines, ok := d.MonthlyCost()
	if !ok {
		return Explanation{}, nil
	}
	if line == "gross" {
		if d.Group.VAT != VATFull {
			return Explanation{}, nil
		}
		month := d.priced(lines.Total())
		return Explanation{
			Sentence: "Le groupement facture la TVA : elle s’ajoute au coût mensuel.",
			Formula:  fmt.Sprintf("%s + %s × %s = %s", month.Net, month.Net, VATRate, month.Gross),
			Basis:    legal("Code général des impôts, article 278 dans sa numérotation antérieure à 2026"),
			Changes:  "Un autre régime de TVA du groupement.",
		}, []any{&d.Group.VAT}
	}
	if d.Cost.Basis == CostQuote {
		return explainQuote(d, line, lines)
	}
	return explainEstimate(d, line, lines)
}

func explainQuote(d *Dossier, line string, lines CostLines) (Explanation, []any) {
	if line != "total" {
		return Explanation{}, nil
	}
	c := &d.Cost
	inputs := []any{&c.QuoteWages, &c.QuoteDues, &c.QuoteTax, &c.QuoteFee, &c.QuoteOther}
	amounts := []Cents{lines.Salary, lines.Contributions, lines.PayrollTax, lines.Management, lines.Expenses}
	if d.Group.VAT == VATFull {
		inputs, amounts = slices.Delete(inputs, 2, 3), slices.Delete(amounts, 2, 3)
	}
	return Explanation{
		Sentence: "Le coût mensuel est la somme des lignes du devis du groupement.",
		Formula:  join(amounts, " + ", Cents.String) + " = " + lines.Total().String(),
		Basis:    quoted(pageSecondment, subsidised),
		Changes:  "Un autre devis.",
	}, inputs
}

func explainEstimate(d *Dossier, line string, lines CostLines) (Explanation, []any) {
	c := &d.Cost
	half := fmt.Sprintf("(%s × 0,5 ÷ 12)", c.Salary)
	on := fmt.Sprintf("(100\u202f%% + %s)", *c.Charges)
	inputs := []any{&c.Salary, &c.Charges}
	if d.Group.VAT != VATFull {
		on = fmt.Sprintf("(100\u202f%% + %s + %s)", *c.Charges, *c.PayrollTax)
		inputs = append(inputs, &c.PayrollTax)
	}
	e := Explanation{Basis: quoted(pageSecondment, subsidised), Changes: "Le devis du groupement, dès qu’il est reçu, remplace cette estimation."}
	const shared = " Les lignes sont arrondies ensemble, pour que leur somme soit exactement le coût mensuel."
	switch {
	case line == "salary":
		e.Sentence = "La moitié d’un salaire brut annuel à temps plein, sur douze mois." + shared
		e.Formula = fmt.Sprintf("%s × 0,5 ÷ 12 = %s", c.Salary, lines.Salary)
		inputs = inputs[:1]
	case line == "contributions":
		e.Sentence = "Les charges patronales, en proportion du salaire brut." + shared
		e.Formula = fmt.Sprintf("%s × %s = %s", half, *c.Charges, lines.Contributions)
		inputs = inputs[:2]
	case line == "payrollTax" && d.Group.VAT != VATFull:
		e.Sentence = "La taxe sur les salaires, en proportion du salaire brut, que paie un groupement qui ne facture pas la TVA." + shared
		e.Formula = fmt.Sprintf("%s × %s = %s", half, *c.PayrollTax, lines.PayrollTax)
		inputs = []any{&c.Salary, &c.PayrollTax, &d.Group.VAT}
	case line == "management":
		e.Sentence = "Les frais de gestion du groupement, en proportion du salaire, des charges et de la taxe." + shared
		e.Formula = fmt.Sprintf("%s × %s × %s = %s", half, on, *c.Management, lines.Management)
		inputs = append(inputs, &c.Management)
	case line == "total":
		e.Sentence = "Le salaire du mi-temps, les charges et la taxe, majorés des frais de gestion, puis les frais professionnels. L’arrondi au " +
			"centime est fait une seule fois, à la fin."
		e.Formula = fmt.Sprintf("%s × %s × (100\u202f%% + %s) + %s = %s", half, on, *c.Management, *c.Expenses, lines.Total())
		inputs = append(inputs, &c.Management, &c.Expenses)
	}
	return e, inputs
}

// explainInvoices counts the first and the last month when they are not whole.
func explainInvoices(d *Dossier) (Explanation, []any) {
	list, ok := d.Invoices()
	if !ok {
		return Explanation{}, nil
	}
	lines, _ := d.MonthlyCost()
	month := d.priced(lines.Total())
	var parts []string
	first, last := list[0], list[len(list)-1]
	whole := 0
	for _, v := range list {
		if v.Whole() {
			whole++
		}
	}
	if first.Of > 0 {
		parts = append(parts, fmt.Sprintf("%s : %s × %d ÷ %d = %s%s", capital(first.From.Month()), month.Net, first.Counted, first.Of,
			first.Amount.Net, withTax(first.Amount)))
	}
	parts = append(parts, fmt.Sprintf("%d mois entiers : %d × %s%s", whole, whole, month.Net, withTax(month)))
	if !last.Whole() {
		parts = append(parts, fmt.Sprintf("%s, le reste : %s%s", capital(last.From.Month()), last.Amount.Net, withTax(last.Amount)))
	}
	return Explanation{
		Sentence: "Une facture par mois du calendrier. Un premier mois incomplet est compté selon la méthode choisie ; le dernier reçoit ce qui " +
			"reste, pour que la somme des factures soit exactement le coût de la mission.",
		Formula: strings.Join(parts, "\n"),
		Basis:   quoted(pageSteps, "facture mensuellement la mise à disposition au bénéficiaire"),
		Changes: "Une autre date de prise de poste, une autre méthode de décompte, un autre coût mensuel.",
	}, []any{&d.Mission.Start, &d.Mission.Months, &d.Payment.Proration}
}

// withTax adds the amount with VAT where it differs.
func withTax(p Priced) string {
	if p.Net == p.Gross {
		return ""
	}
	return " (TVA comprise : " + p.Gross.String() + ")"
}

// capital writes the first letter of a text as a capital.
func capital(s string) string {
	r := []rune(s)
	return strings.ToUpper(string(r[:1])) + string(r[1:])
}

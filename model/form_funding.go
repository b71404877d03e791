package model

import (
	"fmt"
	"slices"
)

func fundingFiches(d *Dossier) []Fiche {
	return slices.Concat(groupFiches(d), expertFiches(d), costFiches(d), []Fiche{paymentFiche(d)}, termsFiches(d))
}

func paymentFiche(d *Dossier) Fiche {
	f := Fiche{
		Key: "payment.schedule", Title: "Échéancier, versements et trésorerie",
		Intro:  "Le groupement facture chaque mois ; la subvention arrive en deux fois. La ville avance la différence.",
		Fields: append(paymentFields(&d.Payment), forecastFields(d)...),
	}
	if _, ok := d.MonthlyCost(); !ok {
		f.Awaits = "cost.monthly"
	}
	if !d.Mission.dated() {
		f.Awaits = "mission.duration"
	}
	return f
}

func paymentFields(p *Payment) []Field {
	return []Field{
		Choice("Décompte d’un mois incomplet", &p.Proration, prorations).Required().
			Hint("Pour une prise de poste en cours de mois ; la méthode est écrite dans la convention.").
			Assumed("méthode à convenir avec le groupement"),
		Choice("Qui facture la mise à disposition ?", &p.Issuer, recruiters).Required().
			Hint("Le dispositif prévoit que le groupement facture la collectivité.").
			Source(pageSecondment, "est l’employeur et facture la mise à disposition à la collectivité"),
		Choice("Rythme de facturation", &p.Every, frequencies).Required().
			Hint("Le dispositif prévoit une facture par mois.").
			Source(pageSteps, "facture mensuellement la mise à disposition au bénéficiaire"),
		Number("Délai de paiement des factures", &p.DueDays).Required().In("jours").Between(1, 60).
			Hint("30 jours au plus pour une commune.").
			Assumed("code de la commande publique, article R2192-10 : délai de 30 jours"),
		Percent("Part de la subvention versée au démarrage", &p.FirstShare).Required().Check(atMostWhole(&p.FirstShare)).
			Hint("Le dispositif prévoit la moitié au démarrage, le reste en fin de mission.").
			Source(pageSteps, "en deux fois (50% au démarrage, 50% en fin de mission)"),
		Number("Premier versement reçu", &p.FirstLag).In("mois après la prise de poste").Between(1, 12).
			Hint("Sert à simuler la trésorerie ; laissez vide s’il arrive dès le premier mois.").
			Assumed("délai usuel d’instruction : de 4 à 8 semaines"),
		Number("Dépôt du bilan final", &p.BalanceFile).Required().In("mois après la fin").Between(1, 12).
			Hint("Le temps de réunir les factures, les attestations de service fait et le bilan.").
			Assumed("usage : bilan remis dans les trois mois qui suivent la fin"),
		Number("Solde reçu", &p.BalanceLag).In("mois après la fin").Between(1, 24).
			Check(atLeast(&p.BalanceLag, p.BalanceFile, "Le solde arrive après le dépôt du bilan final.")).
			Hint("Sert à simuler la trésorerie ; comptez le dépôt du bilan et son instruction.").
			Assumed("délai usuel : bilan dans les trois mois, puis instruction"),
		Text("IBAN de la collectivité", &p.TownIBAN).Check(ibanCheck(&p.TownIBAN)).
			Hint("Le compte du comptable public sur lequel la subvention est versée, comme sur le relevé d’identité bancaire.").
			Source(pageSecondment, "subventionne le coût de la mise à disposition à la collectivité"),
	}
}

// forecastFields shows what the answers make of the mission's money.
func forecastFields(d *Dossier) []Field {
	amount := func(id, label string, pick func(Funding) string) Field {
		return Computed("payment."+id, label, func() string {
			if f, ok := d.Funding(); ok {
				return pick(f)
			}
			return ""
		})
	}
	received := func(c Cents, on Day) string {
		if on == "" {
			return c.String()
		}
		return fmt.Sprintf("%s, attendus en %s", c, on.Month())
	}
	return []Field{
		Computed("payment.invoices", "Factures à recevoir", func() string { return invoiceLines(d) }),
		amount("total", "Coût de la mission", func(f Funding) string { return f.Total.Gross.String() }),
		amount("subsidy", "Subvention", func(f Funding) string { return f.Subsidy.String() }),
		amount("first", "Premier versement", func(f Funding) string {
			on, _ := d.Receipts()
			return received(f.First, on)
		}),
		amount("balance", "Second versement", func(f Funding) string {
			_, on := d.Receipts()
			return received(f.Balance, on)
		}),
		amount("left", "Reste à la charge de la ville", func(f Funding) string { return f.Left.String() }),
		Computed("payment.worst", "Avance de trésorerie la plus forte", func() string { return worstAdvance(d) }),
	}
}

// invoiceLines writes one line an invoice.
func invoiceLines(d *Dossier) string {
	list, ok := d.Invoices()
	if !ok {
		return ""
	}
	return join(list, "\n", func(v Invoice) string { return v.From.Month() + " : " + v.Amount.Gross.String() })
}

// worstAdvance says how much the town lends at most, and when; empty until it can be computed.
func worstAdvance(d *Dossier) string {
	c, ok := d.Cash()
	switch {
	case !ok:
		return ""
	case c.On == "":
		return "Aucune avance : la subvention précède les factures."
	}
	return fmt.Sprintf("%s, en %s", -c.Worst, c.On.Month())
}

var prorations = []Option[Proration]{
	{Value: ProrationCalendar, Label: "Jours calendaires"},
	{Value: ProrationThirty, Label: "Trentièmes"},
	{Value: ProrationWorked, Label: "Jours ouvrés"},
}

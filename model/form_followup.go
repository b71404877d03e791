package model

import (
	"slices"
	"strings"
)

func followUpFiches(d *Dossier) []Fiche {
	return slices.Concat([]Fiche{stageFiche(d), billsFiche(d), receiptsFiche(d), progressMadeFiche(d)},
		evaluationFiches(d), []Fiche{amendmentsFiche(d)})
}

// What the presentation says of the life of the mission.
const (
	quoteMonthly    = "facture mensuellement la mise à disposition au bénéficiaire"
	quoteTwice      = "en deux fois (50% au démarrage, 50% en fin de mission)"
	quoteEvaluation = "fera l’objet d’une évaluation in itinere et en fin de programme"
	usageService    = "usage de la comptabilité publique : le service fait est attesté avant le paiement"
)

// begun says why the questions of the mission under way do not apply yet, or nothing.
func (s Stage) begun() string {
	if s.Begun() {
		return ""
	}
	return "l’expert n’a pas encore pris son poste"
}

func stageFiche(d *Dossier) Fiche {
	f := &d.FollowUp
	begun, over := f.Stage.Begun, f.Stage.Over
	stages := []Option[Stage]{
		{Value: StageBefore, Label: "L’expert n’a pas encore pris son poste"},
		{Value: StageFirst, Label: "Première moitié de la mission"},
		{Value: StageSecond, Label: "Seconde moitié de la mission"},
		{Value: StageOver, Label: "Mission terminée"},
	}
	return Fiche{
		Key: "followUp.stage", Title: "Calendrier administratif : où en est la mission",
		Intro: "Les vingt-deux étapes et leurs dates se lisent à la page « Calendrier ». Les fiches de cette partie s’ouvrent à " +
			"mesure que la mission avance.",
		Fields: []Field{
			Choice("Où en est la mission ?", &f.Stage, stages).
				Hint("Changez cette réponse à la prise de poste, à mi-parcours, puis à la fin.").
				Source(pageTasks, "peuvent intervenir aussi bien en phase d’initialisation"),
			DayField("Prise de poste effective le", &f.Arrived).Required().When(begun).
				Hint("Le premier jour de travail de l’expert pour la ville, porté au procès-verbal d’installation.").
				Source(pageSteps, quoteTwice),
			DayField("Fin effective de la mise à disposition le", &f.Ended).Required().When(over).
				Check(notBefore(&f.Ended, &f.Arrived, "La fin suit la prise de poste.")).
				Hint("Le dernier jour de travail de l’expert pour la ville.").
				Source(pageSteps, quoteTwice),
			LongText("Transmission des dossiers en fin de mission", &f.Handover).Required().When(over).Tall(3).
				Hint("Ce que l’expert a remis, à qui, et quand.").
				Assumed("usage : un procès-verbal de fin de mission et un dossier de passation"),
		},
	}
}

func billsFiche(d *Dossier) Fiche {
	f := &d.FollowUp
	begun := f.Stage.Begun
	return Fiche{
		Key: "followUp.bills", Title: "Factures et service fait", Void: f.Stage.begun(),
		Intro: "Une ligne par facture ou par avoir. La ville atteste le service fait avant de payer.",
		Fields: []Field{
			Rows("Factures et avoirs du groupement", &f.Bills, func(b *Bill) []Field { return billColumns(d, b) }).
				Required().When(begun).
				Hint("Commencez par un mois de l’échéancier : sa période et son montant prévus sont repris, et à corriger au besoin.").
				Offering(func() []Option[string] { return billsLeft(d) }, func(from string) { fillBill(d, from) }).
				Called(func(i int) string { return f.Bills[i].name() }).
				Source(pageSteps, quoteMonthly),
			Choice("Mois que l’attestation de service fait certifie", &f.Attested, attestable(f)).When(begun).
				Hint("Laissez vide pour le dernier mois inscrit.").
				Assumed(usageService),
			Computed("followUp.billed", "Total facturé, avoirs déduits", func() string { return known(d.Billed()) }).When(begun),
		},
	}
}

func billColumns(d *Dossier, b *Bill) []Field {
	invoice := func() bool { return b.Kind != BillCredit }
	billed := func(f Field) Field { return f.Source(pageSteps, quoteMonthly) }
	service := func(f Field) Field { return f.When(invoice).Assumed(usageService) }
	return []Field{
		billed(Choice("Pièce", &b.Kind, []Option[BillKind]{
			{Value: BillInvoice, Label: "Facture"}, {Value: BillCredit, Label: "Avoir"}}).Required()),
		billed(DayField("Période, du", &b.From).Required()),
		billed(DayField("Période, au", &b.To).Required().Check(notBefore(&b.To, &b.From, "La période finit après son début."))),
		service(Quantity("Jours prévus", "jours", &b.Planned).Required()),
		service(Quantity("Jours réalisés", "jours", &b.Worked).Required()),
		service(Text("Absences", &b.Absences).Hint("Laissez vide s’il n’y en a pas.")),
		service(LongText("Travaux du mois", &b.Work).Required().Tall(3).Hint("Une ligne par tâche ou livrable.")),
		service(Text("Réserves de la ville", &b.Reserves).Hint("Laissez vide s’il n’y en a pas.")),
		service(DayField("Service fait attesté le", &b.Certified).Required().
			Check(notBefore(&b.Certified, &b.From, "Le service fait s’atteste après le début de la période."))),
		billed(Text("Numéro de la pièce", &b.Number).Required()),
		billed(DayField("Date de la pièce", &b.Day).Required()),
		billed(MoneyOrZero("Montant de la pièce, TVA comprise", &b.Amount).Required().Hint("En positif, même pour un avoir.")),
		MoneyOrZero("Dont dépenses retenues pour la subvention", &b.Eligible).Required().When(d.partlyEligible).
			Check(func() error {
				if b.Amount != nil && b.Eligible != nil && *b.Eligible > *b.Amount {
					return Advice("Les dépenses retenues ne peuvent pas dépasser le montant de la pièce.")
				}
				return nil
			}).Source(pageSecondment, subsidised),
		billed(DayField("Réglée le", &b.Paid)),
	}
}

// name calls a bill by the month it is for; empty while that is not known.
func (b *Bill) name() string {
	switch {
	case b.From == "":
		return ""
	case b.Kind == BillCredit:
		return "Avoir, " + b.From.Month()
	}
	return capital(b.From.Month())
}

// attestable lists the invoices that an attestation may be about.
func attestable(f *FollowUp) []Option[string] {
	var out []Option[string]
	for _, b := range f.Bills {
		if b.Kind != BillCredit && b.From != "" {
			out = append(out, Option[string]{Value: b.Key, Label: capital(b.From.Month())})
		}
	}
	return out
}

// billsLeft lists the months of the schedule that have no invoice yet.
func billsLeft(d *Dossier) []Option[string] {
	list, _ := d.Invoices()
	var out []Option[string]
	for _, v := range list {
		if d.FollowUp.billOf(v) == nil {
			out = append(out, Option[string]{Value: string(v.From), Label: capital(v.From.Month()) + ", " + v.Amount.Gross.String()})
		}
	}
	return out
}

// billOf finds the invoice of an expected month; nil when there is none.
func (f *FollowUp) billOf(v Invoice) *Bill {
	for _, b := range f.Bills {
		if b.Kind != BillCredit && b.From != "" && firstOfMonth(b.From) == firstOfMonth(v.From) {
			return b
		}
	}
	return nil
}

// fillBill begins a row with what the schedule expects of the month that begins on that day.
func fillBill(d *Dossier, from string) {
	list, _ := d.Invoices()
	row := d.FollowUp.Bills[len(d.FollowUp.Bills)-1]
	for _, v := range list {
		if string(v.From) != from {
			continue
		}
		row.Kind, row.From, row.To, row.Planned = BillInvoice, v.From, v.To, v.days()
		row.Amount = new(v.Amount.Gross)
	}
}

// days are the days of work of a half-time in the month billed, to the half-day: nine in a whole month.
func (v Invoice) days() Hundredths {
	if v.whole {
		return daysAMonth
	}
	of := Hundredths(monthEnd(v.From).Time().Day())
	return (daysAMonth*Hundredths(v.From.DaysUntil(v.To)+1)/of + 25) / 50 * 50
}

func receiptsFiche(d *Dossier) Fiche {
	f := &d.FollowUp
	begun, over := f.Stage.Begun, f.Stage.Over
	given := func(r *Receipt) func() bool { return func() bool { return r.Received != "" } }
	return Fiche{
		Key: "followUp.receipts", Title: "Versements de la Caisse des dépôts", Void: f.Stage.begun(),
		Fields: []Field{
			DayField("Premier versement demandé le", &f.First.Asked).When(begun).
				Check(notBefore(&f.First.Asked, &f.Arrived, "La première demande suit la prise de poste.")).
				Hint("Laissez vide tant que la demande n’est pas envoyée.").Source(pageSteps, quoteTwice),
			DayField("Premier versement reçu le", &f.First.Received).When(begun).
				Check(notBefore(&f.First.Received, &f.First.Asked, "Le versement suit sa demande.")).
				Source(pageSteps, quoteTwice),
			MoneyOrZero("Montant du premier versement reçu", &f.First.Amount).Required().
				When(begun).When(func() bool { return f.First.Received != "" || over() }).
				Hint("Tel que le comptable l’a constaté ; 0 si rien n’a été versé.").Source(pageSteps, quoteTwice),
			DayField("Second versement demandé le", &f.Second.Asked).When(over).
				Check(notBefore(&f.Second.Asked, &f.Ended, "La demande de solde suit la fin de la mission.")).
				Hint("Laissez vide tant que la demande n’est pas envoyée.").Source(pageSteps, quoteTwice),
			DayField("Second versement reçu le", &f.Second.Received).When(over).
				Check(notBefore(&f.Second.Received, &f.Second.Asked, "Le versement suit sa demande.")).
				Source(pageSteps, quoteTwice),
			MoneyOrZero("Montant du second versement reçu", &f.Second.Amount).Required().When(over).When(given(&f.Second)).
				Hint("Tel que le comptable l’a constaté.").Source(pageSteps, quoteTwice),
			DayField("Reversement à la Caisse des dépôts, prévu ou fait le", &f.Refund).When(over).
				Hint("Seulement si le premier versement dépasse ce que justifie le coût réel.").
				Assumed("usage des conventions de la Caisse des dépôts : le trop-perçu est reversé"),
			Computed("followUp.due", "Solde à demander", func() string {
				a, ok := d.Account()
				return known(a.Balance, ok)
			}).When(over),
		},
	}
}

func progressMadeFiche(d *Dossier) Fiche {
	f := &d.FollowUp
	begun := f.Stage.Begun
	const basis = "usage : le bilan compare le réalisé au prévu, tâche par tâche et jalon par jalon"
	return Fiche{
		Key: "followUp.progress", Title: "Avancement des tâches et des jalons", Void: f.Stage.begun(),
		Intro: "Les deux évaluations reprennent cet état ; tenez-le à jour avant chacune.",
		Fields: []Field{
			Rows("Tâches de la mission : où en est-on ?", &f.Tasks, func(t *TaskDone) []Field {
				return []Field{
					Choice("Tâche concernée", &t.Task, namedTasks(&d.Mission)).Required(),
					Choice("Avancement", &t.State, []Option[Done]{
						{Value: DoneNot, Label: "Non engagée"}, {Value: DonePartly, Label: "En cours"},
						{Value: DoneFully, Label: "Achevée"}, {Value: DoneDropped, Label: "Abandonnée"},
					}).Required(),
					Text("Précision", &t.Note),
				}
			}).When(begun).Offering(func() []Option[string] { return tasksUntold(d) }, func(key string) {
				f.Tasks[len(f.Tasks)-1].Task = key
			}).Called(func(i int) string { return labelOf(namedTasks(&d.Mission), f.Tasks[i].Task) }).Assumed(basis),
			Rows("Jalons atteints", &f.Reached, func(m *MilestoneDone) []Field {
				return []Field{
					Choice("Jalon concerné", &m.Milestone, namedMilestones(&d.Mission)).Required(),
					DayField("Atteint le", &m.Day).Required(),
					Text("Observation", &m.Note),
				}
			}).When(begun).Offering(func() []Option[string] { return milestonesUntold(d) }, func(key string) {
				f.Reached[len(f.Reached)-1].Milestone = key
			}).Called(func(i int) string { return labelOf(namedMilestones(&d.Mission), f.Reached[i].Milestone) }).Assumed(basis),
		},
	}
}

func namedTasks(m *Mission) []Option[string] {
	var out []Option[string]
	for _, t := range m.Tasks {
		if strings.TrimSpace(t.Title) != "" {
			out = append(out, Option[string]{Value: t.Key, Label: t.Title})
		}
	}
	return out
}

func namedMilestones(m *Mission) []Option[string] {
	var out []Option[string]
	for _, s := range m.Milestones {
		if strings.TrimSpace(s.Name) != "" {
			out = append(out, Option[string]{Value: s.Key, Label: s.Name})
		}
	}
	return out
}

func tasksUntold(d *Dossier) []Option[string] {
	return slices.DeleteFunc(namedTasks(&d.Mission), func(o Option[string]) bool {
		return slices.ContainsFunc(d.FollowUp.Tasks, func(t *TaskDone) bool { return t.Task == o.Value })
	})
}

func milestonesUntold(d *Dossier) []Option[string] {
	return slices.DeleteFunc(namedMilestones(&d.Mission), func(o Option[string]) bool {
		return slices.ContainsFunc(d.FollowUp.Reached, func(m *MilestoneDone) bool { return m.Milestone == o.Value })
	})
}

func amendmentsFiche(d *Dossier) Fiche {
	f := &d.FollowUp
	return Fiche{
		Key: "followUp.amendments", Title: "Avenants", Void: f.Stage.begun(),
		Intro: "Les avenants signés, tels que les demandes de versement et le bilan les citent.",
		Fields: []Field{
			Rows("Avenants signés", &f.Amendments, func(a *Amendment) []Field {
				return []Field{
					Choice("Convention modifiée", &a.Paper, papersWithClauses[:2]).Required(),
					Text("Numéro de l’avenant", &a.Number).Required().Hint("Exemple : 1."),
					Text("Objet de l’avenant", &a.Object).Required().Hint("Exemple : prolongation de trois mois."),
					DayField("Avenant signé le", &a.Day).Required(),
				}
			}).When(f.Stage.Begun).Assumed("usage : toute modification d’une convention passe par un avenant écrit"),
		},
	}
}

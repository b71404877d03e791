package document

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"

	"appuitechnique/model"
)

// A maker makes dossiers that could be, each with names, days and amounts of its own.
type maker struct {
	*rand.Rand
	examples [][]byte
	people   int
}

func newMaker(t *testing.T, seed uint64) *maker {
	t.Helper()
	m := &maker{Rand: rand.New(rand.NewPCG(seed, 61))}
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		m.examples = append(m.examples, b)
	}
	return m
}

// lived makes a dossier: a demonstration whose every name, day and amount is drawn anew.
func (m *maker) lived(t *testing.T) *model.Dossier {
	t.Helper()
	var d model.Dossier
	if err := json.Unmarshal(m.examples[m.IntN(len(m.examples))], &d); err != nil {
		t.Fatal(err)
	}
	m.people = 0
	m.names(&d)
	m.days(&d)
	m.money(&d)
	m.choices(&d)
	m.life(&d)
	return &d
}

func pick[T any](m *maker, list ...T) T { return list[m.IntN(len(list))] }

// someone is a person that nobody else of the dossier is called like.
func (m *maker) someone(who *model.Identity) {
	m.people++
	who.Civility = pick(m, model.Madam, model.Sir)
	who.FirstName = pick(m, "Anne", "Élise", "Jean-Marc", "Ōsamu", "Zoé", "Noël", "Ève", "Loïc")
	who.LastName = fmt.Sprintf("%s-%d", pick(m, "Témoin", "TÉMOIN", "Témoin d’Aix"), m.people)
}

func (m *maker) names(d *model.Dossier) {
	e := model.Identity{}
	for _, who := range []*model.Identity{&d.Signatories.Mayor, &d.Signatories.Delegate, &d.Signatories.Bank, &d.Group.President,
		&d.Council.Chair, &d.Council.Clerk, &d.Steering.Referent, &e} {
		m.someone(who)
	}
	d.Signatories.Delegate.Quality = pick(m, "premier adjoint", "adjointe déléguée à l’urbanisme")
	d.Signatories.DelegationOrder = "ARR-" + fmt.Sprint(m.IntN(1000))
	d.Expert.Civility, d.Expert.FirstName, d.Expert.LastName = e.Civility, e.FirstName, e.LastName
	d.Town.Name = pick(m, "Le Mans", "Aix-en-Provence", "Les Abymes", "La Rochelle", "L’Haÿ-les-Roses", "Haguenau", "Évreux", "Yutz", "Riom")
	d.Town.Court = pick(m, "Nice", "Orléans", "Le Havre", "Clermont-Ferrand")
	d.Project.Title = pick(m, "Reconversion de l’îlot nº 3", "Quartier de la gare : phase 2", "Friche « Berliet »", "Halle (ancien hôpital)") +
		fmt.Sprintf(" – %d", m.IntN(10_000))
	d.Group.Name = pick(m, "Exemple Cœurs de Ville", "Groupement des villes", "GE Territoires & Co")
}

// day draws a day that most other questions will not hold.
func (m *maker) day() model.Day { return model.Day("2024-01-01").AddDays(m.IntN(2200)) }

func (m *maker) days(d *model.Dossier) {
	c, s := &d.Council, &d.Study
	for _, day := range []*model.Day{&d.Town.ACVAgreement, &d.Town.ORTAmendment, &d.Signatories.DelegationDay, &d.Signatories.BankDelegation,
		&d.Signatories.CouncilSince, &d.Cases.CallDay, &d.Cases.FundDay, &d.Backing.LetterDay, &d.Backing.Agreement, &s.OrderDay, &s.ReportDay,
		&s.VisitDay, &s.Exchange, &d.Prior.StaffDay, &d.Prior.BudgetDay, &d.Prior.ProcureDay, &d.Group.Statutes, &d.Group.Bylaws,
		&d.Group.Declared, &d.Expert.Consent, &d.Expert.Interests, &d.Cost.QuoteDay, &d.Support.DecisionDay, &d.Support.Signed,
		&d.Secondment.Signed, &d.Membership.Form, &d.Membership.Accepted, &d.Mission.Start, &d.Support.MidReport, &d.Job.Deadline,
		&d.Job.Version, &c.Joining.Convened, &c.Joining.Day, &c.Joining.Sent, &c.Joining.Published, &c.Signing.Convened, &c.Signing.Day,
		&c.Signing.Sent, &c.Signing.Published} {
		*day = m.day()
	}
	d.Mission.Months = 6 + m.IntN(19)
	for _, s := range d.Mission.Milestones {
		s.Day = m.day()
	}
	for _, v := range d.Study.Interviews {
		v.Day = m.day()
	}
}

func (m *maker) cents(most int) model.Cents { return model.Cents(m.IntN(most * 100)) }

func (m *maker) money(d *model.Dossier) {
	c, t, p := &d.Cost, &d.Terms, &d.Payment
	some := func(most int) *model.Cents { return new(m.cents(most)) }
	rate := func(most int) *model.Rate { return new(model.Rate(m.IntN(most * 100))) }
	c.Basis = pick(m, model.CostEstimate, model.CostQuote)
	c.Salary = 30_000_00 + m.cents(40_000)
	c.Charges, c.PayrollTax, c.Management, c.Expenses = rate(60), rate(15), rate(12), some(900)
	c.QuoteWages, c.QuoteDues, c.QuoteTax, c.QuoteFee, c.QuoteOther = some(4000), some(2000), some(500), some(500), some(900)
	c.Dues, c.Deposit, c.Indirect = some(1000), some(5000), some(20_000)
	d.Group.VAT = pick(m, model.VATFull, model.VATExempt, model.VATFranchise)
	t.Rate, t.Ceiling = new(model.Rate(1+m.IntN(10_000))), nil
	if m.IntN(2) == 0 {
		t.Ceiling = some(120_000)
	}
	t.TaxBase, t.FeesIncluded, t.DuesIncluded = pick(m, model.BaseWithTax, model.BaseWithoutTax), pick(m, model.Yes, model.No), pick(m, model.Yes, model.No)
	p.Proration = pick(m, model.ProrationCalendar, model.ProrationThirty, model.ProrationWorked)
	p.DueDays, p.FirstLag, p.BalanceFile, p.BalanceLag = 1+m.IntN(60), m.IntN(6), 1+m.IntN(6), 6+m.IntN(6)
	d.Project.Budget = m.cents(90_000_000)
}

func (m *maker) choices(d *model.Dossier) {
	yes := func() model.Answer { return pick(m, model.Yes, model.No) }
	d.Council.Same, d.Signatories.Delegated, d.Expert.Found = yes(), yes(), yes()
	d.Signing.Mode, d.Signing.Initials = pick(m, model.SigningByHand, model.SigningElectronic), yes()
	d.Signing.Copies = 1 + m.IntN(6)
	d.Town.Kind = pick(m, model.OwnerTown, model.OwnerTown, model.OwnerTown, model.OwnerEPCI)
	d.Support.NoticeDays, d.Support.SecretYears = 8+m.IntN(80), 1+m.IntN(10)
	d.Secondment.TrialMonths, d.Secondment.NoticeMonths, d.Secondment.ReplaceDays = m.IntN(4), 1+m.IntN(6), 1+m.IntN(180)
	for _, a := range []*model.Act{&d.Council.Joining, &d.Council.Signing} {
		a.Number = fmt.Sprintf("DEL-%04d", m.IntN(10_000))
		a.Session = model.Session{Hour: "18 h 30", Place: "salle du conseil", Reporter: "M. Paul Exemple-Roux, adjoint", Sitting: 33,
			Present: 20 + m.IntN(9), Represented: m.IntN(4), Unanimous: yes(), For: 18, Against: 1 + m.IntN(2)}
	}
}

// life tells the mission up to a stage, with bills that are not quite what was expected.
func (m *maker) life(d *model.Dossier) {
	f := model.FollowUp{Stage: pick(m, "", model.StageBefore, model.StageFirst, model.StageSecond, model.StageOver)}
	if m.IntN(2) == 0 {
		f.Stage = model.StageOver
	}
	if f.Stage.Begun() {
		f.Arrived = m.day()
		list, _ := d.Invoices()
		for i, v := range list {
			amount := v.Amount.Gross + m.cents(30)
			f.Bills = append(f.Bills, &model.Bill{Row: model.Row{Key: fmt.Sprintf("b%d", i)}, Kind: pick(m, model.BillInvoice, model.BillInvoice,
				model.BillInvoice, model.BillCredit), From: v.From, To: v.To, Planned: model.Hundredths(100 * (1 + m.IntN(9))),
				Worked: model.Hundredths(50 * (1 + m.IntN(18))), Work: "Une tâche", Certified: m.day(), Number: fmt.Sprintf("F-%03d", i),
				Day: m.day(), Amount: &amount, Eligible: new(amount / 2)})
		}
		f.First = model.Receipt{Asked: m.day(), Received: m.day(), Amount: new(m.cents(60_000))}
	}
	if f.Stage.Over() {
		f.Ended, f.Handover = m.day(), "remis au référent"
		f.Second.Asked = m.day()
	}
	for _, e := range []*model.Evaluation{&f.Mid, &f.Final} {
		*e = model.Evaluation{Day: m.day(), Summary: "Bilan.", Trajectory: "Un.", Capacity: "Deux.", Innovation: "Trois.",
			Difficulties: "Aucune.", Next: "La suite.", TownView: model.ViewGood, Investment: m.cents(9_000_000)}
	}
	for _, s := range d.Mission.Milestones {
		f.Reached = append(f.Reached, &model.MilestoneDone{Row: model.Row{Key: "r" + s.Key}, Milestone: s.Key, Day: m.day()})
	}
	d.FollowUp = f
}

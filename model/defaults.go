package model

import "strings"

// defaults writes answers that nobody typed and marks each by the ID of its question.
type defaults struct {
	asked map[any]Field
	marks *Marks
}

// setDefaults answers what the scheme or the usage settles beforehand, and marks each answer « par défaut ».
func setDefaults(d *Dossier) {
	s := defaults{Index(Form(d)), &d.Marks}
	s.scheme(d)
	s.job(&d.Job)
	s.money(d)
	s.terms(&d.Terms)
}

// answer gives v as the answer held at p.
func answer[T any](s defaults, p *T, v T) {
	*p = v
	s.marks.Mark(s.asked[p].ID, OriginDefault)
}

// scheme is what the presentation and the usage of the conventions say of the parties and of the work.
func (s defaults) scheme(d *Dossier) {
	answer(s, &d.Town.Kind, OwnerTown)
	answer(s, &d.Mission.Days, 250) // half of a week of five days
	answer(s, &d.Mission.Leave, usualLeave)
	answer(s, &d.Steering.TechnicalEvery, EveryMonth)
	answer(s, &d.Steering.SteeringEvery, EveryQuarter)
	answer(s, &d.Group.Form, GroupAssociation)
	answer(s, &d.Group.VAT, VATExempt)
	answer(s, &d.Expert.Recruiter, RecruiterGroup)
	answer(s, &d.Prior.ExpenseLine, "chapitre 012, compte 6218")
	answer(s, &d.Support.Beneficiary, PartyTown)
	answer(s, &d.Support.NoticeDays, 30)
	answer(s, &d.Secondment.User, PartyTown)
	answer(s, &d.Membership.Member, PartyTown)
}

// job is the profile of the presentation and of the usual fiche de poste. (domain §1.6)
func (s defaults) job(j *Job) {
	answer(s, &j.Title, "Expert·e opérationnel·le – appui technique ACV")
	answer(s, &j.Equivalence, "Catégorie A, ingénieur ou attaché territorial")
	answer(s, &j.Knowledge, perLine(
		"Maîtrise d’ouvrage publique et livre IV du code de la commande publique",
		"Urbanisme opérationnel",
		"Montage juridique et financier d’opérations",
		"Marchés publics",
		"Patrimoine et architectes des Bâtiments de France",
		"Finances locales"))
	answer(s, &j.Skills, perLine(
		"Piloter une maîtrise d’œuvre",
		"Établir et tenir un planning",
		"Analyser des coûts",
		"Négocier",
		"Rendre compte"))
	answer(s, &j.Manners, perLine("Pédagogie", "Diplomatie", "Autonomie", "Éthique"))
	answer(s, &j.Training, []Training{TrainingEngineer, TrainingArchitect, TrainingPlanner})
	answer(s, &j.YearsMin, 5)
	answer(s, &j.YearsMax, 10)
	answer(s, &j.Similar, "Responsable d’opérations d’aménagement ou de construction, dans une entreprise privée ou publique")
	answer(s, &j.Limits, perLine(
		"L’expert ne signe ni acte ni marché public",
		"L’expert n’assure pas le pilotage du programme Action Cœur de Ville, qui revient au chef de projet"))
}

// money is the usual cost of a half-time expert, until the group's quote replaces it, and the way it is paid. (domain §5.1)
func (s defaults) money(d *Dossier) {
	c, p := &d.Cost, &d.Payment
	answer(s, &c.Basis, CostEstimate)
	answer(s, &c.Salary, 52_000_00)
	answer(s, &c.Charges, new(Rate(45_00)))
	answer(s, &c.PayrollTax, new(Rate(10_00)))
	answer(s, &c.Management, new(Rate(8_00)))
	answer(s, &c.Expenses, new(Cents(350_00)))
	answer(s, &c.Dues, new(Cents(300_00)))
	answer(s, &c.Deposit, new(Cents(0)))
	answer(s, &p.Proration, ProrationCalendar)
	answer(s, &p.Issuer, RecruiterGroup)
	answer(s, &p.Every, EveryMonth)
	answer(s, &p.DueDays, 30)
	answer(s, &p.FirstShare, new(Rate(50_00)))
	answer(s, &p.FirstLag, 2)    // four to eight weeks (domain §3, E15)
	answer(s, &p.BalanceFile, 3) // three months at most (domain §3, E21)
	answer(s, &p.BalanceLag, 5)  // the two together
}

// terms is how the program reads the presentation where it is silent; each stays « à confirmer ». (domain §0, §5.1)
func (s defaults) terms(t *Terms) {
	answer(s, &t.Rate, new(Rate(100_00)))
	answer(s, &t.TaxBase, BaseWithTax)
	answer(s, &t.WindowStart, "2023-01-01")
	answer(s, &t.WindowEnd, "2026-12-31")
	answer(s, &t.WindowMeans, WindowSignature)
	answer(s, &t.FeesIncluded, Yes)
	answer(s, &t.DuesIncluded, No)
}

func perLine(list ...string) string { return strings.Join(list, "\n") }

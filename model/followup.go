package model

import "slices"

// FollowUp is the life of the mission once the expert has come (part 8).
type FollowUp struct {
	Stage      Stage            `json:"stage"`
	Arrived    Day              `json:"arrived"` // prise de poste effective
	Ended      Day              `json:"ended"`   // last day effectively worked for the town
	Handover   string           `json:"handover"`
	Bills      []*Bill          `json:"bills"`
	Attested   string           `json:"attested"` // key of the bill that the attestation is about; empty: the last
	First      Receipt          `json:"first"`
	Second     Receipt          `json:"second"`
	Refund     Day              `json:"refund"` // reversement of what was received in excess
	Tasks      []*TaskDone      `json:"tasks"`
	Reached    []*MilestoneDone `json:"reached"`
	Mid        Evaluation       `json:"mid"`
	Final      Evaluation       `json:"final"`
	Amendments []*Amendment     `json:"amendments"`
}

// Stage is how far the mission has come; the questions of a stage are asked once it is reached.
type Stage string

// The stages of a mission, in order. Unanswered reads as before.
const (
	StageBefore Stage = "avant"
	StageFirst  Stage = "premiere-moitie"
	StageSecond Stage = "seconde-moitie"
	StageOver   Stage = "terminee"
)

// Begun reports whether the expert has come.
func (s Stage) Begun() bool { return s == StageFirst || s.Halfway() }

// Halfway reports whether half of the mission is behind.
func (s Stage) Halfway() bool { return s == StageSecond || s.Over() }

// Over reports whether the mission is over.
func (s Stage) Over() bool { return s == StageOver }

// A Bill is one invoice or credit note of the group, and the work that it is for.
type Bill struct {
	Row
	Kind      BillKind   `json:"kind"`
	From      Day        `json:"from"`
	To        Day        `json:"to"`
	Planned   Hundredths `json:"planned"` // days of work expected
	Worked    Hundredths `json:"worked"`  // days of work done
	Absences  string     `json:"absences"`
	Work      string     `json:"work"`      // what was done
	Reserves  string     `json:"reserves"`  // what the town does not accept
	Certified Day        `json:"certified"` // service fait
	Number    string     `json:"number"`
	Day       Day        `json:"day"`
	Amount    *Cents     `json:"amount"`   // as billed, VAT included
	Eligible  *Cents     `json:"eligible"` // what of it the subsidy counts, where it is not the whole
	Paid      Day        `json:"paid"`
}

// BillKind tells an invoice from a credit note.
type BillKind string

// The kinds of bill. Unanswered reads as an invoice.
const (
	BillInvoice BillKind = "facture"
	BillCredit  BillKind = "avoir"
)

// A Receipt is one of the two payments of the subsidy.
type Receipt struct {
	Asked    Day    `json:"asked"`
	Received Day    `json:"received"`
	Amount   *Cents `json:"amount"`
}

// TaskDone is how far one task of the mission has come.
type TaskDone struct {
	Row
	Task  string `json:"task"` // key of the task
	State Done   `json:"state"`
	Note  string `json:"note"`
}

// Done says how far something has come.
type Done string

// The degrees of what is done.
const (
	DoneNot     Done = "non-engagee"
	DonePartly  Done = "en-cours"
	DoneFully   Done = "achevee"
	DoneDropped Done = "abandonnee"
)

// MilestoneDone is when a milestone of the mission was reached.
type MilestoneDone struct {
	Row
	Milestone string `json:"milestone"` // key of the milestone
	Day       Day    `json:"day"`
	Note      string `json:"note"`
}

// Evaluation is what the town says of the mission, half-way and at the end, on one grid. The three ambitions of the
// presentation are its indicators.
type Evaluation struct {
	Day          Day        `json:"day"`
	Summary      string     `json:"summary"`
	Trajectory   string     `json:"trajectory"` // trajectoire d’évolution du territoire
	Capacity     string     `json:"capacity"`   // capacité de transformation et de concrétisation
	Innovation   string     `json:"innovation"` // sobriété foncière, climat, transition numérique
	Procedures   int        `json:"procedures"` // begun
	Contracts    int        `json:"contracts"`  // marchés notifiés
	Area         Hundredths `json:"area"`       // m² treated
	Homes        int        `json:"homes"`
	Investment   Cents      `json:"investment"` // set going
	Skills       string     `json:"skills"`     // handed over to the town’s services
	TownView     View       `json:"townView"`
	ExpertView   View       `json:"expertView"`
	OfficeView   View       `json:"officeView"`
	GroupView    View       `json:"groupView"`
	Difficulties string     `json:"difficulties"`
	Next         string     `json:"next"`
	Lessons      string     `json:"lessons"`
}

// View is how satisfied somebody is.
type View string

// The views.
const (
	ViewVeryGood View = "tres-satisfaisant"
	ViewGood     View = "satisfaisant"
	ViewMixed    View = "a-ameliorer"
	ViewBad      View = "insuffisant"
)

// An Amendment is one avenant signed, as far as the papers cite it.
type Amendment struct {
	Row
	Paper  Paper  `json:"paper"`
	Number string `json:"number"`
	Object string `json:"object"`
	Day    Day    `json:"day"`
}

// AttestedBill returns the bill that the attestation of service fait is about: the one chosen, else the last invoice; nil
// when there is none.
func (f *FollowUp) AttestedBill() *Bill {
	var last *Bill
	for _, b := range f.Bills {
		switch {
		case b.Kind == BillCredit:
		case b.Key == f.Attested:
			return b
		default:
			last = b
		}
	}
	if i := slices.IndexFunc(f.Bills, func(b *Bill) bool { return b.Key == f.Attested }); f.Attested != "" && i >= 0 {
		return f.Bills[i]
	}
	return last
}

// signed returns c, less than nothing for a credit note.
func (b *Bill) signed(c Cents) Cents {
	if b.Kind == BillCredit {
		return -c
	}
	return c
}

// Net is what the bill adds to the cost, VAT included: less than nothing for a credit note; ok is false until its amount is
// known.
func (b *Bill) Net() (c Cents, ok bool) {
	if b.Amount == nil || !readable(*b.Amount) {
		return 0, false
	}
	return b.signed(*b.Amount), true
}

// Counted is the part of the bill that the subsidy is computed on: all of it, unless the terms leave something out; ok is
// false until it is known.
func (d *Dossier) Counted(b *Bill) (c Cents, ok bool) {
	if !d.partlyEligible() {
		return b.Net()
	}
	if b.Eligible == nil || !readable(*b.Eligible) {
		return 0, false
	}
	return b.signed(*b.Eligible), true
}

// partlyEligible reports whether a bill is not subsidised as a whole: its VAT or the fee of the group is left out.
func (d *Dossier) partlyEligible() bool {
	return d.Terms.FeesIncluded == No || d.Terms.TaxBase == BaseWithoutTax && d.Group.VAT == VATFull
}

// Billed sums the bills, credit notes taken off; ok is false until one has its amount.
func (d *Dossier) Billed() (total Cents, ok bool) {
	for _, b := range d.FollowUp.Bills {
		if c, known := b.Net(); known {
			total, ok = total+c, true
		}
	}
	return total, ok
}

// An Account is the subsidy as the real cost justifies it, once the mission is over.
type Account struct {
	Billed   Cents // invoices less credit notes, VAT included
	Eligible Cents // what the subsidy is computed on
	Due      Cents // what that cost justifies, at most the subsidy agreed
	First    Cents // first payment, as received
	Balance  Cents // left to ask for; 0 when the first payment covers what is due
	Refund   Cents // to give back; 0 when it does not exceed what is due
	Left     Cents // reste à charge: all costs of the town less what is due
}

// Account settles the subsidy: V2 = min(rate × real cost, subsidy) − V1, never below 0; what is below is to be given back.
// ok is false until the mission is over, every bill has its amount and the first payment is known. (domain §5.3)
func (d *Dossier) Account() (a Account, ok bool) {
	f, agreed := d.Funding()
	first := d.FollowUp.First.Amount
	if !d.FollowUp.Stage.Over() || !agreed || len(d.FollowUp.Bills) == 0 || first == nil || !readable(*first) {
		return Account{}, false
	}
	for _, b := range d.FollowUp.Bills {
		billed, known := b.Net()
		counted, split := d.Counted(b)
		if !known || !split {
			return Account{}, false
		}
		a.Billed, a.Eligible = a.Billed+billed, a.Eligible+counted
	}
	if a.Billed < 0 || a.Eligible < 0 {
		return Account{}, false
	}
	if d.Terms.DuesIncluded == Yes {
		a.Eligible += f.Dues
	}
	a.First = *first
	a.Due = min(d.Terms.Rate.Of(a.Eligible), f.Subsidy)
	a.Balance, a.Refund = max(a.Due-a.First, 0), max(a.First-a.Due, 0)
	a.Left = a.Billed + f.Dues + f.Indirect - a.Due
	return a, true
}

package model

// A DossierState is how far a dossier has come, in the order of the road.
type DossierState int

// The states of a dossier.
const (
	DossierDrafting DossierState = iota
	DossierComplete
	DossierRunning
	DossierOver
)

// DossierStates lists them in order.
func DossierStates() []DossierState {
	return []DossierState{DossierDrafting, DossierComplete, DossierRunning, DossierOver}
}

// String says the state as people read it.
func (x DossierState) String() string {
	return [...]string{"En préparation", "Complet", "Mission en cours", "Mission terminée"}[x]
}

// ProgrammePlaces is how many towns the experiment may hold: « L’expérimentation pourra porter au maximum sur 60 villes »
// (presentation of September 2023).
const ProgrammePlaces = 60

// A Standing is what one follows of a dossier among many, as of a day.
type Standing struct {
	State     DossierState
	Next      Step // the next step that has a day; none when its ID is empty
	Due       Day  // its day
	Late      bool // it can no longer be done in time
	Delay     int  // by so many days; 0 when it is not late, or when nobody can say
	Blocking  int  // findings that block
	ToConfirm int  // findings to confirm, not decided

	Agreed Day // agreement in principle of the regional directorate: the town has a place; empty until then
	Place  int // its rank among the places; 0 when unknown

	Funded   bool // the three amounts are known
	Cost     Cents
	Subsidy  Cents
	Left     Cents // left to the town
	Received Cents // of the subsidy, so far
}

// StandingOf looks at d as of today.
func StandingOf(d *Dossier, today Day) Standing {
	out := Standing{Agreed: d.Backing.Agreement, Place: d.Backing.Places}
	done, asked := Completion(d)
	switch stage := d.FollowUp.Stage; {
	case stage.Over():
		out.State = DossierOver
	case stage.Begun():
		out.State = DossierRunning
	case done == asked:
		out.State = DossierComplete
	}
	for _, f := range Findings(d, today) {
		switch {
		case f.Severity == Blocking:
			out.Blocking++
		case f.Severity == Confirm && f.Decision.Reason == "":
			out.ToConfirm++
		}
	}
	out.deadline(d, today)
	if f, ok := d.Funding(); ok {
		out.Funded, out.Cost, out.Subsidy, out.Left = true, f.Total.Gross, f.Subsidy, f.Left
	}
	if d.FollowUp.Stage.Begun() {
		for _, r := range []Receipt{d.FollowUp.First, d.FollowUp.Second} {
			if r.Received != "" && r.Amount != nil {
				out.Received += *r.Amount
			}
		}
	}
	return out
}

// deadline finds the next step, and how late it is; none while nothing is answered.
func (x *Standing) deadline(d *Dossier, today Day) {
	if !d.begun() {
		return
	}
	for _, step := range d.Calendar(today) {
		due := step.Set
		if due == "" {
			due = step.Latest
		}
		if !step.Past && due != "" && (x.Due == "" || due < x.Due) {
			x.Next, x.Due = step, due
		}
	}
	x.Late = x.Due != "" && (x.Next.Late || x.Due < today)
	if x.Late {
		x.Delay = max(0, x.Due.DaysUntil(today), -x.Next.Slack)
	}
}

// A Portfolio counts and sums standings.
type Portfolio struct {
	Dossiers int
	States   [4]int // by DossierState
	Agreed   int    // places taken
	Late     int    // dossiers whose next step is late
	Worst    int    // the longest delay, in days
	Blocked  int    // dossiers with a finding that blocks
	Funded   int    // dossiers whose amounts are known, and are summed below

	Cost, Subsidy, Left, Received Cents
}

// Sum counts and sums what is given.
func Sum(all []Standing) (p Portfolio) {
	for _, x := range all {
		p.Dossiers++
		p.States[x.State]++
		p.Worst = max(p.Worst, x.Delay)
		p.Agreed += one(x.Agreed != "")
		p.Late += one(x.Late)
		p.Blocked += one(x.Blocking > 0)
		p.Funded += one(x.Funded)
		p.Cost, p.Subsidy, p.Left, p.Received = p.Cost+x.Cost, p.Subsidy+x.Subsidy, p.Left+x.Left, p.Received+x.Received
	}
	return p
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

package model

// Mission is the expert's work (part 4).
type Mission struct {
	Purpose    string       `json:"purpose"`
	Tasks      []*Task      `json:"tasks"`
	Milestones []*Milestone `json:"milestones"`
	Start      Day          `json:"start"` // prise de poste
	Months     int          `json:"months"`
	Exclusive  Answer       `json:"exclusive"` // strictly dedicated to the project
	Days       Hundredths   `json:"days"`      // days on site a week
	Pattern    string       `json:"pattern"`   // which days
	Place      string       `json:"place"`
	Leave      Hundredths   `json:"leave"` // days of leave a year, at half-time
}

// End returns the last day of the mission: the start plus its months, less one day, the start's day brought back to the
// end of a shorter month. Empty until start and duration are known. (domain §5.2, rule 4)
func (m *Mission) End() Day {
	if m.Months <= 0 {
		return ""
	}
	return m.Start.AddMonths(m.Months).AddDays(-1)
}

// daysAMonth is the capacity of a half-time expert: about nine days of work a month. (domain §1.7)
const daysAMonth = Hundredths(900)

// usualLeave is five weeks of two and a half days a year. (hypothèse à confirmer)
const usualLeave = Hundredths(12_50)

// Capacity returns the days of work that a half-time expert has over the mission; 0 until the duration is known.
func (m *Mission) Capacity() Hundredths { return daysAMonth * Hundredths(max(m.Months, 0)) }

// Workload returns the days of work of all the tasks.
func (m *Mission) Workload() Hundredths {
	var sum Hundredths
	for _, t := range m.Tasks {
		sum += t.Load
	}
	return sum
}

// MilestoneOf finds a milestone by its key; nil when there is none.
func (m *Mission) MilestoneOf(key string) *Milestone {
	for _, s := range m.Milestones {
		if s.Key == key {
			return s
		}
	}
	return nil
}

// A Task is one piece of the mission, from the catalogue or the town's own.
type Task struct {
	Row
	Catalogue   string     `json:"catalogue"` // "P1"; empty for the town's own
	Title       string     `json:"title"`
	Phase       Phase      `json:"phase"`
	Deliverable string     `json:"deliverable"`
	Sides       []Side     `json:"sides"` // volets
	First       int        `json:"first"` // month of the mission it begins in, from 1
	Last        int        `json:"last"`  // month of the mission it ends in
	Load        Hundredths `json:"load"`  // days of work
	Milestone   string     `json:"milestone"`
	Owner       string     `json:"owner"` // responsable
}

// Phase is one of the four stages of the catalogue.
type Phase string

// The phases, in order.
const (
	PhaseProgramme Phase = "programmation"
	PhaseDesign    Phase = "conception"
	PhaseWorks     Phase = "suivi"
	PhaseOperation Phase = "exploitation"
)

// Side is one of the three points of view of the maître d'ouvrage.
type Side string

// The sides (volets).
const (
	SideLegal     Side = "administratif"
	SideTechnical Side = "technique"
	SideFinancial Side = "financier"
)

// A Milestone is a moment at which the town validates the work. Tasks point to its key.
type Milestone struct {
	Row
	Name      string `json:"name"`
	Day       Day    `json:"day"`
	Phase     Phase  `json:"phase"`
	Validator string `json:"validator"` // who validates: "COPIL", "conseil municipal"
}

// Steering is the governance of the mission.
type Steering struct {
	Referent       Identity  `json:"referent"` // interlocutor of the expert in the town
	ReferentEmail  string    `json:"referentEmail"`
	Service        string    `json:"service"` // service de rattachement
	TechnicalEvery Frequency `json:"technicalEvery"`
	SteeringEvery  Frequency `json:"steeringEvery"`
	Members        string    `json:"members"`
	Reporting      string    `json:"reporting"`
	Indicators     string    `json:"indicators"`
}

// Frequency is how often a committee meets.
type Frequency string

// The frequencies.
const (
	EveryFortnight Frequency = "quinzaine"
	EveryMonth     Frequency = "mois"
	EveryTwoMonths Frequency = "deux-mois"
	EveryQuarter   Frequency = "trimestre"
	EveryHalfYear  Frequency = "semestre"
)

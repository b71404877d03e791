package model

// Job is the fiche de poste (part 5).
type Job struct {
	Title        string      `json:"title"`
	Supervisor   string      `json:"supervisor"` // functional lead in the town
	Equivalence  string      `json:"equivalence"`
	Purpose      string      `json:"purpose"`   // main mission in three lines
	Relations    string      `json:"relations"` // inside and outside the town
	Activities   []*Activity `json:"activities"`
	Knowledge    string      `json:"knowledge"` // savoirs, one a line
	Skills       string      `json:"skills"`    // savoir-faire, one a line
	Manners      string      `json:"manners"`   // savoir-être, one a line
	Training     []Training  `json:"training"`
	TrainingMore string      `json:"trainingMore"`
	YearsMin     int         `json:"yearsMin"`
	YearsMax     int         `json:"yearsMax"`
	YearsReason  string      `json:"yearsReason"`
	Similar      string      `json:"similar"` // former posts looked for
	Remote       string      `json:"remote"`
	Travel       string      `json:"travel"`
	Evenings     Answer      `json:"evenings"`
	Equipment    string      `json:"equipment"`
	Limits       string      `json:"limits"` // what the expert does not do
	SalaryMin    Cents       `json:"salaryMin"`
	SalaryMax    Cents       `json:"salaryMax"`
	Benefits     string      `json:"benefits"`
	Evaluation   string      `json:"evaluation"`
	Pieces       string      `json:"pieces"`
	Deadline     Day         `json:"deadline"`
	ApplyTo      string      `json:"applyTo"`
	Version      Day         `json:"version"` // day the profile was settled
	Settled      Settled     `json:"settled"` // the mission of that day
}

// An Activity is one line of the job, usually drawn from a task of the mission.
type Activity struct {
	Row
	Task  string `json:"task"` // key of the task it comes from; empty for the town's own
	Phase Phase  `json:"phase"`
	Title string `json:"title"`
}

// Training is a kind of diploma the presentation looks for.
type Training string

// The kinds of training.
const (
	TrainingEngineer  Training = "ingenieur"
	TrainingArchitect Training = "architecture"
	TrainingPlanner   Training = "urbanisme"
	TrainingOther     Training = "autre-bac5"
)

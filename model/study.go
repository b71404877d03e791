package model

// Study is the mission d'AMO that qualifies the project (part 3).
type Study struct {
	Provider     string       `json:"provider"` // firm or service that leads it
	Lead         string       `json:"lead"`     // name of its lead
	OrderRef     string       `json:"orderRef"` // lettre de commande
	OrderDay     Day          `json:"orderDay"`
	ReportDay    Day          `json:"reportDay"`
	VisitDay     Day          `json:"visitDay"`
	Visitors     string       `json:"visitors"`
	VisitNotes   string       `json:"visitNotes"`
	Interviews   []*Interview `json:"interviews"`
	Files        []*StudyFile `json:"files"`
	Assembly     Progress     `json:"assembly"`     // montage
	Partnerships Progress     `json:"partnerships"` // partenariats
	Procedures   Progress     `json:"procedures"`   // étapes administratives
	Land         string       `json:"land"`         // foncier
	Stakes       string       `json:"stakes"`
	Risks        []*Risk      `json:"risks"`
	Exchange     Day          `json:"exchange"` // meeting of the town and the direction régionale
	Attendees    string       `json:"attendees"`
	Conclusions  string       `json:"conclusions"`
	TownAgrees   Answer       `json:"townAgrees"`
	OfficeAgrees Answer       `json:"officeAgrees"`
	Opinion      Opinion      `json:"opinion"`
	Reserves     string       `json:"reserves"`
}

// An Interview is one talk of the AMO with a person of the town.
type Interview struct {
	Row
	Name   string `json:"name"`
	Role   string `json:"role"`
	Day    Day    `json:"day"`
	Topics string `json:"topics"`
}

// A StudyFile is one document the AMO read.
type StudyFile struct {
	Row
	Title string `json:"title"`
	By    string `json:"by"`
	Year  int    `json:"year"`
	Notes string `json:"notes"`
}

// Progress is how far one side of the project has come.
type Progress struct {
	Level Level  `json:"level"`
	State string `json:"state"`
}

// Level rates an advancement.
type Level string

// The levels of advancement.
const (
	LevelNone   Level = "a-engager"
	LevelBegun  Level = "engage"
	LevelFar    Level = "avance"
	LevelSecure Level = "acquis"
)

// A Risk is what may go wrong and the answer to it.
type Risk struct {
	Row
	Title    string `json:"title"`
	Weight   Weight `json:"weight"`
	Response string `json:"response"`
}

// Weight rates a risk.
type Weight string

// The weights of a risk.
const (
	WeightLow    Weight = "faible"
	WeightMedium Weight = "moyen"
	WeightHigh   Weight = "fort"
)

// Opinion is what the AMO concludes.
type Opinion string

// The opinions.
const (
	OpinionGood     Opinion = "favorable"
	OpinionReserves Opinion = "reserves"
	OpinionBad      Opinion = "defavorable"
)

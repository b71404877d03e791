package model

// Project is the urban project that the expert will run (part 2): one project, on one or several sites.
type Project struct {
	Title      string        `json:"title"`
	Summary    string        `json:"summary"`
	Kinds      []ProjectKind `json:"kinds"`
	Complexity string        `json:"complexity"` // why the project is complex
	Sites      []*Site       `json:"sites"`
	Size       string        `json:"size"`    // size and nature of the operation, in words
	Budget     Cents         `json:"budget"`  // forecast cost of the project, TTC or HT as said in Size
	Actors     []*Actor      `json:"actors"`  // parties prenantes
	Outside    string        `json:"outside"` // what the mission leaves out
}

// ProjectKind is one of the complex projects the presentation shows.
type ProjectKind string

// The kinds of complex project.
const (
	KindOldBlock   ProjectKind = "ilot-ancien"
	KindWasteland  ProjectKind = "friche"
	KindStation    ProjectKind = "quartier-gare"
	KindTownGate   ProjectKind = "entree-ville"
	KindOtherKnots ProjectKind = "autre"
)

// A Site is one place of the project.
type Site struct {
	Row
	Name    string     `json:"name"`
	Address string     `json:"address"`
	Parcels string     `json:"parcels"`
	Area    Hundredths `json:"area"` // m²
}

// An Actor is a party to the project besides the town.
type Actor struct {
	Row
	Kind ActorKind `json:"kind"`
	Name string    `json:"name"`
	Role string    `json:"role"`
}

// ActorKind sorts the parties to the project.
type ActorKind string

// The kinds of party.
const (
	ActorEPL       ActorKind = "epl"
	ActorPromoter  ActorKind = "promoteur"
	ActorState     ActorKind = "administration"
	ActorCompany   ActorKind = "entreprise"
	ActorOtherKind ActorKind = "autre"
)

// Cases are the four ways for a town to be eligible; one is enough.
type Cases struct {
	Building      Answer       `json:"building"` // complex building or large site to convert
	BuildingKind  BuildingKind `json:"buildingKind"`
	BuildingName  string       `json:"buildingName"`
	BuildingArea  Hundredths   `json:"buildingArea"` // m²
	Laureate      Answer       `json:"laureate"`     // AMI Réinventons nos Cœurs de Ville
	CallDay       Day          `json:"callDay"`      // launch of the appel à projets
	Fund          Answer       `json:"fund"`         // fonds friches
	FundReference string       `json:"fundReference"`
	FundDay       Day          `json:"fundDay"`
	Priority      Answer       `json:"priority"` // aménagement operation or ACV 2 priority site
	PriorityKind  ProjectKind  `json:"priorityKind"`
	PriorityName  string       `json:"priorityName"`
}

// BuildingKind is what the building or the large site was.
type BuildingKind string

// The kinds of building the presentation names.
const (
	BuildingPrison   BuildingKind = "penitencier"
	BuildingHospital BuildingKind = "hopital"
	BuildingFactory  BuildingKind = "manufacture"
	BuildingBarracks BuildingKind = "caserne"
	BuildingPassage  BuildingKind = "passage"
	BuildingConvent  BuildingKind = "congregation"
	BuildingOther    BuildingKind = "autre"
)

// Exclusions are what the scheme does not pay for.
type Exclusions struct {
	PublicSpace   Extent `json:"publicSpace"` // requalification of public space
	Equipment     Extent `json:"equipment"`   // ordinary public equipment
	Justification string `json:"justification"`
	ORI           Answer `json:"ori"`
	DUP           Answer `json:"dup"`
	OPAH          Answer `json:"opah"`        // an OPAH-RU is under way
	OPAHSplit     string `json:"opahSplit"`   // who does what
	Programme     Answer `json:"programme"`   // tasks of the chef de projet ACV
	SamePerson    Answer `json:"samePerson"`  // the expert would also be chef de projet ACV
	TownEmploys   Answer `json:"townEmploys"` // the town would employ the expert itself
}

// Extent says how much of the project something makes up.
type Extent string

// The extents.
const (
	ExtentNone Extent = "aucune"
	ExtentPart Extent = "partie"
	ExtentMain Extent = "dominante"
	ExtentOnly Extent = "totalite"
)

// Backing is the portage politique.
type Backing struct {
	Letter     Answer `json:"letter"` // the mayor's letter of commitment is signed
	LetterDay  Day    `json:"letterDay"`
	Sponsor    string `json:"sponsor"`    // élu référent, name
	SponsorFor string `json:"sponsorFor"` // delegation: "adjointe à l’urbanisme"
	Priority   string `json:"priority"`   // why the project is a priority of the mandate
	Agreement  Day    `json:"agreement"`  // accord de principe of the direction régionale
	Places     int    `json:"places"`     // place among the 60 towns, when known
}

// Delivery is how the town carries out the project.
type Delivery struct {
	Mode     DeliveryMode `json:"mode"`
	Operator string       `json:"operator"` // the EPL, or the one considered
	Form     OperatorForm `json:"form"`
	Detail   string       `json:"detail"`
}

// DeliveryMode is régie, mandat, concession or not chosen yet.
type DeliveryMode string

// The modes of delivery.
const (
	ModeDirect     DeliveryMode = "regie"
	ModeMandate    DeliveryMode = "mandat"
	ModeConcession DeliveryMode = "concession"
	ModeOpen       DeliveryMode = "a-definir"
)

// OperatorForm is the legal form of an entreprise publique locale.
type OperatorForm string

// The forms of EPL.
const (
	FormSEM  OperatorForm = "sem"
	FormSPL  OperatorForm = "spl"
	FormSPLA OperatorForm = "spla"
	FormElse OperatorForm = "autre"
)

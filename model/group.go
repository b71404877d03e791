package model

// Group is the groupement d'employeurs (part 6).
type Group struct {
	Name            string    `json:"name"`
	Form            GroupForm `json:"form"`
	RNA             string    `json:"rna"`
	SIRET           string    `json:"siret"`
	APE             string    `json:"ape"`
	Address         string    `json:"address"`
	President       Identity  `json:"president"`
	PresidentBasis  string    `json:"presidentBasis"` // article of the statutes or decision of the board
	LabourAgreement string    `json:"labourAgreement"`
	Declared        Day       `json:"declared"` // declaration to the DREETS
	Statutes        Day       `json:"statutes"`
	Bylaws          Day       `json:"bylaws"`   // règlement intérieur
	Received        Answer    `json:"received"` // statutes and by-laws were given to the town
	Liability       string    `json:"liability"`
	Members         int       `json:"members"`
	PublicMembers   int       `json:"publicMembers"`
	VAT             VATRegime `json:"vat"`
	Insurance       string    `json:"insurance"` // insurer and policy
	IBAN            string    `json:"iban"`
	Care            string    `json:"care"` // how the group accompanies the expert
}

// GroupForm is the legal form of the group.
type GroupForm string

// The forms of C. trav. L1253-2.
const (
	GroupAssociation GroupForm = "association-1901"
	GroupCooperative GroupForm = "cooperative"
	GroupLocalLaw    GroupForm = "droit-local"
)

// VATRegime is how the group invoices VAT.
type VATRegime string

// The VAT regimes.
const (
	VATFull      VATRegime = "assujetti"
	VATExempt    VATRegime = "exonere-261b"
	VATFranchise VATRegime = "franchise-293b"
)

// Expert is the expert opérationnel, once found.
type Expert struct {
	Recruiter    Recruiter  `json:"recruiter"`
	Found        Answer     `json:"found"`
	Civility     Civility   `json:"civility"`
	FirstName    string     `json:"firstName"`
	LastName     string     `json:"lastName"`
	Grade        string     `json:"grade"` // qualification of the contract
	Training     []Training `json:"training"`
	Diploma      string     `json:"diploma"`
	Years        int        `json:"years"`
	YearsReason  string     `json:"yearsReason"`
	FormerPost   string     `json:"formerPost"`
	Operations   Answer     `json:"operations"` // former post as responsable d'opérations
	FormerSector Sector     `json:"formerSector"`
	Contract     Contract   `json:"contract"`
	Share        *Rate      `json:"share"`       // share of a full-time week in the contract
	PublicShare  *Rate      `json:"publicShare"` // share of the contract worked for collectivités, per calendar year
	Consent      Day        `json:"consent"`     // written agreement
	Interests    Day        `json:"interests"`   // declaration of interests
	Specialised  string     `json:"specialised"` // why the qualification is specialised (CGFP R334-1)
}

// Recruiter is who recruits the expert.
type Recruiter string

// The recruiters.
const (
	RecruiterGroup Recruiter = "groupement"
	RecruiterTown  Recruiter = "collectivite"
)

// Sector is where the expert worked before.
type Sector string

// The sectors.
const (
	SectorPrivate Sector = "prive"
	SectorPublic  Sector = "public"
	SectorBoth    Sector = "mixte"
)

// Contract is the kind of employment contract with the group.
type Contract string

// The contracts.
const (
	ContractOpen  Contract = "cdi"
	ContractFixed Contract = "cdd"
)

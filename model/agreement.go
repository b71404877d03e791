package model

// Prior is what comes before the conventions (part 7).
type Prior struct {
	StaffDay     Day         `json:"staffDay"` // information of the CST
	StaffNote    string      `json:"staffNote"`
	Budget       Answer      `json:"budget"` // credits entered, expense and revenue
	BudgetDay    Day         `json:"budgetDay"`
	ExpenseLine  string      `json:"expenseLine"` // M57 account of the expense
	RevenueLine  string      `json:"revenueLine"`
	Procurement  Procurement `json:"procurement"`
	ProcureDay   Day         `json:"procureDay"` // note on public procurement
	Withdrawal   Answer      `json:"withdrawal"` // an elected member must withdraw
	WithdrawNote string      `json:"withdrawNote"`
}

// Procurement is the analysis kept under public procurement law (domain §2.4).
type Procurement string

// The three analyses.
const (
	ProcureMutual   Procurement = "mutualisation"
	ProcureInHouse  Procurement = "quasi-regie"
	ProcureContract Procurement = "marche"
)

// Council is the council's votes.
type Council struct {
	Joining Act      `json:"joining"` // first membership of the group
	Signing Act      `json:"signing"` // both conventions
	Same    Answer   `json:"same"`    // one délibération covers both: Signing
	Chair   Identity `json:"chair"`
	Clerk   Identity `json:"clerk"` // secrétaire de séance
}

// JoiningAct returns the délibération that decides the membership: that of the conventions when one covers both.
func (c *Council) JoiningAct() *Act {
	if c.Same == Yes {
		return &c.Signing
	}
	return &c.Joining
}

// An Act is one délibération.
type Act struct {
	Number    string  `json:"number"`
	Convened  Day     `json:"convened"`
	Day       Day     `json:"day"`
	Sent      Day     `json:"sent"`      // transmission to the représentant de l'État
	Published Day     `json:"published"` // publication
	Session   Session `json:"session"`
}

// A Session is how the council sat and voted on one act.
type Session struct {
	Hour        string `json:"hour"`
	Place       string `json:"place"`
	Reporter    string `json:"reporter"`
	Sitting     int    `json:"sitting"` // members in office
	Present     int    `json:"present"`
	Represented int    `json:"represented"` // who gave a proxy
	Unanimous   Answer `json:"unanimous"`   // among the votes cast
	For         int    `json:"for"`
	Against     int    `json:"against"`
	Abstained   int    `json:"abstained"`
	Apart       int    `json:"apart"` // ne prend pas part au vote
}

// Support is the convention de soutien with the Caisse des dépôts.
type Support struct {
	Number      string `json:"number"`
	Beneficiary Party  `json:"beneficiary"`
	Decision    string `json:"decision"` // engagement decision of the bank, reference
	DecisionDay Day    `json:"decisionDay"`
	Signed      Day    `json:"signed"` // planned or actual
	Place       string `json:"place"`
	NoticeDays  int    `json:"noticeDays"` // mise en demeure
	SecretYears int    `json:"secretYears"`
	MidReport   Day    `json:"midReport"` // in itinere evaluation
	Visibility  string `json:"visibility"`
}

// Party is who a role falls to.
type Party string

// The parties of a role.
const (
	PartyTown  Party = "commune"
	PartyEPCI  Party = "epci"
	PartyOther Party = "autre"
)

// Secondment is the convention de mise à disposition with the group.
type Secondment struct {
	Number       string `json:"number"`
	User         Party  `json:"user"`
	Signed       Day    `json:"signed"`
	Place        string `json:"place"`
	TrialMonths  int    `json:"trialMonths"`
	NoticeMonths int    `json:"noticeMonths"`
	ReplaceDays  int    `json:"replaceDays"`
	Insurance    string `json:"insurance"` // the town's
	Leave        string `json:"leave"`     // congés et absences
	Expenses     string `json:"expenses"`  // déplacements
}

// Membership is the membership of the group.
type Membership struct {
	Member     Party  `json:"member"`
	Number     string `json:"number"`
	Form       Day    `json:"form"`     // bulletin
	Accepted   Day    `json:"accepted"` // takes effect
	College    string `json:"college"`
	Delegate   string `json:"delegate"` // représentant titulaire
	Substitute string `json:"substitute"`
	Headcount  int    `json:"headcount"` // agents of the town
	Needs      string `json:"needs"`
}

// Clauses are the particular clauses added to the papers.
type Clauses struct {
	List []*Clause `json:"list"`
}

// A Clause is one particular clause: added to a paper, or in the place of an article of its standard text.
type Clause struct {
	Row
	Paper   Paper      `json:"paper"`
	Deed    ClauseDeed `json:"deed,omitempty"`
	Article ArticleKey `json:"article,omitempty"` // replaced or left out; empty for a clause that is added
	Title   string     `json:"title"`
	Text    string     `json:"text"` // its variables stand as {question ID}
}

// ClauseDeed is what a particular clause does to the standard text.
type ClauseDeed string

// The deeds of a clause; unanswered, it is added.
const (
	ClauseAdded    ClauseDeed = "ajouter"
	ClauseReplaces ClauseDeed = "remplacer"
	ClauseRemoves  ClauseDeed = "supprimer"
)

// Departs reports whether c replaces or leaves out an article of the standard text.
func (c *Clause) Departs() bool { return c.Deed == ClauseReplaces || c.Deed == ClauseRemoves }

// Paper is the identifier of a paper the program writes.
type Paper string

// The papers, in the order of the road.
const (
	PaperEligibility  Paper = "note-eligibilite"
	PaperBacking      Paper = "lettre-portage"
	PaperStudy        Paper = "rapport-amo"
	PaperRoadmap      Paper = "feuille-de-route"
	PaperJob          Paper = "fiche-de-poste"
	PaperDeliberation Paper = "deliberation"
	PaperMembership   Paper = "bulletin-adhesion"
	PaperSupport      Paper = "convention-soutien"
	PaperSecondment   Paper = "convention-mise-a-disposition"
	PaperFirstClaim   Paper = "demande-versement-1"
	PaperService      Paper = "attestation-service-fait"
	PaperMidterm      Paper = "evaluation-mi-parcours"
	PaperFinal        Paper = "bilan-final"
	PaperSecondClaim  Paper = "demande-versement-2"
	PaperCalculation  Paper = "note-de-calcul"
	PaperRecap        Paper = "recapitulatif"
)

// Signing is the order and the way of signing.
type Signing struct {
	Mode     SigningMode `json:"mode"`
	Copies   int         `json:"copies"`
	Initials Answer      `json:"initials"`           // paraphe on every page, by hand
	Paraphes Answer      `json:"paraphes,omitempty"` // a field to paraphe on every page, with a certificate; none unless yes
	Tag      string      `json:"tag,omitempty"`      // printed in each block to sign, for a parapheur that looks for it
	Order    []*Signer   `json:"order"`
}

// SigningMode is by hand or electronic.
type SigningMode string

// The modes of signing.
const (
	SigningByHand     SigningMode = "manuscrit"
	SigningElectronic SigningMode = "electronique"
)

// A Signer is one step of the circuit.
type Signer struct {
	Row
	Who  string     `json:"who"`
	Role SignerRole `json:"role"`
}

// SignerRole is what a step of the circuit does.
type SignerRole string

// The roles in the circuit.
const (
	SignerVisa    SignerRole = "vise"
	SignerSigns   SignerRole = "signe"
	SignerCounter SignerRole = "contresigne"
)

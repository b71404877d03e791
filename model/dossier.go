// Package model holds a dossier, the questions that fill it and the rules it must obey. It imports nothing but the
// standard library, and knows neither screen, nor disk, nor paper.
//
// A newcomer needs two names: Dossier, the typed answers, and Form, which binds a question to each of them.
package model

// A Dossier is everything known about one town's request for an appui technique. Its JSON names are saved in files: they
// never change their meaning.
type Dossier struct {
	ID        string `json:"id"`                 // made once, never shown
	Reference string `json:"reference"`          // "2026-003", read on screen and on paper
	Specimen  bool   `json:"specimen,omitempty"` // a demonstration: real places, invented people and amounts
	Changed   Day    `json:"changed"`            // day of the last change, printed on drafts

	Town        Town        `json:"town"`
	Contacts    Contacts    `json:"contacts"`
	Signatories Signatories `json:"signatories"`
	Project     Project     `json:"project"`
	Cases       Cases       `json:"cases"`
	Exclusions  Exclusions  `json:"exclusions"`
	Backing     Backing     `json:"backing"`
	Delivery    Delivery    `json:"delivery"`
	Study       Study       `json:"study"`
	Mission     Mission     `json:"mission"`
	Steering    Steering    `json:"steering"`
	Planning    Planning    `json:"planning"`
	Job         Job         `json:"job"`
	Group       Group       `json:"group"`
	Expert      Expert      `json:"expert"`
	Cost        Cost        `json:"cost"`
	Payment     Payment     `json:"payment"`
	Terms       Terms       `json:"terms"`
	Prior       Prior       `json:"prior"`
	Council     Council     `json:"council"`
	Support     Support     `json:"support"`
	Secondment  Secondment  `json:"secondment"`
	Membership  Membership  `json:"membership"`
	Clauses     Clauses     `json:"clauses"`
	Signing     Signing     `json:"signing"`
	FollowUp    FollowUp    `json:"followUp"`

	Marks Marks `json:"marks"`

	Pictures []Picture `json:"-"` // what illustrates its papers; nil unless who composes them put it there
}

// New returns a dossier with the defaults that the scheme or the usage give, each marked as such. id names it for ever.
func New(id, reference string, today Day) *Dossier {
	d := &Dossier{ID: id, Reference: reference, Changed: today}
	setDefaults(d)
	return d
}

// Civility is how a person is addressed.
type Civility string

// The civilities.
const (
	Madam Civility = "mme"
	Sir   Civility = "m"
)

// Identity names a person who signs or answers for something.
type Identity struct {
	Civility  Civility `json:"civility"`
	FirstName string   `json:"firstName"`
	LastName  string   `json:"lastName"`
	Quality   string   `json:"quality"` // function as printed under the name: "maire", "directrice régionale"
}

// Town is the commune that asks for support (part 1).
type Town struct {
	Code         string    `json:"code"` // INSEE
	Name         string    `json:"name"`
	Kind         OwnerKind `json:"kind"`
	Department   string    `json:"department"` // name: "Puy-de-Dôme"
	Region       string    `json:"region"`     // name
	SIREN        string    `json:"siren"`
	SIRET        string    `json:"siret"`
	Population   int       `json:"population"`
	EPCI         string    `json:"epci"`
	EPCISIREN    string    `json:"epciSiren"`
	Address      string    `json:"address"` // of the town hall, on one line
	ACV          Answer    `json:"acv"`     // in the list of the programme
	ACVProof     string    `json:"acvProof"`
	ACVAgreement Day       `json:"acvAgreement"` // framework convention
	ORTAmendment Day       `json:"ortAmendment"` // amendment ACV 2 or ORT
	Office       string    `json:"office"`       // direction régionale of the Banque des Territoires
	Court        string    `json:"court"`        // seat of the tribunal administratif: "Clermont-Ferrand"
	Accountant   string    `json:"accountant"`   // comptable assignataire
	ChorusCode   string    `json:"chorusCode"`
}

// OwnerKind is the kind of public body that asks.
type OwnerKind string

// The kinds of beneficiary.
const (
	OwnerTown OwnerKind = "commune"
	OwnerEPCI OwnerKind = "epci"
)

// Contacts are the people met along the dossier.
type Contacts struct {
	People       []*Contact `json:"people"`
	OfficeName   string     `json:"officeName"` // interlocuteur at the direction régionale
	OfficeEmail  string     `json:"officeEmail"`
	DataOfficer  string     `json:"dataOfficer"` // délégué à la protection des données, contact
	PressContact string     `json:"pressContact"`
}

// A Contact is one person of the town, of its EPCI or of a partner.
type Contact struct {
	Row
	Role      ContactRole `json:"role"`
	Civility  Civility    `json:"civility"`
	FirstName string      `json:"firstName"`
	LastName  string      `json:"lastName"`
	Phone     string      `json:"phone"`
	Email     string      `json:"email"`
}

// ContactRole is what a contact is in charge of.
type ContactRole string

// The roles of the contacts.
const (
	RoleDGS     ContactRole = "dgs"
	RoleWorks   ContactRole = "dst"
	RoleManager ContactRole = "chef-projet-acv"
	RoleFinance ContactRole = "finances"
	RoleOther   ContactRole = "autre"
)

// Signatories are who signs for the town and for the Caisse des dépôts; the group's president is in Group.
type Signatories struct {
	Mayor           Identity `json:"mayor"`
	Delegated       Answer   `json:"delegated"` // someone else signs for the mayor
	Delegate        Identity `json:"delegate"`
	DelegationOrder string   `json:"delegationOrder"` // number of the arrêté de délégation
	DelegationDay   Day      `json:"delegationDay"`
	CouncilSince    Day      `json:"councilSince"` // installation of the sitting council
	Bank            Identity `json:"bank"`
	BankAddress     string   `json:"bankAddress"`    // of the direction régionale
	BankDelegation  Day      `json:"bankDelegation"` // arrêté de délégation de signature
}

// Signer returns who signs for the town: the delegate where there is one, else the mayor.
func (s *Signatories) Signer() *Identity {
	if s.Delegated == Yes {
		return &s.Delegate
	}
	return &s.Mayor
}

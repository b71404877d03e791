package model

import "strings"

// A Signatory is who signs one paper, or puts a visa on it, as the answers of the dossier say.
type Signatory struct {
	Key          string // names its box and its signature field: "maire", "cdc", "groupement"
	Organisation string // « Riom », « Caisse des dépôts et consignations »
	Civility     Civility
	Name         string // first name and last name; empty until they are known
	Quality      string
	Basis        LegalBasis
	Role         SignerRole
	Order        int // from 1
	Mode         SigningMode

	remedy string
	wants  []any // pointers to the answers that make the basis
}

// A LegalBasis is what empowers a signatory.
type LegalBasis struct {
	Kind   BasisKind // empty: none is needed
	Number string    // of the act; where it has none, what names it
	Day    Day       // empty for an article of the statutes
}

// BasisKind is the kind of act that empowers.
type BasisKind string

// The kinds of legal basis.
const (
	BasisVote       BasisKind = "deliberation"
	BasisDelegation BasisKind = "delegation"
	BasisStatutes   BasisKind = "statuts"
	BasisConsent    BasisKind = "accord"
)

// SignatoriesOf lists who signs a paper, in order; nil for one that nobody signs. The names agree with the boxes that
// the paper prints.
func SignatoriesOf(d *Dossier, paper Paper) []Signatory {
	var list []Signatory
	switch paper {
	case PaperSupport:
		list = []Signatory{d.townSigner(&d.Council.Signing), d.bankSigner()}
	case PaperSecondment:
		list = []Signatory{d.groupSigner(), d.townSigner(&d.Council.Signing), d.expertVisa()}
	case PaperMembership:
		list = []Signatory{d.townSigner(d.Council.JoiningAct()), d.groupSigner()}
	case PaperRoadmap:
		list = []Signatory{d.townSigner(nil), d.bankSigner()}
	case PaperJob:
		list = []Signatory{d.townSigner(nil), d.groupSigner()}
	case PaperFirstClaim, PaperService:
		list = []Signatory{d.townSigner(&d.Council.Signing)}
	case PaperSecondClaim:
		visa := Signatory{Key: "comptable", Organisation: "Comptable assignataire", Name: d.Town.Accountant, Role: SignerVisa}
		list = []Signatory{d.townSigner(&d.Council.Signing), visa}
	case PaperMidterm, PaperFinal:
		list = []Signatory{d.townSigner(nil)}
	case PaperBacking:
		list = []Signatory{d.mayorSigner()}
	case PaperDeliberation:
		list = []Signatory{d.mayorSigner(), signatory("secretaire", d.body(), &d.Council.Clerk)}
	case PaperStudy:
		list = []Signatory{{Key: "amo", Organisation: d.Study.Provider, Name: d.Study.Lead, Role: SignerSigns}}
	}
	for i := range list {
		list[i].Order, list[i].Mode = i+1, d.Signing.Mode
	}
	return list
}

// body names the body that asks.
func (d *Dossier) body() string {
	if d.Town.Kind == OwnerEPCI {
		return d.Town.EPCI
	}
	return d.Town.Name
}

func signatory(key, organisation string, who *Identity) Signatory {
	return Signatory{Key: key, Organisation: organisation, Civility: who.Civility, Quality: who.Quality, Role: SignerSigns,
		Name: strings.TrimSpace(who.FirstName + " " + who.LastName)}
}

func (d *Dossier) mayorSigner() Signatory { return signatory("maire", d.body(), &d.Signatories.Mayor) }

// townSigner signs for the town: by the vote, unless it is nil, and by the delegation where there is one.
func (d *Dossier) townSigner(act *Act) Signatory {
	s := &d.Signatories
	out := signatory("maire", d.body(), s.Signer())
	if act != nil {
		out.Basis = LegalBasis{BasisVote, act.Number, act.Day}
		out.wants = []any{&act.Number, &act.Day}
		out.remedy = "Indiquez le numéro et la date de la délibération qui autorise la signature."
	}
	if s.Delegated == Yes {
		out.Basis = LegalBasis{BasisDelegation, s.DelegationOrder, s.DelegationDay}
		out.wants = append(out.wants, &s.DelegationOrder, &s.DelegationDay)
		out.remedy = "Indiquez le numéro et la date de la délibération et de l’arrêté de délégation."
	}
	return out
}

func (d *Dossier) bankSigner() Signatory {
	s := &d.Signatories
	out := signatory("cdc", "Caisse des dépôts et consignations", &s.Bank)
	out.Basis = LegalBasis{Kind: BasisDelegation, Day: s.BankDelegation}
	out.wants = []any{&s.BankDelegation}
	out.remedy = "Demandez à la Direction régionale la date de l’arrêté de délégation de signature."
	return out
}

func (d *Dossier) groupSigner() Signatory {
	g := &d.Group
	out := signatory("groupement", g.Name, &g.President)
	out.Basis = LegalBasis{Kind: BasisStatutes, Number: g.PresidentBasis}
	out.wants = []any{&g.PresidentBasis}
	out.remedy = "Demandez au groupement l’article des statuts ou la décision qui habilite son signataire."
	return out
}

// expertVisa is a written consent: nothing has to empower it.
func (d *Dossier) expertVisa() Signatory {
	e := &d.Expert
	return Signatory{Key: "expert", Organisation: d.Group.Name, Civility: e.Civility, Quality: e.Grade, Role: SignerVisa,
		Name: strings.TrimSpace(e.FirstName + " " + e.LastName), Basis: LegalBasis{Kind: BasisConsent, Day: e.Consent}}
}

// basisLaw is the usage that asks for the power of whoever signs a convention.
const basisLaw = "usage des conventions : chaque signataire est désigné par l’acte qui l’habilite"

// Unempowered lists what each signatory of a convention, or of the membership, lacks of its legal basis, with the remedy:
// such a paper is not to be frozen.
func Unempowered(d *Dossier, paper Paper) []Finding {
	switch paper {
	case PaperSupport, PaperSecondment, PaperMembership:
	default:
		return nil
	}
	var out []Finding
	fields := Index(Form(d))
	for _, s := range SignatoriesOf(d, paper) {
		for _, at := range s.wants {
			if firstEmpty(at) == nil {
				continue
			}
			f := fields[at]
			out = append(out, Finding{Severity: Blocking, Field: f.ID, Source: assumed(basisLaw).String(), Papers: []Paper{paper},
				Message: "L’habilitation du signataire pour « " + called(s.Organisation) + " » est incomplète (" + f.Label + "). " + s.remedy})
		}
	}
	return out
}

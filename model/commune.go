package model

// A Commune is what the reference tables of 2026 know of a commune. An empty or zero value is unknown.
type Commune struct {
	Code           string // INSEE, five characters: "2B033"
	Name           string
	DepartmentCode string // "2B", "971"
	Department     string
	Region         string
	SIREN          string
	PostalCodes    []string
	Population     int
	EPCI           string // in full: "Communauté d’agglomération de Bastia"; empty for a few islands
	EPCISIREN      string

	ACV          bool   // in one of the lists of the programme
	ACVTerritory string // territory of the programme the commune belongs to
	ACVAgreement Day    // framework convention
	InLatestList bool   // in the list of April 2025, not only in the one of September 2024
	TownGate     bool   // « entrée de ville »

	Office string // direction régionale of the Banque des Territoires
	Court  string // seat of the tribunal administratif
}

// acvLeft is the proof written for a commune that the latest list of the programme no longer names.
const acvLeft = "Présente dans la liste de septembre 2024, absente de celle d’avril 2025 : à confirmer avec la " +
	"Direction régionale."

// Fill answers what c says of the town, and marks each of those answers « référentiel 2026 ». What a person typed, forced
// or imported is kept, what an earlier Fill wrote is replaced, by nothing when c does not know it: so another commune
// leaves no trace of the former one.
func (d *Dossier) Fill(c Commune) {
	t, asked := &d.Town, Index(Form(d))
	t.Code = c.Code
	d.Marks.typed(asked[&t.Code].ID, c.Code, nil)
	fill(d, asked, &t.Name, c.Name)
	fill(d, asked, &t.Kind, OwnerTown)
	fill(d, asked, &t.Department, c.Department)
	fill(d, asked, &t.Region, c.Region)
	fill(d, asked, &t.SIREN, c.SIREN)
	fill(d, asked, &t.Population, c.Population)
	fill(d, asked, &t.EPCI, c.EPCI)
	fill(d, asked, &t.EPCISIREN, c.EPCISIREN)
	fill(d, asked, &t.Office, c.Office)
	fill(d, asked, &t.Court, c.Court)
	listed, proof := No, ""
	if c.InLatestList {
		listed = Yes
	} else if c.ACV {
		proof = acvLeft
	}
	fill(d, asked, &t.ACV, listed)
	fill(d, asked, &t.ACVProof, proof)
	fill(d, asked, &t.ACVAgreement, c.ACVAgreement)
}

// fill writes v to *p, an answer of d, unless a person gave another.
func fill[T comparable](d *Dossier, asked map[any]Field, p *T, v T) {
	f := asked[p]
	if f.givenByHand() {
		return
	}
	*p = v
	delete(d.Marks.Origins, f.ID)
	var none T
	if v != none && f.ID != "" {
		d.Marks.Mark(f.ID, OriginReference)
	}
}

// givenByHand reports whether a person gave the answer of f: typed, even unreadable, forced over a computed value, or
// imported from their own table.
func (f Field) givenByHand() bool {
	if f.at == nil {
		return false
	}
	if _, ok := f.unread(); ok {
		return true
	}
	o := f.Origin()
	return o == OriginTyped || o == OriginForced || o == OriginImported
}

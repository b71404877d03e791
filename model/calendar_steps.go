package model

import (
	"fmt"
	"slices"
)

// A RoadStep is one of the twenty-two administrative steps, from the first letter to the archives. The presentation gives
// only some of them; the others, and every delay, are a reconstruction to confirm with the direction régionale.
// (domain §3)
type RoadStep struct {
	ID    string // "E08"
	Title string
	Who   string   // who carries it out
	Paper string   // what it produces
	Delay Delay    // usual time from its prerequisites to its end; none for a moment or for what follows the start
	After []string // steps that come first
}

// A Delay is how long a step usually takes, in calendar days; both are 0 when the step is a moment.
type Delay struct{ Min, Max int }

// String writes d in weeks where it is made of weeks; empty when there is none.
func (d Delay) String() string {
	low, high, unit := d.Min, d.Max, "jour"
	if low%7 == 0 && high%7 == 0 {
		low, high, unit = low/7, high/7, "semaine"
	}
	switch {
	case high <= 0:
		return ""
	case low == high && high == 1:
		return "1 " + unit
	case low == high:
		return fmt.Sprintf("%d %ss", high, unit)
	}
	return fmt.Sprintf("%d à %d %ss", low, high, unit)
}

func weeks(low, high int) Delay { return Delay{low * 7, high * 7} }

// The steps that other code names.
const (
	stepQuote      = "E06"
	stepCouncil    = "E08"
	stepExecutory  = "E09"
	stepMembership = "E10"
	stepSupport    = "E11"
	stepRecruit    = "E12"
	stepSecondment = "E13"
	stepStart      = "E14"
	stepFirstClaim = "E15"
	stepInvoices   = "E16"
	stepSteering   = "E17"
	stepMidReport  = "E18"
	stepAmendment  = "E19"
	stepEnd        = "E20"
	stepBalance    = "E21"
	stepArchive    = "E22"
)

// Road lists the steps in order: each comes after those it depends on.
func Road() []RoadStep {
	return []RoadStep{
		{"E01", "Expression du besoin et saisine de la Direction régionale", "Ville, vers la Direction régionale",
			"Saisine, pré-diagnostic d’éligibilité", weeks(1, 2), nil},
		{"E02", "Portage politique", "Maire", "Lettre d’engagement", weeks(1, 1), nil},
		{"E03", "Recevabilité et place parmi les 60 villes", "Direction régionale et siège de la Banque des Territoires",
			"Accord de principe", weeks(2, 4), []string{"E01", "E02"}},
		{"E04", "Mission d’AMO : visite, entretiens, dossiers", "AMO", "Rapport d’AMO", weeks(4, 8), []string{"E03"}},
		{"E05", "Échange entre la ville et la Direction régionale, validation", "AMO, qui anime",
			"Relevé de décision, feuille de route, fiche de poste", weeks(1, 2), []string{"E04"}},
		{stepQuote, "Chiffrage", "Groupement et ville", "Devis, budget, plan de trésorerie", weeks(1, 2), []string{"E05"}},
		{"E07", "Information du comité social territorial, note sur la commande publique", "Ville",
			"Avis ou procès-verbal, note", weeks(2, 4), []string{stepQuote}},
		{stepCouncil, "Conseil municipal", "Conseil municipal", "Délibération", weeks(3, 8), []string{stepQuote, "E07"}},
		{stepExecutory, "Transmission et publication de la délibération", "Ville",
			"Accusé de réception de la préfecture, certificat", Delay{1, 7}, []string{stepCouncil}},
		{stepMembership, "Adhésion au groupement d’employeurs", "Ville et groupement", "Bulletin, attestation d’adhésion",
			weeks(1, 3), []string{stepExecutory}},
		{stepSupport, "Engagement de la Caisse des dépôts et signature de la convention de soutien",
			"Direction régionale et maire", "Convention de soutien", weeks(3, 6), []string{"E05", stepExecutory}},
		{stepRecruit, "Recrutement de l’expert", "Groupement, avec l’avis de la ville",
			"Annonce, contrat, accord écrit de l’expert", weeks(6, 12), []string{"E05"}},
		{stepSecondment, "Signature de la convention de mise à disposition", "Groupement et maire, visa de l’expert",
			"Convention de mise à disposition", weeks(1, 2), []string{stepMembership, stepSupport, stepRecruit}},
		{stepStart, "Prise de poste", "Ville, groupement et expert", "Procès-verbal d’installation", Delay{},
			[]string{stepSupport, stepSecondment}},

		{stepFirstClaim, "Premier versement (50 %)", "Ville, vers la Caisse des dépôts", "Demande de versement n° 1",
			weeks(4, 8), []string{stepSupport, stepStart}},
		{stepInvoices, "Factures mensuelles et service fait", "Groupement et ville",
			"Facture, relevé d’activité, attestation de service fait, mandat", Delay{}, []string{stepStart}},
		{stepSteering, "Comités techniques et de pilotage", "Ville", "Comptes rendus, point d’avancement", Delay{},
			[]string{stepStart}},
		{stepMidReport, "Évaluation à mi-parcours", "Banque des Territoires et ville", "Fiche de mi-parcours", Delay{},
			[]string{stepStart}},
		{stepAmendment, "Avenant éventuel", "Parties aux conventions", "Avenant, délibération", Delay{}, []string{stepStart}},
		{stepEnd, "Fin de la mission et transfert", "Ville et expert", "Procès-verbal de fin, dossier de passation", Delay{},
			[]string{stepStart}},
		{stepBalance, "Bilan final et second versement (50 %)", "Ville, vers la Caisse des dépôts",
			"Bilan final, demande de versement n° 2", Delay{}, []string{stepEnd}},
		{stepArchive, "Archivage, évaluation du programme, suite de l’adhésion", "Ville", "Archives du dossier", Delay{},
			[]string{stepBalance}},
	}
}

// roadStep finds a step by its ID; ok is false when there is none.
func roadStep(id string) (s RoadStep, ok bool) {
	road := Road()
	i := slices.IndexFunc(road, func(s RoadStep) bool { return s.ID == id })
	if i < 0 {
		return RoadStep{}, false
	}
	return road[i], true
}

// Planning is how the town expects the road to go, where it differs from what is usual.
type Planning struct {
	Delays []*StepDelay `json:"delays"`
}

// A StepDelay is the time that one step is expected to take in this dossier.
type StepDelay struct {
	Row
	Step string `json:"step"` // "E08"
	Days int    `json:"days"` // calendar days, from its prerequisites to its end
}

// delay is how long the step takes in this dossier: what the town expects, else what is usual. A council is never convened
// later than the law wants.
func (d *Dossier) delay(s RoadStep) Delay {
	t := s.Delay
	for _, own := range d.Planning.Delays {
		if own.Step == s.ID && own.Days > 0 && own.Days <= longestDelay {
			t = Delay{own.Days, own.Days}
		}
	}
	if s.ID == stepCouncil {
		notice := d.notice()
		t = Delay{max(t.Min, notice), max(t.Max, notice)}
	}
	return t
}

// longestDelay is the longest time that a step may be given, in days.
const longestDelay = 730

// From 3 500 inhabitants on, five clear days stand between the convocation of the council and its session; neither the
// day of the one nor that of the other counts. (CGCT, article L2121-12)
const (
	clearDays       = 5
	clearPopulation = 3_500
)

// notice is the number of days from the convocation to the session; 0 where the five clear days are not required.
func (d *Dossier) notice() int {
	if d.Town.Population < clearPopulation {
		return 0
	}
	return clearDays + 1
}

// LastConvocation is the last day on which the council may be convened for a session; empty when the session is, or where
// the five clear days are not required.
func (d *Dossier) LastConvocation(session Day) Day {
	if !session.usable() || d.notice() == 0 {
		return ""
	}
	return session.AddDays(-d.notice())
}

// usable reports whether d is a day that can be computed with.
func (d Day) usable() bool { return d >= "1900-01-01" && d < "2200-01-01" }

// onOpenDay is d, or the first day after it that is neither a week-end nor a public holiday in the commune of code.
func (d Day) onOpenDay(code string) Day { return d.stepTo(code, 1) }

// byOpenDay is d, or the last such day before it.
func (d Day) byOpenDay(code string) Day { return d.stepTo(code, -1) }

func (d Day) stepTo(code string, by int) Day {
	for d.usable() && workingDays(d, d, code) == 0 {
		d = d.AddDays(by)
	}
	return d
}

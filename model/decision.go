package model

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"
)

// A Decision is why a finding to confirm was kept, by whom and when. It holds as long as the answers that its rule reads, and
// what it says of them, stay what they were.
type Decision struct {
	Reason  string `json:"reason"`
	By      string `json:"by"`
	Day     Day    `json:"day"`
	Answers string `json:"answers"` // fingerprint of what the rule read and said
}

// Acknowledge keeps f, a finding to confirm that Findings gives as of day, with a written reason and the name of who decides.
// It is Advice, and changes nothing, when f blocks, when it no longer stands as it was read, or when reason or name is lacking.
func (d *Dossier) Acknowledge(f Finding, reason, by string, day Day) error {
	reason, by = strings.TrimSpace(reason), strings.TrimSpace(by)
	switch {
	case f.Severity == Blocking:
		return Advice("Ce point est bloquant : il ne peut pas être validé. Corrigez la réponse.")
	case f.Severity == Tip:
		return Advice("Un conseil n’a pas à être validé.")
	case reason == "":
		return Advice("Écrivez pourquoi vous validez ce point quand même.")
	case by == "":
		return Advice("Indiquez qui valide ce point.")
	case day == "":
		return Advice("Indiquez la date de la décision.")
	}
	stands := slices.ContainsFunc(Findings(d, day), func(g Finding) bool {
		return g.Rule == f.Rule && g.Field == f.Field && g.Message == f.Message && (g.Severity == Confirm || g.Severity == Accepted)
	})
	i := slices.IndexFunc(Rules(), func(r Rule) bool { return r.ID == f.Rule })
	if !stands || i < 0 {
		return Advice("Ce point a changé depuis que vous l’avez lu : relisez-le avant de le valider.")
	}
	d.Marks.Decided = put(d.Marks.Decided, f.key(), Decision{reason, by, day, fingerprintOf(f, Rules()[i], d)})
	return nil
}

// Reopen takes back the decision on f: it is to confirm again.
func (d *Dossier) Reopen(f Finding) { delete(d.Marks.Decided, f.key()) }

func (f Finding) key() string { return f.Rule + " " + f.Field }

// decided returns the decision that keeps f, found by rule, when it still holds.
func (d *Dossier) decided(rule Rule, f Finding) (Decision, bool) {
	if f.Severity != Confirm {
		return Decision{}, false
	}
	kept, ok := d.Marks.Decided[f.key()]
	return kept, ok && kept.Answers == fingerprintOf(f, rule, d)
}

// fingerprintOf is the fingerprint of the answers that rule looks at, and of what it says of them, its figures included.
func fingerprintOf(f Finding, rule Rule, d *Dossier) string {
	b, err := json.Marshal(append(rule.Reads(d), f.Message))
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

package model

import (
	"maps"
	"strings"
)

// Marks is what a dossier keeps beside its answers, by question ID.
type Marks struct {
	Unread  map[string]string `json:"unread,omitempty"`  // text typed that could not be read
	Origins map[string]Origin `json:"origins,omitempty"` // where an answer comes from, when it was not typed
	Review  map[string]bool   `json:"review,omitempty"`  // fiches the user wants to see again, by Fiche.Key
	Seen    map[string]bool   `json:"seen,omitempty"`    // fiches the user went through with « Continuer », by Fiche.Key

	Notes map[string]string `json:"notes,omitempty"` // what the user wrote for oneself about a question, by its ID; on no paper

	Reread map[string]string `json:"reread,omitempty"` // papers that somebody read through: the fingerprint of what they said then

	Decided map[string]Decision `json:"decided,omitempty"` // findings kept with a reason, by rule and question: "R33 mission.months"
}

// An Origin says where an answer comes from.
type Origin string

// The origins of an answer, as they are saved.
const (
	OriginTyped     Origin = "typed"
	OriginComputed  Origin = "computed"
	OriginForced    Origin = "forced"    // computed, then overridden
	OriginCarried   Origin = "carried"   // from another dossier
	OriginReference Origin = "reference" // from the embedded tables of 2026
	OriginImported  Origin = "imported"
	OriginDefault   Origin = "default"
)

// String names o as on screen.
func (o Origin) String() string {
	switch o {
	case OriginTyped:
		return "saisi"
	case OriginComputed:
		return "calculé"
	case OriginForced:
		return "forcé"
	case OriginCarried:
		return "repris"
	case OriginReference:
		return "référentiel 2026"
	case OriginImported:
		return "importé"
	case OriginDefault:
		return "par défaut"
	}
	return ""
}

// typed records that a person wrote s as the answer of id, and keeps s if it could not be read.
func (m *Marks) typed(id, s string, err error) {
	delete(m.Origins, id)
	delete(m.Unread, id)
	if err != nil {
		m.Unread = put(m.Unread, id, s)
	}
}

// Mark records where the answer of id comes from.
func (m *Marks) Mark(id string, o Origin) { m.Origins = put(m.Origins, id, o) }

// See records that the user went through the fiche of that key with « Continuer ».
func (m *Marks) See(fiche string) { m.Seen = put(m.Seen, fiche, true) }

// ReadThrough keeps that somebody read a paper through as it says what has that fingerprint; an empty one takes it back.
func (m *Marks) ReadThrough(paper Paper, fingerprint string) {
	if fingerprint == "" {
		delete(m.Reread, string(paper))
		return
	}
	m.Reread = put(m.Reread, string(paper), fingerprint)
}

// Revise sets the user's mark « à revoir » on the fiche of that key, or takes it away.
func (m *Marks) Revise(fiche string, on bool) {
	if on {
		m.Review = put(m.Review, fiche, true)
		return
	}
	delete(m.Review, fiche)
}

// Note keeps what the user writes for oneself about the question of that ID; an empty text takes it away.
func (m *Marks) Note(id, text string) {
	if strings.TrimSpace(text) == "" {
		delete(m.Notes, id)
		return
	}
	m.Notes = put(m.Notes, id, text)
}

// forget drops what is kept beside the answers whose ID starts with prefix.
func (m *Marks) forget(prefix string) {
	for _, texts := range []map[string]string{m.Unread, m.Notes} {
		maps.DeleteFunc(texts, func(id, _ string) bool { return strings.HasPrefix(id, prefix) })
	}
	maps.DeleteFunc(m.Origins, func(id string, _ Origin) bool { return strings.HasPrefix(id, prefix) })
}

func put[V any](m map[string]V, k string, v V) map[string]V {
	if m == nil {
		m = map[string]V{}
	}
	m[k] = v
	return m
}

package model

import "fmt"

// PaperStage says how far a paper has come on its way to be signed.
type PaperStage int

// The stages of a paper, in order.
const (
	PaperDraft PaperStage = iota
	PaperReread
	PaperFrozen
	PaperSent
	PaperSigned
	PaperReplaced
)

// StageOf says where a version of a paper stands, last being its last version and 0 that of a draft. A version is replaced
// as soon as a later one is frozen.
func StageOf(version, last int, sent, signed Day) PaperStage {
	switch {
	case version == 0:
		return PaperDraft
	case version < last:
		return PaperReplaced
	case signed != "":
		return PaperSigned
	case sent != "":
		return PaperSent
	}
	return PaperFrozen
}

// Words names the stage of a version as on screen.
func (s PaperStage) Words(version int) string {
	switch s {
	case PaperReread:
		return "Relu"
	case PaperFrozen:
		return fmt.Sprintf("Figé v%d", version)
	case PaperSent:
		return "En signature"
	case PaperSigned:
		return "Signé"
	case PaperReplaced:
		return "Remplacé"
	}
	return "Brouillon"
}

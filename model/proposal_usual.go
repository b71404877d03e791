package model

// What follows is a starting point for the proposal, taken from the usual course of operations. Every figure of it is an
// assumption, to confirm with the direction régionale.

// A usual is how many days a half-time expert gives to a task, and over how many months at least it is spread: a study or
// a call for tenders takes its time, however little work it is.
type usual struct{ days, months int }

func usualOf(id string) usual {
	switch id {
	case "P1":
		return usual{28, 4}
	case "P2", "C1":
		return usual{22, 3}
	case "P3":
		return usual{12, 2}
	case "P4":
		return usual{18, 3}
	case "C2":
		return usual{32, 5}
	case "C3", "S1":
		return usual{28, 5}
	case "C4", "S4":
		return usual{40, 8}
	case "C5", "E2":
		return usual{10, 2}
	case "C6", "S3":
		return usual{20, 4}
	case "S2":
		return usual{45, 9}
	case "S5":
		return usual{24, 4}
	case "S6":
		return usual{32, 8}
	case "E1":
		return usual{18, 3}
	}
	return usual{15, 2} // a task of the town's own
}

// advancement is how much more or less work the task of the catalogue is, in percent, given how far the side of the project
// that it carries on has come.
func (d *Dossier) advancement(id string) (percent int, reason string) {
	s := &d.Study
	level, side := Level(""), ""
	switch id {
	case "P2", "C2", "S6":
		level, side = s.Assembly.Level, "le montage est "
	case "P4", "S2", "E1":
		level, side = s.Partnerships.Level, "le partenariat est "
	case "P1", "C1", "C3", "S1":
		level, side = s.Procedures.Level, "le volet administratif est "
	}
	switch level {
	case LevelNone:
		return 20, "car " + side + "à engager"
	case LevelFar:
		return -20, "car " + side + "avancé"
	case LevelSecure:
		return -40, "car " + side + "acquis"
	}
	return 0, ""
}

// kindWeight is how much more work the task of the catalogue is in a project of that kind, in percent.
func kindWeight(kind ProjectKind, id string) (percent int, reason string) {
	const more = 15
	switch {
	case kind == KindOldBlock && (id == "C1" || id == "C2"):
		return more, "pour un îlot ancien, aux propriétaires nombreux"
	case kind == KindWasteland && (id == "P1" || id == "C6"):
		return more, "pour les diagnostics d’une friche"
	case kind == KindStation && (id == "C2" || id == "S2"):
		return more, "pour les partenaires d’un quartier de gare"
	case kind == KindTownGate && (id == "P1" || id == "C1"):
		return more, "pour l’étendue d’une entrée de ville"
	}
	return 0, ""
}

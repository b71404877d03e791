package model

// StatusKind says how far a fiche has come.
type StatusKind int

// The states of a fiche, from the one to begin with to the one that asks nothing.
const (
	StatusToDo     StatusKind = iota // nothing answered but defaults
	StatusBegun                      // something answered, something required missing
	StatusComplete                   // nothing required missing
	StatusReview                     // marked « à revoir » by the user
	StatusWrong                      // an answer given has a problem
	StatusWaiting                    // another fiche comes first
	StatusVoid                       // no question applies
)

// A Status is how far a fiche has come, and the words that say so on screen.
type Status struct {
	Kind StatusKind
	Text string
}

// Completion counts the fiches of d that are complete, and those that ask something: a fiche without an object is neither.
func Completion(d *Dossier) (done, asked int) {
	for _, f := range Fiches(Form(d)) {
		switch f.Status().Kind {
		case StatusVoid:
		case StatusComplete:
			done++
			asked++
		default:
			asked++
		}
	}
	return done, asked
}

// begun reports whether somebody answered a question of d: what is there by default is no answer.
func (d *Dossier) begun() bool {
	if d.Town.Code != "" || d.Project.Title != "" {
		return true // what is answered first spares reading the rest
	}
	given := false
	for _, f := range Fiches(Form(d)) {
		f.Each(func(q Field) {
			given = given || q.rows == nil && q.Kind != KindComputed && q.Answered() && q.Origin() != OriginDefault
		})
		if given {
			break
		}
	}
	return given
}

// Status computes how far f has come. Questions that do not apply never count; the cells of a list count as questions.
// Given the findings of the dossier, a fiche that has all its answers is still « À corriger » when a rule blocks on one.
func (f Fiche) Status(found ...Finding) Status {
	c := f.count()
	switch {
	case f.Void != "":
		return Status{StatusVoid, "Sans objet — " + f.Void}
	case c.shown == 0:
		return Status{StatusVoid, "Sans objet"}
	case f.Awaits != "":
		return Status{StatusWaiting, "Pas encore possible — attend " + f.Awaits}
	case f.marks != nil && f.marks.Review[f.Key]:
		return Status{StatusReview, "À revoir"}
	case c.wrong > 0:
		return Status{StatusWrong, "À corriger"}
	case c.missing == 0 && (c.given > 0 || f.marks != nil && f.marks.Seen[f.Key]):
		if f.blocked(found) {
			return Status{StatusWrong, "À corriger"}
		}
		return Status{StatusComplete, "Complet"}
	case c.given > 0:
		return Status{StatusBegun, "En cours"}
	}
	return Status{StatusToDo, "À commencer"}
}

// blocked reports whether one of the findings that block leads to a question of f.
func (f Fiche) blocked(found []Finding) bool {
	asked := map[string]bool{}
	for _, x := range found {
		if x.Severity != Blocking {
			continue
		}
		if len(asked) == 0 {
			f.EachShown(func(q Field) { asked[q.ID] = true })
		}
		if asked[x.Field] {
			return true
		}
	}
	return false
}

// tally counts the questions of a fiche that apply.
type tally struct {
	shown   int // questions, computed values included
	given   int // answered by someone, not by default
	missing int // required and unanswered
	wrong   int // answered or typed, and not right
}

func (f Fiche) count() tally {
	var c tally
	f.EachShown(func(q Field) {
		c.shown++
		_, unread := q.unread()
		switch {
		case q.Kind == KindComputed:
		case (unread || q.Answered()) && q.Problem() != nil:
			c.wrong++
		case q.Answered():
			if q.rows == nil && q.Origin() != OriginDefault {
				c.given++
			}
		case q.required:
			c.missing++
		}
	})
	return c
}

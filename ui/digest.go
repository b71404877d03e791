package ui

import (
	"fmt"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// A digest is what the list says of a dossier that its summary does not hold: it takes reading the dossier whole.
type digest struct {
	saved time.Time // of the dossier that was read
	day   model.Day // as of which it was looked at

	state     dossierState
	next      model.Step // the next step that has a day; none when its ID is empty
	due       model.Day
	blocking  int
	toConfirm int
}

// A dossierState is how far a dossier has come, in the order of the road.
type dossierState int

// The states of a dossier.
const (
	stateDrafting dossierState = iota
	stateComplete
	stateRunning
	stateOver
)

// String says the state as people read it.
func (x dossierState) String() string {
	return [...]string{"En préparation", "Complet", "Mission en cours", "Mission terminée"}[x]
}

// digestOf looks at d as of that day.
func digestOf(d *model.Dossier, saved time.Time, today model.Day) digest {
	out := digest{saved: saved, day: today}
	done, asked := model.Completion(d)
	switch stage := d.FollowUp.Stage; {
	case stage.Over():
		out.state = stateOver
	case stage.Begun():
		out.state = stateRunning
	case done == asked:
		out.state = stateComplete
	}
	for _, f := range model.Findings(d, today) {
		switch {
		case f.Severity == model.Blocking:
			out.blocking++
		case f.Severity == model.Confirm && f.Decision.Reason == "":
			out.toConfirm++
		}
	}
	for _, step := range d.Calendar(today) {
		due := step.Set
		if due == "" {
			due = step.Latest
		}
		if !step.Past && due != "" && (out.due == "" || due < out.due) {
			out.next, out.due = step, due
		}
	}
	return out
}

// deadline says the next step and its day.
func (x digest) deadline() string {
	if x.due == "" {
		return "Aucune date"
	}
	return x.due.String() + "\n" + x.next.Title
}

// found says what there is to correct and to confirm.
func (x digest) found() string {
	words := ""
	if x.blocking > 0 {
		words = plural(x.blocking, "point") + " bloquant"
		if x.blocking > 1 {
			words += "s"
		}
	}
	if x.toConfirm > 0 {
		if words != "" {
			words += ", "
		}
		words += fmt.Sprintf("%d à confirmer", x.toConfirm)
	}
	if words == "" {
		return "Rien à corriger"
	}
	return words
}

// readAtOnce is how many dossiers are read while the list is drawn, where nothing is done by itself: some 10 ms each.
const readAtOnce = 8

// digests returns what is known of these dossiers, and has the others read off the UI goroutine; then is called once they are.
// Where nothing is done by itself, the first are read at once, and the others not at all.
func (s *Shell) digests(list []storage.Summary, then func()) map[string]digest {
	if s.known == nil {
		s.known = map[string]digest{}
	}
	out, today := map[string]digest{}, s.today()
	var unread []storage.Summary
	for i, x := range list {
		d, ok := s.known[x.ID]
		if ok = ok && d.saved.Equal(x.Saved) && d.day == today; !ok && i < readAtOnce && s.options.SaveDelay < 0 {
			if d, ok = s.digest(x, today); ok {
				s.known[x.ID] = d
			}
		}
		if ok {
			out[x.ID] = d
		} else {
			unread = append(unread, x)
		}
	}
	if len(unread) == 0 || s.reading || s.options.SaveDelay < 0 {
		return out
	}
	s.reading = true
	read := map[string]digest{}
	s.background(func() error {
		for _, x := range unread {
			if d, ok := s.digest(x, today); ok {
				read[x.ID] = d
			}
		}
		return nil
	}, func(error) {
		s.reading = false
		for id, d := range read {
			s.known[id] = d
		}
		if len(read) > 0 {
			then()
		}
	})
	return out
}

// digest reads one dossier; false when it cannot be read, and the list goes without.
func (s *Shell) digest(x storage.Summary, today model.Day) (digest, bool) {
	d, err := s.store.Load(x.ID)
	if err != nil {
		s.options.Log.Error("read for the list", "id", x.ID, "err", err)
		return digest{}, false
	}
	return digestOf(d, x.Saved, today), true
}

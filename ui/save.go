package ui

import "time"

// The answers are saved 400 ms after the last key, and whenever a page, a dossier or the window is left. Saving happens on
// the UI goroutine, which owns the dossier: the store takes a few milliseconds.

// touched notes that the dossier changed, and has it saved once typing pauses.
func (e *editor) touched() {
	e.dossier.Changed = e.shell.today()
	e.unsaved, e.stale, e.laid = true, true, nil
	e.sayState()
	if e.timer != nil {
		e.timer.Stop()
	}
	if e.shell.options.SaveDelay < 0 {
		return
	}
	e.timer = time.AfterFunc(e.shell.options.SaveDelay, func() { e.shell.later(e.saveIfOpen) })
}

// saveIfOpen saves unless the dossier was closed since the timer was set.
func (e *editor) saveIfOpen() {
	if e.shell.editor == e {
		e.save()
	}
}

// save writes the dossier if it changed, and says whether all that was typed is on the disk.
func (e *editor) save() bool {
	if e.timer != nil {
		e.timer.Stop()
	}
	if !e.unsaved {
		return true
	}
	if e.failed = e.shell.store.Save(e.dossier); e.failed != nil {
		e.shell.options.Log.Error("save dossier", "id", e.dossier.ID, "err", e.failed)
	} else {
		e.unsaved = false
		e.savedAt = e.shell.options.Now()
		e.shell.backUpIfDue()
	}
	e.sayState()
	return e.failed == nil
}

// flush settles what is half typed and saves.
func (e *editor) flush() bool {
	if e.form != nil {
		e.form.Settle()
	}
	return e.save()
}

// saveState is the line always visible: when the dossier was saved, or why it could not be.
func (e *editor) saveState() (words string, failed bool) {
	switch {
	case e.shell.store != nil && e.shell.store.ReadOnly() != nil:
		return "Lecture seule : rien n’est enregistré", true
	case e.failed != nil:
		return "Non enregistré", true
	case e.unsaved:
		return "Enregistrement…", false
	case e.savedAt.IsZero():
		return "Tout est enregistré", false
	}
	return "Enregistré à " + clock(e.savedAt), false
}

// clock writes the hour the French way: 14 h 32.
func clock(t time.Time) string { return t.Format("15 h 04") }

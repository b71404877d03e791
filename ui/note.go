package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// noteLead says what a note is, where it is written.
const noteLead = "Pour vous et vos collègues : elle reste dans le dossier et ne s’imprime sur aucun document."

// writeNote adds the note about the question, to read and to write.
func (p *panel) writeNote(f model.Field) {
	p.note, p.noted = kit.NewEntry(3), f.ID
	p.note.Label = "Note sur\u00a0: " + f.Label
	p.note.SetPlaceHolder("Écrire une note…")
	p.body.Add(kit.VStack(kit.Scaled(4), kit.NewStrong("Note", kit.SizeSmall, theme.ColorNameForeground), p.note.Framed(),
		kit.NewParagraph(noteLead, kit.SizeCaption, kit.ColorMuted)))
	p.readNote()
	p.note.OnFocus = func() { kit.Reveal(p.scroll, p.note.Framed()) }
	p.note.OnChanged = func(text string) { p.editor.note(f.ID, text) }
	p.note.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape && p.editor.form != nil {
			return p.editor.form.Focus(p.editor.shell.canvas, f.ID)
		}
		return false
	}
}

// readNote shows the note as it is kept: « Annuler » may have changed it.
func (p *panel) readNote() {
	if p.note != nil {
		p.note.Write(p.editor.dossier.Marks.Notes[p.noted])
	}
}

// note keeps what was written about a question.
func (e *editor) note(id, text string) {
	if e.dossier.Marks.Notes[id] == text {
		return
	}
	e.dossier.Marks.Note(id, text)
	e.touched()
	if e.form != nil {
		e.form.Refresh()
	}
}

// writeNote gives the keyboard to the note about the question; Escape comes back to it.
func (e *editor) writeNote() {
	if e.page != pageFiche {
		return
	}
	e.explain()
	if e.panel.note != nil {
		e.shell.canvas.Focus(e.panel.note)
	}
}

// notesOf lists the notes about a question and, of a list, about those in its rows.
func (e *editor) notesOf(q model.Field) []string {
	var out []string
	if text := e.dossier.Marks.Notes[q.ID]; text != "" {
		out = append(out, text)
	}
	for _, row := range q.Rows() {
		for _, x := range row {
			if text := e.dossier.Marks.Notes[x.ID]; text != "" {
				out = append(out, x.Label+"\u00a0: "+text)
			}
		}
	}
	return out
}

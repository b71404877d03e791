package ui

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/system"
)

// mostSaid bounds what a dialog or a card lists.
const mostSaid = 4

// A life is where a paper stands: its last frozen version, and what moved since.
type life struct {
	last  *storage.Attachment  // nil while it is a draft
	all   []storage.Attachment // every frozen version, the last first
	moved []document.Move
	read  bool // somebody read the draft through, and it still says the same
}

// lives reads where every paper of the dossier stands.
func (e *editor) lives() map[model.Paper]life {
	out := map[model.Paper]life{}
	for name := range e.dossier.Marks.Reread {
		id := model.Paper(name)
		out[id] = life{read: document.Reread(e.dossier, id)}
	}
	if e.shell.store == nil {
		return out
	}
	all, err := e.shell.store.Papers(e.dossier.ID)
	if err != nil {
		e.shell.options.Log.Error("list frozen papers", "id", e.dossier.ID, "err", err)
	}
	for i := range all {
		id := all[i].Frozen.Paper
		if l := out[id]; l.last != nil {
			l.all = append(l.all, all[i])
			out[id] = l
			continue
		}
		l := life{last: &all[i], all: []storage.Attachment{all[i]}, read: out[id].read}
		if l.moved, err = Moved(e.shell.store, all[i].Frozen, e.dossier); err != nil {
			e.shell.options.Log.Error("compare with what was frozen", "paper", id, "err", err)
		}
		out[id] = l
	}
	return out
}

func (l life) stage() model.PaperStage {
	switch {
	case l.last == nil && l.read:
		return model.PaperReread
	case l.last == nil:
		return model.PaperDraft
	}
	return l.last.Frozen.Stage(l.last.Frozen.Version)
}

// pill says the stage in a word; the mark beside the lines below says it by a shape.
func (l life) pill() fyne.CanvasObject {
	if l.last == nil {
		return kit.NewPill(l.stage().Words(0), kit.ColorWarnText, kit.ColorWarnTint)
	}
	return kit.NewPill(l.stage().Words(l.last.Frozen.Version), kit.ColorSuccessText, kit.ColorTint)
}

// lines say when the paper was frozen, sent and signed, and what moved since.
func (l life) lines() fyne.CanvasObject {
	f := l.last.Frozen
	words := fmt.Sprintf("Version %d, figée le %s", f.Version, f.Day)
	if f.Sent != "" {
		words += ", envoyée en signature le " + f.Sent.String()
	}
	if f.Signed != "" {
		words += ", signée le " + f.Signed.String()
	}
	out := kit.VStack(kit.Scaled(4), kit.Beside(kit.Scaled(8), newMark(model.StatusComplete, false),
		kit.NewParagraph(words+".", kit.SizeSmall, theme.ColorNameForeground)))
	if len(l.moved) == 0 {
		return out
	}
	var said []string
	for _, m := range l.moved[:min(len(l.moved), mostSaid)] {
		said = append(said, m.Label+" : "+answered(m.Was)+" → "+answered(m.Now))
	}
	if rest := len(l.moved) - len(said); rest == 1 {
		said = append(said, "et une autre réponse")
	} else if rest > 1 {
		said = append(said, fmt.Sprintf("et %d autres réponses", rest))
	}
	out.Add(kit.Beside(kit.Scaled(8), newMark(model.StatusReview, false),
		kit.NewParagraph("N’est plus à jour. "+strings.Join(said, " ; ")+".", kit.SizeSmall, theme.ColorNameForeground)))
	return out
}

func answered(text string) string {
	if text == "" {
		return "sans réponse"
	}
	return shortened(strings.Join(strings.Fields(text), " "), 60)
}

// steps are the buttons that move a paper one step further.
func (e *editor) steps(id model.Paper, l life, refused []model.Finding) []*kit.Button {
	if e.shell.store == nil || e.shell.store.ReadOnly() != nil {
		return nil
	}
	var out []*kit.Button
	if l.last == nil && l.read {
		out = append(out, kit.NewButton("À relire", kit.Secondary, func() { e.readThrough(id, "") }))
	} else if l.last == nil {
		out = append(out, kit.NewButton("Marquer comme relu", kit.Secondary, func() { e.readThrough(id, document.Fingerprint(e.dossier, id)) }))
	}
	if l.last == nil || len(l.moved) > 0 {
		words := "Figer…"
		if l.last != nil {
			words = "Figer une nouvelle version…"
		}
		out = append(out, kit.NewButton(words, kit.Secondary, func() { e.askFreeze(id, l, refused) }))
	}
	if l.last == nil {
		return out
	}
	out = append(out, kit.NewButton("Ouvrir la version figée", kit.Secondary, func() { e.openFrozen(*l.last) }))
	if len(model.SignatoriesOf(e.dossier, id)) == 0 {
		return out
	}
	if l.stage() == model.PaperFrozen {
		out = append(out, kit.NewButton("Envoyer en signature…", kit.Secondary, func() { e.askSend(id, l) }))
	}
	if l.stage() != model.PaperSigned {
		out = append(out, kit.NewButton("Signé le…", kit.Secondary, func() { e.chooseSigned(id, l) }))
	} else if l.last.Frozen.Copy != "" {
		out = append(out, kit.NewButton("Signatures…", kit.Secondary, func() { e.showSignatures(id, *l.last) }))
	}
	return out
}

// askFreeze says what keeps a paper from being frozen, or asks before it is.
func (e *editor) askFreeze(id model.Paper, l life, refused []model.Finding) {
	if len(refused) > 0 {
		var said []string
		for _, f := range refused[:min(len(refused), mostSaid)] {
			said = append(said, "• "+f.Message)
		}
		if rest := len(refused) - len(said); rest > 0 {
			said = append(said, fmt.Sprintf("Et %d de plus, sous l’onglet « Problèmes ».", rest))
		}
		e.shell.ask("Ce document ne peut pas encore être figé", strings.Join(said, "\n"), kit.NewButton("Fermer", kit.Secondary, nil),
			kit.NewButton("Aller à la question", kit.Primary, func() { e.goTo(refused[0].Field) }))
		return
	}
	version := 1
	if l.last != nil {
		version = l.last.Frozen.Version + 1
	}
	e.shell.confirm("Figer « "+document.Title(id)+" », version "+fmt.Sprint(version)+" ?",
		"Cette version ne changera plus. Vous pourrez toujours modifier les réponses, puis figer une nouvelle version.", "Figer",
		func() { e.freeze(id, version) })
}

// freeze sets a paper off the UI goroutine, and keeps it with the answers that it was set from.
func (e *editor) freeze(id model.Paper, version int) {
	if !e.pieces.ready {
		e.readPieces(func() { e.freeze(id, version) })
		return
	}
	if !e.flush() {
		e.shell.fail(e.failed)
		return
	}
	day := e.shell.today()
	doc, err := document.Final(e.dossier, id, version, day)
	var answers []byte
	if err == nil {
		answers, err = storage.Encode(e.dossier)
	}
	if err != nil {
		e.shell.fail(err)
		return
	}
	f := storage.Frozen{Paper: id, Version: version, Day: day, Program: e.shell.app.Metadata().Version}
	if id == model.PaperStudy {
		f.Pictures = storage.PicturesSum(e.pieces.list)
	}
	e.shell.background(func() error {
		d, err := storage.Decode(answers)
		if err != nil {
			return err
		}
		pdf, err := paper.PDF(doc)
		if err == nil {
			_, err = e.shell.store.Freeze(d, f, pdf)
		}
		return err
	}, e.stepped)
}

// readThrough notes that the draft of a paper was read as it stands, or is to be read again.
func (e *editor) readThrough(id model.Paper, fingerprint string) {
	e.dossier.Marks.ReadThrough(id, fingerprint)
	e.touched()
	e.stepped(nil)
}

// stepped shows the papers again once one took a step.
func (e *editor) stepped(err error) {
	e.laid = nil // what is derived from frozen versions changes with them
	if err != nil {
		e.shell.fail(err)
		return
	}
	if e.shell.editor == e && e.page == pageDocuments {
		e.again(e.showDocuments)
	}
}

func (e *editor) askSend(id model.Paper, l life) {
	text := "La date du jour sera notée. Remettez la version figée à son signataire, ou déposez-la dans votre parapheur."
	if len(l.moved) > 0 {
		text = "Ce document n’est plus à jour : des réponses ont changé depuis qu’il est figé. " + text
	}
	e.shell.confirm("Envoyer « "+document.Title(id)+" » en signature ?", text, "Noter l’envoi", func() {
		e.stepped(e.shell.store.SendToSign(e.dossier.ID, l.last.ID, e.shell.today()))
	})
}

// chooseSigned takes the signed copy, then the day.
func (e *editor) chooseSigned(id model.Paper, l life) {
	e.shell.chooseFile(func(path string) { e.askSigned(id, l, path) }, ".pdf", ".jpg", ".jpeg", ".png")
}

func (e *editor) askSigned(id model.Paper, l life, path string) {
	day, advice := kit.NewEntry(1), kit.NewParagraph("", kit.SizeSmall, theme.ColorNameError)
	day.Label = "Date"
	day.Write(e.shell.today().Short())
	var popup *widget.PopUp
	keep := kit.NewButton("Enregistrer", kit.Primary, func() {
		signed, err := e.signedOn(day.Text, l.last.Frozen.Day)
		if err != nil {
			advice.SetText(sentence(err))
			return
		}
		popup.Hide()
		e.signed(l, path, signed)
	})
	popup = e.shell.over(440, kit.VStack(kit.Scaled(12),
		kit.NewHeading("Date de signature, « "+document.Title(id)+" »", kit.SizeSection, theme.ColorNameForeground), day.Framed(), advice,
		kit.NewParagraph("La copie signée, « "+filepath.Base(path)+" », est gardée avec le dossier.", kit.SizeBody, theme.ColorNameForeground),
		kit.HStack(kit.Scaled(10), kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, func() { popup.Hide() }), keep)))
	popup.Show()
	e.shell.canvas.Focus(day)
}

// signedOn reads the day on which a paper frozen that day was signed.
func (e *editor) signedOn(typed string, frozen model.Day) (model.Day, error) {
	day, err := model.ParseDay(typed)
	switch {
	case err != nil:
		return "", err
	case day == "":
		return "", model.Advice("Indiquez le jour de la signature.")
	case day < frozen:
		return "", model.Advice("La signature ne peut pas précéder le jour où le document a été figé, le " + frozen.String() + ".")
	case day > e.shell.today():
		return "", model.Advice("Ce jour n’est pas encore venu : indiquez le jour de la signature.")
	}
	return day, nil
}

func (e *editor) signed(l life, path string, day model.Day) {
	id := e.dossier.ID
	e.shell.background(func() (err error) {
		f, err := os.Open(path)
		if err != nil {
			return &storage.Error{Kind: storage.KindUnreadable, Path: path, Err: err}
		}
		defer f.Close()
		return e.shell.store.MarkSigned(id, l.last.ID, day, filepath.Base(path), f)
	}, e.stepped)
}

// openFrozen hands the kept bytes to the system's own reader.
func (e *editor) openFrozen(a storage.Attachment) {
	dir, err := system.Folder(e.shell.options.Now())
	if err != nil {
		e.shell.fail(err)
		return
	}
	path := filepath.Join(dir, paper.FrozenName(a.Frozen.Paper, a.Frozen.Version, a.Frozen.Day, e.dossier.Town.Name))
	var unread error
	e.shell.background(func() error {
		r, err := e.shell.store.OpenAttachment(e.dossier.ID, a.ID)
		if err != nil {
			return err
		}
		pdf, err := io.ReadAll(r)
		if err = errors.Join(err, r.Close()); err == nil {
			err = os.WriteFile(path, pdf, 0o600)
		}
		if err == nil {
			unread = system.Open(path)
		}
		return err
	}, func(err error) {
		switch {
		case err != nil:
			e.shell.fail(err)
		case unread != nil:
			e.shell.message("Ouvrir le document", "Aucun programme de cet ordinateur n’ouvre les documents PDF. Le document se trouve ici :\n"+path)
		}
	})
}

package ui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// A comparing says which frozen version a comparison begins from; 0 for the one that binds.
type comparing struct {
	paper   model.Paper
	version int
}

// binding is the version that avenants and errata change: the last that was signed, else the last.
func (l life) binding() *storage.Attachment {
	for i := range l.all {
		if l.all[i].Frozen.Signed != "" {
			return &l.all[i]
		}
	}
	return l.last
}

// versionOf is what a frozen paper says of itself to the papers that are derived from it.
func versionOf(a *storage.Attachment) (document.Version, error) {
	d, err := a.Frozen.Dossier()
	return document.Version{Answers: d, Number: a.Frozen.Version, Frozen: a.Frozen.Day, Signed: a.Frozen.Signed}, err
}

// compose writes a paper as the answers stand: one of the dossier, or one that is derived from a frozen version.
func (e *editor) compose(id model.Paper) (document.Document, error) {
	kind, of, derived := document.DerivedFrom(id)
	if !derived {
		return document.Compose(e.dossier, id)
	}
	l := e.lives()[of]
	from := l.binding()
	for i := range l.all {
		if kind == document.Comparison && e.compared == (comparing{of, l.all[i].Frozen.Version}) {
			from = &l.all[i]
		}
	}
	if from == nil {
		return document.Document{}, fmt.Errorf("compose %s: no version is frozen", id)
	}
	was, err := versionOf(from)
	if err != nil {
		return document.Document{}, err
	}
	refused := document.Refusals(e.dossier, e.look(), document.Uses(e.dossier))[of]
	number := len(e.dossier.FollowUp.Amendments) + 1
	return document.Derive(kind, of, was, document.Version{Answers: e.dossier}, number, len(refused) == 0)
}

// titleOf names a paper as people call it, derived papers too: « Avenant – Convention de soutien ».
func titleOf(id model.Paper) string {
	kind, of, derived := document.DerivedFrom(id)
	if !derived {
		return document.Title(id)
	}
	word := map[document.Derived]string{
		document.Comparison: "Comparaison", document.AmendmentSheet: "Avenant", document.ErratumSheet: "Erratum",
	}[kind]
	return word + " – " + document.Title(of)
}

// compare reads what changed in a paper since one of its frozen versions.
func (e *editor) compare(id model.Paper, version int) {
	e.compared = comparing{id, version}
	delete(e.laid, document.Comparison.Of(id))
	e.openReading(document.Comparison.Of(id))
}

// amends are the buttons for a paper whose answers moved since it was frozen: what changed, and, once it is signed, the paper
// that says so to those who signed.
func (e *editor) amends(id model.Paper, l life) []*kit.Button {
	if len(l.moved) == 0 {
		return nil
	}
	out := []*kit.Button{kit.NewButton("Comparer", kit.Secondary, func() { e.compare(id, 0) })}
	from := l.binding()
	answered := slices.ContainsFunc(l.moved, func(m document.Move) bool { return m.Field != "" })
	if from.Frozen.Signed == "" || !answered {
		return out
	}
	was, err := from.Frozen.Dossier()
	if err != nil {
		return out
	}
	switch bound := len(document.Binding(was, e.dossier, id)) > 0; {
	case !bound:
		out = append(out, kit.NewButton("Lire l’erratum", kit.Secondary, func() { e.openReading(document.ErratumSheet.Of(id)) }))
	case document.Amendable(id):
		out = append(out, kit.NewButton("Lire l’avenant", kit.Secondary, func() { e.openReading(document.AmendmentSheet.Of(id)) }))
	}
	return out
}

// older lists the versions of a paper that a later one replaced, each with a way to open it and to compare it.
func (e *editor) older(id model.Paper, l life) fyne.CanvasObject {
	if len(l.all) < 2 {
		return nil
	}
	out := kit.VStack(kit.Scaled(6), kit.NewParagraph("Versions antérieures", kit.SizeSmall, kit.ColorMuted))
	for i := range l.all[1:] {
		a := &l.all[i+1]
		f := a.Frozen
		words := fmt.Sprintf("Version %d, figée le %s", f.Version, f.Day)
		if f.Signed != "" {
			words += ", signée le " + f.Signed.String()
		}
		words += "\u00a0: " + f.Stage(l.last.Frozen.Version).Words(f.Version)
		open := kit.NewSmallButton("Ouvrir", nil, func() { e.openFrozen(*a) })
		compare := kit.NewSmallButton("Comparer", nil, func() { e.compare(id, f.Version) })
		for _, b := range []*kit.Button{open, compare} {
			b.OnFocus = func() { kit.Reveal(e.scroll, b); e.paper = id }
		}
		out.Add(kit.Ended(kit.Scaled(8), kit.NewParagraph(words+".", kit.SizeSmall, theme.ColorNameForeground), kit.HStack(kit.Scaled(6), open, compare)))
	}
	return out
}

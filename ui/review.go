package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// showReview shows every answer, where it comes from, and the way to change it.
func (e *editor) showReview() {
	e.leavePage()
	e.back = nil
	e.parts = model.Form(e.dossier)
	column := kit.VStack(kit.Scaled(18), e.pageHead("Relecture",
		"Toutes les réponses, telles qu’elles seront imprimées. « Modifier » mène à la question et ramène ici."))
	found := e.look()
	column.Add(e.sieves())
	e.reviewParts(column, found)
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth+120), kit.Pad(22, 28, 28, 28, column)))
	e.put(pageReview, e.scroll)
}

// reviewParts adds the fiches to read, part by part.
func (e *editor) reviewParts(column *fyne.Container, found []model.Finding) {
	if e.sieve == sieveChanged && e.past == nil {
		return // what could be compared was said
	}
	shown := 0
	for _, part := range e.parts {
		headed := false
		for _, f := range part.Fiches {
			if !e.sifted(f, found) {
				continue
			}
			if !headed {
				headed = true
				column.Add(kit.NewHeading(fmt.Sprintf("%d  %s", part.Number, part.Title), kit.SizeSection, theme.ColorNameForeground))
			}
			shown++
			column.Add(e.reviewCard(f, found))
		}
	}
	if shown == 0 {
		column.Add(kit.NewParagraph("Aucune fiche n’est dans ce cas.", kit.SizeBody, kit.ColorMuted))
	}
}

// pageHead is the head of a page made from all the questions.
func (e *editor) pageHead(title, lead string) fyne.CanvasObject {
	return kit.VStack(kit.Scaled(6), kit.NewParagraph(e.subtitle(), kit.SizeSmall, kit.ColorMuted),
		kit.NewHeading(title, kit.SizeTitle, theme.ColorNameForeground), kit.NewParagraph(lead, kit.SizeLead, kit.ColorMuted))
}

func (e *editor) reviewCard(f model.Fiche, found []model.Finding) fyne.CanvasObject {
	st := f.Status(found...)
	edit := kit.NewSmallButton("Modifier", theme.DocumentCreateIcon(), func() { e.modify(f.Key, "") })
	edit.OnFocus = func() { kit.Reveal(e.scroll, edit) }
	head := kit.Ended(kit.Scaled(10),
		kit.Beside(kit.Scaled(10), newMark(st.Kind, false), kit.VStack(0,
			kit.NewHeading(f.Number+"  "+f.Title, kit.SizeBody, theme.ColorNameForeground),
			kit.NewParagraph(st.Text, kit.SizeCaption, kit.ColorMuted))), edit)
	body := kit.VStack(kit.Scaled(10), head, kit.NewRule(kit.ColorBorder))
	for _, q := range f.Fields {
		if e.kept(q) {
			e.reviewAnswer(body, q)
		}
	}
	e.writeKept(body, f, found)
	return kit.NewCard(body).Padded(16, 20, 18, 20)
}

func (e *editor) reviewAnswer(body *fyne.Container, q model.Field) {
	value := kit.NewParagraph(measured(q), kit.SizeBody, theme.ColorNameForeground)
	switch {
	case !q.Answered() && q.Text() != "":
		value = kit.NewParagraph("« "+q.Text()+" » — à corriger", kit.SizeBody, theme.ColorNameError)
	case !q.Answered() && q.IsRequired():
		value = kit.NewParagraph("Non renseigné — obligatoire", kit.SizeBody, theme.ColorNameError)
	case !q.Answered():
		value = kit.NewParagraph("Non renseigné", kit.SizeBody, kit.ColorMuted)
	}
	answer := kit.VStack(kit.Scaled(2), value)
	if o := q.Origin(); o != "" && o != model.OriginTyped {
		answer.Add(kit.NewText(o.String(), kit.SizeCaption, kit.ColorMuted))
	}
	if e.sieve == sieveChanged {
		answer.Add(kit.NewParagraph("Auparavant : "+orNothing(e.past[q.ID].read), kit.SizeCaption, kit.ColorMuted))
	}
	for _, note := range e.notesOf(q) {
		answer.Add(kit.Beside(kit.Scaled(6), kit.NewPill("note", kit.ColorWarnText, kit.ColorWarnTint), kit.NewParagraph(note, kit.SizeSmall, theme.ColorNameForeground)))
	}
	label := kit.NewParagraph(q.Label, kit.SizeSmall, kit.ColorMuted)
	line := kit.NewListLine(kit.Shares(kit.Scaled(16), []float32{2, 3}, label, answer), func() { e.modify("", q.ID) }).Padded(4, 8, 4, 8)
	line.OnFocus = func() { kit.Reveal(e.scroll, line) }
	body.Add(line)
}

// readable is the answer as it is read; of a commune, its name with its code.
func readable(q model.Field) string {
	if q.Kind == model.KindCommune && q.Answered() {
		if name := communeName(q.Text()); name != "" {
			return name + " (INSEE " + q.Text() + ")"
		}
	}
	return q.String()
}

// modify goes to a fiche, or to a question, and remembers the way back to this place of the page.
func (e *editor) modify(key, id string) {
	back := &visit{e.page, e.scroll.Offset, kit.Rank(e.shell.canvas, e.body)}
	if id != "" {
		f, _, ok := e.find(id)
		if !ok {
			return
		}
		key = f.Key
	}
	e.back = back
	e.showFiche(key)
	if id == "" || !e.form.Focus(e.shell.canvas, id) {
		e.form.FocusFirst(e.shell.canvas)
	}
}

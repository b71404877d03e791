package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

// openPieces reads what is attached and shows it.
func (e *editor) openPieces() {
	e.showPieces()
	if !e.pieces.ready {
		e.readPieces(func() {
			if e.shell.editor == e && e.page == pagePieces {
				e.again(e.showPieces)
			}
		})
	}
}

// showPieces shows what is attached to the dossier, one card each.
func (e *editor) showPieces() {
	offset := fyne.Position{}
	if e.page == pagePieces && e.scroll != nil {
		offset = e.scroll.Offset
	}
	e.leavePage()
	e.back = nil
	column := kit.VStack(kit.Scaled(18), e.pageHead("Photos et pièces",
		"Photographies, plans, documents numérisés : JPEG, PNG ou PDF, jusqu’à 20 Mo chacun. Déposez-les sur la fenêtre, ou choisissez-les."))
	add := kit.NewButton("Joindre un fichier…", kit.Primary, e.choosePiece).With(theme.ContentAddIcon())
	add.SetEnabled(e.shell.store != nil && e.shut() == nil)
	column.Add(kit.HStack(0, add))
	column.Add(kit.NewParagraph("Les images paraissent, dans cet ordre et avec leur légende, dans le rapport de la mission d’AMO. Les "+
		"PDF voyagent avec le dossier, sans y être imprimés.", kit.SizeSmall, kit.ColorMuted))
	for _, a := range e.pieces.list {
		column.Add(e.pieceCard(a))
	}
	if len(e.pieces.list) == 0 {
		column.Add(kit.NewCard(kit.VStack(kit.Scaled(6),
			kit.NewHeading("Rien n’est encore joint à ce dossier", kit.SizeSection, theme.ColorNameForeground),
			kit.NewParagraph("Commencez par les photographies de la visite de site : la façade, les accès, les abords.", kit.SizeBody, kit.ColorMuted))))
	}
	e.scroll = kit.NewScroll(kit.AtMost(kit.Scaled(pageWidth), kit.Pad(22, 28, 28, 28, column)))
	e.put(pagePieces, e.scroll)
	e.scroll.ScrollToOffset(offset)
}

func (e *editor) pieceCard(a storage.Attachment) fyne.CanvasObject {
	words := kit.NewEntry(1)
	words.SetPlaceHolder("Légende de l’image")
	if !a.IsPicture() {
		words.SetPlaceHolder("Titre du document")
	}
	words.Write(a.Title)
	words.OnFocus = func() { kit.Reveal(e.scroll, words) }
	words.OnLeave = func() { e.caption(a, words.Text) }
	words.OnSubmitted = func(string) { e.caption(a, words.Text) }
	open := kit.NewSmallButton("Ouvrir", theme.VisibilityIcon(), func() { e.openPiece(a) })
	away := kit.NewSmallButton("Retirer", theme.DeleteIcon(), func() { e.detach(a) })
	for _, b := range []*kit.Button{open, away} {
		b.OnFocus = func() { kit.Reveal(e.scroll, b) }
	}
	if e.shut() != nil {
		words.Disable()
		away.SetEnabled(false)
	}
	text := kit.VStack(kit.Scaled(6), words.Framed(), kit.NewParagraph(e.aboutPiece(a), kit.SizeSmall, kit.ColorMuted),
		kit.HStack(kit.Scaled(4), open, away))
	if p := e.pieces.seen[a.SHA256]; p.wrong != "" {
		text.Add(kit.NewParagraph(p.wrong, kit.SizeSmall, theme.ColorNameError))
	}
	return kit.NewCard(kit.Beside(kit.Scaled(16), e.thumbnail(a), text)).Padded(16, 18, 14, 18)
}

// thumbnail is the picture in small, or the sign of a document.
func (e *editor) thumbnail(a storage.Attachment) fyne.CanvasObject {
	frame := kit.NewSurface(kit.ColorSurfaceAlt, nil)
	frame.Stroke, frame.Radius = kit.ColorBorder, 8
	var inside fyne.CanvasObject = container.NewCenter(kit.NewIcon(theme.FileIcon(), kit.ColorMuted, kit.Scaled(36)))
	if p := e.pieces.seen[a.SHA256]; p.small != nil {
		img := canvas.NewImageFromImage(p.small)
		img.FillMode = canvas.ImageFillContain
		img.ScaleMode = canvas.ImageScaleSmooth
		inside = kit.Pad(4, 4, 4, 4, img)
	}
	return kit.Wide(kit.Scaled(108), kit.Tall(kit.Scaled(96), container.NewStack(frame, inside)))
}

// aboutPiece says what a piece is, and where it is printed.
func (e *editor) aboutPiece(a storage.Attachment) string {
	kind := map[string]string{"image/jpeg": "JPEG", "image/png": "PNG", "application/pdf": "PDF"}[a.Type]
	parts := []string{a.Name, kind + ", " + weight(a.Size), "joint le " + model.DayOf(a.Added).String()}
	if n := e.figure(a); n > 0 {
		parts = append(parts, fmt.Sprintf("figure %d du rapport d’AMO", n))
	}
	if a.Name == "" {
		parts = parts[1:]
	}
	return strings.Join(parts, " · ")
}

// weight writes a size as people read it: 340 ko, 3,2 Mo.
func weight(bytes int64) string {
	switch {
	case bytes < 1000:
		return fmt.Sprintf("%d\u00a0octets", bytes)
	case bytes < 1000*1000:
		return fmt.Sprintf("%d\u00a0ko", bytes/1000)
	}
	return strings.Replace(fmt.Sprintf("%.1f\u00a0Mo", float64(bytes)/1e6), ".", ",", 1)
}

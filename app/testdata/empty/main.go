// Empty shows a Fyne window of the size of ours with nothing in it but one field, which has the focus: what the program is
// measured against.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	w := app.NewWithID("fr.appuitechnique.vide").NewWindow("Fenêtre vide")
	field := widget.NewEntry()
	w.SetContent(container.NewVBox(field))
	w.Resize(fyne.NewSize(1280, 800))
	w.Canvas().Focus(field)
	w.ShowAndRun()
}

package main

import (
	"bytes"
	"flag"
	"fmt"

	"fyne.io/fyne/v2/test"

	"appuitechnique/storage"
	"appuitechnique/ui"
)

// capture draws the window without a screen.
func capture(c *command, args []string) error {
	fs := flag.NewFlagSet("capture", flag.ContinueOnError)
	v := ui.View{}
	fs.StringVar(&v.Page, "page", "", "")
	fs.StringVar(&v.Fiche, "fiche", "", "")
	fs.StringVar(&v.Tab, "onglet", "", "")
	fs.IntVar(&v.Percent, "texte", 100, "")
	theme := fs.String("theme", "clair", "")
	size := fs.String("taille", "1280x800", "")
	to := fs.String("vers", "", "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	switch *theme {
	case "clair":
		v.Tone = "clair"
	case "sombre":
		v.Tone = "sombre"
	default:
		return misuse("Le thème est « clair » ou « sombre ».")
	}
	if n, err := fmt.Sscanf(*size, "%dx%d", &v.Width, &v.Height); n != 2 || err != nil {
		return misuse("Écrivez la taille sous la forme 1280x800.")
	}
	switch {
	case *to == "":
		return misuse("Indiquez le fichier à écrire avec -vers.")
	case !named(*to, ".png"):
		return misuse("Le nom du fichier doit finir par « .png ».")
	case min(v.Width, v.Height) < 200 || max(v.Width, v.Height) > 8000:
		return misuse("La taille va de 200x200 à 8000x8000.")
	case v.Page != "" && v.Fiche != "":
		return misuse("Choisissez entre -page et -fiche.")
	case v.Percent < 90 || v.Percent > 150:
		return misuse("La taille du texte va de 90 à 150.")
	case len(words) > 1:
		return misuse("Indiquez un dossier, et un seul.")
	case v.Page == "fusion" && (len(words) == 0 || c.base == ""):
		return misuse("Indiquez la base avec -base, et le fichier à comparer avec elle.")
	case len(words) == 0 && v.Fiche != "":
		return misuse("Indiquez le dossier dont il faut montrer la fiche " + v.Fiche + ".")
	}
	return c.draw(v, words, *to)
}

// draw writes the picture, of a dossier or, without one, of a page over the base given with -base.
func (c *command) draw(v ui.View, words []string, to string) error {
	var err error
	var store *storage.Store
	if v.Page == "fusion" {
		v.File = words[0]
		if store, err = c.reading(); err != nil {
			return err
		}
	} else if len(words) > 0 {
		if v.Dossier, err = c.dossier(words[0]); err != nil {
			return err
		}
		store = c.store
	} else if c.base != "" {
		if store, err = c.reading(); err != nil {
			return err
		}
	}
	folder, err := c.folder()
	if err != nil {
		return err
	}
	// Fyne's application without a screen: it neither reads nor watches the settings of the user.
	a := test.NewApp()
	defer a.Quit()
	a.NewWindow("") // it draws in its last window, whatever that is
	var png bytes.Buffer
	if err := ui.Capture(&png, a, store, ui.Options{Folder: folder, Log: c.log}, v); err != nil {
		return err
	}
	return storage.Replace(to, png.Bytes())
}

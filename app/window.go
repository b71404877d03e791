package main

import (
	"log"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"appuitechnique/assets"
	"appuitechnique/ui"
)

// metadata is what FyneApp.toml says, for a program that runs without that file beside it; a test holds them together.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID: "fr.appuitechnique.bureau", Name: "Appui technique", Version: "0.1.0", Build: 1,
		Icon: fyne.NewStaticResource("icon.png", assets.Icon),
	}
}

func newApp() fyne.App {
	m := metadata()
	app.SetMetadata(m)
	a := app.NewWithID(m.ID)
	a.SetIcon(m.Icon)
	return a
}

// window shows the window over the user's base, and returns once it is closed.
func (c *command) window() error {
	// First, so that a window that cannot open never holds the base.
	if err := findScreen(); err != nil {
		return err
	}
	dir, err := c.folder()
	if err != nil {
		return err
	}
	c.log = slog.New(slog.NewTextHandler(log.Writer(), nil))
	store, err := c.open()
	if err != nil {
		return err
	}
	ui.Run(newApp(), store, ui.Options{Folder: dir, Log: c.log})
	return nil
}

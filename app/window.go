package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"appuitechnique/assets"
	"appuitechnique/storage"
	"appuitechnique/ui"
	"appuitechnique/ui/system"
)

// version is that of FyneApp.toml; the packages say theirs, the tag they were made from, to the linker: see .packages/build.
var version = "0.1.0"

// metadata is what FyneApp.toml says, for a program that runs without that file beside it; a test holds them together.
func metadata() fyne.AppMetadata {
	return fyne.AppMetadata{
		ID: "fr.appuitechnique.bureau", Name: "Appui technique", Version: version, Build: 1,
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

// openForWindow opens the base with that phrase, or else with the one of -phrase; progress is told of a base made again.
func (c *command) openForWindow(phrase string, progress func(done, all int)) (*storage.Store, error) {
	dir, err := c.folder()
	if err == nil && c.base == "" {
		err = makeFolder(filepath.Dir(dir), 0o700)
	}
	if err != nil {
		return nil, err
	}
	if phrase == "" {
		phrase = c.basePhrase()
	}
	if err := c.openTelling(phrase, progress); err != nil {
		return nil, err
	}
	c.keepTraces(dir)
	return c.store, nil
}

// window shows the window over the user's base, with the dossier of the file at path if there is one, and returns once it is
// closed. Where the base is open in another window, that one is shown instead.
func (c *command) window(path string) (err error) {
	c.log = c.logger()
	defer c.caught(&err)
	// What is made for the first page mostly stays: to look for what does not only delays it.
	debug.SetGCPercent(startingGC)
	time.AfterFunc(startingFor, func() { debug.SetGCPercent(usualGC) })
	// What can be read meanwhile is, but for the base: a window that cannot open never holds it.
	a := newApp()
	fonts := make(chan struct{})
	go func() {
		ui.ReadFonts(a)
		close(fonts)
	}()
	elsewhere, err := c.ready()
	<-fonts
	if err != nil || elsewhere {
		return err
	}
	dir, err := c.folder()
	if err != nil {
		return err
	}
	if path != "" {
		if path, err = filepath.Abs(path); err != nil {
			return fmt.Errorf("find the folder of the file: %w", err)
		}
	}
	if summon(dir, path) {
		return nil
	}
	line := listen(dir, path)
	defer line.hangUp()
	o := ui.Options{Folder: dir, Log: c.log, Calls: line.calls, Front: front, Fit: fit, Closed: line.hangUp, Open: c.openForWindow}
	if system.HasDialogs() {
		if err := os.Setenv("LANGUAGE", "fr"); err != nil { // for those of Linux, which speak the language of the session
			return err
		}
		o.Choose = system.Choose
	}
	if usual, err := c.usual(); err == nil && usual != "" {
		o.Relocate = func(to string) (string, error) { return relocate(usual, to) }
	}
	ui.Run(a, nil, o)
	return nil
}

// How much the memory may grow before what is no longer used is looked for, in percent: while the program starts, and then.
const (
	startingGC  = 400
	startingFor = time.Second
	usualGC     = 100
)

const crashed = refusal("Appui technique a rencontré une erreur et doit se fermer. Ce qui était enregistré est gardé : ouvrez-le " +
	"de nouveau. Si cela se répète, transmettez à l’assistance le fichier technique.log du dossier de données.")

// caught turns a panic of the goroutine of the window into words for the person, so that the base is closed as usual.
func (c *command) caught(err *error) {
	if r := recover(); r != nil {
		c.log.Error("panic", "value", r, "stack", string(debug.Stack()))
		*err = crashed
	}
}

// keepTraces has the runtime write what ends the program from another goroutine, or from the graphics driver, into the data
// folder: a program that has a window has no other place for it.
func (c *command) keepTraces(dir string) {
	f, err := os.OpenFile(filepath.Join(dir, traceName), os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err == nil {
		err = errors.Join(debug.SetCrashOutput(f, debug.CrashOptions{}), f.Close())
	}
	if err != nil {
		c.log.Error("keep the traces", "err", err)
	}
}

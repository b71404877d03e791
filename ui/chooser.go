package ui

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/system"
)

// A chooser asks for a folder or a file where the system has no dialog for that. Fyne's own says « Home » and « Computer » in
// every language and stops the keyboard at each icon; this one is a path one may type, and a list.
type chooser struct {
	shell *Shell
	wish
	dir string

	path   *kit.Entry
	file   *kit.Entry // the name of the file to write; nil unless one is
	note   *kit.Text
	make   *kit.Button // « Créer ce dossier »
	list   *fyne.Container
	scroll *container.Scroll
	popup  *widget.PopUp
}

// chooseHere shows our chooser, with seal in it unless that is nil.
func (s *Shell) chooseHere(w wish, seal *kit.Tick) {
	c := &chooser{shell: s, wish: w}
	if w.kind == system.SaveFile {
		c.file = kit.NewEntry(1)
		c.file.Write(w.name)
	}
	c.show(seal)
}

func (c *chooser) show(seal *kit.Tick) {
	c.path = kit.NewEntry(1)
	c.path.Label = "Chemin"
	c.path.OnSubmitted = func(string) { c.accept() }
	c.note = kit.NewParagraph("", kit.SizeSmall, theme.ColorNameError)
	c.make = kit.NewButton("Créer ce dossier", kit.Secondary, c.create)
	c.list = kit.VStack(0)
	c.scroll = kit.NewScroll(c.list)
	frame := kit.NewSurface(kit.ColorSurfaceAlt, kit.Tall(c.shell.tall(260, 380), c.scroll)).Padded(4, 4, 4, 4)
	frame.Stroke, frame.Radius = kit.ColorBorder, 8
	body := kit.VStack(kit.Scaled(10), kit.NewHeading(c.title, kit.SizeSection, theme.ColorNameForeground),
		c.path.Framed(), c.places(), frame)
	if c.file != nil {
		c.file.Label = "Nom du fichier"
		body.Add(kit.VStack(kit.Scaled(4), kit.NewStrong("Nom du fichier", kit.SizeSmall, theme.ColorNameForeground), c.file.Framed()))
		c.file.OnSubmitted = func(string) { c.accept() }
	}
	if seal != nil {
		body.Add(seal)
	}
	body.Add(c.note)
	body.Add(kit.HStack(kit.Scaled(10), c.make, kit.Spacer(), kit.NewButton("Annuler", kit.Secondary, func() { c.popup.Hide() }),
		kit.NewButton(c.yes, kit.Primary, c.accept)))
	c.popup = c.shell.over(620, body)
	c.turn(c.shell.lastFolder())
	c.popup.Show()
	c.shell.canvas.Focus(c.path)
}

// lastFolder is where the last file was, else the person's own folder.
func (s *Shell) lastFolder() string {
	if dir := s.app.Preferences().String(keyFolder); isFolder(dir) {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return string(filepath.Separator)
	}
	return home
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// places are short cuts to the folders that people use.
func (c *chooser) places() fyne.CanvasObject {
	row := []fyne.CanvasObject{kit.NewSmallButton("Dossier parent", theme.MoveUpIcon(), func() { c.turn(filepath.Dir(c.dir)) })}
	add := func(title, path string) {
		if isFolder(path) {
			row = append(row, kit.NewSmallButton(title, theme.FolderIcon(), func() { c.turn(path) }))
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		add("Dossier personnel", home)
		for _, x := range [][2]string{{"Bureau", "Desktop"}, {"Documents", "Documents"}, {"Téléchargements", "Downloads"}} {
			add(x[0], filepath.Join(home, x[1]))
			if x[0] != x[1] {
				add(x[0], filepath.Join(home, x[0]))
			}
		}
	}
	if runtime.GOOS == "windows" {
		for letter := 'A'; letter <= 'Z'; letter++ {
			add(string(letter)+":", string(letter)+`:\`)
		}
	}
	for _, o := range row {
		if b, ok := o.(*kit.Button); ok {
			b.Leading = true
		}
	}
	return kit.NarrowColumns(0, kit.Scaled(150), kit.Scaled(180), row...)
}

// turn lists a folder.
func (c *chooser) turn(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		c.say("Ce dossier ne peut pas être lu. Choisissez-en un autre.", false)
		return
	}
	c.dir = dir
	c.path.Write(dir)
	c.say("", false)
	c.list.RemoveAll()
	slices.SortStableFunc(entries, func(a, b os.DirEntry) int {
		return strings.Compare(model.Fold(a.Name()), model.Fold(b.Name()))
	})
	for _, folders := range []bool{true, false} {
		for _, entry := range entries {
			path := filepath.Join(dir, entry.Name())
			if strings.HasPrefix(entry.Name(), ".") || isFolder(path) != folders {
				continue
			}
			if folders {
				c.line(entry.Name(), theme.FolderIcon(), func() { c.turn(path) })
			} else if slices.Contains(c.endings, strings.ToLower(filepath.Ext(path))) {
				c.line(entry.Name(), theme.FileIcon(), func() { c.path.Write(path); c.accept() })
			}
		}
	}
	if len(c.list.Objects) == 0 {
		c.list.Add(kit.Pad(8, 10, 8, 10, kit.NewParagraph("Rien à choisir dans ce dossier.", kit.SizeSmall, kit.ColorMuted)))
	}
	c.scroll.Offset = fyne.Position{}
	c.scroll.Refresh()
}

func (c *chooser) line(name string, icon fyne.Resource, tapped func()) {
	line := kit.NewListLine(kit.Beside(kit.Scaled(8), kit.NewIcon(icon, kit.ColorMuted, kit.Scaled(16)),
		kit.NewLine(name, kit.SizeBody, theme.ColorNameForeground, false)), tapped)
	line.OnFocus = func() { kit.Reveal(c.scroll, line) }
	c.list.Add(line)
}

// say writes what keeps the path from being chosen, and offers to make the folder where that would help.
func (c *chooser) say(words string, missing bool) {
	c.note.SetText(words)
	c.note.Hidden = words == ""
	c.make.Hidden = !missing
	if c.popup != nil {
		c.popup.Refresh()
	}
}

// accept takes what the path says, or goes there when it is a folder and a file is wanted.
func (c *chooser) accept() {
	path := filepath.Clean(strings.TrimSpace(c.path.Text))
	info, err := os.Stat(path)
	switch {
	case err != nil && c.endings == nil:
		c.say("Ce dossier n’existe pas.", true)
	case err != nil:
		c.say("Ce fichier n’existe pas. Vérifiez son nom.", false)
	case info.IsDir() && c.endings != nil:
		c.turn(path)
	case !info.IsDir() && c.endings == nil:
		c.say("Indiquez un dossier, non un fichier.", false)
	case c.file != nil && strings.TrimSpace(c.file.Text) == "":
		c.say("Donnez un nom au fichier.", false)
	default:
		c.done(path)
	}
}

func (c *chooser) create() {
	path := filepath.Clean(strings.TrimSpace(c.path.Text))
	if err := os.MkdirAll(path, 0o755); err != nil {
		c.shell.options.Log.Error("make folder", "path", path, "err", err)
		c.say("Ce dossier n’a pas pu être créé. Choisissez-en un autre.", false)
		return
	}
	c.turn(path)
}

func (c *chooser) done(path string) {
	c.popup.Hide()
	if c.file == nil {
		c.shell.grant(c.wish, path)
		return
	}
	path = filepath.Join(path, filepath.Base(strings.TrimSpace(c.file.Text)))
	if ending := filepath.Ext(c.name); !strings.EqualFold(filepath.Ext(path), ending) {
		path += ending
	}
	c.shell.replacing(path, func() { c.shell.grant(c.wish, path) })
}

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
)

// What the program does of the place where it stands: its data beside it, and its copy for computers without OpenGL.

const (
	portableMark = "portable" // a file of this name beside the program keeps the data beside it too
	rescueFolder = "secours"  // beside the program: a copy of it, next to an OpenGL that draws without a graphics card
)

const noScreen = refusal("Il n’y a pas d’écran ici : la fenêtre ne peut pas s’ouvrir. Les commandes qui s’en passent : " +
	"appui-technique -help.")

const noOpenGL = refusal("La fenêtre ne peut pas s’ouvrir : ni la carte graphique, ni la session à distance ne fournissent " +
	"OpenGL 2.1.\n\nÀ essayer : ouvrir le programme sur le poste lui-même, sans bureau à distance ; sinon, demander au " +
	"service informatique de mettre à jour le pilote graphique, ou d’installer la version « secours » d’Appui technique, " +
	"qui s’en passe.\n\n" + untouched)

const noRescue = refusal("La fenêtre ne peut pas s’ouvrir : ni la carte graphique, ni la session à distance ne fournissent " +
	"OpenGL 2.1, et la version « secours », qui s’en passe, n’a pas pu démarrer non plus.\n\nÀ essayer : ouvrir le programme " +
	"sur le poste lui-même, sans bureau à distance ; sinon, demander au service informatique si le dossier « secours » du " +
	"programme est complet, et si l’antivirus en bloque un fichier.\n\n" + untouched)

const untouched = "Vos dossiers n’ont pas été ouverts : rien n’y a changé."

// portableFolder returns the data folder of the program at the path exe when it carries its data with it, else nothing.
func portableFolder(exe string) string {
	dir := filepath.Dir(exe)
	if isRescue(exe) {
		dir = filepath.Dir(dir)
	}
	if info, err := os.Stat(filepath.Join(dir, portableMark)); err != nil || info.IsDir() {
		return ""
	}
	return filepath.Join(dir, folderName)
}

// isRescue reports whether the program at the path exe is the copy that draws without OpenGL.
func isRescue(exe string) bool { return filepath.Base(filepath.Dir(exe)) == rescueFolder }

// rescueOf returns the copy of the program at the path exe that draws without OpenGL, or nothing: there is none, or exe is it.
func rescueOf(exe string) string {
	if isRescue(exe) {
		return ""
	}
	dir, name := filepath.Split(exe)
	copied := filepath.Join(dir, rescueFolder, name)
	if info, err := os.Stat(copied); err != nil || info.IsDir() {
		return ""
	}
	return copied
}

// ready finds out whether a window can open here, before anything is held. Without OpenGL it hands over to the copy that
// does without: elsewhere is then true, and this process has nothing left to do.
func (c *command) ready() (elsewhere bool, err error) {
	if err := findScreen(); err != nil {
		return false, err
	}
	cause := findOpenGL()
	if cause == nil {
		return false, nil
	}
	c.log.Error("find OpenGL", "err", cause)
	if errors.Is(cause, noScreen) {
		return false, noScreen
	}
	exe, err := os.Executable()
	if err != nil {
		return false, noOpenGL
	}
	copied := rescueOf(exe)
	switch {
	case isRescue(exe):
		return false, noRescue
	case copied == "":
		return false, noOpenGL
	}
	if err := exec.Command(copied, os.Args[1:]...).Start(); err != nil {
		c.log.Error("start the rescue", "err", err)
		return false, noRescue
	}
	return true, nil
}

package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheBackupsPageKeepsAndRestores(t *testing.T) {
	s := start(t)
	s.goBackups()
	if words := s.lastBackup(); !strings.HasPrefix(words, "Aucune sauvegarde") {
		t.Errorf("before the first: %s", words)
	}
	s.openExample("riom")
	s.goBackups()
	tapButton(t, s, "Sauvegarder maintenant")
	s.settle()
	if words := s.lastBackup(); !strings.HasPrefix(words, "Dernière sauvegarde vérifiée : ") {
		t.Errorf("after the first: %s", words)
	}
	key := t.TempDir()
	s.setElsewhere(key)
	s.settle()
	if copies, err := filepath.Glob(filepath.Join(key, "*", "*.sauv")); err != nil || len(copies) != 1 {
		t.Errorf("the second place holds %v, %v", copies, err)
	}
	s.openExample("bastia")
	s.goBackups()
	tapButton(t, s, "Restaurer")
	s.settle()
	tapButton(t, s, "Restaurer") // the question, above the page
	s.settle()
	tapButton(t, s, "D’accord")
	if all, err := s.store.List(); err != nil || len(all) != 1 || all[0].Town != "Riom" {
		t.Errorf("after restoring: %+v, %v", all, err)
	}
	file := filepath.Join(t.TempDir(), "autre.sauv")
	if err := os.WriteFile(file, []byte("PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.askRestore(file)
	s.settle()
	tapButton(t, s, "D’accord") // it is no backup
}

func TestCopiesInClearOfProtectedDossiersAreToldAndSealed(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.goBackups()
	usb := filepath.Join(t.TempDir(), "clé")
	if err := os.Mkdir(usb, 0o700); err != nil {
		t.Fatal(err)
	}
	s.setElsewhere(usb)
	s.settle()
	if err := os.Rename(usb, usb+" au tiroir"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.store.Protect(phrase); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(usb+" au tiroir", usb); err != nil {
		t.Fatal(err)
	}
	s.goBackups()
	s.settle()
	const told = "Le second emplacement contient encore 1 fichier d’avant la phrase secrète"
	if words := said(s); !strings.Contains(words, told) || !strings.Contains(words, "Supprimer ces copies…") {
		t.Fatalf("said: %s", words)
	}
	tapButton(t, s, "Protéger ces copies")
	s.settle()
	if words := said(s); strings.Contains(words, told) {
		t.Errorf("still said: %s", words)
	}
	if n, err := s.store.ClearElsewhere(); n != 0 || err != nil {
		t.Errorf("in clear: %d, %v", n, err)
	}
}

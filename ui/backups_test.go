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
	s.working.Wait()
	if words := s.lastBackup(); !strings.HasPrefix(words, "Dernière sauvegarde vérifiée : ") {
		t.Errorf("after the first: %s", words)
	}
	key := t.TempDir()
	s.setElsewhere(key)
	s.working.Wait()
	if copies, err := filepath.Glob(filepath.Join(key, "*", "*.sauv")); err != nil || len(copies) != 1 {
		t.Errorf("the second place holds %v, %v", copies, err)
	}
	s.openExample("bastia")
	s.goBackups()
	tapButton(t, s, "Restaurer")
	s.working.Wait()
	tapButton(t, s, "Restaurer") // the question, above the page
	s.working.Wait()
	tapButton(t, s, "D’accord")
	if all, err := s.store.List(); err != nil || len(all) != 1 || all[0].Town != "Riom" {
		t.Errorf("after restoring: %+v, %v", all, err)
	}
	file := filepath.Join(t.TempDir(), "autre.sauv")
	if err := os.WriteFile(file, []byte("PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.askRestore(file)
	s.working.Wait()
	tapButton(t, s, "D’accord") // it is no backup
}

package main

import (
	"bytes"
	"log"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatIsNotOursIsNeverReplaced(t *testing.T) {
	dir := t.TempDir()
	base, file := filepath.Join(dir, "base"), written(t, riom())
	must(t, "-base", base, "importer", file)
	letter := []byte("PK\x03\x04 une lettre importante")
	for _, tt := range []struct {
		name string
		args []string
	}{
		{"lettre.docx", []string{"-base", base, "sauvegarder"}},
		{"lettre.acv", []string{"enregistrer", file, "-vers"}},
	} {
		path := filepath.Join(dir, tt.name)
		if err := os.WriteFile(path, letter, 0o600); err != nil {
			t.Fatal(err)
		}
		code, out, errs := ran(append(tt.args, path)...)
		if code != exitRefused || out != "" || !strings.Contains(errs, "existe déjà et contient autre chose") {
			t.Errorf("%s: exit %d, %q, %q", tt.name, code, out, errs)
		}
		if got, err := os.ReadFile(path); err != nil || !bytes.Equal(got, letter) {
			t.Errorf("%s became %.40q, %v", tt.name, got, err)
		}
		if err := os.Truncate(path, 0); err != nil {
			t.Fatal(err)
		}
		for range 2 { // in place of nothing, then of its like
			if got := must(t, append(tt.args, path)...); !strings.HasPrefix(got, path+" : ") {
				t.Errorf("%s: printed %q", tt.name, got)
			}
		}
	}
	if code, _, errs := ran("-base", base, "sauvegarder", dir); code != exitRefused || !strings.Contains(errs, "mais un répertoire") {
		t.Errorf("over a folder: exit %d, %q", code, errs)
	}
	if code, _, errs := ran("-base", base, "sauvegarder", filepath.Join(dir, "absent", "s.sauv")); code != exitRefused ||
		!strings.Contains(errs, "absent » n’existe pas. Créez-le") {
		t.Errorf("in no folder: exit %d, %q", code, errs)
	}
}

func TestImportNamesEveryRefusedFileAndAddsNone(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base")
	bad := filepath.Join(t.TempDir(), "lettre.pdf")
	if err := os.WriteFile(bad, []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, errs := ran("-base", base, "importer", written(t, riom()), bad, "absent.acv")
	if code != exitRefused || out != "" || !strings.Contains(errs, "« lettre.pdf » n’est pas un dossier exporté") ||
		!strings.Contains(errs, "« absent.acv » n’existe pas") || !strings.HasSuffix(errs, "Aucun dossier n’a été ajouté.\n") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	if _, err := os.Stat(base); !os.IsNotExist(err) {
		t.Errorf("the base was made: %v", err)
	}
}

func TestATownOfTenThousandLettersHasItsPapers(t *testing.T) {
	d := riom()
	d.Town.Name = strings.Repeat("Très Longue ", 900)
	out := must(t, "exporter", "-vers", t.TempDir(), "-documents", "fiche-de-poste", written(t, d))
	if name := filepath.Base(strings.TrimSpace(out)); len(name) > 120 || !strings.Contains(name, "_tres-longue-tres-") {
		t.Errorf("written as %.200s", name)
	}
}

// The libraries speak English, through package log: that is for the log file, not for the person.
func TestWhatTheLibrariesSayGoesToTheLogFile(t *testing.T) {
	was := log.Writer()
	defer log.SetOutput(was)
	base := filepath.Join(t.TempDir(), "base")
	must(t, "-base", base, "importer", written(t, riom()))
	log.Print("Fyne error: something")
	said, err := os.ReadFile(filepath.Join(base, logName))
	if err != nil || !strings.Contains(string(said), "Fyne error: something") {
		t.Errorf("the log says %q, %v", said, err)
	}
	none := filepath.Join(t.TempDir(), "absente")
	if code, _, _ := ran("-base", none, "liste"); code != exitRefused {
		t.Errorf("exit %d", code)
	}
	log.Print("Fyne error: without a folder")
	if _, err := os.Stat(none); !os.IsNotExist(err) {
		t.Errorf("to speak made the folder: %v", err)
	}
}

func TestADossierIsFoundWhateverBearsItsName(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.Mkdir("2026-001", 0o700); err != nil {
		t.Fatal(err)
	}
	must(t, "-base", "base", "importer", written(t, riom()))
	must(t, "-base", "base", "enregistrer", "-json", "2026-001")
	odd := riom()
	odd.ID, odd.Reference = "b2", "../../été"
	file := written(t, odd)
	for _, want := range []string{"ajouté sous la référence", "déjà présent, dossier"} {
		if got := must(t, "-base", "base", "importer", file); !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := must(t, "-base", "base", "liste"); strings.Contains(got, "..") || strings.Count(got, "Riom") != 2 {
		t.Errorf("liste:\n%s", got)
	}
	odd.ID, odd.Reference = "c3", "ÉTÉ-1"
	must(t, "-base", "base", "importer", written(t, odd))
	must(t, "-base", "base", "enregistrer", "-json", "e\u0301te-1")
	must(t, "enregistrer", "-json", "exemple:Briançon")
}

func TestADocumentAskedForTwiceIsWrittenOnce(t *testing.T) {
	out := must(t, "exporter", "-vers", t.TempDir(), "-documents", "fiche-de-poste,,fiche-de-poste", "exemple:riom")
	if n := strings.Count(out, "\n"); n != 1 {
		t.Errorf("%d files: %q", n, out)
	}
}

func TestAFindingWithoutARuleHasNoOrphanComma(t *testing.T) {
	_, out, _ := ran("verifier", written(t, riom()))
	if strings.Contains(out, "],") || !strings.Contains(out, "[bloquant] fiche ") {
		t.Errorf("verifier:\n%.300s", out)
	}
}

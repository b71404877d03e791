package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
)

// A dossier of the base goes out with its pieces, in a folder or in a zip, and the manifest holds for both.
func TestTheCompleteDossierGoesOutWithItsPieces(t *testing.T) {
	base, to := t.TempDir(), t.TempDir()
	store, err := storage.Open(base, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := example("briancon")
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Save(d); err != nil {
		t.Fatal(err)
	}
	piece := []byte("%PDF-1.7 un relevé d’identité bancaire")
	if _, err := store.Attach(d.ID, "rib.pdf", "Relevé d’identité bancaire", bytes.NewReader(piece)); err != nil {
		t.Fatal(err)
	}
	frozen := []byte("%PDF-1.7 une fiche de poste")
	for v := 1; v <= 2; v++ {
		if _, err := store.Freeze(d, storage.Frozen{Paper: model.PaperJob, Version: v, Day: "2026-03-12"}, fmt.Append(frozen, v)); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	folder, file := filepath.Join(to, "dossier"), filepath.Join(to, "dossier.zip")
	for _, dest := range []string{folder, file} {
		if code, _, stderr := ran("-base", base, "exporter", "-complet", "-vers", dest, d.Reference); code != exitDone {
			t.Fatalf("exit %d: %s", code, stderr)
		}
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	manifest, err := os.ReadFile(filepath.Join(folder, "manifeste-sha256.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if want := len(document.All()) + 4; len(z.File) != want {
		t.Errorf("the zip holds %d files, want %d", len(z.File), want)
	}
	for _, f := range z.File {
		b, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(f.Name)))
		if err != nil {
			t.Fatal(err)
		}
		line := fmt.Sprintf("%x  %s\n", sha256.Sum256(b), f.Name)
		if f.Name != "manifeste-sha256.txt" && !strings.Contains(string(manifest), line) {
			t.Errorf("the manifest lacks %s", line)
		}
		if f.UncompressedSize64 != uint64(len(b)) {
			t.Errorf("%s: %d bytes in the zip, %d in the folder", f.Name, f.UncompressedSize64, len(b))
		}
	}
	last, err := filepath.Glob(filepath.Join(folder, "05_*"))
	if err != nil || len(last) != 1 || filepath.Base(last[0]) != "05_20260312_fiche-de-poste_briancon_v2.pdf" {
		t.Errorf("the job is %v, %v: want its last frozen version alone", last, err)
	}
	if b, err := os.ReadFile(filepath.Join(folder, "pieces", "01_releve-d-identite-bancaire.pdf")); err != nil || !bytes.Equal(b, piece) {
		t.Errorf("the piece is %q, %v", b, err)
	}
}

func TestTheCompleteDossierIsNotChosenByPaper(t *testing.T) {
	if code, _, _ := ran("exporter", "-complet", "-documents", "deliberation", "exemple:riom"); code != exitUsage {
		t.Errorf("exit %d, want %d", code, exitUsage)
	}
}

func TestTheScheduleIsWrittenForASpreadsheet(t *testing.T) {
	file := filepath.Join(t.TempDir(), "riom.xlsx")
	must(t, "exporter", "-echeancier", file, "exemple:riom")
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	blank := written(t, model.New("x", "2026-001", "2026-11-23"))
	if code, _, errs := ran("exporter", "-echeancier", file+"2", blank); code != exitUsage {
		t.Errorf("a name that is no spreadsheet: exit %d, %s", code, errs)
	}
	if code, _, errs := ran("exporter", "-echeancier", filepath.Join(t.TempDir(), "a.xlsx"), blank); code != exitRefused || !strings.Contains(errs, "coût mensuel") {
		t.Errorf("an empty dossier: exit %d, %s", code, errs)
	}
}

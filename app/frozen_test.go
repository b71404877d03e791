package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper"
)

// frozenBase makes a base that holds Riom, with both conventions frozen.
func frozenBase(t *testing.T) (base string, d *model.Dossier) {
	t.Helper()
	base = t.TempDir()
	d, _ = model.Example("riom")
	inBase(t, base, func(s *storage.Store) {
		if err := s.Save(d); err != nil {
			t.Fatal(err)
		}
		for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
			doc, err := document.Final(d, id, 1, "2026-11-16")
			if err != nil {
				t.Fatal(err)
			}
			pdf, err := paper.PDF(doc)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Freeze(d, storage.Frozen{Paper: id, Version: 1, Day: "2026-11-16", Program: "0.1.0"}, pdf); err != nil {
				t.Fatal(err)
			}
		}
	})
	return base, d
}

func inBase(t *testing.T, base string, use func(*storage.Store)) {
	t.Helper()
	s, err := storage.Open(base, storage.Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	use(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFinalPapersAreThoseThatWereFrozen(t *testing.T) {
	base, d := frozenBase(t)
	dir := t.TempDir()
	conventions := "convention-soutien,convention-mise-a-disposition"
	out := must(t, "-base", base, "exporter", "-final", "-vers", dir, "-documents", conventions, d.Reference)
	paths := strings.Split(strings.TrimSpace(out), "\n")
	if len(paths) != 2 || filepath.Base(paths[0]) != "20261116_convention-soutien_riom_v1.pdf" {
		t.Fatalf("exporter -final: %q", out)
	}
	if got := must(t, "-base", base, "verifier", paths[0]); !strings.Contains(got, "authentique. C’est « Convention de soutien », version 1") {
		t.Errorf("verifier: %s", got)
	}
	pdf, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	altered, unknown := filepath.Join(dir, "modifié.pdf"), filepath.Join(dir, "autre.pdf")
	pdf[len(pdf)/2] ^= 1
	for path, b := range map[string][]byte{altered: pdf, unknown: bytes.Repeat([]byte("%PDF-1.7\n"), 9)} {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for path, want := range map[string]string{altered: "modifié. Il vient de « Convention de soutien »", unknown: "inconnu."} {
		if code, got, _ := ran("-base", base, "verifier", path); code != exitRefused || !strings.Contains(got, want) {
			t.Errorf("verifier %s: exit %d, %s", path, code, got)
		}
	}
	d.Mission.Months = 12
	inBase(t, base, func(s *storage.Store) {
		if err := s.Save(d); err != nil {
			t.Fatal(err)
		}
	})
	code, out, _ := ran("-base", base, "exporter", "-final", "-vers", dir, "-documents", conventions+",bilan-final", d.Reference)
	if code != exitRefused || strings.Count(out, "n’est plus à jour") != 2 || strings.Count(out, "Durée de la mission : 24") != 2 ||
		!strings.Contains(out, "Bilan final : n’est pas figé.") {
		t.Errorf("after a change, exit %d:\n%s", code, out)
	}
	if code, _, errs := ran("exporter", "-final", "-vers", dir, "exemple:riom"); code != exitRefused || !strings.Contains(errs, "importer") {
		t.Errorf("of no base, exit %d: %s", code, errs)
	}
}

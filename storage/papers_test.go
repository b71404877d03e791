package storage

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"appuitechnique/model"
)

func pdfOf(words, id string) []byte {
	return []byte("%PDF-1.7\n" + words + "\ntrailer\n<</Size 1 /ID [<" + id + "> <" + id + ">]>>\n%%EOF\n")
}

func freeze(t *testing.T, s *Store, d *model.Dossier, paper model.Paper, version int, pdf []byte) Attachment {
	t.Helper()
	a, err := s.Freeze(d, Frozen{Paper: paper, Version: version, Day: "2026-11-16", Program: "0.1.0"}, pdf)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// kept checks that the only frozen paper is as it was frozen.
func kept(t *testing.T, s *Store, id string, pdf []byte) Attachment {
	t.Helper()
	list, err := s.Papers(id)
	if err != nil || len(list) != 1 {
		t.Fatalf("%+v, %v", list, err)
	}
	a := list[0]
	if !bytes.Equal(attached(t, s, id, a.ID), pdf) || a.SHA256 != hexSum(pdf) || a.Frozen.Program != "0.1.0" || a.Frozen.Day != "2026-11-16" {
		t.Errorf("the frozen paper is %+v", a)
	}
	was, err := a.Frozen.Dossier()
	if err != nil || was.Mission.Months != 18 {
		t.Errorf("its answers are %+v, %v", was, err)
	}
	return a
}

func TestAFrozenPaperSurvivesEverything(t *testing.T) {
	dir, c := t.TempDir(), morning()
	s := timedStore(t, dir, c)
	d := dossier("a1", "2026-001", "Riom")
	d.Mission.Months = 18
	save(t, s, d)
	pdf := pdfOf("convention", "0123456789abcdef0123456789abcdef")
	a := freeze(t, s, d, model.PaperSupport, 1, pdf)
	d.Mission.Months = 24
	save(t, s, d)
	kept(t, s, "a1", pdf)
	if err := s.Detach("a1", a.ID); err == nil {
		t.Error("a frozen paper was taken away")
	}
	if list, err := s.Attachments("a1"); err != nil || len(list) != 0 {
		t.Errorf("a frozen paper passes for an attachment: %+v, %v", list, err)
	}
	if _, err := s.Freeze(d, Frozen{Paper: model.PaperSupport, Version: 1}, pdf); err == nil {
		t.Error("version 1 was frozen twice")
	}
	if err := s.SendToSign("a1", a.ID, "2026-11-17"); err != nil {
		t.Fatal(err)
	}
	if err := s.MarkSigned("a1", a.ID, "2026-11-20", "signée.pdf", bytes.NewReader(pdfOf("scan", ""))); err != nil {
		t.Fatal(err)
	}
	backup, file := filepath.Join(t.TempDir(), "x.sauv"), filepath.Join(t.TempDir(), "riom.acv")
	if err := s.Backup(backup); err != nil {
		t.Fatal(err)
	}
	if err := s.WritePackage(file, d, ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, lost := range []string{markName, baseName} { // as after a crash: the base is made again from the journal
		if err := os.RemoveAll(filepath.Join(dir, lost)); err != nil {
			t.Fatal(err)
		}
	}
	rebuilt, restored, received := timedStore(t, dir, c), openedStore(t, t.TempDir()), openedStore(t, t.TempDir())
	if _, err := restored.RestoreBackup(backup, "", nil); err != nil {
		t.Fatal(err)
	}
	if _, _, err := received.ImportFile(file, ""); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Store{rebuilt, restored, received} {
		a := kept(t, s, "a1", pdf)
		if a.Frozen.Stage(1) != model.PaperSigned || a.Frozen.Signed != "2026-11-20" || a.Frozen.Sent != "2026-11-17" {
			t.Errorf("it stands at %+v", a.Frozen)
		}
		if got := attached(t, s, "a1", a.Frozen.Copy); !bytes.Equal(got, pdfOf("scan", "")) {
			t.Error("the signed copy is another file")
		}
	}
}

func TestAPaperIsRecognisedByItsBytes(t *testing.T) {
	s := openedStore(t, t.TempDir())
	d := dossier("a1", "2026-001", "Riom")
	save(t, s, d)
	pdf := pdfOf("convention", "0123456789abcdef0123456789abcdef")
	a := freeze(t, s, d, model.PaperSupport, 1, pdf)
	copied := pdfOf("scan", "")
	if err := s.MarkSigned("a1", a.ID, "2026-11-20", "signée.pdf", bytes.NewReader(copied)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		pdf  []byte
		want Genuine
	}{
		{"itself", pdf, PaperGenuine},
		{"with a signature after", append(bytes.Clone(pdf), "\n2 0 obj\n%%EOF\n"...), PaperExtended},
		{"with a word changed", bytes.Replace(pdf, []byte("convention"), []byte("Convention"), 1), PaperAltered},
		{"the copy", copied, PaperCopy},
		{"another", pdfOf("other", "ffffffffffffffffffffffffffffffff"), PaperUnknown},
		{"nothing", nil, PaperUnknown},
	} {
		got, of, id, err := s.Recognise(tt.pdf)
		if err != nil || got != tt.want || tt.want != PaperUnknown && (of.ID != a.ID || id != "a1") {
			t.Errorf("%s: %v, %s of %s, %v; want %v", tt.name, got, of.ID, id, err, tt.want)
		}
	}
	if r, err := s.OpenAttachment("a1", a.ID); err != nil {
		t.Error(err)
	} else if b, _ := io.ReadAll(r); !bytes.Equal(b, pdf) || r.Close() != nil {
		t.Error("it changed")
	}
}

func TestImportingAKnownDossierBringsItsFrozenPapers(t *testing.T) {
	here, there := openedStore(t, t.TempDir()), openedStore(t, t.TempDir())
	d := dossier("a1", "2026-001", "Riom")
	d.Mission.Months = 18
	save(t, here, d)
	pdf := pdfOf("convention", "0123456789abcdef0123456789abcdef")
	a := freeze(t, here, d, model.PaperSupport, 1, pdf)
	send := func(want Imported) {
		t.Helper()
		file := filepath.Join(t.TempDir(), "riom.acv")
		if err := here.WritePackage(file, d, ""); err != nil {
			t.Fatal(err)
		}
		if _, got, err := there.ImportFile(file, ""); err != nil || got != want {
			t.Fatalf("imported as %v, %v; want %v", got, err, want)
		}
	}
	twin := *d
	save(t, there, &twin)
	send(ImportPresent)
	kept(t, there, "a1", pdf)
	if err := here.MarkSigned("a1", a.ID, "2026-11-20", "signée.pdf", bytes.NewReader(pdfOf("scan", ""))); err != nil {
		t.Fatal(err)
	}
	send(ImportPresent)
	f := kept(t, there, "a1", pdf).Frozen
	if f.Signed != "2026-11-20" || !bytes.Equal(attached(t, there, "a1", f.Copy), pdfOf("scan", "")) {
		t.Errorf("its signature did not come: %+v", f)
	}
}

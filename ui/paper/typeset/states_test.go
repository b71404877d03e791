package typeset_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/typeset"
)

// strictly returns what pdfcpu, which takes the standard at its word, finds wrong with a file.
func strictly(file []byte) error {
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationStrict
	return api.Validate(bytes.NewReader(file), conf)
}

// TestPapersAreValidInEveryState paints the papers of the dossiers at both ends, as drafts, frozen, marked for a parapheur
// and initialled by hand or in fields, and has them judged by a program that is not ours. With PAPER_SAMPLES=DIR each is left in DIR, next to the
// list of its signature fields.
func TestPapersAreValidInEveryState(t *testing.T) {
	dir := os.Getenv("PAPER_SAMPLES")
	typeset.EachStressedPaper(t, func(name string, doc document.Document) {
		r, err := typeset.Layout(doc)
		if err != nil {
			t.Fatal(err)
		}
		file, err := pdf.Paint(r)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := strictly(file); err != nil {
			t.Errorf("%s: pdfcpu: %v", name, err)
		}
		if lost := difference(painted(r), extracted(t, file)); lost != "" {
			t.Errorf("%s: pdftotext reads other characters: %s", name, lost)
		}
		checkSigners(t, name, doc, r)
		if dir != "" {
			leave(t, filepath.Join(dir, name), file, r)
		}
	})
}

// checkSigners holds the fields against those who sign: one each, named after them, and read aloud by their name.
func checkSigners(t *testing.T, name string, doc document.Document, r *typeset.Result) {
	t.Helper()
	n := 0
	for _, b := range doc.Blocks {
		s, ok := b.(document.Signatures)
		if !ok {
			continue
		}
		for _, p := range s.Parties {
			if n >= len(r.Fields) {
				t.Fatalf("%s: %d fields, too few", name, n)
			}
			f := r.Fields[n]
			if !strings.HasPrefix(f.Name, "signature_"+p.Key) || !strings.Contains(f.Tip, strings.TrimSpace(p.Name.String())) {
				t.Errorf("%s: field %s (%s) is not that of %s", name, f.Name, f.Tip, p.Key)
			}
			n++
		}
	}
	if doc.Paraphes {
		n += checkParaphes(t, name, doc, r)
	}
	if n != len(r.Fields) {
		t.Errorf("%s: %d fields, want %d", name, len(r.Fields), n)
	}
}

// checkParaphes holds the fields to initial against the pages: one a box on each, named after both, and read aloud by the
// page and by who initials it. It counts them.
func checkParaphes(t *testing.T, name string, doc document.Document, r *typeset.Result) (n int) {
	t.Helper()
	var parties []document.Signatory
	for _, b := range doc.Blocks {
		if s, ok := b.(document.Signatures); ok && parties == nil {
			parties = s.Parties
		}
	}
	byName := map[string]typeset.Field{}
	for _, f := range r.Fields {
		byName[f.Name] = f
	}
	for page := range r.Pages {
		for k := range doc.Initials {
			f := byName[fmt.Sprintf("paraphe_%02d_p%02d", k+1, page+1)]
			if f.Page != page || !f.Paraphe || !strings.HasPrefix(f.Tip, "Paraphe") || !strings.HasSuffix(f.Tip, fmt.Sprintf(" – page %d", page+1)) {
				t.Errorf("%s: page %d: field %+v is not the paraphe of party %d", name, page+1, f, k+1)
			}
			if k < len(parties) && !strings.Contains(f.Tip, strings.TrimSpace(parties[k].For.String())) {
				t.Errorf("%s: the field %s says %q, not whose it is", name, f.Name, f.Tip)
			}
			n++
		}
	}
	return n
}

func leave(t *testing.T, path string, file []byte, r *typeset.Result) {
	t.Helper()
	var names strings.Builder
	for _, f := range r.Fields {
		fmt.Fprintln(&names, f.Name)
	}
	for ext, data := range map[string][]byte{".pdf": file, ".fields": []byte(names.String())} {
		if err := os.WriteFile(path+ext, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

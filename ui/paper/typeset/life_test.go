package typeset_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/typeset"
)

// TestPapersOfTheLifeAreValidInEveryState has the papers that follow a frozen one, the bordereau, the sheet of the recovery code
// and a report with photographs judged by a program that is not ours, and leaves them where PAPER_SAMPLES says.
func TestPapersOfTheLifeAreValidInEveryState(t *testing.T) {
	dir := os.Getenv("PAPER_SAMPLES")
	for name, doc := range papersOfTheLife(t) {
		r, err := typeset.Layout(doc)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
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
			leave(t, filepath.Join(dir, "vie-"+name), file, r)
		}
	}
}

// papersOfTheLife makes them from Riom and from a Riom changed in what binds, in what does not, and in its clauses.
func papersOfTheLife(t *testing.T) map[string]document.Document {
	t.Helper()
	town := func(change func(*model.Dossier)) *model.Dossier {
		d, ok := model.Example("riom")
		if !ok {
			t.Fatal("no example")
		}
		change(d)
		return d
	}
	clause := func(paper model.Paper, text string) *model.Clause {
		return &model.Clause{Row: model.Row{Key: string(paper)}, Paper: paper, Title: "Accès au chantier", Text: text}
	}
	was := town(func(d *model.Dossier) {
		d.Clauses.List = append(d.Clauses.List, clause(model.PaperSupport, "L’accès au chantier est libre."))
	})
	bound := town(func(d *model.Dossier) {
		d.Mission.Months, d.Signatories.Mayor.LastName = 18, "Exemple-Durand de la Tour-d’Auvergne"
		d.Clauses.List = append(d.Clauses.List, clause(model.PaperSecondment, "Les clés sont remises au début de chaque mois."))
		d.Pictures = []model.Picture{photograph(t, "La halle, vue du nord", 600, 400), photograph(t, "", 300, 900)}
	})
	formal := town(func(d *model.Dossier) { d.Contacts.DataOfficer = "dpo@exemple.fr" })
	first := func(d *model.Dossier) document.Version {
		return document.Version{Answers: d, Number: 1, Frozen: "2026-11-16", Signed: "2026-11-20"}
	}
	out := map[string]document.Document{}
	add := func(name string, doc document.Document, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = doc
	}
	now := document.Version{Answers: bound}
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		doc, err := document.Derive(document.Comparison, id, first(was), now, 0, false)
		add("comparaison-"+string(id), doc, err)
		for ready, state := range map[bool]string{true: "fige", false: "projet"} {
			doc, err = document.Derive(document.AmendmentSheet, id, first(was), now, 1, ready)
			add("avenant-"+string(id)+"-"+state, doc, err)
		}
		base := town(func(*model.Dossier) {})
		doc, err = document.Derive(document.ErratumSheet, id, first(base), document.Version{Answers: formal}, 0, false)
		add("erratum-"+string(id), doc, err)
	}
	for _, id := range []model.Paper{model.PaperStudy, model.PaperSecondment, model.PaperRecap} {
		doc, err := document.Compose(bound, id)
		add("complet-"+string(id), doc, err)
	}
	add("bordereau", document.Inventory(bound, []document.Enclosed{
		{Paper: model.PaperSupport, Version: "v1", Day: "2026-11-16", Pages: 23, File: "08_20261116_convention-soutien_riom_v1.pdf"},
		{Title: "Échéancier, pour tableur", Day: "2026-11-16", File: "17_20261116_echeancier_riom.xlsx"},
	}), nil)
	add("code-de-secours", document.RescueSheet("YB9D-ZW0G-3TBA-NR0J-6SR3-D5KF-GY4R-P3AG", "/home/une-personne/Appui technique", "2026-11-24"), nil)
	return out
}

// photograph is a JPEG of one colour.
func photograph(t *testing.T, caption string, width, height int) model.Picture {
	t.Helper()
	img := image.NewGray(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetGray(x, y, color.Gray{160})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return model.Picture{Caption: caption, Data: b.Bytes(), Width: width, Height: height}
}

package document

import (
	"fmt"
	"strings"

	"appuitechnique/model"
)

// papers lists what can be written, in the order of the road.
var papers = []struct {
	id    model.Paper
	title string
	write func(*writer, *Document)
}{
	{model.PaperEligibility, "Note d’éligibilité", writeEligibility},
	{model.PaperBacking, "Lettre d’engagement du maire", writeBacking},
	{model.PaperStudy, "Rapport de la mission d’AMO", writeStudy},
	{model.PaperRoadmap, "Feuille de route", writeRoadmap},
	{model.PaperJob, "Fiche de poste", writeJob},
	{model.PaperDeliberation, "Délibération", writeDeliberation},
	{model.PaperMembership, "Bulletin d’adhésion", writeMembership},
	{model.PaperSupport, "Convention de soutien", writeSupport},
	{model.PaperSecondment, "Convention de mise à disposition", writeSecondment},
	{model.PaperFirstClaim, "Demande de versement n° 1", writeFirstClaim},
	{model.PaperService, "Attestation de service fait", writeService},
	{model.PaperMidterm, "Évaluation à mi-parcours", writeMidterm},
	{model.PaperFinal, "Bilan final", writeFinal},
	{model.PaperSecondClaim, "Demande de versement n° 2", writeSecondClaim},
	{model.PaperCalculation, "Note de calcul", writeCalculation},
	{model.PaperRecap, "Récapitulatif", writeRecap},
}

// All lists the papers that Compose writes, in the order of the road.
func All() []model.Paper {
	out := make([]model.Paper, len(papers))
	for i, p := range papers {
		out[i] = p.id
	}
	return out
}

// Title names a paper as people call it; empty for a paper that Compose does not write.
func Title(id model.Paper) string {
	for _, p := range papers {
		if p.id == id {
			return p.title
		}
	}
	return ""
}

// Compose writes the paper id of d, as a draft. It fails on a paper that it does not know.
func Compose(d *model.Dossier, id model.Paper) (Document, error) {
	w, doc, err := compose(d, id)
	if err != nil {
		return Document{}, err
	}
	doc.Blocks = w.blocks
	return doc, nil
}

// Final writes the paper id of d as it is frozen: without the marks of a draft, under its version, dated of that day.
func Final(d *model.Dossier, id model.Paper, version int, day model.Day) (Document, error) {
	w := newWriter(d)
	w.final = true
	doc, err := w.compose(id)
	doc.Blocks, doc.Draft, doc.Version, doc.Day = w.blocks, false, fmt.Sprintf("v%d", version), day
	return doc, err
}

func compose(d *model.Dossier, id model.Paper) (*writer, Document, error) {
	w := newWriter(d)
	doc, err := w.compose(id)
	return w, doc, err
}

// compose writes the paper id; the blocks stay in w.
func (w *writer) compose(id model.Paper) (Document, error) {
	d := w.d
	for _, p := range papers {
		if p.id != id {
			continue
		}
		doc := Document{
			ID: id, Title: p.title, Short: p.title, Reference: d.Reference, Version: "projet", Day: d.Changed,
			Draft: true, Specimen: d.Specimen, Organisation: upperFirst(w.townName().String()),
			Subtitle: w.subtitle(),
		}
		if w.has(&d.Signing.Tag) {
			doc.SignTag = oneLine(d.Signing.Tag)
		}
		doc.Paraphes = w.has(&d.Signing.Paraphes) && d.Signing.Paraphes == model.Yes
		p.write(w, &doc)
		if d.Town.Name != "" {
			doc.Short += " – " + w.townName().String()
		}
		doc.Title, doc.Short, doc.Organisation = frenchText(doc.Title), frenchText(doc.Short), frenchText(doc.Organisation)
		return doc, nil
	}
	return Document{}, fmt.Errorf("compose paper %q: unknown paper", id)
}

// subtitle says which project of which town.
func (w *writer) subtitle() string {
	p := &w.d.Project
	parts := []string{"Appui technique Action Cœur de Ville"}
	if w.has(&p.Title) {
		parts = append(parts, oneLine(p.Title))
	}
	if w.d.Town.Name != "" {
		parts = append(parts, upperFirst(w.townName().String()))
	}
	return frenchText(strings.Join(parts, " – "))
}

// paraphes counts the boxes to initial on every page: one a party, when each page is to be initialled, by hand or with a
// certificate.
func (w *writer) paraphes(parties int) int {
	s := &w.d.Signing
	asked := s.Initials
	if s.Mode == model.SigningElectronic {
		asked = s.Paraphes
	}
	if s.Mode != "" && asked == model.Yes {
		return parties
	}
	return 0
}

// advice opens an act: it is not yet read by a lawyer.
func (w *writer) advice() {
	if w.final {
		return
	}
	w.add(Note{Text: w.say(bold("Projet à faire relire. "), "Ce texte est une aide à la rédaction ; il ne vaut pas conseil "+
		"juridique. Avant signature, faites-le relire par le service juridique et par l’ordonnateur, et levez les mentions « "+
		"à compléter » et « à confirmer ».")})
}

// toCheck closes a draft with the references that nobody has read again for this version.
func (w *writer) toCheck(references ...string) {
	if w.final {
		return
	}
	text := w.say(bold("Références à vérifier avant signature. "), "Ces références n’ont pas été relues sur Légifrance pour "+
		"cette version : ", strings.Join(references, " ; "), ".")
	w.add(Note{Text: text})
}

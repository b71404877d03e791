package document

import (
	"strings"
	"testing"

	"appuitechnique/model"
)

// What was not answered is named as lacking, in a sentence that still reads; nothing is made up in its place.
func TestNothingIsMadeUpFromSilence(t *testing.T) {
	for _, tt := range []struct {
		name   string
		paper  model.Paper
		change func(*model.Dossier)
		want   string
		never  string
	}{
		{"no risk", model.PaperRoadmap, func(d *model.Dossier) { d.Study.Risks = nil },
			"Aucun risque n’est inscrit à la présente feuille de route.", "pas relevé"},
		{"no copies", model.PaperSupport, func(d *model.Dossier) { d.Signing.Mode, d.Signing.Copies = model.SigningByHand, 0 },
			", en [à compléter : nombre d’exemplaires originaux], le", "en deux (2)"},
		{"one copy", model.PaperSupport, func(d *model.Dossier) { d.Signing.Mode, d.Signing.Copies = model.SigningByHand, 1 },
			", en un (1) exemplaire original, le", "exemplaires originaux"},
		{"a task before the mission", model.PaperRoadmap, func(d *model.Dossier) { d.Mission.Tasks[0].First = -2 },
			"[à compléter : premier et dernier mois]", ""},
		{"a task that ends before it begins", model.PaperRoadmap, func(d *model.Dossier) {
			d.Mission.Tasks[0].First, d.Mission.Tasks[0].Last = 5, 4
		}, "[à compléter : premier et dernier mois]", ""},
		{"no sense of the window", model.PaperSupport, func(d *model.Dossier) { d.Terms.WindowMeans = "" },
			" ; [à compléter : la signature de la convention, la prise de poste ou la fin de la mise à disposition] doit " +
				"intervenir dans cette période", ""},
		{"an unknown sense of the window", model.PaperSupport, func(d *model.Dossier) { d.Terms.WindowMeans = "zzz" },
			"la fin de la mise à disposition] doit intervenir", ""},
		{"no tax base", model.PaperSupport, func(d *model.Dossier) { d.Terms.TaxBase = "" },
			"Il est retenu [à compléter : hors taxes ou toutes taxes comprises]", ""},
		{"fees", model.PaperSupport, func(d *model.Dossier) { d.Terms.FeesIncluded = "" },
			"du Groupement [à compléter : sont ou ne sont pas compris] dans ce coût", ""},
		{"dues", model.PaperSupport, func(d *model.Dossier) { d.Terms.DuesIncluded = "" },
			"La cotisation d’adhésion [à compléter : y est ou n’y est pas comprise]", ""},
		{"evenings", model.PaperJob, func(d *model.Dossier) { d.Job.Evenings = "" },
			"Réunions en soirée | [à compléter : oui ou non]", ""},
		{"consent given", model.PaperSecondment, func(d *model.Dossier) { d.Expert.Consent = "2026-11-06" },
			"a donné son accord écrit à la mise à disposition le 6 novembre 2026.", "donnera"},
		{"no expert yet", model.PaperSecondment, func(d *model.Dossier) { d.Expert.Found = model.No },
			"que la mise à disposition est subordonnée à l’accord écrit de l’expert concerné.", "a donné son accord"},
	} {
		d, _ := model.Example("riom")
		tt.change(d)
		doc, err := Compose(d, tt.paper)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(doc.Text())
		if !strings.Contains(text, tt.want) {
			t.Errorf("%s: no %q in the paper", tt.name, tt.want)
		}
		if tt.never != "" && strings.Contains(text, tt.never) {
			t.Errorf("%s: the paper says %q", tt.name, tt.never)
		}
	}
}

func TestWhatIsNotDrawnIsNamedUnderTheDrawing(t *testing.T) {
	d := busy(3)
	d.Mission.Tasks[1].First, d.Mission.Tasks[1].Last = 30, 31
	doc, err := Compose(d, model.PaperRoadmap)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(doc.Text())
	_, note, found := strings.Cut(text, "Ne figurent pas sur ce calendrier")
	note, _, _ = strings.Cut(note, "6. ")
	if !found || !strings.Contains(note, "la tâche « Tâche 2 » ;") || !strings.Contains(note, "le jalon J3, « Dehors ».") ||
		strings.Contains(note, "Tâche 1") || strings.Contains(note, "Lancement") {
		t.Errorf("under the drawing: %q", note)
	}
	riom, _ := model.Example("riom")
	if doc, err := Compose(riom, model.PaperRoadmap); err != nil || strings.Contains(doc.Text(), "Ne figurent pas") {
		t.Errorf("all of Riom is drawn, and a note says otherwise: %v", err)
	}
}

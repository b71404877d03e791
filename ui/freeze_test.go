package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/kit"
)

func TestAPaperIsFrozenSentAndMarkedWhenItsAnswersMove(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		e.showDocuments()
		e.askFreeze(id, e.lives()[id], nil)
		if !says(s, "Cette version ne changera plus.") {
			t.Fatal("nothing is asked before freezing")
		}
		tapButton(t, s, "Figer")
		s.settle()
	}
	all, err := s.store.Papers(e.dossier.ID)
	if err != nil || len(all) != 2 {
		t.Fatalf("%d papers are frozen, %v", len(all), err)
	}
	e.showDocuments()
	if !says(s, "Figé v1") || says(s, "N’est plus à jour") {
		t.Error("the page does not show that both conventions are frozen")
	}
	e.askSend(model.PaperSupport, e.lives()[model.PaperSupport])
	tapButton(t, s, "Noter l’envoi")
	if !says(s, "En signature") {
		t.Error("the page does not show that a convention was sent")
	}
	was := e.dossier.Mission.Months
	e.dossier.Mission.Months = was - 6
	e.touched()
	e.showDocuments()
	lives := e.lives()
	for _, id := range []model.Paper{model.PaperSupport, model.PaperSecondment} {
		named := false
		for _, m := range lives[id].moved {
			named = named || m.Field == "mission.months"
		}
		if !named {
			t.Errorf("%s does not say that the duration moved: %+v", id, lives[id].moved)
		}
	}
	if !says(s, "N’est plus à jour.") || !says(s, "→") {
		t.Error("the page does not say what moved")
	}
	e.dossier.Mission.Months = was
	e.touched()
	e.showDocuments()
	if says(s, "N’est plus à jour.") {
		t.Error("a paper whose answers are back is still said to be late")
	}
}

func TestAPaperThatIsNotReadyIsRefusedWithTheRemedy(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.dossier.Signatories.BankDelegation = ""
	e.askFreeze(model.PaperSupport, life{}, model.Unempowered(e.dossier, model.PaperSupport))
	if !says(s, "Demandez à la Direction régionale") {
		t.Error("the remedy is not said")
	}
	tapButton(t, s, "Aller à la question")
	if e.field != "signatories.bankDelegation" {
		t.Errorf("it leads to %q", e.field)
	}
}

func TestTheSignedCopyIsKeptWithItsDay(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showDocuments()
	e.freeze(model.PaperSupport, 1)
	s.settle()
	path := filepath.Join(t.TempDir(), "signée.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7\nscan"), 0o600); err != nil {
		t.Fatal(err)
	}
	e.askSigned(model.PaperSupport, e.lives()[model.PaperSupport], path)
	day, ok := s.canvas.Focused().(*kit.Entry)
	if !ok {
		t.Fatal("the day is not asked")
	}
	for _, tt := range []struct{ typed, says string }{
		{"", "Indiquez le jour"},
		{"1/1/2020", "ne peut pas précéder"},
		{"1/1/2090", "n’est pas encore venu"},
	} {
		day.Write(tt.typed)
		tapButton(t, s, "Enregistrer")
		if !says(s, tt.says) {
			t.Errorf("%q: the dialog does not say « %s »", tt.typed, tt.says)
		}
	}
	day.Write(s.today().Short())
	tapButton(t, s, "Enregistrer")
	s.settle()
	f := e.lives()[model.PaperSupport].last.Frozen
	if f.Signed != s.today() || f.Copy == "" || !says(s, "Signé") || !says(s, "signée le") {
		t.Errorf("it stands at %+v", f)
	}
	tapButton(t, s, "Signatures…")
	s.settle()
	if !says(s, "aucune signature électronique") {
		t.Error("a scan is not told from a signed file")
	}
}

func TestTheSignaturesOfACopyAreSaid(t *testing.T) {
	signed, err := os.ReadFile(filepath.Join("paper", "signature", "testdata", "deux.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	altered := bytes.Clone(signed)
	altered[20] ^= 1
	for _, tt := range []struct {
		name           string
		original, copy []byte
		says           []string
	}{
		{"the frozen paper, signed", signed[:300], signed, []string{"Camille Exemple-Durand", "Thibault Exemple-Garnier", "intacte", "à l’octet près"}},
		{"another file", []byte("%PDF"), signed[4:], []string{"n’a pas été faite à partir de la version figée"}},
		{"one that was altered", altered[:300], altered, []string{"rompue"}},
	} {
		got := signaturesOf(tt.original, tt.copy)
		for _, want := range tt.says {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q does not say %q", tt.name, got, want)
			}
		}
	}
}

func TestADraftThatWasReadThroughIsOneUntilItSaysSomethingElse(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	stage := func() model.PaperStage { return e.lives()[model.PaperSupport].stage() }
	e.readThrough(model.PaperSupport, document.Fingerprint(e.dossier, model.PaperSupport))
	e.showDocuments()
	if stage() != model.PaperReread || !says(s, "Relu") {
		t.Errorf("it stands at %v", stage())
	}
	months := e.dossier.Mission.Months
	e.dossier.Mission.Months = 18
	if stage() != model.PaperDraft {
		t.Error("it passes for read though it says something else")
	}
	e.dossier.Mission.Months = months
	tapButton(t, s, "À relire")
	if stage() != model.PaperDraft {
		t.Error("it is not to be read again")
	}
	e.showDocuments()
	tapButton(t, s, "Marquer comme relu")
	var first model.Paper
	for name := range e.dossier.Marks.Reread {
		first = model.Paper(name)
	}
	if got := e.lives()[first].stage(); got != model.PaperReread {
		t.Errorf("%s stands at %v", first, got)
	}
	e.freeze(first, 1)
	s.settle()
	if got := e.lives()[first].stage(); got != model.PaperFrozen {
		t.Errorf("%s, once frozen, stands at %v", first, got)
	}
}

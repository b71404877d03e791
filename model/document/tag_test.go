package document

import (
	"testing"

	"appuitechnique/model"
)

// The mark that a parapheur looks for is printed where one signs electronically and asks for it, and nowhere else.
func TestTheMarkOfTheParapheurIsAnOption(t *testing.T) {
	for _, tt := range []struct {
		mode model.SigningMode
		tag  string
		want string
	}{
		{model.SigningElectronic, " #signature# ", "#signature#"}, {model.SigningElectronic, "", ""}, {model.SigningByHand, "#signature#", ""},
	} {
		d, _ := model.Example("grasse")
		d.Signing.Mode, d.Signing.Tag = tt.mode, tt.tag
		doc, err := Compose(d, model.PaperSupport)
		if err != nil {
			t.Fatal(err)
		}
		if doc.SignTag != tt.want {
			t.Errorf("signed %s with the mark %q: %q is printed, want %q", tt.mode, tt.tag, doc.SignTag, tt.want)
		}
	}
}

// Pages are initialled by hand or in fields, where it is asked for; with a certificate, not unless it is.
func TestParaphesAreAnOption(t *testing.T) {
	for _, tt := range []struct {
		mode             model.SigningMode
		byHand, inFields model.Answer
		boxes            int
		fields           bool
	}{
		{model.SigningElectronic, model.Yes, "", 0, false}, {model.SigningElectronic, model.Yes, model.No, 0, false},
		{model.SigningElectronic, model.No, model.Yes, 2, true}, {model.SigningByHand, model.Yes, model.Yes, 2, false},
		{model.SigningByHand, model.No, model.Yes, 0, false}, {"", model.Yes, model.Yes, 0, false},
	} {
		d, _ := model.Example("grasse")
		d.Signing.Mode, d.Signing.Initials, d.Signing.Paraphes = tt.mode, tt.byHand, tt.inFields
		doc, err := Compose(d, model.PaperSupport)
		if err != nil {
			t.Fatal(err)
		}
		if doc.Initials != tt.boxes || doc.Paraphes != tt.fields {
			t.Errorf("%+v: %d boxes, fields %v", tt, doc.Initials, doc.Paraphes)
		}
	}
}

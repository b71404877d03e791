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

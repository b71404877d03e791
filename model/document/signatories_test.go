package document

import (
	"strings"
	"testing"

	"appuitechnique/model"
)

// The boxes to sign that a paper prints are those of its signatories, by name; the registre and its extrait repeat them.
func TestSignatoriesAreThoseThatThePapersPrint(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		for _, id := range All() {
			doc, err := Compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			printed := map[string]string{}
			for _, b := range doc.Blocks {
				if s, ok := b.(Signatures); ok {
					for _, p := range s.Parties {
						printed[p.Key] = p.Name.String()
					}
				}
			}
			list := model.SignatoriesOf(d, id)
			if len(list) != len(printed) {
				t.Errorf("%s, %s: %d signatories, %d boxes", name, id, len(list), len(printed))
			}
			for _, s := range list {
				got, ok := printed[s.Key]
				bare := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
				if !ok || !strings.Contains(bare.Replace(got), strings.ReplaceAll(upperFirst(s.Name), "'", "’")) {
					t.Errorf("%s, %s: %s prints %q, want %q", name, id, s.Key, got, s.Name)
				}
			}
		}
	}
}

package model

import (
	"strings"
	"testing"
)

func TestOfficialNumbersAreCheckedAsTyped(t *testing.T) {
	siren := "216303008"
	for _, tt := range []struct {
		name  string
		check func(*string) func() error
		typed string
		says  string // part of the advice; empty when the answer is right
	}{
		{"SIREN of Riom", sirenCheck, "216303008", ""},
		{"SIREN in groups", sirenCheck, "216 303\u00a0008", ""},
		{"SIREN with a slip", sirenCheck, "216303009", "clé"},
		{"SIREN too short", sirenCheck, "21630300", "9 chiffres"},
		{"SIREN in letters", sirenCheck, "21630300A", "9 chiffres"},
		{"SIRET", siretOf(nil), "216 303 008 00017", ""},
		{"SIRET with a slip", siretOf(nil), "21630300800018", "clé"},
		{"SIRET too long", siretOf(nil), "216303008000180", "14 chiffres"},
		{"SIRET of the town", siretOf(&siren), "21630300800017", ""},
		{"SIRET of another", siretOf(&siren), "21060069800018", "commencer"},
		{"mail", mailCheck, " camille.exemple-durand@ville.exemple.fr ", ""},
		{"mail of no domain", mailCheck, "camille@ville", "adresse"},
		{"two mails", mailCheck, "a@b.fr, c@d.fr", "adresse"},
		{"phone", phoneCheck, "01 99 00 12 34", ""},
		{"phone with dots", phoneCheck, "01.99.00.12.34", ""},
		{"phone from abroad", phoneCheck, "+33 (0)1 99 00 12 34", ""},
		{"phone too short", phoneCheck, "01 99 00", "téléphone"},
		{"phone in letters", phoneCheck, "standard", "téléphone"},
		{"RNA", rnaCheck, "w751234567", ""},
		{"RNA of Corsica", rnaCheck, "W2B1234567", ""},
		{"RNA too short", rnaCheck, "W75123456", "RNA"},
		{"IBAN", ibanCheck, "FR76 3000 6000 0112 3456 7890 189", ""},
		{"IBAN from Belgium", ibanCheck, "BE68539007547034", ""},
		{"IBAN with a slip", ibanCheck, "FR76 3000 6000 0112 3456 7890 188", "clé"},
		{"IBAN cut", ibanCheck, "FR76 3000 6000 0112 3456 7890", "27"},
		{"IBAN of signs", ibanCheck, "FR76 3000 6000 0112 3456 7890 1-9", "clé"},
		{"no IBAN", ibanCheck, "12", "IBAN"},
	} {
		typed := tt.typed
		err := tt.check(&typed)()
		if tt.says == "" && err != nil || tt.says != "" && (err == nil || !strings.Contains(err.Error(), tt.says)) {
			t.Errorf("%s: %q gives %v, want advice on %q", tt.name, tt.typed, err, tt.says)
		}
		if typed != tt.typed {
			t.Errorf("%s: %q became %q", tt.name, tt.typed, typed)
		}
	}
}

func siretOf(siren *string) func(*string) func() error {
	return func(p *string) func() error { return siretCheck(p, siren) }
}

// Whatever is typed, a check answers with advice or nothing, and leaves the answer as it is.
func FuzzChecksTakeWhateverIsTyped(f *testing.F) {
	for _, s := range []string{"", "é", "FR76", "FR76 3000 6000 0112 3456 7890 189", "W2B1234567", "21630300800017", "\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		typed := s
		for _, check := range []func(*string) func() error{
			sirenCheck, siretOf(&typed), mailCheck, phoneCheck, rnaCheck, ibanCheck,
		} {
			err := check(&typed)()
			if _, advice := err.(Advice); err != nil && !advice {
				t.Errorf("%q: %v is no advice", s, err)
			}
			if typed != s {
				t.Fatalf("%q became %q", s, typed)
			}
		}
	})
}

package model

import (
	"errors"
	"strings"
	"testing"
)

func TestAmountsAreReadAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]Cents{
		"": 0, "  ": 0, "1 234,50 €": 1_234_50, "1\u00a0234,50\u00a0€": 1_234_50, "1\u202f234,50\u202f€": 1_234_50,
		"1234.5": 1_234_50, "1234,5": 1_234_50, "0,5": 50, ",5": 50, "0,05": 5, "52000": 52_000_00, "52 000": 52_000_00,
		"52000 euros": 52_000_00, "52 000 EUR": 52_000_00, "1.234,50": 1_234_50, "1,234.50": 1_234_50,
		"1.234.567": 1_234_567_00, "12.345.678,9 €": 12_345_678_90, "1,234,567": 1_234_567_00, "007": 7_00,
		"1  234": 1_234_00, "99 999 999 999,99": mostCents, "1 euro": 1_00,
	} {
		if got, err := ParseCents(typed); got != want || err != nil {
			t.Errorf("ParseCents(%q) = %d, %v; want %d", typed, got, err, want)
		}
	}
}

func TestAmountsThatCannotBeReadSayWhatToType(t *testing.T) {
	const whole, plain, big = "Écrivez le montant en entier et en euros, par exemple 52 000.",
		"Écrivez un montant en euros, par exemple 1 234,50.", "Ce montant est trop grand. Vérifiez le nombre de zéros."
	const negative, endless = "Ce nombre ne peut pas être négatif : écrivez-le sans signe moins.", "Ce nombre est trop grand. Vérifiez le nombre de zéros."
	for typed, want := range map[string]Advice{
		"52 k€": whole, "52k": whole, "1,2 M€": whole, "3 millions": whole, "3 millions d’euros": whole, "50 K EUR": whole,
		"environ 1000": plain, "1.234": plain, "1,234": plain, "1 23": plain, "1,505": plain, "-5": negative, "− 500 €": negative, "-": plain, "1..5": plain, "5,": plain,
		"1.23.4": plain, "12 34,00": plain, "1.234,5,6": plain, "€": "", "NaN": plain, "1e3": plain, "１２": plain, "1234 $": plain,
		"100 000 000 000": big, "12345678901234": endless,
		"12 345 678 901 234 567 890 €": endless,
	} {
		got, err := ParseCents(typed)
		var advice Advice
		if errors.As(err, &advice); advice != want || got != 0 {
			t.Errorf("ParseCents(%q) = %d, %q; want %q", typed, got, advice, want)
		}
	}
}

func TestOtherNumbersAreReadAsPeopleTypeThem(t *testing.T) {
	if got, err := ParseRate("8,5 %"); got != 850 || err != nil {
		t.Errorf("8,5 %% reads %d, %v", got, err)
	}
	if got, err := ParseRate("45 pour cent"); got != 4_500 || err != nil {
		t.Errorf("45 pour cent reads %d, %v", got, err)
	}
	if _, err := ParseRate("10000,01"); err == nil {
		t.Error("10 000,01 % is read")
	}
	if got, err := ParseHundredths("470,80 m²", "m²"); got != 47_080 || err != nil {
		t.Errorf("470,80 m² reads %d, %v", got, err)
	}
	if got, err := ParseInt("18 820 habitants", "habitants"); got != 18_820 || err != nil {
		t.Errorf("18 820 habitants reads %d, %v", got, err)
	}
	if _, err := ParseInt("12,5"); err == nil {
		t.Error("12,5 is read as a whole number")
	}
	if _, err := ParseInt("-3"); err == nil || !strings.Contains(err.Error(), "négatif") {
		t.Errorf("-3 is refused with %v", err)
	}
}

// What is read is never negative nor beyond the largest amount, and what the program writes of it reads back the same.
func FuzzParseCents(f *testing.F) {
	for _, s := range []string{"1 234,50 €", "1.234,50", "1,234.5", "52 k€", "0,5", "\u202f1\u00a0234", "1.234.567", "9e9", "٣", ",,", "١٢"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, err := ParseCents(s)
		if c < 0 || c > mostCents || err != nil && c != 0 {
			t.Fatalf("ParseCents(%q) = %d, %v", s, c, err)
		}
		for _, written := range []string{c.String(), c.Plain()} {
			if back, err := ParseCents(written); back != c || err != nil {
				t.Fatalf("%q reads %d, written %q, which reads %d, %v", s, c, written, back, err)
			}
		}
		if h, err := ParseHundredths(s); err == nil {
			if back, err := ParseHundredths(h.String()); back != h || err != nil {
				t.Fatalf("%q reads %d, written %q, which reads %d, %v", s, h, h, back, err)
			}
		}
		if n, err := ParseInt(s); err == nil {
			if back, err := ParseInt(FormatInt(n)); back != n || err != nil {
				t.Fatalf("%q reads %d, written %q, which reads %d, %v", s, n, FormatInt(n), back, err)
			}
		}
	})
}

package model

import (
	"errors"
	"testing"
)

func TestDaysAreReadAsPeopleTypeThem(t *testing.T) {
	for typed, want := range map[string]Day{
		"": "", "12/03/2026": "2026-03-12", "12/3/26": "2026-03-12", "12.03.2026": "2026-03-12", "12-03-2026": "2026-03-12",
		"12 03 2026": "2026-03-12", "12 / 03 / 2026": "2026-03-12", "12032026": "2026-03-12", "2026-03-12": "2026-03-12",
		"2026/3/12": "2026-03-12", "12 mars 2026": "2026-03-12", "12 MARS 2026": "2026-03-12", "12 mars 26": "2026-03-12",
		"12-mars-2026": "2026-03-12", "12mars2026": "2026-03-12", "1er avril 2027": "2027-04-01", "1 er avril 2027": "2027-04-01",
		"le 12 mars 2026": "2026-03-12", "le jeudi 12 mars 2026": "2026-03-12", "jeudi 12 mars 2026": "2026-03-12",
		"3 févr. 2026": "2026-02-03", "3 fevrier 2026": "2026-02-03", "15 aout 2026": "2026-08-15", "15 août 2026": "2026-08-15",
		"24 déc 2026": "2026-12-24", "29/02/2028": "2028-02-29", "\u00a012\u00a0mars\u202f2026 ": "2026-03-12",
	} {
		if got, err := ParseDay(typed); got != want || err != nil {
			t.Errorf("ParseDay(%q) = %q, %v; want %q", typed, got, err, want)
		}
	}
}

func TestDaysThatCannotBeReadSayWhatToType(t *testing.T) {
	const shape, month = "Écrivez une date, par exemple 12/03/2026 ou 12 mars 2026.",
		"Le mois n’est pas reconnu. Écrivez une date, par exemple 12/03/2026 ou 12 mars 2026."
	const none, year = "Cette date n’existe pas au calendrier. Vérifiez le jour et le mois.",
		"Vérifiez l’année : elle doit être comprise entre 1900 et 2199."
	for typed, want := range map[string]Advice{
		"demain": shape, "mars 2026": shape, "12 mars": shape, "12/2026": shape, "1/2/3/4": shape, "12/03/202": shape,
		"29/02/2027": none, "31/04/2026": none, "12/13/2026": none, "00/01/2026": none, "12/00/2026": month,
		"12 jui 2026": month, "12 brumaire 2026": month, "12/03/1815": year, "12/03/2200": year,
	} {
		got, err := ParseDay(typed)
		var advice Advice
		if errors.As(err, &advice); advice != want || got != "" {
			t.Errorf("ParseDay(%q) = %q, %q; want %q", typed, got, advice, want)
		}
	}
}

func TestMonthsAreAddedWithinTheMonth(t *testing.T) {
	for _, tt := range []struct {
		from Day
		n    int
		want Day
	}{
		{"2026-01-31", 1, "2026-02-28"}, {"2028-01-31", 1, "2028-02-29"}, {"2026-01-31", 6, "2026-07-31"},
		{"2026-12-15", 1, "2027-01-15"}, {"2026-03-31", -1, "2026-02-28"}, {"", 3, ""},
	} {
		if got := tt.from.AddMonths(tt.n); got != tt.want {
			t.Errorf("%s plus %d months is %s, want %s", tt.from, tt.n, got, tt.want)
		}
	}
}

// What is read is a day of the calendar that is saved, written short and written in full without changing.
func FuzzParseDay(f *testing.F) {
	for _, s := range []string{"12/03/2026", "1er avril 2027", "2026-03-12", "31.12.99", "29 février 2028", "le 3 aout 26", "12032026", "٣/١/2026"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDay(s)
		if err != nil && d != "" {
			t.Fatalf("ParseDay(%q) = %q, %v", s, d, err)
		}
		var saved Day
		if err := saved.UnmarshalText([]byte(d)); err != nil || saved != d {
			t.Fatalf("%q reads %q, which is saved as %q, %v", s, d, saved, err)
		}
		for _, written := range []string{string(d), d.Short(), d.String()} {
			if back, err := ParseDay(written); back != d || err != nil {
				t.Fatalf("%q reads %q, written %q, which reads %q, %v", s, d, written, back, err)
			}
		}
	})
}

package document

import "testing"

// A number stands in figures as it does everywhere else: with a true minus and its thousands apart.
func TestCountedNumbers(t *testing.T) {
	for n, want := range map[int]string{
		18: "dix-huit (18) jours", 1: "un (1) jour", 0: "zéro (0) jour", -3: "moins trois (−3) jours", -1: "moins un (−1) jour",
		12_000: "douze mille (12\u202f000) jours",
	} {
		if got := counted(n, "jour"); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

package model

import (
	"fmt"
	"unicode"
)

// Printable reports whether the papers can print r, or leave it out without loss: ends of line, marks without shape. What
// their fonts draw is in a table that a test holds against them.
func Printable(r rune) bool {
	return unicode.Is(drawn, r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// printable wants a text that the papers can print, and names the first character that they cannot.
func printable(s string) error {
	for _, r := range s {
		if !Printable(r) {
			return Advice(fmt.Sprintf("Le caractère « %c » (U+%04X) ne peut pas être imprimé : remplacez-le ou retirez-le.", r, r))
		}
	}
	return nil
}

package model

import (
	"strings"
)

// The checks of this file hold a typed answer against the format of an official number or of an address. They are given
// to Field.Check, read the answer through its pointer, and leave it as it was typed: spaces between groups are accepted.

// sirenCheck wants the nine digits of a SIREN, key included.
func sirenCheck(p *string) func() error {
	return func() error {
		n := compact(*p)
		if len(n) != 9 || !digits(n) {
			return Advice("Un numéro SIREN compte 9 chiffres, par exemple 216 303 008.")
		}
		if !luhn(n) {
			return Advice("Ce numéro SIREN comporte une erreur : sa clé de contrôle n’est pas la bonne.")
		}
		return nil
	}
}

// siretCheck wants the fourteen digits of a SIRET, keys included; when siren is not nil and is answered, the SIRET must
// begin with it.
func siretCheck(p, siren *string) func() error {
	return func() error {
		n := compact(*p)
		if len(n) != 14 || !digits(n) {
			return Advice("Un numéro SIRET compte 14 chiffres : le SIREN, puis 5 chiffres.")
		}
		if !luhn(n) || !luhn(n[:9]) {
			return Advice("Ce numéro SIRET comporte une erreur : sa clé de contrôle n’est pas la bonne.")
		}
		if siren != nil && *siren != "" && !strings.HasPrefix(n, compact(*siren)) {
			return Advice("Le SIRET doit commencer par le numéro SIREN de la collectivité.")
		}
		return nil
	}
}

var (
	mailShape  = pattern(`^[\p{L}\d._%+'’-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}$`)
	phoneShape = pattern(`^(0|\+\d{1,3}|00\d{1,3})\d{8,10}$`)
	rnaShape   = pattern(`^W[0-9][0-9A-Z][0-9]{7}$`)
)

// mailCheck wants one e-mail address.
func mailCheck(p *string) func() error {
	return func() error {
		if !mailShape().MatchString(strings.TrimSpace(*p)) {
			return Advice("Écrivez une adresse électronique, par exemple prenom.nom@ville.fr.")
		}
		return nil
	}
}

// phoneCheck wants a telephone number, in France or abroad.
func phoneCheck(p *string) func() error {
	return func() error {
		n := strings.NewReplacer(".", "", "-", "", "(0)", "", "(", "", ")", "", "/", "").Replace(compact(*p))
		if !phoneShape().MatchString(n) {
			return Advice("Écrivez un numéro de téléphone, par exemple 04 73 00 00 00.")
		}
		return nil
	}
}

// rnaCheck wants a number of the Répertoire national des associations: W and nine characters.
func rnaCheck(p *string) func() error {
	return func() error {
		if !rnaShape().MatchString(strings.ToUpper(compact(*p))) {
			return Advice("Un numéro RNA s’écrit W suivi de 9 chiffres, par exemple W751234567.")
		}
		return nil
	}
}

// ibanCheck wants an IBAN of any country whose key is right (ISO 13616: the number modulo 97 is 1); a French one counts
// 27 characters.
func ibanCheck(p *string) func() error {
	return func() error {
		n := strings.ToUpper(compact(*p))
		if len(n) < 15 || len(n) > 34 || !letters(n[:2]) || !digits(n[2:4]) {
			return Advice("Un IBAN commence par deux lettres et une clé, par exemple FR76 puis 23 caractères.")
		}
		if strings.HasPrefix(n, "FR") && len(n) != 27 {
			return Advice("Un IBAN français compte 27 caractères.")
		}
		if r, ok := mod97(n[4:] + n[:4]); !ok || r != 1 {
			return Advice("Cet IBAN comporte une erreur : sa clé de contrôle n’est pas la bonne.")
		}
		return nil
	}
}

// compact drops the spaces of every kind, those that separate groups included.
func compact(s string) string { return strings.Join(strings.Fields(s), "") }

func digits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func letters(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0
}

// luhn reports whether the last digit of s is the key of the others. (ISO/IEC 7812-1, annex B)
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		n := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			n *= 2
		}
		sum += n/10 + n%10
	}
	return sum%10 == 0
}

// mod97 reads s as a number in which A counts 10 and Z 35, and returns what is left of its division by 97; ok is false
// when s holds another sign.
func mod97(s string) (left int, ok bool) {
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			left = (left*10 + int(r-'0')) % 97
		case r >= 'A' && r <= 'Z':
			left = (left*100 + int(r-'A') + 10) % 97
		default:
			return 0, false
		}
	}
	return left, true
}

package model

import (
	"slices"
	"strings"
)

// partyRules hold the identity printed to the body that asks. An EPCI may be meant, once the direction régionale says that
// it may benefit: it is then named, registered and represented as itself, never as its commune.
func partyRules() []Rule {
	return []Rule{
		{ID: "R78", Severity: Blocking, Check: townForEPCI,
			Basis: quoted(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
			Reads: func(d *Dossier) []any {
				t, s := &d.Town, &d.Signatories
				return []any{&t.Kind, &t.EPCISIREN, &t.SIREN, &t.Address, &s.Mayor.Quality, &s.Delegated, &s.Delegate.Quality}
			}},
	}
}

// notOneBody holds who joins the group, who takes the expert and who is paid to one body: the one that part 1 describes,
// since its identity is what the papers print.
func notOneBody(d *Dossier, _ Day) []Breach {
	paid, used, joins := d.Support.Beneficiary, d.Secondment.User, d.Membership.Member
	if joins.known() && used.known() && joins != used {
		return broken(&d.Membership.Member, "L’adhérent du groupement, l’utilisateur de l’expert et le bénéficiaire de la subvention doivent "+
			"être la même collectivité : %s adhère, %s accueille l’expert.", joins, used)
	}
	body := d.Town.party()
	if body == "" {
		return nil
	}
	for _, role := range []struct {
		at   *Party
		name string
	}{
		{&d.Support.Beneficiary, "recevoir la subvention"},
		{&d.Secondment.User, "accueillir l’expert"},
		{&d.Membership.Member, "adhérer au groupement"},
	} {
		chosen := *role.at
		if !chosen.known() || chosen == body || role.at == &d.Support.Beneficiary && used.known() && paid != used {
			continue // R49 holds the beneficiary to the user
		}
		remedy := "Choisissez ici la même collectivité, ou changez la réponse à « Nature de la collectivité »."
		if chosen == PartyOther {
			remedy = "Choisissez ici la même collectivité."
		}
		return broken(role.at, "La réponse désigne %s pour %s, alors que la collectivité du dossier est %s : c’est son identité qu’impriment "+
			"les conventions. %s", chosen, role.name, body, remedy)
	}
	return nil
}

// party is how the questions on roles name the body that t describes; empty until its kind is known.
func (t *Town) party() Party {
	switch t.Kind {
	case OwnerTown:
		return PartyTown
	case OwnerEPCI:
		return PartyEPCI
	}
	return ""
}

// townForEPCI finds what an EPCI that asks would print of its commune.
func townForEPCI(d *Dossier, _ Day) []Breach {
	t, s := &d.Town, &d.Signatories
	if t.Kind != OwnerEPCI {
		return nil
	}
	list := []Breach{{At: &t.Kind, Severity: Confirm, Message: "La présentation ne cite que les villes : faites confirmer par la Direction " +
		"régionale qu’une intercommunalité peut bénéficier de l’appui technique."}}
	list = append(list, brokenIf(t.EPCISIREN == "", &t.EPCISIREN, "Indiquez le numéro SIREN de l’intercommunalité : c’est elle qui "+
		"demande l’appui technique.")...)
	list = append(list, brokenIf(t.SIREN != "" && t.EPCISIREN != "" && compact(t.SIREN) != compact(t.EPCISIREN), &t.SIREN,
		"Le numéro SIREN (%s) n’est pas celui de l’intercommunalité (%s) : remplacez-le, avec le SIRET et l’adresse du siège.", t.SIREN,
		t.EPCISIREN)...)
	if namesTownHall(t.Address) { // where an EPCI may sit, too
		list = append(list, Breach{At: &t.Address, Severity: Confirm, Message: "L’adresse est celle d’une mairie : vérifiez que " +
			"l’intercommunalité y a son siège."})
	}
	signers := []*Identity{&s.Mayor}
	if s.Delegated == Yes {
		signers = append(signers, &s.Delegate)
	}
	for _, who := range signers {
		list = append(list, brokenIf(ofTownHall(who.Quality), &who.Quality, "L’intercommunalité n’est pas représentée par un maire "+
			"(actuellement : « %s ») : indiquez la personne qui signe pour elle et sa qualité, par exemple « présidente ».", who.Quality)...)
	}
	return list
}

func namesTownHall(address string) bool {
	folded := Fold(address)
	return strings.Contains(folded, "mairie") || strings.Contains(folded, "hotel de ville")
}

// ofTownHall reports whether a quality is one of a commune: « maire », « adjointe au maire ». Whoever presides over the
// EPCI may be a mayor besides.
func ofTownHall(quality string) bool {
	words := strings.FieldsFunc(Fold(quality), func(r rune) bool { return r < 'a' || r > 'z' })
	presides := func(w string) bool { return strings.HasPrefix(w, "president") }
	return (slices.Contains(words, "maire") || slices.Contains(words, "mairesse")) && !slices.ContainsFunc(words, presides)
}

// known reports whether p is one of the answers proposed.
func (p Party) known() bool { return labelOf(parties, p) != "" }

// String names p in the middle of a sentence.
func (p Party) String() string {
	switch p {
	case PartyTown:
		return "la commune"
	case PartyEPCI:
		return "l’EPCI"
	case PartyOther:
		return "un autre organisme"
	}
	return string(p)
}

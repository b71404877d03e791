package model

import (
	"strings"
)

// A Person is someone whose data must be erased when they ask for it (RGPD, article 17): the expert, or a contact.
type Person struct {
	Role string // as on screen: "Expert", "Contact"
	Name string // as on screen; empty when nobody was named

	Paths []string // the answers that hold their data, as JSON pointers, a row by its key
	Words []string // what names or reaches them, wherever it stands: full names, e-mail, telephone
	Last  string   // the last name alone, which others may bear
}

// People lists the expert and the contacts of d who were named or can be reached.
func People(d *Dossier) []Person {
	x := &d.Expert
	expert := Person{Role: "Expert", Name: fullName(x.FirstName, x.LastName), Last: x.LastName,
		Words: namesOf(x.FirstName, x.LastName)}
	for _, name := range []string{"civility", "firstName", "lastName", "training", "diploma", "years", "yearsReason", "formerPost",
		"operations", "formerSector", "consent", "interests", "specialised"} {
		expert.Paths = append(expert.Paths, "/expert/"+name)
	}
	var out []Person
	if expert.Name != "" {
		out = append(out, expert)
	}
	for _, c := range d.Contacts.People {
		p := Person{Role: "Contact", Name: fullName(c.FirstName, c.LastName), Last: c.LastName, Words: namesOf(c.FirstName, c.LastName)}
		for _, reach := range []string{c.Email, c.Phone} {
			if reach = strings.TrimSpace(reach); reach != "" {
				p.Words = append(p.Words, reach)
				if p.Name == "" {
					p.Name = reach
				}
			}
		}
		for _, name := range []string{"civility", "firstName", "lastName", "phone", "email"} {
			p.Paths = append(p.Paths, "/contacts/people/["+c.Key+"]/"+name)
		}
		if p.Name != "" {
			out = append(out, p)
		}
	}
	return out
}

func fullName(first, last string) string { return strings.TrimSpace(first + " " + last) }

// namesOf writes a full name the ways it is met in a text. A first or a last name alone may be somebody else's.
func namesOf(first, last string) []string {
	first, last = strings.TrimSpace(first), strings.TrimSpace(last)
	if last == "" {
		return nil
	}
	var out []string
	if first != "" {
		out = append(out, first+" "+last, last+" "+first)
	}
	for _, title := range []string{"Mme ", "M. ", "Madame ", "Monsieur "} {
		out = append(out, title+last)
	}
	return out
}

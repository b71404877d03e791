package model

import (
	"slices"
	"strings"
)

// A particular clause is plain text with variables, the answers of other questions. On the disk a variable is {question ID},
// which never changes; on screen it is {label}, as the question is called today.

// A ClausePart is a piece of a clause: words, or the answer of a question.
type ClausePart struct {
	Text     string // words, as typed
	Variable string // what stands between braces: an ID or a label; empty for words
}

// ParseClause cuts a clause into its parts. Its error is an Advice that says what to correct.
func ParseClause(text string) ([]ClausePart, error) {
	var out []ClausePart
	for text != "" {
		at := strings.IndexAny(text, "{}")
		if at < 0 {
			return append(out, ClausePart{Text: text}), nil
		}
		if at > 0 {
			out = append(out, ClausePart{Text: text[:at]})
		}
		if text[at] == '}' {
			return nil, Advice("Une accolade fermée « } » n’en suit aucune ouverte. Retirez-la, ou ajoutez « { » devant le nom de la réponse.")
		}
		name, rest, closed := strings.Cut(text[at+1:], "}")
		switch {
		case !closed || strings.ContainsAny(name, "{\n\r"):
			return nil, Advice("Une accolade « { » n’est pas refermée. Ajoutez « } » après le nom de la réponse, ou retirez-la.")
		case strings.TrimSpace(name) == "":
			return nil, Advice("Rien n’est écrit entre les accolades. Choisissez une réponse dans la liste.")
		}
		out, text = append(out, ClausePart{Variable: strings.TrimSpace(name)}), rest
	}
	return out, nil
}

// joinClause is the text that ParseClause cuts into parts.
func joinClause(parts []ClausePart) string {
	var b strings.Builder
	for _, p := range parts {
		if p.Variable != "" {
			p.Text = "{" + p.Variable + "}"
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

// A variable is an answer that a clause may quote.
type variable struct {
	id, name, fiche string // name is its label, unlike any other
}

// variables lists the answers that a clause of d may quote: all that are short and asked once.
func variables(d *Dossier) []variable {
	var out []variable
	count := map[string]int{}
	for _, fiche := range Fiches(Form(d)) {
		for _, f := range fiche.Fields {
			if f.Kind != KindRows && f.Kind != KindLongText && f.ID != "" && !strings.ContainsAny(f.Label, "{}\n") {
				out = append(out, variable{f.ID, f.Label, fiche.Title})
				count[Fold(f.Label)]++
			}
		}
	}
	qualified := map[string]bool{}
	for i, v := range out {
		if count[Fold(v.name)] > 1 {
			out[i].name = v.name + " (" + v.fiche + ")"
		}
		if name := Fold(out[i].name); qualified[name] {
			out[i].name = v.id
		} else {
			qualified[name] = true
		}
	}
	return out
}

// storedClause turns the labels of what was typed into IDs; its error is an Advice that names what is no answer.
func storedClause(d *Dossier, typed string) (string, error) {
	parts, err := ParseClause(typed)
	if err != nil {
		return "", err
	}
	if !slices.ContainsFunc(parts, func(p ClausePart) bool { return p.Variable != "" }) {
		return typed, nil
	}
	known := variables(d)
	for i, p := range parts {
		if p.Variable == "" {
			continue
		}
		at := slices.IndexFunc(known, func(v variable) bool { return v.id == p.Variable || Fold(v.name) == Fold(p.Variable) })
		if at < 0 {
			return "", Advice("« " + p.Variable + " » n’est pas une réponse du dossier. Choisissez-la dans la liste.")
		}
		parts[i].Variable = known[at].id
	}
	return joinClause(parts), nil
}

// shownClause turns the IDs of a clause into labels; what can't be read stays as it is.
func shownClause(d *Dossier, stored string) string {
	if !strings.Contains(stored, "{") {
		return stored
	}
	parts, err := ParseClause(stored)
	if err != nil {
		return stored
	}
	known := variables(d)
	for i, p := range parts {
		if at := slices.IndexFunc(known, func(v variable) bool { return v.id == p.Variable }); at >= 0 {
			parts[i].Variable = known[at].name
		}
	}
	return joinClause(parts)
}

// clauseText asks for the text of a clause of d. What holds a broken variable is kept as it was typed, and is no answer.
func clauseText(d *Dossier, label string, p *string) Field {
	f := LongText(label, p).Tall(6)
	f.get = func() string { // the spaces at its end stay, for who inserts a variable there
		if strings.TrimSpace(*p) == "" {
			return ""
		}
		return shownClause(d, *p)
	}
	f.set = func(s string) (err error) { *p, err = storedClause(d, s); return err }
	f.insert = func() []Option[string] {
		var out []Option[string]
		for _, v := range variables(d) {
			out = append(out, Option[string]{Value: "{" + v.name + "}", Label: v.name, Group: v.fiche})
		}
		return out
	}
	return f.Check(func() error { _, err := storedClause(d, *p); return err })
}

// articleFree says that another clause already stands in the place of the article of c.
func articleFree(d *Dossier, c *Clause) func() error {
	return func() error {
		for _, other := range d.Clauses.List {
			if other == c {
				return nil
			}
			if other.Departs() && other.Paper == c.Paper && other.Article == c.Article {
				return Advice("Une autre clause remplace ou supprime déjà cet article. Modifiez-la, ou choisissez un autre article.")
			}
		}
		return nil
	}
}

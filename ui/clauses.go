package ui

import (
	"fmt"
	"strings"

	"appuitechnique/model"
)

// clausesFiche asks what a paper says besides, or in the place of, its standard text.
const clausesFiche = "clauses.list"

// ownClauses says what a paper says of its own; empty for the standard text.
func (e *editor) ownClauses(id model.Paper) string {
	count := map[model.ClauseDeed]int{}
	for _, c := range e.dossier.Clauses.List {
		switch {
		case c.Paper != id:
		case c.Departs():
			count[c.Deed]++
		default:
			count[model.ClauseAdded]++
		}
	}
	var parts []string
	for _, deed := range []struct {
		deed      model.ClauseDeed
		one, many string
	}{{model.ClauseAdded, "clause ajoutée", "clauses ajoutées"}, {model.ClauseReplaces, "article remplacé", "articles remplacés"},
		{model.ClauseRemoves, "article supprimé", "articles supprimés"}} {
		switch n := count[deed.deed]; {
		case n == 1:
			parts = append(parts, "1 "+deed.one)
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d %s", n, deed.many))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Écarts avec le texte type : " + strings.Join(parts, ", ") + ". Le récapitulatif les détaille."
}

package document

import (
	"slices"

	"appuitechnique/model"
)

// Refusals lists, for each paper of d, what keeps it from being frozen as of today: a rule that blocks it, a signatory whose
// legal basis is incomplete, an answer that it names as lacking. uses is what Uses says of d, found what model.Findings says.
func Refusals(d *model.Dossier, found []model.Finding, uses map[string][]Use) map[model.Paper][]model.Finding {
	out := map[model.Paper][]model.Finding{}
	holes := Holes(d)
	labels := map[string]string{}
	for _, f := range model.Fiches(model.Form(d)) {
		f.Each(func(q model.Field) { labels[q.ID] = q.Label })
	}
	for _, id := range All() {
		list := model.Unempowered(d, id)
		said := func(field string) bool {
			return slices.ContainsFunc(list, func(f model.Finding) bool { return f.Field == field })
		}
		unempowered := len(list)
		for _, f := range found {
			prints := slices.ContainsFunc(uses[f.Field], func(u Use) bool { return u.Paper == id })
			basis := slices.ContainsFunc(list[:unempowered], func(b model.Finding) bool { return b.Field == f.Field })
			if f.Severity == model.Blocking && f.Concerns(id, prints) && !basis {
				list = append(list, f)
			}
		}
		for _, field := range holes[id] {
			if !said(field) {
				list = append(list, model.Finding{Severity: model.Blocking, Field: field, Papers: []model.Paper{id},
					Message: "Il manque une réponse : " + labels[field] + "."})
			}
		}
		out[id] = list
	}
	return out
}

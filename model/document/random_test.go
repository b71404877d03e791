package document

import (
	"math/rand/v2"

	"appuitechnique/model"
)

// sampled returns the examples, the empty dossier and random ones, where each question is answered or not by chance.
func sampled() map[string]*model.Dossier {
	out := map[string]*model.Dossier{"vide": empty()}
	for _, name := range model.ExampleNames() {
		out[name], _ = model.Example(name)
	}
	for i := range 24 {
		r := rand.New(rand.NewPCG(uint64(i), 9))
		name := "hasard " + string(rune('A'+i%26)) + string(rune('a'+i/26))
		out[name] = random(r, r.Float64())
	}
	return out
}

// random answers the questions of a dossier, each with the given chance; several rounds, as answers open questions.
func random(r *rand.Rand, chance float64) *model.Dossier {
	d := empty()
	for range 3 {
		for _, fiche := range model.Fiches(model.Form(d)) {
			for _, f := range fiche.Fields {
				if f.Kind == model.KindRows {
					for range r.IntN(3) {
						f.Add("")
					}
				}
			}
		}
		for _, fiche := range model.Fiches(model.Form(d)) {
			fiche.EachShown(func(f model.Field) {
				if f.Kind == model.KindRows || f.Kind == model.KindComputed {
					return
				}
				if r.Float64() < chance {
					_ = f.Set(anyAnswer(r, f)) // what cannot be read stays unanswered
				}
			})
		}
	}
	return d
}

func anyAnswer(r *rand.Rand, f model.Field) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	switch f.Kind {
	case model.KindNumber:
		return pick("1", "2", "7", "24")
	case model.KindQuantity:
		return pick("1", "2,5", "1600")
	case model.KindPercent:
		return pick("50", "8,5", "100")
	case model.KindMoney:
		return pick("0", "1", "1234,56", "52000")
	case model.KindDay:
		return pick("01/03/2026", "2026-12-31", "16/02/2027")
	case model.KindYesNo, model.KindChoice, model.KindChoices:
		if len(f.Options) == 0 {
			return ""
		}
		return f.Options[r.IntN(len(f.Options))].Value
	case model.KindCommune:
		return "63300"
	case model.KindLongText:
		return pick("Une phrase.", "- un point\n- un autre point.", "Première ligne.\nSeconde ligne ;\nfin")
	}
	return pick("Aix", "Le Mans", "texte libre.", "l'affaire : \"oui\"", "Étude de faisabilité ;")
}

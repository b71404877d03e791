package sheet

import (
	"fmt"

	"appuitechnique/model"
)

// A Followed is one dossier of a portfolio.
type Followed struct {
	Town, Reference, Title string
	model.Standing
}

// Portfolio writes the dossiers that somebody follows as an XLSX file, as of that day: one row each, then what they come to,
// as formulas over those rows.
func Portfolio(all []Followed, today model.Day) ([]byte, error) {
	return workbook{day: today, pages: []page{followed(all, today), summary(all, today)}}.write()
}

const portfolioHead = 4 // the row of the heads; the dossiers stand under it

func followed(all []Followed, today model.Day) page {
	rows := [][]cell{{words("Portefeuille", title)}, {words("Situation au "+today.Short()+". Montants prévisionnels.", remark)}, nil, {}}
	for _, name := range []string{"Ville", "Référence", "Projet", "État", "Accord de principe", "Rang parmi les 60", "Prochaine étape", "Échéance",
		"Jours de retard", "Points bloquants", "À confirmer", "Coût toutes taxes comprises", "Subvention", "Reste à charge", "Subvention reçue"} {
		rows[portfolioHead-1] = append(rows[portfolioHead-1], words(name, head))
	}
	for _, x := range all {
		row := []cell{words(x.Town, plain), words(x.Reference, plain), words(x.Title, plain), words(x.State.String(), plain), dated(x.Agreed),
			counted(x.Place), words(x.Next.Title, plain), dated(x.Due), counted(x.Delay), number(x.Blocking, count), number(x.ToConfirm, count)}
		for _, amount := range []model.Cents{x.Cost, x.Subsidy, x.Left} {
			if x.Funded {
				row = append(row, euros(amount, money))
			} else {
				row = append(row, words("", plain))
			}
		}
		rows = append(rows, append(row, euros(x.Received, money)))
	}
	return page{name: "Dossiers", widths: []int{22, 14, 40, 18, 13, 10, 36, 13, 10, 10, 11, 18, 18, 18, 18}, frozen: portfolioHead, rows: rows}
}

// dated is a day that may be unknown.
func dated(d model.Day) cell {
	if d == "" {
		return words("", plain)
	}
	return day(d)
}

// counted is a number that is left out when there is none.
func counted(n int) cell {
	if n == 0 {
		return words("", plain)
	}
	return number(n, count)
}

func summary(all []Followed, today model.Day) page {
	standings := make([]model.Standing, len(all))
	for i, x := range all {
		standings[i] = x.Standing
	}
	p := model.Sum(standings)
	over := func(column string) string {
		return fmt.Sprintf("'Dossiers'!$%[1]s$%[2]d:$%[1]s$%[3]d", column, portfolioHead+1, portfolioHead+max(len(all), 1))
	}
	rows := [][]cell{{words("Synthèse du portefeuille", title)}, {words("Situation au "+today.Short()+". Montants prévisionnels.", remark)}, nil,
		{words("État", head), words("Dossiers", head)}}
	for _, state := range model.DossierStates() {
		rows = append(rows, []cell{words(state.String(), plain), number(p.States[state], count).by(`COUNTIF(%s,"%s")`, over("D"), state)})
	}
	rows = append(rows, []cell{words("Dossiers", total), number(p.Dossiers, total).by("SUM(B5:B8)")}, nil,
		[]cell{words("Suivi", head), words("", head)},
		[]cell{words("Places avec accord de principe", plain), number(p.Agreed, count).by("COUNT(%s)", over("E"))},
		[]cell{words("Places de l’expérimentation", plain), number(model.ProgrammePlaces, count)},
		[]cell{words("Dossiers avec un point bloquant", plain), number(p.Blocked, count).by(`COUNTIF(%s,">0")`, over("J"))},
		[]cell{words("Plus long retard, en jours", plain), number(p.Worst, count).by("MAX(0,%s)", over("I"))}, nil,
		[]cell{words("Montants (dossiers chiffrés)", head), words("", head)},
		[]cell{words("Dossiers chiffrés", plain), number(p.Funded, count).by("COUNT(%s)", over("L"))})
	for _, x := range []struct {
		name, column string
		amount       model.Cents
	}{{"Coût toutes taxes comprises", "L", p.Cost}, {"Subvention", "M", p.Subsidy}, {"Reste à charge", "N", p.Left}, {"Subvention reçue", "O", p.Received}} {
		rows = append(rows, []cell{words(x.name, total), euros(x.amount, moneyTotal).by("ROUND(SUM(%s),2)", over(x.column))})
	}
	return page{name: "Synthèse", widths: []int{40, 20}, rows: rows}
}

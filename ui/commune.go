package ui

import (
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/territory"
	"appuitechnique/ui/kit"
)

// communesShown is how many communes a search offers.
const communesShown = 12

// searchCommunes offers the communes for what is typed.
func searchCommunes(typed string) []kit.Item {
	var items []kit.Item
	for _, c := range territory.Search(typed, communesShown) {
		item := kit.Item{Value: c.Code, Label: c.Name, Note: communeNote(c)}
		if c.ACV {
			item.Badge = "ACV"
		}
		items = append(items, item)
	}
	return items
}

// communeNote tells apart communes of the same name.
func communeNote(c model.Commune) string {
	parts := []string{c.Department}
	if len(c.PostalCodes) > 0 {
		parts = append(parts, c.PostalCodes[0])
	}
	parts = append(parts, "INSEE "+c.Code)
	if c.Population > 0 {
		parts = append(parts, model.FormatInt(c.Population)+" habitants")
	}
	return strings.Join(parts, " · ")
}

func communeName(code string) string {
	c, ok := territory.ByCode(code)
	if !ok {
		return ""
	}
	return c.Name
}

// communeID is the ID of the question that names the commune.
func (e *editor) communeID() string {
	f, _ := model.FieldAt(e.parts, &e.dossier.Town.Code)
	return f.ID
}

// fillCommune answers what the reference tables know of the commune just chosen.
func (e *editor) fillCommune() {
	c, ok := territory.ByCode(e.dossier.Town.Code)
	if !ok {
		return
	}
	e.dossier.Fill(c)
	e.form.Refresh()
}

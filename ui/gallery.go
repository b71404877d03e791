package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/form"
	"appuitechnique/ui/kit"
)

// goGallery shows every widget of the window on one page, for those who draw it.
func (s *Shell) goGallery() {
	if s.leave() {
		s.setTitle(appName)
		s.show(s.frame(frameGallery, "Composants", "Chaque élément de la fenêtre, dans ses états.", gallery()), s.goGallery)
	}
}

func gallery() fyne.CanvasObject {
	off := kit.NewButton("Indisponible", kit.Secondary, nil)
	off.SetEnabled(false)
	buttons := kit.NarrowColumns(kit.Scaled(10), kit.Scaled(140), kit.Scaled(160),
		kit.NewButton("Continuer", kit.Primary, nil).Then(theme.NavigateNextIcon()), kit.NewButton("Enregistrer", kit.Secondary, nil),
		kit.NewButton("Précédent", kit.Quiet, nil).With(theme.NavigateBackIcon()), off)
	pills := kit.HStack(kit.Scaled(8), kit.NewPill("référentiel 2026", kit.ColorMuted, kit.ColorTint),
		kit.NewPill("Brouillon", kit.ColorWarnText, kit.ColorWarnTint), kit.NewPill("ACV", kit.ColorSuccessText, kit.ColorSuccessTint))
	marks := kit.HStack(kit.Scaled(10))
	for kind := model.StatusToDo; kind <= model.StatusVoid; kind++ {
		marks.Add(newMark(kind, false))
	}
	calendar := kit.NewCalendar(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), func(time.Time) {})
	inputs := form.New(form.Config{Fields: galleryFields(), Communes: searchCommunes, Commune: communeName})
	return kit.VStack(kit.Scaled(18),
		section("Boutons", "", buttons), section("Étiquettes et états", "", kit.VStack(kit.Scaled(12), pills, marks)),
		section("Dessins", "", galleryDrawings()),
		section("Questions", "", inputs.Content), section("Calendrier", "", kit.HStack(0, calendar)))
}

// galleryFields asks one question of each kind, of nobody.
func galleryFields() func() []model.Field {
	var (
		words, story, code, status string
		months                     int
		amount                     model.Cents
		share                      *model.Rate
		start                      model.Day
		agreed                     model.Answer
		several                    []string
	)
	stages := []model.Option[string]{{Value: "idee", Label: "Une idée"}, {Value: "etude", Label: "Une étude"}, {Value: "travaux", Label: "Des travaux"}}
	status, story, agreed, several = "etude", "L’îlot de la gare est vacant depuis 2019.", model.Yes, []string{"idee"}
	fields := []model.Field{
		model.Text("Un texte", &words).Required().Hint("Une phrase d’aide."), model.LongText("Un texte long", &story),
		model.Number("Un nombre", &months).In("mois").Between(6, 24), model.Money("Un montant", &amount), model.Percent("Une proportion", &share),
		model.DayField("Une date", &start), model.YesNo("Oui ou non ?", &agreed), model.Choice("Une réponse", &status, stages),
		model.Choices("Plusieurs réponses", &several, stages), model.CommuneField("Une commune", &code),
		model.Computed("gallery.computed", "Une valeur calculée", func() string { return "12 mois" }),
	}
	for i := range fields {
		if fields[i].ID == "" {
			fields[i].ID = "gallery." + fields[i].Label
		}
	}
	_ = fields[2].Set("36")
	return func() []model.Field { return fields }
}

// galleryDrawings shows each drawing of the time and of the figures, with figures of nobody.
func galleryDrawings() fyne.CanvasObject {
	bars := kit.NewBars([]kit.Bar{{Value: 8, Limit: 9, Words: "8", Under: "01/27"}, {Value: 12, Limit: 9, Words: "12", Under: "02/27"},
		{Value: 3, Limit: 9, Words: "3", Under: "03/27"}})
	curve := kit.NewCurve([]kit.Point{{}, {X: 0.1, Y: 40}, {X: 0.4, Y: 10}, {X: 0.6, Y: -30, Mark: true, Words: "−30"}, {X: 0.9, Y: 0}})
	bar, diamond := kit.NewStrip(12, 2, 6, nil), kit.NewStrip(365, 200, 200, nil)
	bar.Parts, bar.Words, bar.Label = 12, "30\u00a0j", "Une tâche"
	diamond.Parts, diamond.Diamond, diamond.Label = 12, true, "Un jalon"
	track := kit.NewTrack(24, kit.Piece{From: 0.1, To: 0.4, Color: theme.ColorNamePrimary},
		kit.Piece{Shape: kit.ShapeThread, From: 0.4, To: 0.7, Color: theme.ColorNamePrimary},
		kit.Piece{Shape: kit.ShapeDiamond, From: 0.7, Color: theme.ColorNamePrimary},
		kit.Piece{Shape: kit.ShapeRule, From: 0.8, Color: theme.ColorNamePrimary, Words: "aujourd’hui"}).Said("Une étape")
	return kit.VStack(kit.Scaled(14), bars, curve, bar, diamond, track)
}

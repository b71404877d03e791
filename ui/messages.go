package ui

import (
	"time"

	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A saying is something that the window said, and when.
type saying struct {
	at    time.Time
	words string
}

// messagesKept is how many are kept, for as long as the window is open.
const messagesKept = 200

// note keeps what the window says, to be read again.
func (s *Shell) note(words string) {
	s.messages = append(s.messages, saying{s.options.Now(), words})
	if n := len(s.messages) - messagesKept; n > 0 {
		s.messages = s.messages[n:]
	}
}

// showMessages lists what the window said since it was opened, the last first.
func (s *Shell) showMessages() {
	list := kit.VStack(kit.Scaled(8))
	for i := len(s.messages) - 1; i >= 0; i-- {
		x := s.messages[i]
		when := clock(x.at)
		if day := model.DayOf(x.at); day != s.today() {
			when = day.Short() + ", " + when
		}
		// Tab goes from one to the next: the list is longer than its place.
		list.Add(kit.NewListLine(kit.VStack(kit.Scaled(1), kit.NewText(when, kit.SizeCaption, kit.ColorMuted),
			kit.NewParagraph(x.words, kit.SizeSmall, theme.ColorNameForeground)), nil).Padded(2, 6, 2, 6))
	}
	if len(s.messages) == 0 {
		list.Add(kit.NewParagraph("Aucun message depuis l’ouverture du programme.", kit.SizeBody, kit.ColorMuted))
	}
	scroll := kit.NewScroll(list)
	kit.Follow(scroll)
	s.closable(640, kit.VStack(kit.Scaled(10), kit.NewHeading("Journal des messages", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Ce que le programme a dit depuis son ouverture, le plus récent d’abord.", kit.SizeSmall, kit.ColorMuted),
		kit.Tall(s.tall(320, 190), scroll)))
}

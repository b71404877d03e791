package ui

import (
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// A copying asks which parts of a dossier begin a new one.
type copying struct {
	shell *Shell
	from  *model.Dossier
	ticks map[int]*kit.Tick // by the number of the part
}

// usuallyKept are the parts that two towns often share; the others are of one town.
var usuallyKept = map[int]bool{4: true, 5: true, 6: true}

// askCopy asks what to keep of a dossier of the base, then opens a new one with it.
func (s *Shell) askCopy(id string) {
	if s.editor != nil && !s.editor.flush() {
		s.fail(s.editor.failed)
		return
	}
	d, err := s.store.Load(id)
	if err != nil {
		s.fail(err)
		return
	}
	c := &copying{shell: s, from: d, ticks: map[int]*kit.Tick{}}
	c.show()
}

func (c *copying) show() {
	list := kit.VStack(kit.Scaled(2))
	for _, part := range model.Form(c.from) {
		var tick *kit.Tick
		tick = kit.NewTick(part.Title, false, false, func() { tick.SetOn(!tick.On()) })
		tick.SetOn(usuallyKept[part.Number])
		c.ticks[part.Number] = tick
		list.Add(tick)
	}
	name := c.from.Town.Name
	if name == "" {
		name = c.from.Reference
	}
	do := kit.NewButton("Créer le dossier", kit.Primary, c.make)
	popup := c.shell.over(520, kit.VStack(kit.Scaled(12),
		kit.NewHeading("Copier depuis « "+name+" »", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph("Un nouveau dossier commence avec les réponses des parties choisies. Chacune y porte la mention « repris », "+
			"pour que vous la relisiez.", kit.SizeBody, theme.ColorNameForeground), list,
		kit.HStack(kit.Scaled(10), kit.NewButton("Tout reprendre", kit.Quiet, c.all), kit.Spacer(),
			kit.NewButton("Annuler", kit.Secondary, c.shell.dismiss), do)))
	popup.Show()
	c.shell.canvas.Focus(do)
}

// all chooses every part.
func (c *copying) all() {
	for _, t := range c.ticks {
		t.SetOn(true)
	}
}

// make opens the new dossier.
func (c *copying) make() {
	s := c.shell
	s.dismiss()
	if !s.leave() {
		return
	}
	d, err := model.Carry(c.from, func(part int) bool { return c.ticks[part].On() }, newID(), s.nextReference(), s.today())
	if err != nil {
		s.fail(err)
		return
	}
	s.introduce(d)
	s.adopt(d)
}

package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
	"appuitechnique/ui/paper/sheet"
)

// A portfolioPage is for who follows many towns: what their dossiers come to, and which are late.
type portfolioPage struct {
	shell     *Shell
	specimens bool // the demonstrations count too
	chosen    bool // somebody said whether they do

	all      []sheet.Followed // those read so far
	ids      []string         // of each of them
	unread   int
	skipped  int // demonstrations left out
	onlyDemo bool
}

// goPortfolio shows all the dossiers on one page.
func (s *Shell) goPortfolio() {
	if s.leave() {
		s.setTitle(appName)
		(&portfolioPage{shell: s}).show()
	}
}

// show draws the page, and draws it again as the dossiers are read.
func (p *portfolioPage) show() {
	s := p.shell
	list, err := s.list()
	column := kit.VStack(kit.Scaled(18))
	if err != nil {
		column.Add(notice(sentence(err)))
	}
	s.framed = framePortfolio // what is read is for this page
	p.read(list)
	p.write(column, list)
	s.show(s.frame(framePortfolio, "Portefeuille", "Tous vos dossiers en un coup d’œil : où ils en sont, ce qui est en retard, ce qu’ils coûtent.", column), p.show)
}

// read looks at the dossiers that count, and has the others read.
func (p *portfolioPage) read(list []storage.Summary) {
	p.all, p.ids, p.unread, p.skipped = nil, nil, 0, 0
	p.onlyDemo = !slices.ContainsFunc(list, func(x storage.Summary) bool { return !x.Specimen })
	if !p.chosen {
		p.specimens = p.onlyDemo
	}
	var counted []storage.Summary
	for _, x := range list {
		if x.Specimen && !p.specimens {
			p.skipped++
			continue
		}
		counted = append(counted, x)
	}
	known := p.shell.digestsOf(counted, func() {
		if p.shell.editor == nil && p.shell.framed == framePortfolio && p.shell.canvas.Overlays().Top() == nil {
			p.shell.keeping(p.show)
		}
	})
	for _, x := range counted {
		d, ok := known[x.ID]
		switch {
		case ok:
			p.all = append(p.all, sheet.Followed{Town: townOf(x), Reference: x.Reference, Title: x.Title, Standing: d.Standing})
			p.ids = append(p.ids, x.ID)
		case !p.shell.unreadable[x.ID].Equal(x.Saved):
			p.unread++
		}
	}
}

func (p *portfolioPage) write(column *fyne.Container, list []storage.Summary) {
	if len(list) == 0 {
		column.Add(kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewParagraph("Aucun dossier n’est enregistré sur cet ordinateur. Créez-en un, ou ouvrez le fichier "+
			"que vous a envoyé une ville : il prendra place ici.", kit.SizeBody, theme.ColorNameForeground),
			kit.Flow(kit.Scaled(10), kit.NewButton("Nouveau dossier", kit.Primary, p.shell.create).With(theme.ContentAddIcon()),
				kit.NewButton("Ouvrir un fichier…", kit.Secondary, p.shell.importFile).With(theme.FolderOpenIcon())))))
		return
	}
	if p.unread > 0 {
		column.Add(kit.NewPanel(kit.ColorTint, "", kit.NewParagraph(fmt.Sprintf("Lecture des dossiers : %d sur %d. Les chiffres se complètent au fur et à mesure.",
			len(p.all), len(p.all)+p.unread), kit.SizeSmall, theme.ColorNameForeground)))
	}
	standings := make([]model.Standing, len(p.all))
	for i, x := range p.all {
		standings[i] = x.Standing
	}
	sum := model.Sum(standings)
	export := kit.NewButton("Exporter en tableur…", kit.Secondary, p.export).With(theme.DownloadIcon())
	export.SetEnabled(p.unread == 0 && len(p.all) > 0)
	column.Add(kit.Flow(kit.Scaled(14), export, p.demonstrations()))
	column.Add(kit.Columns(kit.Scaled(18), kit.Scaled(330), statesCard(sum), p.placesCard(sum)))
	column.Add(amountsCard(sum))
	column.Add(p.table())
}

// demonstrations says whether they count, and lets one choose where there are both.
func (p *portfolioPage) demonstrations() fyne.CanvasObject {
	if p.onlyDemo {
		return kit.Pad(kit.Scaled(10), 0, 0, 0, kit.NewText("Dossiers de démonstration seulement", kit.SizeSmall, kit.ColorMuted))
	}
	if p.skipped == 0 && !p.specimens {
		return kit.VStack(0)
	}
	tick := kit.NewTick("Compter aussi les dossiers de démonstration", false, false, nil)
	tick.SetOn(p.specimens)
	tick.OnTapped = func() {
		p.specimens, p.chosen = !p.specimens, true
		p.shell.keeping(p.show)
	}
	return kit.Wide(kit.Scaled(380), tick)
}

// statesCard counts the dossiers by state, and draws it.
func statesCard(sum model.Portfolio) fyne.CanvasObject {
	bars := make([]kit.Bar, 0, len(sum.States))
	for _, state := range model.DossierStates() {
		n := sum.States[state]
		bars = append(bars, kit.Bar{Value: float32(n), Free: true, Words: grouped(n), Under: [...]string{"Préparation", "Complet", "En cours", "Terminée"}[state]})
	}
	said := many(sum.Dossiers, "dossier") + "."
	switch {
	case sum.Blocked == 1:
		said += " 1 a au moins un point bloquant."
	case sum.Blocked > 1:
		said += " " + grouped(sum.Blocked) + " ont au moins un point bloquant."
	}
	return kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewHeading("Où ils en sont", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(said, kit.SizeBody, theme.ColorNameForeground), kit.NewBars(bars)))
}

// placesCard says how many of the sixty places are taken, and how many dossiers are late.
func (p *portfolioPage) placesCard(sum model.Portfolio) fyne.CanvasObject {
	share := min(float32(sum.Agreed)/model.ProgrammePlaces, 1)
	words := fmt.Sprintf("%s sur %d, d’après les accords de principe donnés dans ces dossiers.", taken(sum.Agreed), model.ProgrammePlaces)
	if sum.Agreed > model.ProgrammePlaces {
		words += " C’est plus qu’il n’y en a : vérifiez les dates d’accord."
	}
	late := "Aucun dossier n’est en retard sur sa prochaine étape."
	status := model.StatusComplete
	if sum.Late > 0 {
		status, late = model.StatusWrong, many(sum.Late, "dossier")+" en retard"
		if sum.Worst > 0 {
			late += " ; le plus long retard est de " + many(sum.Worst, "jour")
		}
		late += "."
	}
	track := []kit.Piece{{From: 0, To: 1, Color: kit.ColorTint, Edge: theme.ColorNameInputBorder}}
	if share > 0 {
		track = append(track, kit.Piece{From: 0, To: share, Color: theme.ColorNamePrimary})
	}
	body := kit.VStack(kit.Scaled(12), kit.NewHeading("Places et délais", kit.SizeSection, theme.ColorNameForeground),
		kit.NewParagraph(words, kit.SizeBody, theme.ColorNameForeground),
		kit.NewTrack(14, track...).Said(words),
		kit.NewParagraph("Barre pleine : les places prises. Le reste des 60 villes de l’expérimentation est à confirmer avec la Direction régionale.",
			kit.SizeCaption, kit.ColorMuted),
		kit.NewRule(kit.ColorBorder),
		kit.Beside(kit.Scaled(10), newMark(status, false), kit.NewParagraph(late, kit.SizeBody, theme.ColorNameForeground)))
	for _, x := range p.twice() {
		body.Add(kit.Beside(kit.Scaled(10), newMark(model.StatusReview, false), kit.NewParagraph(x, kit.SizeSmall, theme.ColorNameForeground)))
	}
	return kit.NewCard(body)
}

// grouped writes a number by groups of three figures, as in « 1 000 ».
func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

// many counts words: « 1 dossier », « 1 000 dossiers ».
func many(n int, word string) string {
	if n > 1 {
		word += "s"
	}
	return grouped(n) + "\u00a0" + word
}

func taken(n int) string {
	if n < 2 {
		return fmt.Sprintf("%d place prise", n)
	}
	return grouped(n) + " places prises"
}

// twice names the ranks that several dossiers give themselves.
func (p *portfolioPage) twice() []string {
	towns := map[int][]string{}
	for _, x := range p.all {
		if x.Place > 0 {
			towns[x.Place] = append(towns[x.Place], x.Town)
		}
	}
	var out []string
	for place := 1; place <= model.ProgrammePlaces; place++ {
		if of := towns[place]; len(of) > 1 {
			names := slices.Compact(slices.Sorted(slices.Values(of)))
			out = append(out, fmt.Sprintf("Le rang %d est donné par %d dossiers : %s.", place, len(of), shortened(strings.Join(names, ", "), 60)))
		}
	}
	return out[:min(len(out), 3)]
}

// amountsCard sums what is known of the money.
func amountsCard(sum model.Portfolio) fyne.CanvasObject {
	row := kit.Columns(kit.Scaled(14), kit.Scaled(190))
	for _, x := range []struct {
		name   string
		amount model.Cents
	}{{"Coût toutes taxes comprises", sum.Cost}, {"Subvention", sum.Subsidy}, {"Reste à charge des villes", sum.Left}, {"Subvention déjà reçue", sum.Received}} {
		words := x.amount.String()
		if sum.Funded == 0 && x.amount == 0 {
			words = "–" // nobody knows yet
		}
		row.Add(kit.VStack(kit.Scaled(2), kit.NewParagraph(x.name, kit.SizeSmall, kit.ColorMuted),
			kit.NewHeading(words, kit.SizeSection, theme.ColorNameForeground)))
	}
	words := "Aucun dossier n’est encore chiffré : il manque le coût ou la subvention."
	switch {
	case sum.Funded == 1:
		words = "Montants prévisionnels d’un dossier chiffré."
	case sum.Funded > 1:
		words = fmt.Sprintf("Montants prévisionnels de %s dossiers chiffrés.", grouped(sum.Funded))
	}
	if n := sum.Dossiers - sum.Funded; n > 0 && sum.Funded > 0 {
		words += " " + many(n, "autre") + " : le coût ou la subvention n’est pas encore connu."
	}
	return kit.NewCard(kit.VStack(kit.Scaled(12), kit.NewHeading("Montants", kit.SizeSection, theme.ColorNameForeground), row,
		kit.NewParagraph(words, kit.SizeCaption, kit.ColorMuted)))
}

// portfolioShares are how the columns of the table share its width.
var portfolioShares = []float32{3, 2.6, 3.6, 2.4, 2.4}

// table lists the dossiers, the latest first.
func (p *portfolioPage) table() fyne.CanvasObject {
	order := make([]int, len(p.all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := p.all[a], p.all[b]
		return cmp.Or(cmp.Compare(y.Delay, x.Delay), strings.Compare(string(dayOrLast(x.Due)), string(dayOrLast(y.Due))),
			strings.Compare(model.Fold(x.Town), model.Fold(y.Town)))
	})
	var heads []fyne.CanvasObject
	for _, words := range []string{"Ville", "État", "Prochaine étape", "Subvention", "Reste à charge"} {
		heads = append(heads, kit.NewStrong(words, kit.SizeSmall, kit.ColorMuted))
	}
	body := kit.VStack(kit.Scaled(2), kit.NewHeading("Dossier par dossier", kit.SizeSection, theme.ColorNameForeground),
		kit.Pad(8, 8, 4, 8, kit.Shares(kit.Scaled(10), portfolioShares, heads...)), kit.NewRule(kit.ColorBorder))
	for _, i := range order[:min(len(order), shownAtOnce)] {
		body.Add(p.line(i))
	}
	if more := len(order) - shownAtOnce; more > 0 {
		body.Add(kit.Pad(8, 8, 8, 8, kit.NewParagraph("Et "+many(more, "autre")+" : le tableur les donne tous.", kit.SizeSmall, kit.ColorMuted)))
	}
	return kit.NewCard(body)
}

// line is one dossier; pressing it opens it.
func (p *portfolioPage) line(i int) fyne.CanvasObject {
	x, id := p.all[i], p.ids[i]
	cell := func(strong, weak string, ink fyne.ThemeColorName) fyne.CanvasObject {
		words := kit.VStack(kit.Scaled(1), kit.NewParagraph(strong, kit.SizeSmall, ink))
		if weak != "" {
			words.Add(kit.NewParagraph(weak, kit.SizeCaption, kit.ColorMuted))
		}
		return words
	}
	due, ink := x.Due.String(), theme.ColorNameForeground
	switch {
	case x.Due == "":
		due = "Aucune date"
	case x.Late:
		due, ink = due+" — en retard", theme.ColorNameError
		if x.Delay > 0 {
			due += " de\u00a0" + many(x.Delay, "jour")
		}
	}
	place := ""
	if x.Agreed != "" {
		place = "Accord du " + x.Agreed.Short()
	}
	if x.Agreed != "" && x.Place > 0 {
		place += fmt.Sprintf(" · rang %d", x.Place)
	}
	subsidy, left := "–", "–"
	if x.Funded {
		subsidy, left = x.Subsidy.String(), x.Left.String()
	}
	found := digest{Standing: x.Standing}
	row := kit.Shares(kit.Scaled(10), portfolioShares, cell(x.Town, strings.Trim(x.Reference+"\n"+place, "\n"), theme.ColorNameForeground),
		cell(x.State.String(), found.found(), theme.ColorNameForeground), cell(due, x.Next.Title, ink),
		cell(subsidy, "", theme.ColorNameForeground), cell(left, "", theme.ColorNameForeground))
	return kit.NewListLine(row, func() { p.shell.openStored(id) }).Padded(8, 8, 8, 8)
}

// export writes the portfolio as a spreadsheet.
func (p *portfolioPage) export() {
	s := p.shell
	today := s.today()
	name := strings.ReplaceAll(string(today), "-", "") + "_portefeuille.xlsx"
	s.chooseTarget(name, func(path string) {
		file, err := sheet.Portfolio(p.all, today)
		if err == nil {
			err = storage.Replace(path, file)
		}
		if err != nil {
			s.fail(err)
			return
		}
		s.message("Portefeuille", "Le portefeuille, avec ses totaux en formules, se trouve ici :\n"+path)
	})
}

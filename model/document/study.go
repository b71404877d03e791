package document

import (
	"strconv"

	"appuitechnique/model"
)

// writeStudy writes the report of the mission d’AMO: how it went, what it found, what it proposes. (domain §1.8)
func writeStudy(w *writer, _ *Document) {
	w.annexes = nil
	w.add(Facts{Rows: w.studyFacts()})
	w.studyMethod()
	w.section("2", "Qualification du projet")
	w.projectIdentity()
	w.studyProject()
	w.section("3", "Éligibilité et exclusions")
	list := model.Eligibility(w.d, w.d.Changed)
	w.text(verdictOf(model.Eligible(list)), " La note d’éligibilité donne le détail des conditions et de leurs sources.")
	w.conditionsTable(list)
	w.section("4", "Contenu proposé de la mission")
	w.prose(&w.d.Mission.Purpose)
	w.text("Durée proposée : ", w.months(), ", du ", &w.d.Mission.Start, " au ", w.missionEnd(), " inclus, à mi-temps (0,5 ETP).")
	w.taskTables()
	w.milestoneTable()
	w.section("5", "Profil recherché")
	w.profile()
	w.text("Savoir-faire attendus :")
	w.items(closed(w.phrases(&w.d.Job.Skills))...)
	w.section("6", "Livrables")
	w.text("La mission produit deux documents, arrêtés lors de l’échange entre "+w.town()+" et la Direction régionale : la feuille de "+
		"route de l’appui technique et la proposition de fiche de poste. Ils sont établis séparément et annexés aux conventions. La "+
		"présentation attend en effet de la mission qu’elle permette de ",
		quoted("produire une feuille de route pour la mission d’appui technique et aboutir à une proposition de fiche de poste", headContents), ".")
	w.section("7", "Avis de la mission")
	w.studyOpinion()
	w.studyPictures()
	w.boxes(nil, &w.d.Study.ReportDay, w.studySignatory())
}

func (w *writer) studyFacts() []Fact {
	s := &w.d.Study
	rows := []Fact{
		{"Collectivité", w.say(upperAll(w.townName()), " (« "+w.town()+" »)")},
		{"Projet", w.say(&w.d.Project.Title)},
		{"Mission conduite par", w.say(&s.Provider)},
	}
	if w.has(&s.OrderRef) {
		rows = append(rows, Fact{"Lettre de commande", w.say(&s.OrderRef, w.onDay(&s.OrderDay))})
	} else {
		rows = w.optional(rows, "Lettre de commande du", &s.OrderDay)
	}
	rows = append(rows, Fact{"Rapport remis le", w.say(&s.ReportDay)})
	if w.has(&w.d.Terms.StudyPayer) {
		rows = append(rows, Fact{"Mission payée par", w.say(w.line(&w.d.Terms.StudyPayer), w.unconfirmed(&w.d.Terms.StudyPayerBy))})
	}
	return append(rows, Fact{"Direction régionale", w.say(&w.d.Town.Office)})
}

// studyMethod tells the visit, the talks, the reading and the exchange, the four that the presentation asks for.
func (w *writer) studyMethod() {
	s := &w.d.Study
	w.section("1", "Méthode")
	w.text("La mission intègre, comme la présentation le demande, ",
		quoted("une visite de site, des entretiens avec les personnes ressources au sein de la collectivité", headContents),
		", l’analyse des dossiers disponibles et l’animation d’un échange entre la ville et la Direction régionale.")
	w.section("1.1", "Visite de site")
	w.text("La visite a eu lieu le ", &s.VisitDay, ".")
	w.listed("Participants :", &s.Visitors)
	w.told("Constats", &s.VisitNotes)
	w.section("1.2", "Entretiens")
	w.interviews()
	w.section("1.3", "Dossiers analysés")
	w.studyFiles()
	w.section("1.4", "Échange entre la ville et la Direction régionale")
	w.text("L’échange a eu lieu le ", &s.Exchange, ".")
	w.listed("Participants :", &s.Attendees)
	w.told("Conclusions", &s.Conclusions)
	town := map[model.Answer]string{model.Yes: "valide la mission proposée", model.No: "ne valide pas la mission proposée"}
	office := map[model.Answer]string{model.Yes: "la valide", model.No: "ne la valide pas"}
	w.text(w.theTown()+" ", w.either(&s.TownAgrees, town[s.TownAgrees], "valide ou ne valide pas la mission proposée"), ". La Direction "+
		"régionale ", w.either(&s.OfficeAgrees, office[s.OfficeAgrees], "la valide ou ne la valide pas"), ".")
}

// listed adds what an optional long answer says under its lead, one line an item; nothing when it is not given.
func (w *writer) listed(lead string, p *string) {
	if !w.has(p) {
		return
	}
	w.text(lead)
	w.items(closed(w.each(p))...)
}

// told adds what an optional long answer says, as it was typed; nothing when it is not given.
func (w *writer) told(lead string, p *string) {
	if w.has(p) {
		w.stated(w.text, lead, p)
	}
}

func (w *writer) interviews() {
	list := &w.d.Study.Interviews
	if len(*list) == 0 {
		w.text(w.of(list), ".")
		return
	}
	var rows [][]Spans
	for _, v := range *list {
		rows = append(rows, []Spans{w.say(&v.Name), w.say(&v.Role), w.cell(&v.Day), w.cell(&v.Topics)})
	}
	w.add(Table{
		Caption: "Personnes rencontrées",
		Columns: []Column{{Title: "Personne", Width: .26}, {Title: "Fonction", Width: .26}, {Title: "Date", Width: .16},
			{Title: "Sujets", Width: .32}},
		Rows: rows,
	})
}

func (w *writer) studyFiles() {
	list := w.d.Study.Files
	if len(list) == 0 {
		w.text(w.from("Aucun dossier n’est inscrit au présent rapport.", &w.d.Study.Files))
		return
	}
	var rows [][]Spans
	for _, v := range list {
		rows = append(rows, []Spans{w.say(&v.Title), w.cell(&v.By), w.cell(&v.Year), w.cell(&v.Notes)})
	}
	w.add(Table{
		Caption: "Dossiers analysés",
		Columns: []Column{{Title: "Titre", Width: .33}, {Title: "Auteur", Width: .22}, {Title: "Année", Width: .09},
			{Title: "À retenir", Width: .36}},
		Rows: rows,
	})
}

// studyProject qualifies the project: its size, how it is carried out, how far it has come, what is at stake.
func (w *writer) studyProject() {
	p, v := &w.d.Project, &w.d.Delivery
	rows := []Fact{}
	if w.wants(&p.Kinds) {
		rows = append(rows, Fact{"Nature", w.say(&p.Kinds)})
	}
	if w.wants(&p.Size) {
		rows = append(rows, Fact{"Taille et nature de l’opération", w.say(&p.Size)})
	}
	rows = w.optional(rows, "Coût prévisionnel", &p.Budget)
	rows = append(rows, Fact{"Mode de réalisation", w.say(&v.Mode, w.operator())})
	rows = w.optional(rows, "Montage retenu", &v.Detail)
	w.add(Facts{Rows: rows})
	w.advancement()
	w.risks()
}

func (w *writer) studyOpinion() {
	s := &w.d.Study
	if w.wants(&s.Opinion) {
		w.text("Avis de la mission : ", w.line(&s.Opinion), ".")
	} else {
		w.text(w.from("La mission n’a pas encore rendu d’avis.", &s.Opinion))
	}
	if w.wants(&s.Reserves) {
		w.stated(w.text, "Motifs et réserves", &s.Reserves)
	}
	if n := len(w.d.Mission.Tasks); n > 0 {
		w.text("La mission recommande un appui technique de ", w.months(), ", sur "+strconv.Itoa(n)+" "+plural(n, "tâche")+".")
	}
}

// studyPictures shows the photographs that are kept with the dossier, then lists what is joined on paper.
func (w *writer) studyPictures() {
	number, visit := "8", "le compte rendu de la visite de site et ses photographies"
	if len(w.d.Pictures) > 0 {
		w.section("8", "Photographies et plans")
		number, visit = "9", "le compte rendu de la visite de site"
	}
	for i, p := range w.d.Pictures {
		title := "Figure " + strconv.Itoa(i+1)
		caption, alt := title, title+", sans légende"
		if words := oneLine(p.Caption); words != "" {
			caption, alt = title+" – "+words, words
		}
		w.add(Picture{Caption: caption, Alt: alt, Data: p.Data, Width: p.Width, Height: p.Height})
	}
	w.pieces(number,
		w.piece("la lettre de commande de la mission"), w.piece(visit), w.piece("les comptes rendus des entretiens"),
		w.piece("le relevé de conclusions de l’échange avec la Direction régionale"),
		w.piece("la feuille de route et la fiche de poste proposées"))
}

func (w *writer) studySignatory() Signatory {
	s := &w.d.Study
	box := Signatory{Key: "amo", For: w.say("Pour la mission d’assistance à maîtrise d’ouvrage"), Name: w.say(&s.Lead),
		Quality: w.say(&s.Provider)}
	if w.has(&s.OrderRef) {
		box.Basis = w.say("Lettre de commande ", &s.OrderRef)
	}
	return box
}

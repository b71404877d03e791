package model

import "testing"

// statusOf asks for the status of a fiche of a few questions, as Form would make it.
func statusOf(marks *Marks, fiche Fiche, ids map[any]string) Status {
	fiche.Key, fiche.marks = "test", marks
	identify(fiche.Fields, ids, marks)
	return fiche.Status()
}

func TestAFicheSaysHowFarItHasCome(t *testing.T) {
	type answers struct {
		name, mail string
		yes        Answer
	}
	for _, tt := range []struct {
		name string
		a    answers
		m    Marks
		f    Fiche
		want string
	}{
		{name: "nothing answered", want: "À commencer"},
		{name: "a free answer, the required one missing", a: answers{mail: "a@b.fr"}, want: "En cours"},
		{name: "the required answer given", a: answers{name: "Riom"}, want: "Complet"},
		{name: "only a default, and nothing missing", a: answers{name: "Riom"},
			m: Marks{Origins: map[string]Origin{"name": OriginDefault}}, want: "À commencer"},
		{name: "only a default, gone through", a: answers{name: "Riom"},
			m: Marks{Origins: map[string]Origin{"name": OriginDefault}, Seen: map[string]bool{"test": true}}, want: "Complet"},
		{name: "gone through with something missing", m: Marks{Seen: map[string]bool{"test": true}}, want: "À commencer"},
		{name: "a reference table answered", a: answers{name: "Riom"},
			m: Marks{Origins: map[string]Origin{"name": OriginReference}}, want: "Complet"},
		{name: "an answer that is not right", a: answers{name: "Riom", mail: "riom"}, want: "À corriger"},
		{name: "an answer that cannot be read", a: answers{name: "Riom"},
			m: Marks{Unread: map[string]string{"yes": "peut-être"}}, want: "À corriger"},
		{name: "marked for review, though wrong", a: answers{mail: "riom"},
			m: Marks{Review: map[string]bool{"test": true}}, want: "À revoir"},
		{name: "waiting, though marked for review", m: Marks{Review: map[string]bool{"test": true}},
			f: Fiche{Awaits: "3.1"}, want: "Pas encore possible — attend 3.1"},
		{name: "void, though waiting", f: Fiche{Awaits: "3.1", Void: "le maire signe lui-même"},
			want: "Sans objet — le maire signe lui-même"},
	} {
		a := tt.a
		tt.f.Fields = []Field{
			Text("Nom", &a.name).Required(),
			Text("Courriel", &a.mail).Check(mailCheck(&a.mail)),
			YesNo("Oui ou non", &a.yes),
		}
		got := statusOf(&tt.m, tt.f, map[any]string{&a.name: "name", &a.mail: "mail", &a.yes: "yes"})
		if got.Text != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got.Text, tt.want)
		}
	}
}

// A fiche with all its answers is not complete as long as a rule refuses one of them.
func TestARuleThatBlocksKeepsItsFicheFromBeingComplete(t *testing.T) {
	status := func(change func(*Dossier), key string) string {
		d, _ := Example("riom")
		change(d)
		found := Findings(d, checked)
		for _, f := range Fiches(Form(d)) {
			if f.Key == key {
				return f.Status(found...).Text
			}
		}
		return "no such fiche"
	}
	for _, tt := range []struct {
		name, key, want string
		change          func(*Dossier)
	}{
		{"nothing to say", "exclusions", "Complet", func(*Dossier) {}},
		{"a rule blocks", "exclusions", "À corriger", func(d *Dossier) { d.Exclusions.PublicSpace = ExtentOnly }},
		{"a rule blocks elsewhere", "cases", "Complet", func(d *Dossier) { d.Exclusions.PublicSpace = ExtentOnly }},
		{"a rule is to be confirmed", "prior.town", "Complet", func(d *Dossier) { d.Prior.StaffDay = "" }},
		{"an answer is missing", "study.stakes", "En cours", func(d *Dossier) { d.Study.Stakes = "" }},
		{"a rule blocks in a row", "mission.milestones", "À corriger", func(d *Dossier) { d.Mission.Milestones[0].Day = "2031-01-01" }},
	} {
		if got := status(tt.change, tt.key); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHiddenQuestionsNeverCount(t *testing.T) {
	var name, hidden string
	people := []*Contact{{Row: Row{Key: "a"}}}
	never := func() bool { return false }
	fields := func() []Field {
		return []Field{
			Text("Nom", &name),
			Text("Caché", &hidden).Required().Check(mailCheck(&hidden)).When(never),
			Rows("Personnes", &people, func(c *Contact) []Field {
				return []Field{Text("Nom", &c.LastName).Required()}
			}).When(never),
		}
	}
	name = "Riom"
	if got := statusOf(&Marks{}, Fiche{Fields: fields()}, nil).Kind; got != StatusComplete {
		t.Errorf("hidden questions unanswered: %d, want complete", got)
	}
	hidden = "riom"
	if got := statusOf(&Marks{}, Fiche{Fields: fields()}, nil).Kind; got != StatusComplete {
		t.Errorf("hidden answer wrong: %d, want complete", got)
	}
	if got := statusOf(&Marks{}, Fiche{Fields: fields()[1:]}, nil); got.Text != "Sans objet" {
		t.Errorf("every question hidden: %q, want Sans objet", got.Text)
	}
}

func TestTheCellsOfAListCount(t *testing.T) {
	var d Dossier
	fiche := func() Fiche {
		return Fiche{Fields: []Field{
			Rows("Personnes", &d.Contacts.People, func(c *Contact) []Field {
				return []Field{Text("Nom", &c.LastName).Required(), Text("Courriel", &c.Email).Check(mailCheck(&c.Email))}
			}).Required(),
		}}
	}
	row := &Contact{Row: Row{Key: "a"}}
	for _, step := range []struct {
		name string
		do   func()
		want StatusKind
	}{
		{"no row", func() {}, StatusToDo},
		{"an empty row", func() { d.Contacts.People = append(d.Contacts.People, row) }, StatusToDo},
		{"a cell wrong", func() { row.LastName, row.Email = "Durand", "durand" }, StatusWrong},
		{"a cell missing", func() { row.LastName, row.Email = "", "a@b.fr" }, StatusBegun},
		{"all given", func() { row.LastName = "Durand" }, StatusComplete},
	} {
		step.do()
		if got := statusOf(&d.Marks, fiche(), paths(&d, dossierSlots)).Kind; got != step.want {
			t.Errorf("%s: %d, want %d", step.name, got, step.want)
		}
	}
}

func TestCompletionLeavesOutTheFichesWithoutObject(t *testing.T) {
	full, _ := Example("riom")
	for _, tt := range []struct {
		name     string
		d        *Dossier
		complete bool
	}{{"a demonstration", full, true}, {"a new dossier", New("x", "2026-001", "2026-11-23"), false}} {
		done, asked := Completion(tt.d)
		if all := len(Fiches(Form(tt.d))); asked == 0 || asked >= all {
			t.Errorf("%s: %d fiches ask something, want some of %d", tt.name, asked, all)
		}
		if (done == asked) != tt.complete {
			t.Errorf("%s: %d of %d fiches are complete", tt.name, done, asked)
		}
	}
}

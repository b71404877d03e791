package model

import "slices"

// factors lists the conditions of eligibility in the order of the fiches.
func factors(d *Dossier, today Day) []factor {
	return slices.Concat(
		[]factor{programmeFactor(&d.Town), casesFactor(&d.Cases, today), mixFactor(&d.Exclusions), complexFactor(&d.Project)},
		exclusionFactors(&d.Exclusions),
		[]factor{backingFactor(d), agreementFactor(&d.Backing), definitionFactor(d), studyFactor(&d.Study), tempoFactor(d, today),
			framingFactor(&d.Mission)},
	)
}

// given is the test of an answer that is to be given, whatever it is.
func given[T comparable](p *T, in string) test {
	var none T
	t := test{at: p, verdict: VerdictYes, given: in}
	if *p == none {
		t.verdict = VerdictUnknown
	}
	return t
}

// wants is the test of a yes/no question that is to be answered so; in says when it can be.
func wants(p *Answer, so Answer, in string) test {
	t := test{at: p, verdict: VerdictNo, value: string(so), given: in}
	switch *p {
	case so:
		t.verdict = VerdictYes
	case "":
		t.verdict = VerdictUnknown
	}
	return t
}

func programmeFactor(town *Town) factor {
	proof := test{at: &town.ACVProof, verdict: VerdictNo, given: "si la commune vient de rejoindre le programme"}
	if town.ACVProof != "" {
		proof.verdict = VerdictYes
	}
	return factor{
		key: "acv", title: "La ville fait partie du programme Action Cœur de Ville", rules: []string{"R01"},
		basis: quoted(pageCapacity, "proposée uniquement dans le cadre du programme Action Cœur de Ville"),
		roads: []road{{proof}, {wants(&town.ACV, Yes, "si la commune figure dans la liste du programme")}},
		yes:   "La commune fait partie du programme.",
		no:    "La commune n’est pas dans la liste du programme, et rien n’atteste qu’elle l’ait rejoint.",
	}
}

func casesFactor(c *Cases, today Day) factor {
	f := factor{
		key: "cases", title: "La ville répond à l’un des quatre cas", rules: []string{"R05", "R06", "R07", "R08", "R09"},
		basis: quoted(pageTowns, "L’appui technique peut bénéficier aux villes suivantes"),
		cases: []factor{buildingCase(c), laureateCase(c, today), fundCase(c), priorityCase(c)},
		yes:   "Un cas au moins est établi, avec ses preuves.",
		no:    "La ville ne répond à aucun des quatre cas.",
	}
	for _, one := range f.cases {
		f.roads = append(f.roads, one.roads...)
	}
	return f
}

func buildingCase(c *Cases) factor {
	return factor{
		key: "building", title: "Un bâtiment complexe à réhabiliter ou un site de grande emprise à reconvertir", rules: []string{"R06"},
		basis: quoted(pageTowns, quoteBuilding),
		roads: []road{{
			wants(&c.Building, Yes, "si la ville présente un bâtiment complexe à réhabiliter ou un site de grande emprise à reconvertir"),
			given(&c.BuildingKind, ""), given(&c.BuildingName, ""), given(&c.BuildingArea, ""),
		}},
		yes: "Le bâtiment ou le site est désigné, avec son ancien usage et sa surface.", no: "La ville n’en présente pas.",
	}
}

// laureateCase asks for a call that is launched, not only planned. (presentation, « ayant lancé son AAP »)
func laureateCase(c *Cases, today Day) factor {
	call := given(&c.CallDay, "")
	if c.CallDay > today {
		call = test{at: &c.CallDay, verdict: VerdictNo, given: "si l’appel à projets est déjà lancé"}
	}
	f := factor{
		key: "laureate", title: "Une ville lauréate de « Réinventons nos cœurs de ville », dont l’appel à projets est lancé",
		rules: []string{"R07"}, basis: quoted(pageTowns, quoteLaureate),
		roads: []road{{wants(&c.Laureate, Yes, "si la ville est lauréate et a lancé son appel à projets"), call}},
		yes:   "La ville est lauréate, et son appel à projets est lancé.", no: "La ville n’est pas lauréate.",
	}
	if c.Laureate == Yes {
		f.no = "L’appel à projets n’est pas encore lancé."
	}
	return f
}

func fundCase(c *Cases) factor {
	return factor{
		key: "fund", title: "Une ville bénéficiaire du fonds friches", rules: []string{"R08"}, basis: quoted(pageTowns, quoteFund),
		roads: []road{{wants(&c.Fund, Yes, "si la ville bénéficie du fonds friches"), given(&c.FundReference, ""), given(&c.FundDay, "")}},
		yes:   "La décision du fonds friches est connue.", no: "La ville n’en bénéficie pas.",
	}
}

func priorityCase(c *Cases) factor {
	return factor{
		key: "priority", title: "Une opération d’aménagement ou un site prioritaire ACV 2", rules: []string{"R09"},
		basis: quoted(pageTowns, quotePriority),
		roads: []road{{
			wants(&c.Priority, Yes, "si la ville lance une opération d’aménagement ou un projet sur un site prioritaire"),
			given(&c.PriorityKind, ""), given(&c.PriorityName, ""),
		}},
		yes: "L’opération ou le site est désigné.", no: "La ville ne lance pas d’opération de ce genre.",
	}
}

// mixFactor refuses what is mainly public space or wholly ordinary equipment; a lesser part is to be justified.
// (presentation, « Un appui mobilisable en soutien aux projets complexes »; for mixed projects, hypothèse à confirmer)
func mixFactor(x *Exclusions) factor {
	part := func(p *Extent, value Extent, in string, allowed ...Extent) test {
		t := test{at: p, verdict: VerdictNo, value: string(value), given: in}
		switch {
		case *p == "":
			t.verdict = VerdictUnknown
		case slices.Contains(allowed, *p):
			t.verdict = VerdictYes
		}
		return t
	}
	f := factor{
		key: "mix", title: "Le projet ne se réduit ni à des espaces publics, ni à un équipement public ordinaire",
		rules: []string{"R13", "R14"}, basis: quoted(pageComplex, quoteSpace),
		roads: []road{
			{
				part(&x.PublicSpace, ExtentNone, "si la requalification d’espaces publics sort du projet", ExtentNone),
				part(&x.Equipment, ExtentNone, "si la construction d’équipements ordinaires sort du projet", ExtentNone),
			},
			{
				part(&x.PublicSpace, ExtentPart, "si les espaces publics ne sont plus qu’une part minoritaire du projet", ExtentNone, ExtentPart),
				part(&x.Equipment, ExtentPart, "si le projet comporte surtout d’autres volets que l’équipement", ExtentNone, ExtentPart, ExtentMain),
				given(&x.Justification, ""),
			},
		},
		yes: "Le projet ne comporte ni l’un ni l’autre.",
		no:  "Un projet de requalification d’espaces publics, ou limité à un équipement public ordinaire, n’est pas éligible.",
	}
	if x.PublicSpace != ExtentNone || x.Equipment != ExtentNone {
		f.yes = "Le projet est mixte et justifié ; la justification reste à valider par la Direction régionale."
	}
	return f
}

func complexFactor(p *Project) factor {
	kinds := test{at: &p.Kinds, verdict: VerdictYes}
	if len(p.Kinds) == 0 {
		kinds.verdict = VerdictUnknown
	}
	return factor{
		key: "complex", title: "Le projet est complexe", rules: []string{"R12"}, basis: quoted(pageComplex, quoteComplex),
		roads: []road{{kinds, given(&p.Complexity, "")}},
		yes:   "La nature et la complexité du projet sont dites.",
	}
}

func exclusionFactors(x *Exclusions) []factor {
	out := []factor{
		{
			key: "ori", title: "La mission ne porte pas sur une opération de restauration immobilière", rules: []string{"R15"},
			basis: quoted(pageComplex, quoteORI), no: "La mission porte sur une opération de restauration immobilière.",
			roads: []road{{wants(&x.ORI, No, "si l’opération de restauration immobilière sort de la mission")}},
			yes:   "La mission n’en comporte pas.",
		},
		{
			key: "dup", title: "La mission ne porte pas sur une DUP travaux sur un îlot", rules: []string{"R16"},
			basis: quoted(pageComplex, quoteORI), no: "La mission porte sur une déclaration d’utilité publique de travaux sur un îlot.",
			roads: []road{{wants(&x.DUP, No, "si cette déclaration d’utilité publique sort de la mission")}},
			yes:   "La mission n’en comporte pas.",
		},
		opahFactor(x),
		{
			key: "programme", title: "La mission ne comporte pas de tâches du chef de projet Action Cœur de Ville", rules: []string{"R18"},
			basis: quoted(pageTasks, quoteManager), no: "Des tâches de la mission relèvent du chef de projet.",
			roads: []road{{wants(&x.Programme, No, "si ces tâches sont laissées au chef de projet")}},
			yes:   "Le pilotage du programme reste au chef de projet.",
		},
		{
			key: "person", title: "L’expert n’est pas aussi le chef de projet Action Cœur de Ville", rules: []string{"R19"},
			basis: quoted(pageTasks, quoteManager), no: "La même personne serait expert et chef de projet.",
			roads: []road{{wants(&x.SamePerson, No, "si une autre personne que le chef de projet devient l’expert")}},
			yes:   "Ce sont deux personnes.",
		},
		{
			key: "employer", title: "L’employeur de l’expert est le groupement d’employeurs", rules: []string{"R20"},
			basis: quoted(pageGroup, quoteNoPost), no: "La collectivité emploierait l’expert elle-même.",
			roads: []road{{wants(&x.TownEmploys, No, "si le groupement d’employeurs recrute et emploie l’expert")}},
			yes:   "La collectivité n’emploie pas l’expert.",
		},
	}
	return out
}

// opahFactor asks who does what, where an OPAH-RU is under way.
func opahFactor(x *Exclusions) factor {
	f := factor{
		key: "opah", title: "Les tâches de l’opérateur d’une OPAH-RU restent à cet opérateur", rules: []string{"R17"},
		basis: quoted(pageComplex, quoteOPAH), yes: "La répartition avec l’opérateur de suivi-animation est décrite.",
		roads: []road{{given(&x.OPAHSplit, "")}}, reads: []any{&x.OPAH},
	}
	switch x.OPAH {
	case No:
		f.void = "Aucune OPAH-RU n’est en cours sur le périmètre."
	case "":
		f.roads = []road{{given(&x.OPAH, "")}}
	}
	return f
}

package model

// The lines of the profile that several tasks call for. (domain §1.6)
const (
	knowPublicWorks = "Maîtrise d’ouvrage publique et livre IV du code de la commande publique"
	knowPlanning    = "Urbanisme opérationnel"
	knowAssembly    = "Montage juridique et financier d’opérations"
	knowMarkets     = "Marchés publics"
	knowHeritage    = "Patrimoine et architectes des Bâtiments de France"
	knowFinance     = "Finances locales"
	knowSite        = "Conduite de chantier et réception des ouvrages"

	canSteer      = "Piloter une maîtrise d’œuvre"
	canSchedule   = "Établir et tenir un planning"
	canCost       = "Analyser des coûts"
	canNegotiate  = "Négocier"
	canCoordinate = "Coordonner des intervenants techniques"
	canConsult    = "Préparer une consultation et analyser des offres"
	canCheck      = "Contrôler des études et des livrables"

	isTeacher  = "Pédagogie"
	isDiplomat = "Diplomatie"
	isRigorous = "Rigueur"
)

// taskSkills are what a task asks of the expert: savoirs, savoir-faire, savoir-être. They are suggestions, from the usual
// fiches de poste of the trade.
type taskSkills struct{ knowledge, skills, manners []string }

// skillsOf returns what t asks for: by its place in the catalogue, else by its sides.
func skillsOf(t *Task) taskSkills {
	if s, ok := catalogueSkills(t.Catalogue); ok {
		return s
	}
	var s taskSkills
	for _, side := range t.Sides {
		switch side {
		case SideLegal:
			s.knowledge = append(s.knowledge, knowPlanning)
		case SideTechnical:
			s.skills = append(s.skills, canCheck)
		case SideFinancial:
			s.knowledge, s.skills = append(s.knowledge, knowFinance), append(s.skills, canCost)
		}
	}
	return s
}

// catalogueSkills says what each of the eighteen tasks asks for; ok is false for another ID.
func catalogueSkills(id string) (s taskSkills, ok bool) {
	l := func(lines ...string) []string { return lines }
	switch id {
	case "P1":
		s = taskSkills{l(knowPlanning, knowMarkets), l(canConsult, canCoordinate), l(isTeacher)}
	case "P2":
		s = taskSkills{l(knowFinance), l(canCost), l(isRigorous)}
	case "P3", "C5":
		s = taskSkills{nil, l(canSchedule), l(isRigorous)}
	case "P4":
		s = taskSkills{l(knowPlanning), l(canCheck), l(isTeacher)}
	case "C1":
		s = taskSkills{l(knowPlanning, knowHeritage), nil, l(isTeacher)}
	case "C2":
		s = taskSkills{l(knowAssembly, knowFinance), l(canCost, canNegotiate), l(isDiplomat)}
	case "C3":
		s = taskSkills{l(knowMarkets), l(canConsult), l(isRigorous)}
	case "C4":
		s = taskSkills{nil, l(canSteer, canCost), l(isDiplomat)}
	case "C6":
		s = taskSkills{l(knowMarkets), l(canCoordinate), l(isRigorous)}
	case "S1":
		s = taskSkills{l(knowMarkets), l(canConsult, canNegotiate), l(isRigorous)}
	case "S2":
		s = taskSkills{l(knowAssembly), l(canNegotiate, canCheck), l(isDiplomat)}
	case "S3":
		s = taskSkills{l(knowSite), l(canCheck), l(isRigorous)}
	case "S4":
		s = taskSkills{l(knowSite), l(canSteer, canSchedule), l(isDiplomat)}
	case "S5":
		s = taskSkills{l(knowSite), l(canCheck), l(isRigorous)}
	case "S6":
		s = taskSkills{l(knowAssembly), l(canNegotiate), l(isDiplomat)}
	case "E1":
		s = taskSkills{l(knowSite), l(canCoordinate), l(isTeacher)}
	case "E2":
		s = taskSkills{l(knowFinance), l(canCost), l(isTeacher)}
	}
	return s, s.manners != nil
}

package model

import "fmt"

func backingFactor(d *Dossier) factor {
	b := &d.Backing
	day := given(&b.LetterDay, "")
	if b.LetterDay != "" && b.LetterDay < d.Signatories.CouncilSince {
		day = test{at: &b.LetterDay, verdict: VerdictUnknown,
			given: "si le maire confirme sa lettre, antérieure au conseil municipal actuel"}
	}
	return factor{
		key: "backing", title: "Le maire s’engage sur le projet (portage politique)", rules: []string{"R10", "R11"},
		basis: quoted(pageTowns, "est une condition sine qua non de la mobilisation de l’appui technique"),
		roads: []road{{wants(&b.Letter, Yes, "si le maire signe la lettre d’engagement"), day}},
		reads: []any{&d.Signatories.CouncilSince},
		yes:   "La lettre d’engagement est signée.", no: "La lettre d’engagement du maire n’est pas signée.",
	}
}

func agreementFactor(b *Backing) factor {
	return factor{
		key: "agreement", title: "La Direction régionale a donné son accord de principe (60 villes au plus)", rules: []string{"R04"},
		basis: quoted(pageCapacity, "L’expérimentation pourra porter au maximum sur 60 villes"),
		roads: []road{{given(&b.Agreement, "")}}, yes: "L’accord de principe est daté.",
	}
}

func definitionFactor(d *Dossier) factor {
	p, s := &d.Project, &d.Study
	return factor{
		key: "definition", title: "Le projet, son avancement et ses enjeux sont définis", rules: []string{"R21", "R22"},
		basis: quoted(pageContents, "est un prérequis indispensable à la mobilisation de l’expert opérationnel"),
		roads: []road{{given(&p.Title, ""), given(&p.Summary, ""), given(&s.Stakes, ""), given(&s.Assembly.Level, ""),
			given(&s.Partnerships.Level, ""), given(&s.Procedures.Level, "")}},
		yes: "Le projet est défini, et son niveau d’avancement apprécié.",
	}
}

func studyFactor(s *Study) factor {
	talks := test{at: &s.Interviews, verdict: VerdictYes}
	if len(s.Interviews) == 0 {
		talks.verdict = VerdictUnknown
	}
	return factor{
		key: "study", title: "La mission d’AMO est faite, et la mission validée", rules: []string{"R23", "R24", "R26"},
		basis: quoted(pageContents, quoteExchange),
		roads: []road{{
			given(&s.Provider, ""), given(&s.VisitDay, ""), talks, given(&s.Exchange, ""),
			wants(&s.TownAgrees, Yes, "si la ville valide la mission, au besoin après l’avoir revue"),
			wants(&s.OfficeAgrees, Yes, "si la Direction régionale valide la mission, au besoin après une nouvelle version"),
		}},
		yes: "La visite, les entretiens et l’échange ont eu lieu ; la ville et la Direction régionale valident la mission.",
		no:  "La mission n’est pas validée par la ville et par la Direction régionale.",
	}
}

func framingFactor(m *Mission) factor {
	const halfWeek Hundredths = 250
	days := given(&m.Days, "")
	days.value = halfWeek.String()
	if m.Days != 0 && m.Days != halfWeek {
		days.verdict, days.given = VerdictNo, "si la mise à disposition peut se faire à mi-temps"
	}
	return factor{
		key: "framing", title: "L’expert travaille à mi-temps, pour ce seul projet", rules: []string{"R34", "R35"},
		basis: quoted(pageSecondment, "sur la base d’un mi-temps (0,5 ETP)"),
		roads: []road{{days, wants(&m.Exclusive, Yes, "si la ville s’engage à ne confier à l’expert que ce projet")}},
		yes:   "L’expert est à mi-temps, affecté à ce seul projet.",
		no:    "La mise à disposition est à mi-temps et strictement dédiée au projet.",
	}
}

// tempoFactor holds the duration to 6 to 24 months, and what the programme's period bounds to that period.
func tempoFactor(d *Dossier, today Day) factor {
	m, t := &d.Mission, &d.Terms
	f := factor{
		key: "tempo", title: "La durée et les dates sont celles du programme", rules: []string{"R02", "R32"},
		basis: quoted(pageSecondment, "d’une durée de 6 mois à 24 mois"),
		reads: []any{&m.Months, &m.Start, &d.Support.Signed, &t.WindowStart, &t.WindowEnd, &t.WindowMeans},
		yes:   "La durée est comprise entre 6 et 24 mois, et les dates sont dans la période du programme.",
		no:    "La durée doit être comprise entre 6 et 24 mois, et les dates dans la période du programme.",
	}
	if endsLate(d) {
		f.yes += fmt.Sprintf(" La mission finit le %s, après cette période : la Direction régionale doit le confirmer par écrit.",
			m.End().Short())
	}
	w := window{t, today}
	switch {
	case t.WindowStart == "" || t.WindowEnd == "":
		f.roads = []road{{given(&t.WindowStart, ""), given(&t.WindowEnd, "")}} // nothing can be said before
	case t.WindowMeans == WindowStartDay:
		f.roads = []road{{durationTest(m), w.dated(&m.Start, "si la prise de poste peut avoir lieu au plus tard ce jour-là")}}
	case t.WindowMeans == WindowEndDay:
		f.roads = w.ends(m)
	default:
		f.roads = []road{{durationTest(m), w.signs(&d.Support.Signed)}}
	}
	return f
}

// durationTest proposes the nearest duration that the scheme allows.
func durationTest(m *Mission) test {
	t := given(&m.Months, "")
	t.value = fmt.Sprint(min(max(m.Months, shortestMission), longestMission))
	if m.Months != 0 && !m.lasts() {
		t.verdict, t.given = VerdictNo, "si la mission peut avoir cette durée"
	}
	return t
}

// A window is the period of the programme, looked at on a day.
type window struct {
	*Terms
	today Day
}

func (w window) has(day Day) bool { return day >= w.WindowStart && day <= w.WindowEnd }

// dated is the test of a day that is to fall in the period. A day that comes too late can be brought forward as long as the
// period lasts; later, only a longer period helps.
func (w window) dated(p *Day, earlier string) test {
	switch {
	case *p == "":
		return test{at: p, verdict: VerdictUnknown}
	case w.has(*p):
		return test{at: p, verdict: VerdictYes}
	case *p < w.WindowStart:
		return test{at: p, verdict: VerdictNo, value: w.WindowStart.Short(), given: "si cette date est erronée"}
	case w.today <= w.WindowEnd:
		return test{at: p, verdict: VerdictNo, value: w.WindowEnd.Short(), given: earlier}
	}
	return w.longer(*p)
}

// longer is the test that only a period going on until day passes.
func (w window) longer(day Day) test {
	return test{at: &w.WindowEnd, verdict: VerdictNo, value: day.Short(),
		given: "si la Direction régionale confirme par écrit une période plus longue"}
}

// signs is the test of the signature: once the period is over, the lack of its day is a « non ».
func (w window) signs(signed *Day) test {
	t := w.dated(signed, "si la convention de soutien peut être signée au plus tard ce jour-là")
	if *signed == "" && w.today > w.WindowEnd {
		t.verdict, t.given = VerdictNo, "si la convention de soutien a été signée au plus tard le "+w.WindowEnd.Short()
	}
	return t
}

// ends lists the ways of ending in the period: another duration, or another start.
func (w window) ends(m *Mission) []road {
	months := min(max(m.Months, shortestMission), longestMission)
	if m.Start == "" || m.Months == 0 {
		start := given(&m.Start, "si la prise de poste peut avoir lieu au plus tard ce jour-là")
		start.value = w.latest(months).Short()
		return []road{{durationTest(m), start}}
	}
	fits := func(n int) bool { return w.has((&Mission{Start: m.Start, Months: n}).End()) }
	nearest := 0
	for n := shortestMission; n <= longestMission; n++ {
		if fits(n) && (nearest == 0 || abs(n-m.Months) < abs(nearest-m.Months)) {
			nearest = n
		}
	}
	var roads []road
	if nearest > 0 {
		other := test{at: &m.Months, verdict: VerdictNo, value: fmt.Sprint(nearest), given: "si la mission peut avoir cette durée"}
		if nearest == m.Months {
			other.verdict = VerdictYes
		}
		roads = append(roads, road{other})
	}
	return append(roads, road{durationTest(m), w.starts(m, months)})
}

// starts is the test of a start from which a mission of so many months ends in the period.
func (w window) starts(m *Mission, months int) test {
	end := (&Mission{Start: m.Start, Months: months}).End()
	latest := w.latest(months)
	switch {
	case w.has(end):
		return test{at: &m.Start, verdict: VerdictYes}
	case end < w.WindowStart:
		return test{at: &m.Start, verdict: VerdictNo, value: w.WindowStart.Short(), given: "si cette date est erronée"}
	case latest < w.today || !w.has((&Mission{Start: latest, Months: months}).End()):
		return w.longer(end)
	}
	return test{at: &m.Start, verdict: VerdictNo, value: latest.Short(), given: "si la prise de poste peut avoir lieu au plus tard ce jour-là"}
}

// latest is the last start from which a mission of so many months ends in the period.
func (w window) latest(months int) Day { return w.WindowEnd.AddDays(1).AddMonths(-months) }

func abs(n int) int { return max(n, -n) }

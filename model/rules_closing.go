package model

// closingRules hold the order of the days and the parameters to confirm.
func closingRules() []Rule {
	return []Rule{
		{ID: "R76", Severity: Blocking, Basis: assumed("ordre des étapes administratives"), Check: disorder,
			Reads: func(d *Dossier) []any {
				var list []any
				for _, o := range sequence(d) {
					list = append(list, o.then, o.first)
				}
				return list
			}},
		{
			ID: "R77", Severity: Confirm,
			Basis: assumed("paramètres que la présentation laisse ouverts (taux, plafond, taxes, dépenses retenues, période, paiement de l’AMO)"),
			Reads: func(d *Dossier) []any {
				var list []any
				for _, p := range parameters(d) {
					list = append(list, &p.by.By, &p.by.Day)
				}
				return append(list, &d.Terms.Rate, &d.Terms.Ceiling)
			},
			Check: func(d *Dossier, _ Day) []Breach {
				var list []Breach
				for _, p := range parameters(d) {
					at := firstEmpty(&p.by.By, &p.by.Day)
					if p.by == &d.Terms.WindowBy && endsLate(d) {
						continue // R03 asks for that confirmation
					}
					list = append(list, brokenIf(at != nil, at, "%s n’a pas été confirmé par la Direction régionale : notez qui le confirme, "+
						"et quand.", p.name)...)
				}
				return append(list, noSubsidy(&d.Terms)...)
			},
		},
	}
}

// noSubsidy finds the parameters that leave nothing to be paid.
func noSubsidy(t *Terms) []Breach {
	const remedy = "la subvention serait nulle. Corrigez-le, ou confirmez-le avec la Direction régionale."
	rate := brokenIf(t.Rate != nil && *t.Rate == 0, &t.Rate, "Le taux de la subvention est de 0 %% : "+remedy)
	return append(rate, brokenIf(t.Ceiling != nil && *t.Ceiling == 0, &t.Ceiling, "Le plafond de la subvention est de 0 € : "+remedy+
		" S’il n’y a pas de plafond, videz la réponse.")...)
}

// A step says that one day must come no later than another. Names complete « … doit précéder … ».
type step struct {
	first, then         *Day
	firstName, thenName string
}

// sequence lists the steps whose order matters and that no other rule holds.
func sequence(d *Dossier) []step {
	const (
		adoption = "la délibération d’adhésion"
		approval = "la délibération sur les conventions"
		entry    = "la prise de poste"
	)
	c, s, e := &d.Council, &d.Study, &d.Expert
	joining := c.JoiningAct()
	return []step{
		{&s.OrderDay, &s.VisitDay, "la commande de l’AMO", "la visite de site"},
		{&s.VisitDay, &s.Exchange, "la visite de site", "l’échange entre la ville et la Direction régionale"},
		{&s.OrderDay, &s.ReportDay, "la commande de l’AMO", "la remise de son rapport"},
		{&s.Exchange, &d.Mission.Start, "l’échange entre la ville et la Direction régionale", entry},
		{&d.Backing.LetterDay, &d.Support.Signed, "la lettre d’engagement du maire", "la signature de la convention de soutien"},
		{&c.Joining.Day, &c.Joining.Sent, adoption, "sa transmission"},
		{&c.Joining.Day, &c.Joining.Published, adoption, "sa publication"},
		{&c.Signing.Day, &c.Signing.Sent, approval, "sa transmission"},
		{&c.Signing.Day, &c.Signing.Published, approval, "sa publication"},
		{&joining.Day, &d.Membership.Form, adoption, "la signature du bulletin d’adhésion"},
		{&d.Membership.Form, &d.Membership.Accepted, "la signature du bulletin", "l’effet de l’adhésion"},
		{&d.Membership.Accepted, &d.Secondment.Signed, "l’adhésion au groupement", "la signature de la convention de mise à disposition"},
		{&d.Support.DecisionDay, &d.Support.Signed, "la décision d’engagement", "la signature de la convention de soutien"},
		{&d.Secondment.Signed, &d.Mission.Start, "la signature de la convention de mise à disposition", entry},
		{&e.Consent, &d.Mission.Start, "l’accord de l’expert", entry},
		{&d.Job.Deadline, &d.Mission.Start, "la clôture des candidatures", entry},
		{&d.Mission.Start, &d.Support.MidReport, "la prise de poste", "l’évaluation à mi-parcours"},
	}
}

// disorder finds the steps out of order, and looks at the later one, save the start: much hangs on it. A membership that R46 already finds too late is not said twice, nor the acts of a
// délibération that is not asked, nor the consent of an expert who is not found.
func disorder(d *Dossier, _ Day) []Breach {
	var list []Breach
	for _, o := range sequence(d) {
		switch {
		case *o.first == "" || *o.then == "" || *o.first <= *o.then:
		case o.first == &d.Membership.Accepted && joinsLate(d):
		case o.first == &d.Council.Joining.Day && d.Council.JoiningAct() != &d.Council.Joining:
		case o.first == &d.Expert.Consent && d.Expert.Found != Yes:
		default:
			at := o.then
			if at == &d.Mission.Start {
				at = o.first
			}
			list = append(list, broken(at, "Incohérence de dates : %s (%s) doit précéder %s (%s).", o.firstName, o.first.Short(), o.thenName,
				o.then.Short())...)
		}
	}
	return list
}

// A parameter is one of those that the presentation leaves open.
type parameter struct {
	name string
	by   *Confirmation
}

func parameters(d *Dossier) []parameter {
	t := &d.Terms
	return []parameter{
		{"Le taux de la subvention", &t.RateBy},
		{"Le plafond de la subvention", &t.CeilingBy},
		{"Le choix d’une base HT ou TTC", &t.TaxBaseBy},
		{"Le sort des frais de gestion du groupement", &t.FeesBy},
		{"Le sort de la cotisation au groupement", &t.DuesBy},
		{"Ce que borne la période 2023-2026", &t.WindowBy},
		{"Le paiement de la mission d’AMO", &t.StudyPayerBy},
	}
}

package model

// orderRules hold the membership and the group that the town joins.
func orderRules() []Rule {
	return []Rule{
		{
			ID: "R46", Severity: Blocking, Basis: quoted(pageGroup, "sous réserve d’adhésion à un groupement d’employeur"),
			Reads: func(d *Dossier) []any { return []any{&d.Membership.Accepted, &d.Mission.Start} },
			Check: func(d *Dossier, _ Day) []Breach {
				accepted, start := d.Membership.Accepted, d.Mission.Start
				return brokenIf(joinsLate(d), &d.Membership.Accepted, "L’adhésion au groupement doit précéder la mise à disposition : elle "+
					"prend effet le %s, et la prise de poste est prévue le %s.", accepted.Short(), start.Short())
			},
		},
		{
			ID: "R47", Severity: Blocking, Basis: quoted(pageGroup, "association à but non lucratif régie par la Loi 1901"),
			Reads: func(d *Dossier) []any { return []any{&d.Group.Form, &d.Group.RNA, &d.Group.SIRET} },
			Check: func(d *Dossier, _ Day) []Breach {
				g := &d.Group
				const message = "Le groupement doit être une association régie par la loi de 1901 : indiquez sa forme et ses numéros RNA et " +
					"SIRET."
				if g.Form != "" && g.Form != GroupAssociation {
					return broken(&g.Form, message)
				}
				return missingOne(message, &g.Form, &g.RNA, &g.SIRET)
			},
		},
	}
}

// unityRules hold the two conventions to one town and to one order.
func unityRules() []Rule {
	dedicated := quoted(pageSecondment, "faisant l’objet d’une convention de soutien entre la Banque des Territoires et la collectivité")
	return []Rule{
		{
			ID: "R48", Severity: Blocking, Basis: dedicated,
			Reads: func(d *Dossier) []any { return []any{&d.Support.Signed, &d.Mission.Start} },
			Check: func(d *Dossier, _ Day) []Breach {
				signed, start := d.Support.Signed, d.Mission.Start
				return brokenIf(signed != "" && start != "" && signed > start, &d.Support.Signed, "La convention de soutien (%s) doit être "+
					"signée avant la prise de poste (%s).", signed.Short(), start.Short())
			},
		},
		{
			ID: "R49", Severity: Blocking, Basis: dedicated,
			Reads: func(d *Dossier) []any { return []any{&d.Support.Beneficiary, &d.Secondment.User} },
			Check: func(d *Dossier, _ Day) []Breach {
				paid, used := d.Support.Beneficiary, d.Secondment.User
				return brokenIf(paid.known() && used.known() && paid != used, &d.Support.Beneficiary, "Le bénéficiaire diffère entre les deux "+
					"conventions : %s pour le soutien, %s pour la mise à disposition.", paid, used)
			},
		},
		{ID: "R50", Severity: Blocking, Check: notOneBody,
			Basis: quoted(pageSecondment, "Le personnel est mis à disposition de la collectivité qui y adhère"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Membership.Member, &d.Secondment.User, &d.Support.Beneficiary, &d.Town.Kind}
			}},
	}
}

// joinsLate reports whether the membership takes effect after the start.
func joinsLate(d *Dossier) bool {
	return d.Membership.Accepted != "" && d.Mission.Start != "" && d.Membership.Accepted > d.Mission.Start
}

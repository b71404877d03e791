package model

// groupRules hold what the law says of the group, of its members and of the expert's time.
func groupRules() []Rule {
	return []Rule{
		{ID: "R63", Severity: Blocking, Basis: legalRead("Code du travail, article L1253-20"), Papers: []Paper{PaperSecondment},
			Check: publicTime, Reads: func(d *Dossier) []any { return []any{&d.Expert.PublicShare, &d.Expert.Share} }},
		{
			ID: "R64", Severity: Confirm, Basis: legalRead("Code du travail, article L1253-19"),
			Reads: func(d *Dossier) []any { return []any{&d.Group.PublicMembers, &d.Group.Members} },
			Check: func(d *Dossier, _ Day) []Breach {
				g := &d.Group
				return brokenIf(g.PublicMembers <= g.Members && g.PublicMembers > g.Members-g.PublicMembers, &g.PublicMembers, "Les collectivités représentent "+
					"plus de la moitié des membres du groupement (%s sur %s) : demandez une attestation.", FormatInt(g.PublicMembers),
					FormatInt(g.Members))
			},
		},
		{
			ID: "R65", Severity: Confirm, Basis: legalRead("Code du travail, article L1253-8"),
			Reads: func(d *Dossier) []any { return []any{&d.Group.Liability} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Indiquez ce que prévoient les statuts sur la responsabilité des collectivités membres.", &d.Group.Liability)
			},
		},
	}
}

// publicTime holds the share of the contract worked for collectivités to three quarters; the half-time of this mission alone
// is counted where the share is not given, or is less than that.
func publicTime(d *Dossier, _ Day) []Breach {
	const most Rate = 7_500
	e := &d.Expert
	share := e.PublicShare
	if e.Share != nil && *e.Share > 0 {
		here := Rate(min(mulDiv(int64(half), 10_000, int64(*e.Share), 0), 10_000))
		if share == nil || *share < here {
			share = &here
		}
	}
	if share == nil || *share <= most {
		return nil
	}
	return broken(&e.PublicShare, "L’expert consacrerait %s de son temps contractuel à des collectivités (maximum %s par année civile). "+
		"Augmentez la part de son temps chez des membres privés.", share, most)
}

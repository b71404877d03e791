package model

// voteRules hold the council's votes and the expert's consent.
func voteRules() []Rule {
	return []Rule{
		{
			ID: "R66", Severity: Blocking, Basis: legalRead("Code général des collectivités territoriales, article L2122-22, 24°"),
			Reads: func(d *Dossier) []any { return []any{&d.Council.JoiningAct().Day, &d.Membership.Accepted} },
			Check: func(d *Dossier, _ Day) []Breach {
				act, accepted := d.Council.JoiningAct(), d.Membership.Accepted
				late := accepted != "" && act.Day > accepted
				return brokenIf(act.Day == "" || late, &act.Day, "La première adhésion au groupement exige une délibération du conseil "+
					"municipal, prise avant qu’elle prenne effet.")
			},
		},
		{
			ID: "R67", Severity: Blocking, Papers: []Paper{PaperSecondment},
			Basis: legal("Code général de la fonction publique, articles R334-1 et suivants"),
			Reads: func(d *Dossier) []any { return []any{&d.Council.Signing.Day, &d.Secondment.Signed} },
			Check: func(d *Dossier, _ Day) []Breach {
				day, signed := d.Council.Signing.Day, d.Secondment.Signed
				return brokenIf(day == "" || signed != "" && day > signed, &d.Council.Signing.Day, "La convention de mise à disposition doit "+
					"être approuvée par une délibération antérieure à sa signature.")
			},
		},
		{
			ID: "R68", Severity: Confirm, Basis: legalRead("Code général de la fonction publique, article R334-1"),
			Reads: func(d *Dossier) []any { return []any{&d.Expert.Specialised} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Motivez la qualification technique spécialisée et le projet déterminé.", &d.Expert.Specialised)
			},
		},
		{
			ID: "R69", Severity: Blocking, Papers: []Paper{PaperSecondment},
			Basis: legal("Code général de la fonction publique, articles R334-1 et suivants"),
			Reads: func(d *Dossier) []any { return []any{&d.Expert.Consent, &d.Expert.Found} },
			Check: func(d *Dossier, _ Day) []Breach {
				e := &d.Expert
				return brokenIf(e.Found == Yes && e.Consent == "", &e.Consent, "L’accord écrit de l’expert est requis : indiquez sa date.")
			},
		},
	}
}

// publicityRules hold the publicity of the votes and the information of the staff.
func publicityRules() []Rule {
	return []Rule{
		{ID: "R70", Severity: Blocking, Basis: legalRead("Code général des collectivités territoriales, article L2131-1"), Check: notExecutory,
			Reads: func(d *Dossier) []any {
				return []any{&d.Council.Signing.Sent, &d.Council.Signing.Published, &d.Council.Signing.Day, &d.Support.Signed,
					&d.Secondment.Signed}
			}},
		{ID: "R71", Severity: Confirm, Basis: legalRead("Code général des collectivités territoriales, article L2121-12"), Check: shortNotice,
			Reads: func(d *Dossier) []any {
				return []any{&d.Council.Joining.Convened, &d.Council.Signing.Convened, &d.Council.Joining.Day, &d.Council.Signing.Day,
					&d.Town.Population}
			}},
		{
			ID: "R72", Severity: Confirm,
			Basis: legal("Code du travail, article L1253-7, par analogie ; décret 2008-580, article 11, ancien texte"),
			Reads: func(d *Dossier) []any { return []any{&d.Prior.StaffDay} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("L’information du comité social territorial (CST) n’est pas renseignée.", &d.Prior.StaffDay)
			},
		},
	}
}

// probityRules hold interests, public procurement and the names of those who sign.
func probityRules() []Rule {
	return []Rule{
		{
			ID: "R73", Severity: Confirm, Basis: assumed("déontologie des agents et des élus ; code pénal, articles 432-12 et 432-13"),
			Reads: func(d *Dossier) []any {
				return []any{&d.Expert.Interests, &d.Expert.Found, &d.Prior.Withdrawal, &d.Prior.WithdrawNote}
			},
			Check: func(d *Dossier, _ Day) []Breach {
				e, p := &d.Expert, &d.Prior
				list := brokenIf(e.Found == Yes && e.Interests == "", &e.Interests, "La déclaration d’intérêts de l’expert est à vérifier : "+
					"indiquez le jour où elle a été remise.")
				if p.Withdrawal == Yes {
					return append(list, brokenIf(p.WithdrawNote == "", &p.WithdrawNote, "Le déport d’un élu est à vérifier : dites qui se "+
						"déporte, et pourquoi.")...)
				}
				return append(list, brokenIf(p.Withdrawal == "", &p.Withdrawal, "Le déport d’un élu est à vérifier : dites si un élu doit se "+
					"déporter.")...)
			},
		},
		{
			ID: "R74", Severity: Confirm, Basis: legal("Code de la commande publique, articles L1100-1 et L2511-1 et suivants"),
			Reads: func(d *Dossier) []any { return []any{&d.Prior.Procurement, &d.Prior.ProcureDay} },
			Check: func(d *Dossier, _ Day) []Breach {
				return missingOne("Joignez la note d’analyse « commande publique » : indiquez l’analyse retenue et la date de la note.",
					&d.Prior.Procurement, &d.Prior.ProcureDay)
			},
		},
		{ID: "R75", Severity: Blocking, Check: namelessSigner,
			Basis: legalRead("Code des relations entre le public et l’administration, article L212-1"),
			Reads: func(d *Dossier) []any {
				var list []any
				for _, who := range []*Identity{d.Signatories.Signer(), &d.Signatories.Bank, &d.Group.President} {
					list = append(list, &who.FirstName, &who.LastName, &who.Quality)
				}
				return list
			}},
	}
}

// executory is the day from which the act can be carried out: once it is both sent and published; empty until then.
func (a *Act) executory() Day {
	if a.Sent == "" || a.Published == "" {
		return ""
	}
	return max(a.Sent, a.Published)
}

// notExecutory holds the délibération on the conventions to be executory when the first of them is signed. One that comes
// after the signature is the business of R67.
func notExecutory(d *Dossier, _ Day) []Breach {
	act, signed := &d.Council.Signing, d.Support.Signed
	if signed == "" || d.Secondment.Signed != "" && d.Secondment.Signed < signed {
		signed = d.Secondment.Signed
	}
	if signed == "" || act.Day == "" || act.Day > signed {
		return nil
	}
	if at := firstEmpty(&act.Sent, &act.Published); at != nil {
		return broken(at, "La délibération n’est pas exécutoire à la date de signature (%s) : indiquez sa transmission au préfet et sa "+
			"publication.", signed.Short())
	}
	at := &act.Sent
	if act.Published > act.Sent {
		at = &act.Published
	}
	return brokenIf(act.executory() > signed, at, "La délibération n’est exécutoire que le %s, après la date de signature (%s) : transmission "+
		"et publication sont requises avant.", act.executory().Short(), signed.Short())
}

// shortNotice counts the clear days between the convocation and the session, neither day counted. (5 jours francs)
func shortNotice(d *Dossier, _ Day) []Breach {
	const clear, from = 5, 3_500
	if d.Town.Population < from {
		return nil
	}
	acts := []*Act{&d.Council.Joining, &d.Council.Signing}
	if d.Council.JoiningAct() == &d.Council.Signing {
		acts = acts[1:]
	}
	var list []Breach
	for _, act := range acts {
		if act.Convened == "" || act.Day == "" {
			continue
		}
		days := max(act.Convened.DaysUntil(act.Day)-1, 0)
		list = append(list, brokenIf(days < clear, &act.Convened, "Moins de %d jours francs entre la convocation (%s) et la séance (%s) : il y "+
			"en a %d.", clear, act.Convened.Short(), act.Day.Short(), days)...)
	}
	return list
}

// namelessSigner names each of the answers on a signer that is missing, so that none is said twice.
func namelessSigner(d *Dossier, _ Day) []Breach {
	s := &d.Signatories
	town := "du maire"
	if s.Delegated == Yes {
		town = "du signataire délégué"
	}
	var list []Breach
	for _, who := range []struct {
		of string
		*Identity
	}{{town, s.Signer()}, {"du signataire de la Caisse des dépôts", &s.Bank}, {"du signataire du groupement", &d.Group.President}} {
		list = append(list, missingOne("Le prénom "+who.of+" est obligatoire.", &who.FirstName)...)
		list = append(list, missingOne("Le nom "+who.of+" est obligatoire.", &who.LastName)...)
		list = append(list, missingOne("La qualité "+who.of+" est obligatoire.", &who.Quality)...)
	}
	return list
}

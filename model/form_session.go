package model

// sessionFiche asks how the council sat and voted on one act; of completes the labels. Nothing of it is asked where another
// délibération decides of both.
func sessionFiche(key, title, of string, a *Act, elsewhere bool) Fiche {
	s := &a.Session
	const sat = "CGCT, articles L2121-17, L2121-20 et L2121-21 : quorum, pouvoirs et vote"
	asked := func(f Field) Field { return f.When(func() bool { return !elsewhere && a.Day != "" }).Assumed(sat) }
	split := func() bool { return s.Unanimous == No }
	f := Fiche{Key: key, Title: title, Intro: "Ces réponses se lisent au procès-verbal de la séance.", Fields: []Field{
		asked(Text("Heure de la séance "+of, &s.Hour).Required().Hint("Exemple : 18 h 30.")),
		asked(Text("Lieu de la séance "+of, &s.Place).Required().Hint("Exemple : salle du conseil, hôtel de ville.")),
		asked(Text("Rapporteur "+of, &s.Reporter).Required().Hint("Prénom, nom et fonction de l’élu qui présente le projet.")),
		asked(Number("Membres en exercice lors du vote "+of, &s.Sitting).Required().In("membres").Between(3, 200)),
		asked(Number("Membres présents lors du vote "+of, &s.Present).Required().In("membres").Check(s.quorum)),
		asked(Number("Membres représentés lors du vote "+of, &s.Represented).In("membres").
			Check(func() error {
				if s.Sitting > 0 && s.Present+s.Represented > s.Sitting {
					return Advice("Les membres présents et représentés ne peuvent pas être plus nombreux que les membres en exercice.")
				}
				return nil
			}).Hint("Ceux qui ont donné pouvoir ; laissez vide s’il n’y en a pas.")),
		asked(YesNo("Vote unanime "+of+" ?", &s.Unanimous).Required().Hint("À l’unanimité des suffrages exprimés.")),
		asked(Number("Voix pour lors du vote "+of, &s.For).Required().When(split).In("voix").Check(s.majority)),
		asked(Number("Voix contre lors du vote "+of, &s.Against).Required().When(split).In("voix").Check(s.voices)),
		asked(Number("Abstentions "+of, &s.Abstained).In("abstentions").Check(s.voices).Hint("Laissez vide s’il n’y en a pas.")),
		asked(Number("Membres qui ne prennent pas part au vote "+of, &s.Apart).In("membres").Check(s.voices).
			Hint("Notamment les élus qui se déportent ; laissez vide s’il n’y en a pas.")),
	}}
	switch {
	case elsewhere:
		f.Void = "une même délibération approuve l’adhésion et les conventions"
	case a.Day == "":
		f.Void = "la date de la délibération n’est pas donnée"
	}
	return f
}

// quorum wants more than half of the members in office present. (CGCT, article L2121-17)
func (s *Session) quorum() error {
	if s.Sitting > 0 && 2*s.Present <= s.Sitting {
		return Advice("Le quorum n’est pas atteint : plus de la moitié des membres en exercice doivent être présents.")
	}
	return nil
}

// majority wants more votes for than against.
func (s *Session) majority() error {
	if s.For <= s.Against {
		return Advice("La délibération n’est adoptée qu’à la majorité des suffrages exprimés.")
	}
	return s.voices()
}

// voices wants no more votes than members present or represented.
func (s *Session) voices() error {
	if s.Present > 0 && s.Cast()+s.Abstained+s.Apart > s.Present+s.Represented {
		return Advice("Les votes sont plus nombreux que les membres présents et représentés.")
	}
	return nil
}

// Cast counts the votes for and against. Where the vote is unanimous it is what the others leave.
func (s *Session) Cast() int {
	if s.Unanimous == Yes {
		return max(s.Present+s.Represented-s.Abstained-s.Apart, 0)
	}
	return s.For + s.Against
}

package model

func eligibilityFiches(d *Dossier) []Fiche { return nil }

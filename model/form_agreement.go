package model

func agreementFiches(d *Dossier) []Fiche { return nil }

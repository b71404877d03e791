package model

func fundingFiches(d *Dossier) []Fiche { return nil }

package model

func jobFiches(d *Dossier) []Fiche { return nil }

package model

func townFiches(d *Dossier) []Fiche { return nil }

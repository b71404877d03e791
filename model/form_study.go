package model

func studyFiches(d *Dossier) []Fiche { return nil }

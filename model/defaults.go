package model

// setDefaults answers what the scheme or the usage settles beforehand, and marks each answer « par défaut ».
func setDefaults(d *Dossier) {
}

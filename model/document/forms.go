package document

import "strings"

// formsBody is the model of the claims and of the evaluations, annexed to the convention de soutien: the headings that the
// papers themselves have.
func (w *writer) formsBody() {
	w.section("1", "Demande de versement")
	w.text("Chaque demande de versement, établie et signée par l’ordonnateur, comporte les mentions suivantes :")
	w.items(closed([]Spans{
		w.say("le numéro de la demande (n° 1, premier versement ; n° 2, solde) et la référence de la convention et de ses avenants"),
		w.say("la dénomination du bénéficiaire, son numéro SIRET, son comptable assignataire et son IBAN"),
		w.say("le projet, le nom de l’Expert, la date de sa prise de poste et, pour le solde, celle de la fin de la mise à disposition"),
		w.say("la subvention convenue, les versements reçus, le montant demandé en chiffres et en lettres, le reste à verser"),
		w.say("pour le solde, l’état récapitulatif des factures et des avoirs, le décompte définitif et, s’il y a lieu, le reversement"),
		w.say("la certification suivante : « " + strings.TrimSuffix(certified, ".") + " »"),
		w.say("la liste des pièces prévues à l’", w.ref("pieces")),
	})...)
	w.section("2", "Évaluation à mi-parcours et bilan final")
	w.text("L’évaluation à mi-parcours et le bilan final suivent la même grille :")
	var items []Spans
	for _, title := range assessed {
		items = append(items, w.say(lowerFirst(title)))
	}
	w.items(closed(append(items, w.say("enseignements pour l’expérimentation")))...)
}

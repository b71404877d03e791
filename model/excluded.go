package model

import (
	"slices"
	"strings"
)

// ExcludedBy recognises, in the title of a task as it is freely typed, what the scheme does not pay for. It returns the
// rule that says so, and why in French; both empty when nothing is recognised. What the title sets aside (« hors ORI », « en
// lien avec le chef de projet ACV ») is not taken for the task. A title is only a hint: what is found is to confirm.
//
// (presentation, « Un appui mobilisable en soutien aux projets complexes » and « … aux différentes étapes … »)
func ExcludedBy(title string) (ruleID, why string) {
	clauses := titleClauses(title)
	for _, x := range exclusionPatterns {
		if slices.ContainsFunc(clauses, x.found) {
			return x.rule, x.why
		}
	}
	return "", ""
}

// excludes returns why that rule excludes title; empty when ExcludedBy names another rule, or none. Most titles are cleared at
// the price of one pattern: the rules ask it of every task at every key.
func excludes(rule, title string) string {
	at := slices.IndexFunc(exclusionPatterns, func(x exclusionPattern) bool { return x.rule == rule })
	if at < 0 || !slices.ContainsFunc(titleClauses(title), exclusionPatterns[at].found) {
		return ""
	}
	if by, why := ExcludedBy(title); by == rule {
		return why
	}
	return ""
}

// An exclusionPattern is a way of naming an excluded task: in each sequence, words that follow one another, each of
// them one of a set.
type exclusionPattern struct {
	rule, why string
	sequences [][]wordSet
	unless    wordSet // words of the clause that make it something else
}

// A wordSet holds folded words separated by spaces.
type wordSet string

func (s wordSet) has(w string) bool {
	for rest := string(s); w != ""; {
		at := strings.Index(rest, w)
		if at < 0 {
			return false
		}
		end := at + len(w)
		if (at == 0 || rest[at-1] == ' ') && (end == len(rest) || rest[end] == ' ') {
			return true
		}
		rest = rest[end:]
	}
	return false
}

const (
	whyORI   = "La mission ne peut pas porter sur une opération de restauration immobilière (ORI)."
	whyDUP   = "La mission ne peut pas porter sur une déclaration d’utilité publique de travaux (DUP travaux) sur un îlot."
	whyOPAH  = "Le suivi-animation d’une OPAH-RU revient à son opérateur : dites ce que fait l’expert, et ce que fait l’opérateur."
	whyACV   = "Le pilotage du programme Action Cœur de Ville revient au chef de projet, et non à l’expert."
	whyBuild = "Un projet limité à la construction d’un équipement public ordinaire n’est pas éligible."
	whySpace = "La requalification d’espaces publics n’est pas éligible."
)

const (
	managing wordSet = "pilotage piloter animation animer coordination coordonner gestion gerer conduite conduire suivi suivre " +
		"direction diriger management"
	building wordSet = "construction construire batir creation creer realisation realiser edification edifier extension nouveau nouvel " +
		"nouvelle nouveaux nouvelles neuf neuve"
	renewing wordSet = "requalification requalifier reamenagement reamenager amenagement amenager refection renovation renover " +
		"embellissement refonte pietonnisation vegetalisation reprise restructuration"
	openSpace wordSet = "place places placette placettes voirie voiries voie voies rue rues ruelles boulevard boulevards avenue avenues " +
		"parvis esplanade trottoir trottoirs square squares chaussee chaussees"
	equipment wordSet = "gymnase gymnases ecole ecoles creche creches piscine piscines mediatheque mediatheques bibliotheque bibliotheques " +
		"mairie stade stades cantine cantines"
	manager wordSet = "chef cheffe cheffes chefs"
	works   wordSet = "travaux moe oeuvre conception rehabilitation"
)

// exclusionPatterns lists what is recognised, the narrowest first, one pattern a rule.
var exclusionPatterns = []exclusionPattern{
	{"R15", whyORI, [][]wordSet{seq("ori"), seq("restauration restaurations", "immobiliere immobilieres")}, ""},
	{"R16", whyDUP, [][]wordSet{
		seq("dup", "travaux"), seq("dup", "ilot ilots"), seq("utilite", "publique", "travaux"), seq("utilite", "publique", "ilot ilots"),
	}, "fonciere foncieres reserve reserves amenagement zac"},
	{"R17", whyOPAH, [][]wordSet{
		seq("suivi", "animation"), seq("animation animer", "opah"), seq(managing, "opah"),
	}, ""},
	{"R18", whyACV, [][]wordSet{
		seq(manager, "projet", "acv"), seq(manager, "projet", "action", "coeur"), seq(manager, "projet", "coeur", "ville"),
		seq("direction directeur directrice", "projet", "acv"), seq("direction directeur directrice", "projet", "action", "coeur"),
		seq(managing, "programme demarche dispositif convention projet", "acv"),
		seq(managing, "programme demarche dispositif convention projet", "action", "coeur"),
		seq(managing, "programme demarche dispositif convention", "coeur", "ville"),
		seq(managing, "acv"), seq(managing, "action", "coeur"), seq(managing, "programme", endOfTitle),
	}, "etude etudes"},
	{"R14", whyBuild, [][]wordSet{
		seq("equipement equipements", "public publics", "ordinaire ordinaires"),
		seq(building, "equipement equipements", "public publics municipal municipaux scolaire scolaires sportif sportifs"),
		seq(building, equipment), seq(building, "groupe groupes", "scolaire scolaires"), seq(building, "hotel", "ville"),
		seq(building, "salle salles", "fetes polyvalente polyvalentes sports"),
	}, "logement logements commerce commerces bureau bureaux ilot friche"},
	{"R13", whySpace, [][]wordSet{
		seq(renewing, "espace espaces", "public publics vert verts"), seq(works, "espace espaces", "public publics vert verts"),
		seq(renewing, openSpace), seq(works, "voirie voiries trottoir trottoirs chaussee chaussees"),
	}, ""},
}

// seq is a sequence.
func seq(sets ...wordSet) []wordSet { return sets }

// endOfTitle stands for the end of a clause.
const endOfTitle wordSet = "."

// found reports whether one of the sequences stands in words without being set aside.
func (x exclusionPattern) found(words []string) bool {
	if slices.ContainsFunc(words, x.unless.has) {
		return false
	}
	for _, sequence := range x.sequences {
		for at := range words {
			if follows(words[at:], sequence) && !setAside(words[:at]) {
				return true
			}
		}
	}
	return false
}

// follows reports whether words begins with one word of each set.
func follows(words []string, sequence []wordSet) bool {
	for i, set := range sequence {
		if i >= len(words) {
			return set == endOfTitle && i == len(words)
		}
		if !set.has(words[i]) {
			return false
		}
	}
	return true
}

// aside are the words before what a task is not about, but for which it works, or which it leaves out.
const aside wordSet = "hors sans hormis sauf excepte exclusion excluant exclure avec aupres par compte comptes information informer " +
	"transmission echanges echange reunion reunions restitution presentation non lien"

// setAside reports whether one of the last words before a match sets it aside.
func setAside(before []string) bool {
	return slices.ContainsFunc(before[max(len(before)-3, 0):], aside.has)
}

// empty are the words that say nothing here: articles, prepositions, adjectives that may come in between.
const empty wordSet = "a au aux de du des d la le les l un une sur ses leurs son sa ce cette en dans complet complete completes global " +
	"globale future futur fe grande grand grands grandes petite petit principale principal principales ensemble divers diverses quelques paysager paysagere"

// titleClauses splits a title at its punctuation, and each part into the words that count, without accents or capitals.
func titleClauses(title string) [][]string {
	var out [][]string
	for _, clause := range strings.FieldsFunc(undotted(Fold(title)), func(r rune) bool { return strings.ContainsRune(",;:()[]–—/.«»\"", r) }) {
		var words []string
		for _, w := range strings.Fields(strings.Map(spaced, clause)) {
			if !empty.has(w) {
				words = append(words, w)
			}
		}
		out = append(out, words)
	}
	return out
}

// undotted writes the acronyms without their dots: O.R.I. is ORI.
func undotted(s string) string {
	letter := func(i int) bool { return i >= 0 && i < len(s) && s[i] >= 'a' && s[i] <= 'z' }
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '.' && letter(i-1) && !letter(i-2) {
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// spaced writes every sign that is no letter or digit as a space, so that whole words can be looked for.
func spaced(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return r
	}
	return ' '
}

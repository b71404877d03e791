package main

import (
	"flag"
	"fmt"
	"strings"

	"appuitechnique/storage"
)

// What -conflits may say: which answers are kept where the base and the file both changed them.
const (
	conflictsBase = "base"
	conflictsFile = "fichier"
	conflictsCopy = "copie" // neither: the file is added beside
)

// An arrival is one file to import.
type arrival struct {
	path, phrase string
	reference    string // the dossier's own
}

// importFiles adds portable files to the base, and merges those of a dossier that it holds. It reads all of them before it
// writes one.
func importFiles(c *command, args []string) error {
	fs := flag.NewFlagSet("importer", flag.ContinueOnError)
	side := fs.String("conflits", "", "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	switch *side {
	case "", conflictsBase, conflictsFile, conflictsCopy:
	default:
		return misuse("-conflits vaut « base », « fichier » ou « copie ».")
	}
	if len(words) == 0 {
		return misuse("Indiquez au moins un fichier.")
	}
	var all []arrival
	var refused []string
	for _, name := range words {
		d, phrase, err := c.openFile(name)
		if err != nil {
			refused = append(refused, sentence(err))
			continue
		}
		all = append(all, arrival{name, phrase, d.Reference})
	}
	if len(refused) == 0 {
		if refused, err = c.clashes(all, *side); err != nil {
			return err
		}
	}
	if len(refused) > 0 && len(words) > 1 {
		refused = append(refused, "Aucun dossier n’a été ajouté.")
	}
	if len(refused) > 0 {
		return refusal(strings.Join(refused, "\n"))
	}
	s, err := c.open()
	if err != nil {
		return err
	}
	for _, a := range all {
		if err := c.take(s, a, *side); err != nil {
			return err
		}
	}
	return nil
}

// clashes says of each file what the person must settle first.
func (c *command) clashes(all []arrival, side string) ([]string, error) {
	if side != "" {
		return nil, nil
	}
	s, err := c.open()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, a := range all {
		m, err := s.Meet(a.path, a.phrase)
		if err != nil {
			return nil, err
		}
		if text := unsettled(a.path, m); text != "" {
			out = append(out, text)
		}
	}
	return out, nil
}

// unsettled lists the answers that the base and the file both changed; empty when there is none.
func unsettled(path string, m *storage.Meeting) string {
	if m.Ours == nil || len(m.Conflicts()) == 0 {
		return ""
	}
	text := fmt.Sprintf("%s : le dossier %s de la base et celui du fichier donnent des réponses différentes (%s). Rien n’a été changé.\n",
		path, m.Ours.Reference, counted(len(m.Conflicts()), "conflit"))
	for _, l := range m.Lines() {
		if l.Fate == storage.FateConflict {
			text += fmt.Sprintf("  %s, %s\n    base : %s\n    fichier : %s\n", l.Fiche, l.Label, oneLine(l.Ours), oneLine(l.Theirs))
		}
	}
	return text + "Ajoutez -conflits base pour garder les réponses de la base, -conflits fichier pour prendre celles du fichier, ou " +
		"-conflits copie pour garder les deux dossiers."
}

func oneLine(s string) string {
	return or(strings.Join(strings.Fields(s), " "), "(sans réponse)")
}

func counted(n int, word string) string {
	if n > 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}

// take adds or merges one file, and says what it did.
func (c *command) take(s *storage.Store, a arrival, side string) error {
	m, err := s.Meet(a.path, a.phrase)
	if err != nil {
		return err
	}
	if m.Ours == nil || side == conflictsCopy && m.New() {
		d, done, err := s.ImportFile(a.path, a.phrase)
		if err != nil {
			return err
		}
		fmt.Fprintf(c.out, "%s : %s\n", a.path, outcome(done, a.reference, d.Reference))
		return nil
	}
	if text := unsettled(a.path, m); text != "" && side == "" { // the same dossier twice among the files
		return refusal(text)
	}
	sides := map[string]storage.Side{}
	for _, of := range m.Conflicts() {
		sides[of] = map[string]storage.Side{conflictsBase: storage.SideOurs, conflictsFile: storage.SideTheirs}[side]
	}
	d, err := s.Merge(m, sides)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s : %s\n", a.path, report(m, d.Reference, side))
	return nil
}

func outcome(done storage.Imported, was, ref string) string {
	switch {
	case done == storage.ImportCopied:
		return "la base contient déjà ce dossier avec d’autres réponses ; les deux sont gardés, celui-ci sous la référence " + ref + "."
	case was != ref && was != "":
		return "ajouté sous la référence " + ref + " (la référence « " + was + " » est déjà prise, ou ne peut pas servir ici)."
	}
	return "ajouté, dossier " + ref + "."
}

// report says what a merge did.
func report(m *storage.Meeting, ref, side string) string {
	fates := map[storage.Fate]int{}
	for _, l := range m.Lines() {
		fates[l.Fate]++
	}
	text := "déjà présent, dossier " + ref + " ; le fichier n’apporte aucune réponse nouvelle"
	if m.Trashed {
		text = "déjà présent dans la corbeille, remis dans la liste, dossier " + ref + " ; le fichier n’apporte aucune réponse nouvelle"
	}
	if m.New() {
		text = fmt.Sprintf("fusionné avec le dossier %s : %s du fichier, %s de la base, %s", ref,
			counted(fates[storage.FateNew], "réponse"), counted(fates[storage.FateKept], "réponse"),
			counted(fates[storage.FateConflict], "conflit"))
		if fates[storage.FateConflict] > 0 {
			text += map[string]string{conflictsBase: " (réponses de la base gardées)", conflictsFile: " (réponses du fichier prises)"}[side]
		}
	}
	if m.Sessions+m.Pieces > 0 {
		text += fmt.Sprintf(" ; ajoutés : %s à l’historique, %s", counted(m.Sessions, "séance"), counted(m.Pieces, "pièce"))
	}
	return text + "."
}

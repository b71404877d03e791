package main

import (
	"flag"
	"fmt"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"appuitechnique/storage"
)

// save writes a dossier as one portable file, or its bare JSON on the standard output.
func save(c *command, args []string) error {
	fs := flag.NewFlagSet("enregistrer", flag.ContinueOnError)
	to := fs.String("vers", "", "")
	bare := fs.Bool("json", false, "")
	sealed := fs.Bool("proteger", false, "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	name, err := one(words, "dossier")
	if err != nil {
		return err
	}
	if *bare && *sealed {
		return misuse("« -proteger » ne s’emploie qu’avec -vers.")
	}
	if *bare == (*to != "") {
		return misuse("Choisissez entre -vers FICHIER.acv et -json.")
	}
	if !*bare && !named(*to, storage.Extension) {
		return misuse("Le nom du fichier doit finir par « " + storage.Extension + " ».")
	}
	d, err := c.dossier(name)
	if err != nil {
		return err
	}
	if !*bare {
		phrase := ""
		if *sealed {
			if phrase, err = c.newPhrase(c.filePhrase(), *to); err != nil {
				return err
			}
		}
		write := storage.WriteProtected
		if c.store != nil { // its history goes with it
			write = c.store.WritePackage
		}
		if err := write(*to, d, phrase); err != nil {
			return err
		}
		fmt.Fprintf(c.out, "%s : dossier %s enregistré%s.\n", *to, or(d.Reference, "sans référence"), withPhrase(phrase))
		return nil
	}
	raw, err := storage.Encode(d)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.out, "%s\n", raw)
	return err
}

// withPhrase says that a file is protected.
func withPhrase(phrase string) string {
	if phrase == "" {
		return ""
	}
	return ", protégé par une phrase"
}

// named reports whether the file of that path has a name, and this extension.
func named(path, extension string) bool {
	base := filepath.Base(path)
	return len(base) > len(extension) && strings.EqualFold(filepath.Ext(base), extension)
}

// list prints the dossiers of the base, the last saved first.
func list(c *command, args []string) error {
	words, err := parse(flag.NewFlagSet("liste", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return misuse("Mot en trop : « " + words[0] + " ».")
	}
	s, err := c.reading()
	if err != nil {
		return err
	}
	var all []storage.Summary
	if s != nil {
		if all, err = s.List(); err != nil {
			return err
		}
	}
	if len(all) == 0 {
		fmt.Fprintln(c.out, "La base ne contient aucun dossier.")
		return nil
	}
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "Référence\tCommune\tProjet\tModifié le\t")
	for _, sm := range all {
		note := ""
		if sm.Specimen {
			note = "SPÉCIMEN"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", sm.Reference, or(sm.Town, "(sans commune)"), or(sm.Title, "(sans titre)"),
			sm.Changed.Short(), note)
	}
	return w.Flush()
}

func or(s, otherwise string) string {
	if strings.TrimSpace(s) == "" {
		return otherwise
	}
	return s
}

package main

import (
	"flag"
	"fmt"
)

// backup writes the whole base into one verified file.
func backup(c *command, args []string) error {
	fs := flag.NewFlagSet("sauvegarder", flag.ContinueOnError)
	sealed := fs.Bool("proteger", false, "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	file, err := one(words, "fichier")
	if err != nil {
		return err
	}
	s, err := c.reading()
	if err != nil {
		return err
	}
	if s == nil {
		return refusal("La base ne contient aucun dossier : il n’y a rien à sauvegarder.")
	}
	phrase := ""
	switch {
	case *sealed && s.Protected():
		return refusal("La sauvegarde d’une base protégée s’ouvre avec la phrase de la base : « -proteger » est inutile.")
	case *sealed:
		if phrase, err = c.newPhrase(c.filePhrase(), file); err != nil {
			return err
		}
	}
	if err := s.BackupProtected(file, phrase, nil); err != nil {
		return err
	}
	all, err := s.List()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "%s : sauvegarde relue et vérifiée. Dossiers : %d ; dans la corbeille : %d.\n",
		file, len(all), len(s.Trash()))
	return nil
}

// restore puts the dossiers of a backup in place of those of the base, which are kept aside.
func restore(c *command, args []string) error {
	file, err := oneFile("restaurer", args)
	if err != nil {
		return err
	}
	s, err := c.open()
	if err != nil {
		return err
	}
	kept := ""
	err = c.withPhrase(c.filePhrase(), file, func(phrase string) (err error) {
		if kept, err = s.RestoreBackup(file, "", nil); locked(err) && phrase != "" {
			kept, err = s.RestoreBackup(file, phrase, nil)
		}
		return err
	})
	if err != nil {
		return err
	}
	all, err := s.List()
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "Dossiers restaurés : %d ; dans la corbeille : %d. Les dossiers d’avant sont gardés dans « %s ».\n",
		len(all), len(s.Trash()), kept)
	return nil
}

func oneFile(name string, args []string) (string, error) {
	words, err := parse(flag.NewFlagSet(name, flag.ContinueOnError), args)
	if err != nil {
		return "", err
	}
	return one(words, "fichier")
}

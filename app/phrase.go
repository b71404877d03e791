package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// Phrases never stand on a command line, which other people of the computer can read: they come from the file named by
// -phrase, else from whoever types, else from the standard input.

// phraseFile reads the phrases of that file: the first line opens the base, the second, or else the first, the other files.
func (c *command) phraseFile(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return refusal("Le fichier de la phrase secrète, « " + path + " », ne peut pas être lu.")
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 1<<16))
	if err != nil {
		return refusal("Le fichier de la phrase secrète, « " + path + " », ne peut pas être lu.")
	}
	for line := range strings.Lines(strings.TrimPrefix(string(b), "\ufeff")) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			c.phrases = append(c.phrases, line)
		}
	}
	if len(c.phrases) == 0 {
		return refusal("Le fichier de la phrase secrète, « " + path + " », est vide.")
	}
	return nil
}

// basePhrase is the phrase given for the base, filePhrase the one for the other files; empty when none was.
func (c *command) basePhrase() string {
	if len(c.phrases) == 0 {
		return ""
	}
	return c.phrases[0]
}

func (c *command) filePhrase() string {
	if len(c.phrases) == 0 {
		return ""
	}
	return c.phrases[min(1, len(c.phrases)-1)]
}

// opening calls try with the phrase given, and where one is asked for with what is typed: three times at a terminal.
func (c *command) withPhrase(given, what string, try func(phrase string) error) error {
	err := try(given)
	for n := 1; given == "" && n <= 3; n++ {
		var e *storage.Error
		if !errors.As(err, &e) || e.Kind != storage.KindLocked && e.Kind != storage.KindPhrase {
			return err
		}
		if e.Kind == storage.KindPhrase {
			if e.Tries = n - 1; !c.typed() {
				return err
			}
			fmt.Fprintln(c.err, e.Sentence())
		}
		phrase, ok := c.ask("Phrase secrète de « " + what + " » : ")
		if !ok {
			return err
		}
		err = try(phrase)
	}
	return err
}

// typed reports whether somebody types.
func (c *command) typed() bool { return c.in == os.Stdin && term.IsTerminal(int(os.Stdin.Fd())) }

// ask reads a phrase, unseen where it is typed; false when there is none.
func (c *command) ask(question string) (string, bool) {
	if c.typed() {
		fmt.Fprint(c.err, question)
		b, err := term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(c.err)
		return string(b), err == nil && len(b) > 0
	}
	var b strings.Builder
	for one := make([]byte, 1); ; { // no further than the line: the next phrase is read later
		n, err := c.in.Read(one)
		if n == 1 && one[0] != '\n' {
			b.WriteByte(one[0])
		} else if n == 1 || err != nil {
			break
		}
	}
	line := strings.TrimRight(b.String(), "\r")
	return line, line != ""
}

// newPhrase reads a phrase to protect something with, twice where it is typed.
func (c *command) newPhrase(given, what string) (string, error) {
	phrase := given
	if phrase == "" {
		var ok bool
		if phrase, ok = c.ask("Phrase secrète pour « " + what + " » : "); !ok {
			return "", refusal("Aucune phrase secrète n’a été donnée. Indiquez-la avec -phrase FICHIER, ou écrivez-la au clavier.")
		}
		if again := ""; c.typed() {
			if again, _ = c.ask("La même, une seconde fois : "); again != phrase {
				return "", refusal("Les deux phrases ne sont pas les mêmes.")
			}
		}
	}
	if weak := storage.WeakPhrase(phrase); weak != "" {
		return "", refusal(weak)
	}
	return phrase, nil
}

// readFile reads a dossier from a file, which may be protected.
func (c *command) readFile(path string) (*model.Dossier, error) {
	d, _, err := c.openFile(path)
	return d, err
}

// openFile is readFile, and returns the phrase that opened the file; empty for one that needs none.
func (c *command) openFile(path string) (d *model.Dossier, opens string, err error) {
	err = c.withPhrase(c.filePhrase(), path, func(phrase string) (err error) {
		if d, err = storage.ReadFile(path); locked(err) && phrase != "" {
			d, err = storage.ReadProtected(path, phrase)
			opens = phrase
		}
		return err
	})
	return d, opens, err
}

func locked(err error) bool {
	var e *storage.Error
	return errors.As(err, &e) && e.Kind == storage.KindLocked
}

// protect seals the base under a phrase.
func protect(c *command, args []string) error {
	if err := noWords("proteger", args); err != nil {
		return err
	}
	s, err := c.reading()
	if err != nil {
		return err
	}
	switch {
	case s == nil:
		return refusal("La base ne contient aucun dossier : il n’y a rien à protéger.")
	case s.Protected():
		return refusal("La base est déjà protégée par une phrase secrète.")
	}
	phrase, err := c.newPhrase(c.basePhrase(), "la base")
	if err != nil {
		return err
	}
	code, err := s.Protect(phrase)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.out, "La base est protégée. Code de secours, à garder en lieu sûr : il n’est gardé nulle part.\n%s\n", code)
	return nil
}

// unprotect writes the base in clear again.
func unprotect(c *command, args []string) error {
	if err := noWords("deproteger", args); err != nil {
		return err
	}
	s, err := c.reading()
	if err != nil {
		return err
	}
	if s == nil || !s.Protected() {
		return refusal("La base n’est pas protégée.")
	}
	if err := s.Unprotect(c.opened); err != nil {
		return err
	}
	fmt.Fprintln(c.out, "La base n’est plus protégée : les dossiers sont enregistrés en clair.")
	return nil
}

func noWords(name string, args []string) error {
	words, err := parse(flag.NewFlagSet(name, flag.ContinueOnError), args)
	if err == nil && len(words) > 0 {
		err = misuse("Mot en trop : « " + words[0] + " ».")
	}
	return err
}

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// The exit codes of the program.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// A refusal is why nothing was done, in French, for the person.
type refusal string

func (r refusal) Error() string { return string(r) }

// A misuse is what is wrong with the words of a command line, in French.
type misuse string

func (m misuse) Error() string { return string(m) }

// errBlocked ends a command that did its work and found a reason to exit 1, already printed.
var errBlocked = errors.New("blocked")

// A command is one run of the program.
type command struct {
	out, err io.Writer
	in       io.Reader
	base     string // data folder given with -base, or empty
	now      time.Time
	log      *slog.Logger   // what the engines say; nil: nowhere
	store    *storage.Store // opened by the first who needs it
	opening  sync.Mutex     // held by who opens it
	closing  sync.Mutex     // guards store against a signal
	phrases  []string       // of the file given with -phrase
	said     io.Writer      // where the log goes
	opened   string         // the phrase the base was opened with
}

// A verb is one thing the program does without its window.
type verb struct {
	name, words, does string
	run               func(c *command, args []string) error
}

// verbs lists the command line in the order of its help.
func verbs() []verb {
	return []verb{
		{"exporter", "[-vers DIR] [-documents id,id…] [-final] DOSSIER", "écrit les documents en PDF, tous par défaut ; -final, les seules versions figées", export},
		{"exporter", "-complet [-vers DIR | FICHIER.zip] DOSSIER", "écrit le dossier complet : les documents, les pièces, un bordereau et le manifeste", export},
		{"exporter", "-echeancier FICHIER.xlsx DOSSIER", "écrit l’échéancier pour un tableur, avec ses formules", export},
		{"enregistrer", "-vers FICHIER.acv [-proteger] | -json DOSSIER", "écrit le dossier dans un seul fichier", save},
		{"verifier", "[-json] [-au AAAA-MM-JJ] DOSSIER… | FICHIER.pdf…", "dit ce qui bloque, ce qui est à confirmer, ce qui est conseillé ; d’un PDF, s’il est un document figé de la base", check},
		{"calendrier", "[-ics FICHIER.ics] [-au AAAA-MM-JJ] DOSSIER", "donne les étapes administratives et leurs dates", plan},
		{"exemples", "[-vers DIR]", "écrit les dossiers de démonstration", examples},
		{"liste", "", "liste les dossiers de la base", list},
		{"importer", "[-conflits base|fichier|copie] FICHIER…", "ajoute des dossiers à la base, ou les fusionne", importFiles},
		{"sauvegarder", "[-proteger] FICHIER", "écrit toute la base dans un fichier, relu et vérifié", backup},
		{"restaurer", "FICHIER", "remet la base dans l’état d’une sauvegarde ; l’état d’avant est gardé à part", restore},
		{"proteger", "", "protège la base par une phrase secrète, et donne le code de secours", protect},
		{"deproteger", "", "enregistre de nouveau la base en clair", unprotect},
		{"capture", "[-page P] [-fiche 4.1] [-onglet O] [-theme T] [-texte 100] [-taille 1280x800] -vers PNG [DOSSIER]",
			"dessine la fenêtre dans une image, sans écran", capture},
	}
}

// run does what the command line says and returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	c := &command{out: stdout, err: stderr, in: os.Stdin, now: time.Now()}
	defer c.closeOnSignal()()
	err := c.do(args)
	if ours := new(storage.Error); errors.As(err, &ours) {
		log.Print(err) // for those who help: the person is told what to do, not what the system said
	}
	code := exitCode(err, c.err)
	if c.store != nil {
		code = max(code, exitCode(c.store.Close(), c.err))
	}
	return code
}

// closeOnSignal closes the base where the system ends the program, and returns what stops that watch.
func (c *command) closeOnSignal() (stop func()) {
	ended := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(ended, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case <-ended:
			c.closing.Lock()
			if c.store != nil {
				exitCode(c.store.Close(), c.err)
			}
			os.Exit(exitRefused)
		case <-done:
		}
	}()
	return func() {
		signal.Stop(ended)
		close(done)
	}
}

func (c *command) do(args []string) error {
	fs := flag.NewFlagSet("appui-technique", flag.ContinueOnError)
	fs.StringVar(&c.base, "base", "", "")
	phrase := fs.String("phrase", "", "")
	fs.SetOutput(io.Discard)
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		c.console()
		fmt.Fprint(c.out, help())
		return nil
	} else if err != nil {
		c.console()
		return misuse(flagAdvice(err) + "\n\n" + help())
	}
	if c.base == "" && given(fs, "base") {
		return misuse("L’option « -base » attend le nom d’un dossier de données.")
	}
	c.divert()
	if given(fs, "phrase") {
		if err := c.phraseFile(*phrase); err != nil {
			return err
		}
	}
	if fs.NArg() == 0 || fs.NArg() == 1 && named(fs.Arg(0), storage.Extension) {
		err := c.window(fs.Arg(0))
		if err != nil {
			tell(sentence(err))
		}
		return err
	}
	c.console()
	for _, v := range verbs() {
		if v.name == fs.Arg(0) {
			err := v.run(c, fs.Args()[1:])
			var m misuse
			switch {
			case errors.Is(err, flag.ErrHelp):
				fmt.Fprintln(c.out, v.usage())
				return nil
			case errors.As(err, &m):
				return misuse(string(m) + "\n" + v.usage())
			}
			return err
		}
	}
	return misuse("Commande inconnue : « " + fs.Arg(0) + " ».\n\n" + help())
}

// exitCode tells the person what went wrong, and returns the code of err.
func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitDone
	}
	if !errors.Is(err, errBlocked) {
		fmt.Fprintln(stderr, sentence(err))
	}
	var m misuse
	if errors.As(err, &m) {
		return exitUsage
	}
	return exitRefused
}

// sentence words err for the person.
func sentence(err error) string {
	var (
		ours   *storage.Error
		r      refusal
		m      misuse
		advice model.Advice
	)
	switch {
	case errors.As(err, &ours):
		return ours.Sentence()
	case errors.As(err, &r):
		return string(r)
	case errors.As(err, &m):
		return string(m)
	case errors.As(err, &advice):
		return string(advice)
	}
	return "L’opération n’a pas abouti. Détail pour l’assistance : " + err.Error()
}

func (v verb) usage() string {
	return strings.TrimRight("Usage : appui-technique [-base DIR] "+v.name+" "+v.words, " ")
}

func help() string {
	var b strings.Builder
	b.WriteString("Usage : appui-technique [-base DIR] [-phrase FICHIER] [FICHIER.acv | commande]\n\n" +
		"Sans commande, ouvre la fenêtre, sur le dossier du fichier s’il y en a un. -base DIR emploie ce dossier de données au lieu de celui de l’utilisateur.\n" +
		"Une phrase secrète se lit au clavier, ou dans le fichier de -phrase : la base à sa première ligne, les fichiers à la seconde.\n\n")
	for _, v := range verbs() {
		fmt.Fprintf(&b, "  %s\n      %s\n", strings.TrimRight(v.name+" "+v.words, " "), v.does)
	}
	b.WriteString("\nDOSSIER est un fichier .acv ou .json, un exemple (exemple:riom) ou la référence d’un dossier de la base.\n")
	return b.String()
}

// parse reads the flags of a verb, before or after the other words, which it returns.
func parse(fs *flag.FlagSet, args []string) ([]string, error) {
	fs.SetOutput(io.Discard)
	var words []string
	for {
		if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
			return nil, err
		} else if err != nil {
			return nil, misuse(flagAdvice(err))
		}
		if fs.NArg() == 0 {
			return words, nil
		}
		words, args = append(words, fs.Arg(0)), fs.Args()[1:]
	}
}

// given reports whether the flag of that name was written, even empty.
func given(fs *flag.FlagSet, name string) bool {
	found := false
	fs.Visit(func(f *flag.Flag) { found = found || f.Name == name })
	return found
}

// flagAdvice says in French what package flag says in English.
func flagAdvice(err error) string {
	text := err.Error()
	option := text[strings.LastIndex(text, "-")+1:]
	switch {
	case strings.HasPrefix(text, "flag provided but not defined"):
		return "Option inconnue : « -" + option + " »."
	case strings.HasPrefix(text, "flag needs an argument"):
		return "L’option « -" + option + " » attend une valeur."
	}
	return "Une option est mal écrite."
}

var dayForm = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// dayNamed reads the day given with -au.
func dayNamed(text string) (model.Day, error) {
	var day model.Day
	err := day.UnmarshalText([]byte(text))
	switch {
	case err == nil && day != "":
		return day, nil
	case dayForm.MatchString(text):
		return "", misuse("Le jour « " + text + " » n’existe pas dans le calendrier, ou n’est pas entre 1900 et 2199.")
	}
	return "", misuse("Écrivez la date sous la forme AAAA-MM-JJ, par exemple 2026-03-12.")
}

// one returns the only word, or says that there must be one.
func one(words []string, what string) (string, error) {
	if len(words) != 1 {
		return "", misuse("Indiquez un " + what + ", et un seul.")
	}
	return words[0], nil
}

package main

import (
	"flag"
	"fmt"
	"strings"
	"text/tabwriter"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// plan prints the administrative steps of a dossier with their days, and writes them as a calendar file.
func plan(c *command, args []string) error {
	fs := flag.NewFlagSet("calendrier", flag.ContinueOnError)
	file := fs.String("ics", "", "")
	day := fs.String("au", string(model.DayOf(c.now)), "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	name, err := one(words, "dossier")
	if err != nil {
		return err
	}
	today, err := dayNamed(*day)
	if err != nil {
		return err
	}
	if *file != "" && !strings.HasSuffix(strings.ToLower(*file), ".ics") {
		return misuse("Le nom du fichier doit finir par « .ics ».")
	}
	d, err := c.dossier(name)
	if err != nil {
		return err
	}
	steps := d.Calendar(today)
	if steps == nil {
		return misuse("Choisissez une date entre 1900 et 2199.")
	}
	if *file != "" {
		if err := storage.Replace(*file, d.ICS(steps, c.now)); err != nil {
			return err
		}
	}
	return c.printSteps(d, steps)
}

// printSteps writes the steps as a table, then what they say of the start and of the programme's period.
func (c *command) printSteps(d *model.Dossier, steps []model.Step) error {
	w := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "Étape\tIntitulé\tÉtat\tAu plus tôt\tAu plus tard\tMarge")
	for _, s := range steps {
		slack := ""
		if s.Latest != "" && s.Earliest != "" {
			slack = model.FormatInt(s.Slack) + " j"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", s.ID, s.Title, s.State(), or(s.Earliest.Short(), "–"), or(s.Latest.Short(), "–"), or(slack, "–"))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if s := model.Outlook(steps); s != "" {
		fmt.Fprintln(c.out, s)
	}
	if closing, ok := d.Closing(steps); ok {
		fmt.Fprintln(c.out, closing.Sentence)
	}
	return nil
}

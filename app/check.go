package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"appuitechnique/model"
)

// A told finding is one line of « verifier -json ».
type told struct {
	Dossier string `json:"dossier"`
	model.Finding
}

// check prints what is to be corrected, confirmed or known in each dossier.
func check(c *command, args []string) error {
	fs := flag.NewFlagSet("verifier", flag.ContinueOnError)
	machine := fs.Bool("json", false, "")
	day := fs.String("au", string(model.DayOf(c.now)), "")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return misuse("Indiquez au moins un dossier.")
	}
	if named(words[0], ".pdf") {
		return c.recognise(words)
	}
	today, err := dayNamed(*day)
	if err != nil {
		return err
	}
	all, blocked := []told{}, false
	for i, v := range c.verdicts(words, today, !*machine) {
		if v.err != nil {
			return v.err
		}
		for _, f := range v.found {
			all = append(all, told{words[i], f})
			blocked = blocked || f.Severity == model.Blocking
		}
		if _, err := c.out.Write(v.text); err != nil {
			return err
		}
	}
	if *machine {
		enc := json.NewEncoder(c.out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(all); err != nil {
			return err
		}
	}
	if blocked {
		return errBlocked
	}
	return nil
}

// A verdict is what was found in one dossier, and the same for people.
type verdict struct {
	found []model.Finding
	text  []byte
	err   error
}

// verdicts checks the dossiers of those names, several at once: most of the time goes into reading their files.
func (c *command) verdicts(names []string, today model.Day, people bool) []verdict {
	out := make([]verdict, len(names))
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(names); i = int(next.Add(1)) - 1 {
				out[i] = c.verdict(names[i], today, people)
			}
		})
	}
	all.Wait()
	return out
}

func (c *command) verdict(name string, today model.Day, people bool) verdict {
	d, err := c.dossier(name)
	if err != nil {
		return verdict{err: err}
	}
	v := verdict{found: model.Findings(d, today)}
	if people {
		var b bytes.Buffer
		printFindings(&b, name, d, v.found)
		printEligibility(&b, model.Eligibility(d, today))
		v.text = b.Bytes()
	}
	return v
}

// printFindings writes the findings of one dossier for people, the fiche of each beside it.
func printFindings(w io.Writer, name string, d *model.Dossier, found []model.Finding) {
	fiches := map[string]string{}
	for _, fiche := range model.Fiches(model.Form(d)) {
		for _, f := range fiche.Fields {
			fiches[f.ID] = fiche.Number
		}
	}
	fmt.Fprintf(w, "%s — %s\n", name, or(d.Town.Name, "(sans commune)"))
	count := map[model.Severity]int{}
	for _, f := range found {
		count[f.Severity]++
		rule := ""
		if f.Rule != "" {
			rule = f.Rule + ", "
		}
		question, _, _ := strings.Cut(f.Field, "[") // what stands in a row is asked where its list is
		fmt.Fprintf(w, "  [%s] %sfiche %s : %s\n", f.Severity, rule, or(fiches[question], "–"), f.Message)
		if k := f.Decision; f.Severity == model.Accepted {
			fmt.Fprintf(w, "      Validé quand même : %s, par %s, le %s.\n", strings.TrimRight(k.Reason, ". "), k.By, k.Day.Short())
		}
		if f.Source != "" {
			fmt.Fprintf(w, "      Source : %s\n", f.Source)
		}
	}
	fmt.Fprintf(w, "  Bloquant : %d. À confirmer : %d. Conseil : %d.\n",
		count[model.Blocking], count[model.Confirm], count[model.Tip])
	if n := count[model.Accepted]; n > 0 {
		fmt.Fprintf(w, "  Validé quand même : %d.\n", n)
	}
}

// printEligibility writes whether the project is eligible, then what is to be changed or given where it is not, or not yet.
func printEligibility(w io.Writer, list []model.Criterion) {
	fmt.Fprintf(w, "  Éligibilité : %s.\n", model.Eligible(list))
	for _, c := range list {
		if c.Verdict != model.VerdictNo && c.Verdict != model.VerdictUnknown {
			continue
		}
		fmt.Fprintf(w, "  [%s] %s — %s\n", c.Verdict, c.Title, c.Reason)
		for _, change := range slices.Concat(c.Changes, c.Missing) {
			fmt.Fprintf(w, "      %s\n", change.Sentence)
		}
	}
}

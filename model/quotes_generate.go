//go:build ignore

// This program writes testdata/presentation.hashes: the fingerprints of the presentation of September 2023, page by page.
// The path of the presentation is its argument, else the variable PRESENTATION, else the reference beside the repository.
//
//	go generate ./model
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"appuitechnique/model"
)

func main() {
	path := cmp.Or(os.Getenv("PRESENTATION"), "../../shared/reference/000_095fa0ed6a30d25e.txt")
	if len(os.Args) > 1 {
		path = os.Args[1]
	}
	text, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	pages, err := split(string(text))
	if err != nil {
		log.Fatal(err)
	}
	if err := write("testdata/presentation.hashes", pages); err != nil {
		log.Fatal(err)
	}
}

// split cuts the presentation into the pages that its headings open; a page keeps its heading.
func split(text string) (map[string]string, error) {
	heading := map[string]string{}
	for _, h := range model.Headings() {
		heading[model.Fingerprint(h)] = h
	}
	pages := map[string]string{}
	current := ""
	for line := range strings.Lines(text) {
		if h, ok := heading[model.Fingerprint(line)]; ok {
			current = h
		}
		if current != "" {
			pages[current] += line
		}
	}
	for _, h := range model.Headings() {
		if pages[h] == "" {
			return nil, fmt.Errorf("heading not found: %s", h)
		}
	}
	return pages, nil
}

// write lists, after the fingerprint of each heading, those of the runs of its page, sorted so that their order tells
// nothing.
func write(path string, pages map[string]string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, h := range model.Headings() {
		fmt.Fprintln(w, "page", model.Fingerprint(h))
		runs := model.Fingerprints(pages[h])
		slices.Sort(runs)
		for _, run := range slices.Compact(runs) {
			fmt.Fprintln(w, run)
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

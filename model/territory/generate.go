//go:build ignore

// The generate command makes assets/communes.tsv.gz from the npm package @etalab/decoupage-administratif, whose folder
// is its only argument. The same package gives the same bytes.
//
// Lines of the table, by their first column:
//
//	R code name                                                        a région
//	D code name région                                                 a département or collectivity
//	E SIREN name                                                       an EPCI with its own taxes
//	C INSEE name département SIREN postal-codes population EPCI-number a current commune
//
// Postal codes are separated by spaces. An unknown value is empty. EPCI-number counts the lines E from 0.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const target = "../../assets/communes.tsv.gz"

type entry struct {
	Code        string   `json:"code"`
	Name        string   `json:"nom"`
	Type        string   `json:"type"`
	Department  string   `json:"departement"`
	Region      string   `json:"region"`
	SIREN       string   `json:"siren"`
	PostalCodes []string `json:"codesPostaux"`
	Population  *int     `json:"population"`
	Members     []struct {
		Code string `json:"code"`
	} `json:"membres"`
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run generate.go FOLDER-OF-@etalab/decoupage-administratif")
	}
	if err := generate(filepath.Join(os.Args[1], "data")); err != nil {
		log.Fatal(err)
	}
}

func generate(dir string) error {
	var table bytes.Buffer
	for _, write := range []func(string, *bytes.Buffer) error{regions, departments, communes} {
		if err := write(dir, &table); err != nil {
			return err
		}
	}
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := z.Write(table.Bytes()); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(target, packed.Bytes(), 0o644)
}

// read returns the entries of one file, in the order of their codes.
func read(dir, name string) ([]entry, error) {
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	var list []entry
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.Code, b.Code) })
	return list, nil
}

func regions(dir string, w *bytes.Buffer) error {
	list, err := read(dir, "regions.json")
	for _, r := range list {
		row(w, "R", r.Code, r.Name)
	}
	return err
}

func departments(dir string, w *bytes.Buffer) error {
	list, err := read(dir, "departements.json")
	for _, d := range list {
		row(w, "D", d.Code, d.Name, d.Region)
	}
	return err
}

func communes(dir string, w *bytes.Buffer) error {
	groups, err := read(dir, "epci.json")
	if err != nil {
		return err
	}
	group := map[string]string{}
	for i, g := range groups {
		row(w, "E", g.Code, groupName(g.Name))
		for _, m := range g.Members {
			group[m.Code] = strconv.Itoa(i)
		}
	}
	list, err := read(dir, "communes.json")
	for _, c := range list {
		if c.Type != "commune-actuelle" {
			continue
		}
		population := ""
		if c.Population != nil {
			population = strconv.Itoa(*c.Population)
		}
		row(w, "C", c.Code, c.Name, c.Department, c.SIREN, strings.Join(c.PostalCodes, " "), population, group[c.Code])
	}
	return err
}

// row writes one line, its words cleaned for print: single spaces, typographic apostrophes and guillemets.
func row(w *bytes.Buffer, cells ...string) {
	for i, s := range cells {
		if i > 0 {
			w.WriteByte('\t')
		}
		w.WriteString(strings.Join(strings.Fields(strings.ReplaceAll(s, "'", "’")), " "))
	}
	w.WriteByte('\n')
}

// groupName writes in full the nature of an EPCI, which the source shortens, and puts French quotation marks.
func groupName(s string) string {
	for short, long := range map[string]string{
		"CC ": "Communauté de communes ", "CA ": "Communauté d’agglomération ", "CU ": "Communauté urbaine ",
	} {
		if rest, ok := strings.CutPrefix(s, short); ok {
			s = long + rest
		}
	}
	for _, quote := range []string{"\"", "''"} {
		if parts := strings.Split(s, quote); len(parts) == 3 {
			s = parts[0] + "« " + parts[1] + " »" + parts[2]
		}
	}
	return s
}

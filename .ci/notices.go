// Notices prints the licences of everything that travels inside the program: the modules of go.mod, the Go runtime, the
// fonts and the tables. « go run .ci/notices.go | gzip -9n >assets/notices.txt.gz », from the root; the test of assets says when
// it is due.
package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A component is what has a licence of its own.
type component struct {
	name, version, dir string
	files              []string // of the licence; nil: all those of dir
}

func main() {
	log.SetFlags(0)
	all, err := modules()
	if err != nil {
		log.Fatal(err)
	}
	all = append(ours(), all...)
	seen := map[string]string{} // text of a licence → who had it first
	for _, c := range all {
		if err := c.print(seen); err != nil {
			log.Fatalf("%s: %v", c.name, err)
		}
	}
}

type module struct{ Path, Version string }

// modules lists what go.mod requires, or has in its place.
func modules() ([]component, error) {
	out, err := exec.Command("go", "mod", "edit", "-json").Output()
	if err != nil {
		return nil, err
	}
	var file struct {
		Require []module
		Replace []struct{ Old, New module }
	}
	if err := json.Unmarshal(out, &file); err != nil {
		return nil, err
	}
	var all []component
	for _, m := range file.Require {
		for _, r := range file.Replace {
			if r.Old.Path == m.Path {
				m = r.New
			}
		}
		out, err := exec.Command("go", "mod", "download", "-json", m.Path+"@"+m.Version).Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m.Path, err)
		}
		var got struct{ Dir string }
		if err := json.Unmarshal(out, &got); err != nil {
			return nil, err
		}
		all = append(all, component{name: m.Path, version: m.Version, dir: got.Dir})
	}
	slices.SortFunc(all, func(a, b component) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// ours lists the runtime, the fonts and the tables.
func ours() []component {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		log.Fatal(err)
	}
	return []component{
		{name: "Go", version: "bibliothèque standard", dir: strings.TrimSpace(string(root)), files: []string{"LICENSE"}},
		{name: "Inter", version: "police", dir: "assets/fonts", files: []string{"LICENSE-Inter.txt"}},
		{name: "Source Sans 3", version: "police", dir: "assets/fonts", files: []string{"LICENSE-SourceSans3.txt"}},
		{name: "Source Serif 4", version: "police", dir: "assets/fonts", files: []string{"LICENSE-SourceSerif4.txt"}},
		{name: "hyph-utf8", version: "motifs de césure", dir: "assets/hyphenation", files: []string{"LICENSE-hyph-fr.txt"}},
	}
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice)([._-].*)?$`)

// texts returns the licences found in the folder of c: its own, then those of what it carries.
func (c component) texts() (map[string]string, []string, error) {
	names := c.files
	if names == nil {
		err := filepath.WalkDir(c.dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name := d.Name()
			// Neither what is for tests nor the commands beside a library travel inside the program.
			if d.IsDir() && path != c.dir && (name == "testdata" || name == "cmd" || strings.HasPrefix(name, ".")) {
				return fs.SkipDir
			}
			if !d.IsDir() && licenceFile.MatchString(name) && filepath.Ext(name) != ".go" {
				rel, err := filepath.Rel(c.dir, path)
				names = append(names, rel)
				return err
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if n := strings.Count(a, "/") - strings.Count(b, "/"); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	texts := map[string]string{}
	for _, name := range names {
		raw, err := os.ReadFile(filepath.Join(c.dir, name))
		if err != nil {
			return nil, nil, err
		}
		text := strings.ToValidUTF8(strings.ReplaceAll(string(raw), "\r\n", "\n"), "")
		texts[name] = strings.Trim(strings.ReplaceAll(text, "\f", ""), "\n")
	}
	return texts, names, nil
}

// print writes one component: a line that names it, its version and the kind of its licence, then the words.
func (c component) print(seen map[string]string) error {
	texts, names, err := c.texts()
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("no licence in %s", c.dir)
	}
	kind := kindOf(texts[names[0]])
	if kind == "" {
		return fmt.Errorf("a licence of no known kind:\n%.400s", texts[names[0]])
	}
	fmt.Printf("=== %s\t%s\t%s\n\n", c.name, c.version, kind)
	for i, name := range names {
		if i > 0 {
			fmt.Printf("--- %s\n\n", filepath.ToSlash(name))
		}
		text := texts[name]
		folded := strings.Join(strings.Fields(text), " ")
		if first, ok := seen[folded]; ok {
			fmt.Printf("Même texte que pour %s, plus haut.\n\n", first)
			continue
		}
		seen[folded] = c.name
		fmt.Printf("%s\n\n", text)
	}
	return nil
}

// kindOf names a licence by the words that only it has.
func kindOf(text string) string {
	folded := strings.Join(strings.Fields(text), " ")
	for _, k := range [][2]string{
		{"SIL OPEN FONT LICENSE", "OFL-1.1"},
		{"Apache License", "Apache-2.0"},
		{"Mozilla Public License", "MPL-2.0"},
		{"Permission is hereby granted, free of charge", "MIT"},
		{"Permission to use, copy, modify, and/or distribute", "ISC"},
		{"Permission to use, copy, modify, and distribute this software for any purpose with or without fee", "ISC"},
		{"Neither the name of", "BSD-3-Clause"},
		{"may be used to endorse or promote products", "BSD-3-Clause"},
		{"Redistributions in binary form must reproduce", "BSD-2-Clause"},
		{"This software is provided 'as-is'", "Zlib"},
		{"This is free and unencumbered software", "Unlicense"},
		{"Creative Commons Zero", "CC0-1.0"},
	} {
		if strings.Contains(folded, k[0]) {
			return k[1]
		}
	}
	return ""
}

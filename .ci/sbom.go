// Sbom prints what is in a built program, read from the program itself, as CycloneDX 1.6: for those who watch over
// vulnerabilities. « go run .ci/sbom.go PROGRAM VERSION SECONDS », from the root; SECONDS, since 1970, dates it. The licences, and
// what is no module, come from assets/notices.txt.gz. The same program gives the same bytes.
package main

import (
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"appuitechnique/assets"
)

type bom struct {
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Timestamp string    `json:"timestamp"`
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version,omitempty"`
	Hashes     []hash     `json:"hashes,omitempty"`
	Licenses   []licence  `json:"licenses,omitempty"`
	PURL       string     `json:"purl,omitempty"`
	Pedigree   *pedigree  `json:"pedigree,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type (
	hash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	licence struct {
		License struct {
			ID string `json:"id"`
		} `json:"license"`
	}
	pedigree struct {
		Notes string `json:"notes"`
	}
	property struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 4 {
		log.Fatal("Usage: sbom PROGRAM VERSION SECONDS")
	}
	b, err := read(os.Args[1], os.Args[2], os.Args[3])
	if err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", "  ")
	if err := out.Encode(b); err != nil {
		log.Fatal(err)
	}
}

func read(program, version, seconds string) (*bom, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	bytes, err := os.ReadFile(program)
	if err != nil {
		return nil, err
	}
	second, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil {
		return nil, err
	}
	notices, err := assets.Unpack(assets.Notices)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(bytes)
	b := &bom{Format: "CycloneDX", Spec: "1.6", Version: 1, Metadata: metadata{
		Timestamp: time.Unix(second, 0).UTC().Format(time.RFC3339),
		Component: component{Type: "application", Ref: "program", Name: filepath.Base(program), Version: version,
			Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}}, Properties: settings(info.Settings)},
	}}
	known := map[string]string{} // module → kind of licence
	for part := range strings.SplitSeq("\n"+string(notices), "\n=== ") {
		head, _, _ := strings.Cut(part, "\n")
		words := strings.Split(head, "\t")
		if len(words) != 3 {
			continue
		}
		known[words[0]] = words[2]
		if words[0] != "Go" && !strings.Contains(words[0], ".") { // a font or a table
			b.Components = append(b.Components, component{Type: "data", Ref: words[0], Name: words[0], Licenses: named(words[2])})
		}
	}
	std := "pkg:golang/std@" + strings.TrimPrefix(info.GoVersion, "go")
	b.Components = append(b.Components, component{Type: "library", Ref: std, Name: "std", PURL: std,
		Version: strings.TrimPrefix(info.GoVersion, "go"), Licenses: named(known["Go"])})
	for _, m := range info.Deps {
		kind, ok := known[m.Path]
		if !ok {
			return nil, fmt.Errorf("assets/notices.txt.gz lacks %s", m.Path)
		}
		b.Components = append(b.Components, module(m, kind))
	}
	return b, nil
}

// module describes m, or what stands for it.
func module(m *debug.Module, kind string) component {
	c := component{Type: "library", Name: m.Path, Version: m.Version, Licenses: named(kind)}
	sum := m.Sum
	if r := m.Replace; r != nil && strings.HasPrefix(r.Path, "./") {
		sum = ""
		c.Pedigree = &pedigree{"Changed by .packages/lean.patch, which takes out what the program does not use."}
	} else if r != nil {
		c.Name, c.Version, sum = r.Path, r.Version, r.Sum
	}
	c.PURL = "pkg:golang/" + c.Name + "@" + strings.ReplaceAll(c.Version, "+", "%2B")
	c.Ref = c.PURL
	if sum != "" {
		c.Properties = []property{{"go.sum", sum}}
	}
	return c
}

// settings keeps, of how a program was built, what changes what is in it.
func settings(all []debug.BuildSetting) []property {
	var kept []property
	for _, s := range all {
		switch s.Key {
		case "GOOS", "GOARCH", "CGO_ENABLED", "-tags":
			kept = append(kept, property{"go." + s.Key, s.Value})
		}
	}
	return kept
}

// named returns the licence of that SPDX identifier.
func named(id string) []licence {
	var l licence
	l.License.ID = id
	return []licence{l}
}

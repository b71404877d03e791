// Darwin checks the types of the whole program as it is built for a Mac, window included, on both of its
// processors. No compiler of C for the Mac is needed: what is written in C is taken on trust, all that is written in Go, in
// the program and in its modules, is read as on a Mac. Of the standard library, only what it declares.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A pkg is what "go list" says of a package.
type pkg struct {
	ImportPath, Dir   string
	Standard          bool
	GoFiles, CgoFiles []string
	ImportMap         map[string]string
	Error             *struct{ Err string }
	Module            *struct {
		Main      bool
		GoVersion string
	}
}

func main() {
	failed := false
	for _, arch := range []string{"amd64", "arm64"} {
		checked, bad, err := check(arch)
		for _, e := range bad {
			fmt.Fprintln(os.Stderr, e)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "darwin/%s : %v\n", arch, err)
		}
		failed = failed || err != nil || len(bad) > 0
		fmt.Printf("darwin/%s : %d paquets, %d erreurs\n", arch, checked, len(bad))
	}
	if failed {
		os.Exit(1)
	}
}

// check returns how many packages it has read, and what is wrong with their types.
func check(arch string) (checked int, bad []error, err error) {
	list := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,Standard,GoFiles,CgoFiles,ImportMap,Error,Module",
		"-tags", "release,no_animations,no_emoji,nethttpomithttp2", "./app")
	list.Env = append(os.Environ(), "GOOS=darwin", "GOARCH="+arch, "CGO_ENABLED=1")
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return 0, nil, fmt.Errorf("list the packages: %w", err)
	}
	known := map[string]*types.Package{"unsafe": types.Unsafe}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; checked++ { // each after those it imports
		var p pkg
		switch err := dec.Decode(&p); {
		case errors.Is(err, io.EOF):
			return checked, bad, nil
		case err != nil:
			return checked, bad, err
		case p.Error != nil:
			return checked, bad, fmt.Errorf("%s: %s", p.ImportPath, p.Error.Err)
		}
		if p.ImportPath == "unsafe" {
			continue
		}
		made, wrong, err := p.check(arch, known)
		if err != nil {
			return checked, bad, err
		}
		known[p.ImportPath] = made
		bad = append(bad, wrong...)
	}
}

// check reads the files of p and returns its types, which stand for it where it is imported.
func (p *pkg) check(arch string, known map[string]*types.Package) (*types.Package, []error, error) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range slices.Concat(p.GoFiles, p.CgoFiles) {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, f)
	}
	var wrong []error
	conf := types.Config{
		FakeImportC:      true,
		IgnoreFuncBodies: p.Standard,
		Sizes:            types.SizesFor("gc", arch),
		Importer:         imported{p.ImportMap, known},
		Error: func(err error) {
			if !p.Standard && !p.ofC(err) {
				wrong = append(wrong, err)
			}
		},
	}
	if p.Module != nil && p.Module.GoVersion != "" {
		conf.GoVersion = "go" + p.Module.GoVersion
	}
	made, _ := conf.Check(p.ImportPath, fset, files, nil) // its errors have been told one by one
	return made, wrong, nil
}

// ofC tells whether err is about a type that C declares, which is not known here.
func (p *pkg) ofC(err error) bool {
	return len(p.CgoFiles) > 0 && strings.Contains(err.Error(), "invalid type")
}

// imported finds the packages that one imports among those already read.
type imported struct {
	names map[string]string
	known map[string]*types.Package
}

func (im imported) Import(path string) (*types.Package, error) {
	if p, ok := im.names[path]; ok {
		path = p
	}
	if p := im.known[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("package %s has not been read", path)
}

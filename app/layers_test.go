package main

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "appuitechnique/"

// allowed says which rooms of the house, and which of the great libraries, each package may import. A word that ends in
// a slash allows all below it. A new arrow of the architecture is a new word here.
var allowed = map[string]string{
	"app":                "assets model model/document model/territory storage ui ui/paper ui/paper/pdf ui/paper/picture ui/paper/sheet ui/paper/signature ui/system fyne.io/fyne/v2 fyne.io/fyne/v2/app fyne.io/fyne/v2/driver fyne.io/fyne/v2/test github.com/go-gl/glfw/v3.4/glfw golang.org/x/sys/ golang.org/x/term",
	"assets":             "",
	"model":              "",
	"model/document":     "model",
	"model/territory":    "assets model",
	"storage":            "model github.com/dgraph-io/badger/v4 github.com/dgraph-io/badger/v4/options github.com/dgraph-io/badger/v4/table golang.org/x/sys/ golang.org/x/crypto/ golang.org/x/text/unicode/norm filippo.io/age",
	"ui":                 "assets model model/document model/territory storage ui/kit ui/form ui/paper ui/paper/pdf ui/paper/picture ui/paper/screen ui/paper/sheet ui/paper/signature ui/paper/typeset ui/system fyne.io/",
	"ui/form":            "model ui/kit fyne.io/",
	"ui/kit":             "assets fyne.io/",
	"ui/paper":           "assets model model/document ui/paper/typeset ui/paper/pdf ui/paper/sheet golang.org/x/text/unicode/norm",
	"ui/paper/typeset":   "assets model/document github.com/go-text/typesetting/ golang.org/x/text/unicode/norm",
	"ui/paper/pdf":       "ui/paper/typeset github.com/jung-kurt/gofpdf",
	"ui/paper/picture":   "model golang.org/x/image/",
	"ui/paper/sheet":     "model",
	"ui/paper/signature": "",
	"ui/system":          "golang.org/x/sys/ github.com/ncruces/zenity",
	"ui/paper/screen":    "ui/paper/typeset fyne.io/ golang.org/x/image/ github.com/go-text/typesetting/",
}

// Only app may import the Fyne driver: everything else builds and tests without cgo.
func TestLayers(t *testing.T) {
	cmd := exec.Command("go", "list", "-tags", "ci", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		pkg := strings.TrimPrefix(words[0], module)
		list, known := allowed[pkg]
		if !known {
			t.Errorf("%s is a room that the architecture does not name", pkg)
		}
		for _, imp := range words[1:] {
			if room, ours := strings.CutPrefix(imp, module); ours {
				imp = room
			} else if !strings.Contains(strings.Split(imp, "/")[0], ".") {
				continue // standard library
			}
			if !permitted(list, imp) {
				t.Errorf("%s must not import %s", pkg, imp)
			}
		}
	}
}

// testOnly are the libraries that judge our files in tests: nothing that is given to people may hold them.
var testOnly = []string{"github.com/pdfcpu/", "github.com/xuri/"}

func TestWhatJudgesIsNotShipped(t *testing.T) {
	cmd := exec.Command("go", "list", "-tags", "ci", "-deps", ".")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		for _, lib := range testOnly {
			if strings.HasPrefix(line, lib) {
				t.Errorf("the program holds %s", strings.TrimSpace(line))
			}
		}
	}
}

func permitted(list, imp string) bool {
	for _, a := range strings.Fields(list) {
		if imp == "fyne.io/fyne/v2/app" && a != imp {
			continue
		}
		if imp == a || strings.HasSuffix(a, "/") && strings.HasPrefix(imp, a) {
			return true
		}
	}
	return false
}

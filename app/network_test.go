package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Nothing leaves the computer: the promise of the first page. Our own sources can't speak to a network, whatever the system;
// among the libraries, those that could are known by name, with the reason why they don't; and the journey runs where there
// is no network, and counts the attempts.

// systems are those that the program is given to, with the tags of the packages.
var systems = []string{"linux", "windows", "darwin"}

// reaching are the packages by which a Go program reaches a network. A word that ends in a slash means all below it.
var reaching = []string{"net", "net/http", "net/http/", "net/rpc", "net/rpc/", "net/smtp", "net/textproto", "crypto/tls",
	"log/syslog", "golang.org/x/net/"}

// silent are the libraries of the program that import one of those, and why the program stays silent.
var silent = map[string]string{
	"fyne.io/fyne/v2":                      "reads the addresses of links; asks the system to open them, and has none of ours to open",
	"fyne.io/fyne/v2/internal/repository":  "reads http addresses; we never give Fyne one",
	"fyne.io/fyne/v2/storage/repository":   "names the kinds of addresses",
	"github.com/fyne-io/oksvg":             "decodes the characters of drawings (x/net/html/charset)",
	"github.com/srwiley/oksvg":             "decodes the characters of drawings (x/net/html/charset)",
	"github.com/godbus/dbus/v5":            "speaks to the desktop session through a local socket: its colours, its keyboard",
	"github.com/stretchr/testify/assert":   "comes with Fyne's driver without a screen, for « capture »; never called",
	"github.com/stretchr/testify/require":  "comes with Fyne's driver without a screen, for « capture »; never called",
	"go.opentelemetry.io/otel/propagation": "names the headers of a trace, for Badger's statistics, which are off",
	"golang.org/x/net/html":                "splits the text of a page",
	"golang.org/x/net/html/charset":        "names the encodings of a page",
	"golang.org/x/sys/windows":             "takes the types of addresses from net",
}

// calling are the functions, wherever they come from, that none of our sources may name.
var calling = []string{"Dial", "DialContext", "DialTimeout", "DialTCP", "DialUDP", "Listen", "ListenPacket", "ListenTCP", "Socket",
	"Connect", "Sendto", "Sendmsg", "LookupHost", "LookupIP", "LookupAddr", "LookupTXT", "NewRequest", "ListenAndServe"}

// programs are the sources that may start another program, and which.
var programs = map[string]string{
	"app/start.go":         "its own copy that draws without OpenGL",
	"app/screen_unix.go":   "zenity, kdialog or xmessage, to say why the window does not open",
	"app/screen_darwin.go": "osascript, for the same",

	"ui/system/system_unix.go": "what shows a file, and lp, with the paper that the person asked to see or to print",
}

func among(list []string, imp string) bool {
	for _, a := range list {
		if imp == a || strings.HasSuffix(a, "/") && strings.HasPrefix(imp, a) {
			return true
		}
	}
	return false
}

// listed runs go list over the whole program for a system, and returns its lines.
func listed(t *testing.T, system, form string, args ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-tags", "release,no_animations,no_emoji,nethttpomithttp2", "-f", form}, args...)...)
	cmd.Dir = ".."
	cmd.Env = append(cmd.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list for %s: %v", system, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

func TestOurSourcesCannotReachANetwork(t *testing.T) {
	const form = `{{$d := .Dir}}{{range .GoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}{{range .CgoFiles}}{{$d}}/{{.}}{{"\n"}}{{end}}`
	files, root := map[string]bool{}, ""
	for _, system := range systems {
		for _, path := range listed(t, system, form, "./...") {
			if path != "" {
				files[path] = true
			}
		}
		root = listed(t, system, "{{.Dir}}", "-m")[0]
	}
	if len(files) < 100 {
		t.Fatalf("only %d sources were found", len(files))
	}
	for _, path := range slices.Sorted(maps.Keys(files)) {
		name, err := filepath.Rel(root, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range faults(t, filepath.ToSlash(name), path) {
			t.Error(wrong)
		}
	}
}

// faults names what a source does that could reach a network.
func faults(t *testing.T, name, path string) (wrong []string) {
	t.Helper()
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, spec := range file.Imports {
		imp, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		if among(reaching, imp) {
			wrong = append(wrong, name+" imports "+imp)
		}
		if _, ok := programs[name]; imp == "os/exec" && !ok {
			wrong = append(wrong, name+" imports os/exec: what does it start?")
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok && slices.Contains(calling, s.Sel.Name) {
			wrong = append(wrong, set.Position(s.Pos()).String()+" names "+s.Sel.Name)
		}
		return true
	})
	return wrong
}

func TestTheLibrariesThatCouldReachANetworkAreKnown(t *testing.T) {
	const form = `{{if not .Standard}}{{.ImportPath}} {{join .Imports " "}}{{end}}`
	met := map[string]bool{}
	for _, system := range systems {
		for _, line := range listed(t, system, form, "-deps", "./app") {
			words := strings.Fields(line)
			if len(words) == 0 || strings.HasPrefix(words[0], module) {
				continue
			}
			for _, imp := range words[1:] {
				if !among(reaching, imp) {
					continue
				}
				met[words[0]] = true
				if _, ok := silent[words[0]]; !ok {
					t.Errorf("on %s, %s imports %s: say why the program stays silent", system, words[0], imp)
				}
			}
		}
	}
	for name := range silent {
		if !met[name] {
			t.Errorf("%s no longer reaches a network: strike it off", name)
		}
	}
}

package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"appuitechnique/model"
	"appuitechnique/model/document"
)

// The processor time that the export of a convention may cost, against that of others for the same text.
const (
	mostOfOffice = 1.0 / 12
	mostOfTypst  = 1.0 / 10
)

// rounds is how often each program is run, in turn, after a run that is not counted. Medians are compared.
const rounds = 7

// BenchmarkExport runs the whole program, which writes the longest convention with its tags, its fields and its archive, and
// LibreOffice and typst, which only set its text, without tables nor drawings: that is in their favour. What is compared is the
// processor time of the processes, which says the same on a busy machine.
func BenchmarkExport(b *testing.B) {
	dir := b.TempDir()
	text := conventionText(b)
	runs := []*rival{ours(b, dir), office(b, dir, text), typst(b, dir, text)}
	runs = slices.DeleteFunc(runs, func(r *rival) bool { return r == nil })
	for round := range rounds + 1 {
		for _, r := range runs {
			if t := r.cpu(b); round > 0 {
				r.times = append(r.times, t)
			}
		}
	}
	own := runs[0].median()
	b.ReportMetric(own.Seconds()*1000, "ms-cpu")
	for _, r := range runs[1:] {
		share := own.Seconds() / r.median().Seconds()
		b.ReportMetric(1/share, "×"+r.name)
		b.Logf("%s: %v of processor time; the program needs %v, %.1f times less", r.name, r.median(), own, 1/share)
		if share > r.most {
			b.Logf("ABOVE ITS BOUND: the program needs 1/%.1f of %s, want 1/%.0f at most", 1/share, r.name, 1/r.most)
		}
	}
}

// A rival is a program that sets a paper.
type rival struct {
	name  string
	most  float64 // share of its time that ours may need
	idle  []string
	args  []string
	env   []string
	times []time.Duration
}

// cpu runs it once and returns its processor time, without that of its interpreter.
func (r *rival) cpu(b *testing.B) time.Duration {
	t := cost(b, r.env, r.args)
	if r.idle != nil {
		t -= cost(b, r.env, r.idle)
	}
	return t
}

func cost(b *testing.B, env, args []string) time.Duration {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}

func (r *rival) median() time.Duration {
	sorted := slices.Sorted(slices.Values(r.times))
	return sorted[len(sorted)/2]
}

func conventionText(b *testing.B) []string {
	d, _ := model.Example("riom")
	doc, err := document.Compose(d, model.PaperSupport)
	if err != nil {
		b.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(doc.Text()), "\n")
}

// ours builds the program as it runs without a screen: the export is the same code.
func ours(b *testing.B, dir string) *rival {
	program := filepath.Join(dir, "appui-technique")
	build := exec.Command("go", "build", "-trimpath", "-tags", "ci,release", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("build: %v\n%s", err, out)
	}
	return &rival{name: "ours", args: []string{program, "exporter", "-vers", dir, "-documents", string(model.PaperSupport), "exemple:riom"}}
}

func write(b *testing.B, path, text string) {
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

const flatText = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text"><office:styles><style:default-style style:family="paragraph">
<style:paragraph-properties fo:text-align="justify"/><style:text-properties fo:language="fr" fo:country="FR" fo:font-size="10.4pt"/>
</style:default-style></office:styles><office:body><office:text>%s</office:text></office:body></office:document>`

// office is LibreOffice without a window.
func office(b *testing.B, dir string, text []string) *rival {
	if _, err := exec.LookPath("soffice"); err != nil {
		b.Log("LIBREOFFICE IS ABSENT: nothing is compared with it; « make bench » installs it on a Debian-like system")
		return nil
	}
	var body strings.Builder
	for _, line := range text {
		body.WriteString("<text:p>")
		if err := xml.EscapeText(&body, []byte(line)); err != nil {
			b.Fatal(err)
		}
		body.WriteString("</text:p>")
	}
	path := filepath.Join(dir, "office.fodt")
	write(b, path, fmt.Sprintf(flatText, body.String()))
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	return &rival{name: "LibreOffice", most: mostOfOffice,
		args: []string{"soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", dir, path}}
}

// typst is the module of Python that holds typst, in the folder that TYPST names; what Python itself costs is taken off.
func typst(b *testing.B, dir string, text []string) *rival {
	module := os.Getenv("TYPST")
	env := []string{"PYTHONPATH=" + module}
	probe := exec.Command("python3", "-c", "import typst")
	probe.Env = append(os.Environ(), env...)
	if err := probe.Run(); err != nil {
		b.Log("TYPST IS ABSENT: nothing is compared with it; « make bench » fetches it from PyPI where it can")
		return nil
	}
	var source strings.Builder
	source.WriteString("#set page(paper: \"a4\")\n#set par(justify: true)\n#set text(lang: \"fr\", size: 10.4pt)\n")
	for _, line := range text {
		fmt.Fprintf(&source, "#%q\n\n", line)
	}
	path := filepath.Join(dir, "typst.typ")
	write(b, path, strings.ReplaceAll(strings.ReplaceAll(source.String(), `\u202f`, "\u202f"), `\u00a0`, "\u00a0"))
	return &rival{name: "typst", most: mostOfTypst, env: env, idle: []string{"python3", "-c", "pass"},
		args: []string{"python3", "-c", "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])", path, filepath.Join(dir, "typst.pdf")}}
}

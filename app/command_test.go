package main

import (
	"bytes"
	"encoding/json"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// ran runs a command line and returns its exit code and what it printed.
func ran(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(args, &o, &e)
	return code, o.String(), e.String()
}

// must runs a command line that has to succeed, and returns its output.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, errs := ran(args...)
	if code != exitDone {
		t.Fatalf("%q: exit %d, %s", args, code, errs)
	}
	return out
}

// written writes a dossier in a new file.
func written(t *testing.T, d *model.Dossier) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "dossier.acv")
	if err := storage.WriteFile(path, d); err != nil {
		t.Fatal(err)
	}
	return path
}

func riom() *model.Dossier {
	d := model.New("a1", "2026-001", "2026-03-12")
	d.Town.Name = "Riom"
	d.Project.Title = "L’îlot du marché"
	return d
}

func TestADossierComesBackFromAnEmptyBaseAsItWas(t *testing.T) {
	base, file := filepath.Join(t.TempDir(), "base"), written(t, riom())
	again := filepath.Join(t.TempDir(), "été.acv")
	want := must(t, "enregistrer", "-json", file)
	if got := must(t, "-base", base, "importer", file); !strings.HasSuffix(got, "ajouté, dossier 2026-001.\n") {
		t.Errorf("importer: %q", got)
	}
	if got := must(t, "-base", base, "enregistrer", "-json", "2026-001"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	must(t, "-base", base, "enregistrer", "2026-001", "-vers", again)
	if got := must(t, "enregistrer", "-json", again); got != want {
		t.Errorf("through a file: got %s\nwant %s", got, want)
	}
	bare := filepath.Join(t.TempDir(), "réponses.json")
	if err := os.WriteFile(bare, []byte(want), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := must(t, "-base", base, "importer", bare); !strings.HasSuffix(got, "déjà présent, dossier 2026-001 ; le fichier n’apporte "+
		"aucune réponse nouvelle.\n") {
		t.Errorf("importer again: %q", got)
	}
	if got := must(t, "-base", base, "liste"); !strings.Contains(got, "2026-001   Riom     L’îlot du marché  12/03/2026") {
		t.Errorf("liste:\n%s", got)
	}
}

func TestImportMergesAndNeverChoosesBetweenTwoAnswers(t *testing.T) {
	base := filepath.Join(t.TempDir(), "base")
	must(t, "-base", base, "importer", written(t, riom()))
	other := riom()
	other.Town.Name, other.Project.Summary = "Riom, autrement", "Un projet."
	file := written(t, other)
	want := must(t, "-base", base, "enregistrer", "-json", "2026-001")
	code, out, errs := ran("-base", base, "importer", file)
	if code != exitRefused || out != "" || !strings.Contains(errs, "1 conflit") || !strings.Contains(errs, "base : Riom\n") ||
		!strings.Contains(errs, "fichier : Riom, autrement\n") || !strings.Contains(errs, "-conflits fichier") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	if got := must(t, "-base", base, "enregistrer", "-json", "2026-001"); got != want {
		t.Error("a refusal changed the dossier")
	}
	if code, _, _ := ran("-base", base, "importer", "-conflits", "nous", file); code != exitUsage {
		t.Errorf("exit %d for an unknown side", code)
	}
	if got := must(t, "-base", base, "importer", "-conflits", "copie", file); !strings.Contains(got, "les deux sont gardés") {
		t.Errorf("importer: %q", got)
	}
	for _, side := range []struct{ name, town string }{{"base", "\"Riom\""}, {"fichier", "\"Riom, autrement\""}} {
		got := must(t, "-base", base, "importer", "-conflits", side.name, file)
		if !strings.Contains(got, "fusionné avec le dossier 2026-001 : ") || !strings.Contains(got, "1 conflit (réponses ") {
			t.Errorf("importer: %q", got)
		}
		got = must(t, "-base", base, "enregistrer", "-json", "2026-001")
		if !strings.Contains(got, `"name":`+side.town) || !strings.Contains(got, `"summary":"Un projet."`) {
			t.Errorf("merged: %s", got)
		}
	}
}

func TestExampleComesBackFromAnEmptyBaseAsItWas(t *testing.T) {
	dir := t.TempDir()
	base := filepath.Join(dir, "base")
	out := must(t, "exemples", "-vers", filepath.Join(dir, "exemples"))
	files := strings.Fields(out)
	if len(files) != len(model.ExampleNames()) {
		t.Fatalf("exemples: %q", out)
	}
	for i, town := range model.ExampleNames() {
		must(t, "-base", base, "importer", files[i])
		d, _ := model.Example(town)
		want := must(t, "enregistrer", "-json", "exemple:"+town)
		if got := must(t, "-base", base, "enregistrer", "-json", d.Reference); got != want {
			t.Errorf("%s: got %s\nwant %s", town, got, want)
		}
	}
	if got := must(t, "-base", base, "liste"); strings.Count(got, "SPÉCIMEN\n") != len(files) {
		t.Errorf("liste:\n%s", got)
	}
}

func TestExportWritesThePapersAskedFor(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "à signer")
	out := must(t, "exporter", "-vers", dir, "-documents", "fiche-de-poste, convention-soutien", "exemple:riom")
	paths := strings.Split(strings.TrimSpace(out), "\n")
	if len(paths) != 2 || filepath.Base(paths[0]) != "20261116_fiche-de-poste_riom_projet.pdf" {
		t.Fatalf("exporter: %q", out)
	}
	for _, path := range paths {
		if b, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(b, []byte("%PDF-")) || len(b) < 10_000 {
			t.Errorf("%s: %d bytes, %v", path, len(b), err)
		}
	}
}

func TestVerifierSaysWhatBlocks(t *testing.T) {
	if out := must(t, "verifier", "-au", "2026-11-16", "exemple:riom"); !strings.Contains(out, "Bloquant : 0.") ||
		!strings.Contains(out, "Éligibilité : oui.\n") {
		t.Errorf("verifier:\n%s", out)
	}
	empty := written(t, riom())
	code, out, errs := ran("verifier", "-json", "-au", "2026-11-16", empty, "exemple:riom")
	if code != exitRefused || errs != "" {
		t.Errorf("exit %d, %q", code, errs)
	}
	var all []map[string]string
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	blocking := 0
	for _, f := range all {
		if len(f) != 6 || f["message"] == "" || f["field"] == "" {
			t.Errorf("finding %v", f)
		}
		if f["severity"] == "bloquant" {
			blocking++
			if f["dossier"] != empty {
				t.Errorf("blocks an example: %v", f)
			}
		}
	}
	if blocking == 0 {
		t.Error("nothing blocks an empty dossier")
	}
}

func TestVerifierSaysWhatWasKeptWithAReason(t *testing.T) {
	d, _ := model.Example("riom")
	found := model.Findings(d, "2026-11-16")
	if err := d.Acknowledge(found[0], "La trésorerie le permet.", "Agnès Morel", "2026-11-16"); err != nil {
		t.Fatal(err)
	}
	file := written(t, d)
	out := must(t, "verifier", "-au", "2026-11-16", file)
	for _, says := range []string{"[validé quand même] " + found[0].Rule, "À confirmer : 0.", "Validé quand même : 1.",
		"Validé quand même : La trésorerie le permet, par Agnès Morel, le 16/11/2026."} {
		if !strings.Contains(out, says) {
			t.Errorf("%q is lacking:\n%s", says, out)
		}
	}
	if out := must(t, "verifier", "-json", "-au", "2026-11-16", file); !strings.Contains(out, `"severity": "valide"`) {
		t.Errorf("verifier -json:\n%s", out)
	}
}

func TestVerifierChecksSeveralDossiersInOrder(t *testing.T) {
	base := t.TempDir()
	names := must(t, "-base", base, "exemples", "-vers", filepath.Join(base, "d"))
	args := []string{"-base", base, "importer"}
	must(t, append(args, strings.Fields(names)...)...)
	args = []string{"-base", base, "verifier", "-au", "2026-11-16"}
	var want strings.Builder
	for _, town := range model.ExampleNames() {
		d, _ := model.Example(town)
		for _, name := range []string{"exemple:" + town, d.Reference} {
			args = append(args, name)
			want.WriteString(must(t, "-base", base, "verifier", "-au", "2026-11-16", name))
		}
	}
	if got := must(t, args...); got != want.String() {
		t.Errorf("got\n%s\nwant\n%s", got, want.String())
	}
	code, out, errs := ran("verifier", "-au", "2026-11-16", "exemple:riom", "exemple:nulle-part", "exemple:grasse")
	if code != exitRefused || errs == "" || !strings.HasPrefix(out, "exemple:riom") || strings.Contains(out, "grasse") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
}

func TestABackupMovesABaseToAnotherComputer(t *testing.T) {
	dir := t.TempDir()
	here, there, file := filepath.Join(dir, "ici"), filepath.Join(dir, "là-bas"), filepath.Join(dir, "base.sauv")
	must(t, "-base", here, "importer", written(t, riom()))
	if got := must(t, "-base", here, "sauvegarder", file); !strings.Contains(got, "vérifiée. Dossiers : 1 ; dans la corbeille : 0.") {
		t.Errorf("sauvegarder: %q", got)
	}
	if got := must(t, "-base", there, "restaurer", file); !strings.Contains(got, "Dossiers restaurés : 1") {
		t.Errorf("restaurer: %q", got)
	}
	want := must(t, "-base", here, "enregistrer", "-json", "2026-001")
	if got := must(t, "-base", there, "enregistrer", "-json", "2026-001"); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestCaptureDrawsWithoutAScreen(t *testing.T) {
	t.Setenv("DISPLAY", "")
	to := filepath.Join(t.TempDir(), "fiche.png")
	must(t, "capture", "-fiche", "4.1", "-theme", "sombre", "-taille", "1000x700", "-vers", to, "exemple:riom")
	f, err := os.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if c, err := png.DecodeConfig(f); err != nil || c.Width != 1000 || c.Height != 700 {
		t.Errorf("picture: %+v, %v", c, err)
	}
}

func TestBadInputIsOneFrenchSentence(t *testing.T) {
	dir := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, err := os.ReadFile(written(t, riom()))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"enregistrer", "-json", filepath.Join(dir, "absent.acv")}, 1, "n’existe pas"},
		{[]string{"enregistrer", "-json", dir}, 1, "n’est pas un fichier, mais un répertoire"},
		{[]string{"importer", file("photo.acv", "\x89PNG")}, 1, "n’est pas un dossier exporté"},
		{[]string{"importer", file("coupé.acv", string(good[:300]))}, 1, "incomplet"},
		{[]string{"importer", file("récent.json", `{"schema":2,"dossier":{}}`)}, 1, "version plus récente"},
		{[]string{"-base", filepath.Join(dir, "absente"), "liste"}, 1, "n’existe pas"},
		{[]string{"-base", filepath.Join(dir, "absente", "base"), "importer", file("bon.acv", string(good))}, 1, "absente » n’existe pas. Créez-le"},
		{[]string{"-base", file("fichier", ""), "liste"}, 1, "n’est pas un dossier de l’ordinateur"},
		{[]string{"-base", dir, "enregistrer", "-json", "2031-007"}, 1, "Aucun dossier « 2031-007 »"},
		{[]string{"enregistrer", "-vers", filepath.Join(dir, "absent", "x.acv"), file("bon.acv", string(good))}, 1, "Le répertoire « " + filepath.Join(dir, "absent") + " » n’existe pas"},
		{[]string{"danser"}, 2, "Commande inconnue : « danser »"},
		{[]string{"-couleur", "liste"}, 2, "Option inconnue : « -couleur »"},
		{[]string{"-base"}, 2, "L’option « -base » attend une valeur"},
		{[]string{"-base", "", "liste"}, 2, "L’option « -base » attend le nom d’un dossier"},
		{[]string{"-base=", "importer", "x.acv"}, 2, "L’option « -base » attend le nom d’un dossier"},
		{[]string{"liste", "-tout"}, 2, "Option inconnue : « -tout »"},
		{[]string{"liste", "2026"}, 2, "Mot en trop"},
		{[]string{"enregistrer", "-json=peut-être", "x"}, 2, "Une option est mal écrite"},
		{[]string{"enregistrer", "-json"}, 2, "Indiquez un dossier"},
		{[]string{"enregistrer", "x"}, 2, "Choisissez entre"},
		{[]string{"enregistrer", "-vers", "x.pdf", "x"}, 2, "doit finir par"},
		{[]string{"exporter", "exemple:atlantide"}, 1, "Il n’y a pas d’exemple « atlantide »"},
		{[]string{"exporter", "-vers", file("plat", ""), "exemple:riom"}, 1, "n’est pas un dossier de l’ordinateur"},
		{[]string{"exporter", "-documents", "roman", "exemple:riom"}, 2, "Document inconnu : « roman »"},
		{[]string{"exporter", "exemple:riom", "exemple:bastia"}, 2, "Indiquez un dossier"},
		{[]string{"verifier"}, 2, "Indiquez au moins un dossier"},
		{[]string{"verifier", "-au", "demain", "exemple:riom"}, 2, "AAAA-MM-JJ"},
		{[]string{"verifier", "-au", "2026-02-29", "exemple:riom"}, 2, "Le jour « 2026-02-29 » n’existe pas"},
		{[]string{"exporter", "-documents", " ,", "exemple:riom"}, 2, "au moins un document"},
		{[]string{"enregistrer", "-vers", ".acv", "exemple:riom"}, 2, "doit finir par"},
		{[]string{"capture", "-taille", "99999x99999", "-vers", "x.png"}, 2, "de 200x200 à 8000x8000"},
		{[]string{"capture", "-vers", "x.jpg", "exemple:riom"}, 2, "« .png »"},
		{[]string{"capture", "-page", "accueil", "-fiche", "4.1", "-vers", "x.png", "exemple:riom"}, 2, "entre -page et -fiche"},
		{[]string{"verifier", file("vide.json", "{}")}, 1, "n’est pas un dossier exporté"},
		{[]string{"capture", "-fiche", "99.9", "-vers", filepath.Join(dir, "x.png"), "exemple:riom"}, 1, "99.9"},
		{[]string{"capture", "exemple:riom"}, 2, "-vers"},
		{[]string{"capture", "-theme", "rose", "-vers", "x.png"}, 2, "« clair » ou « sombre »"},
		{[]string{"capture", "-taille", "grande", "-vers", "x.png"}, 2, "1280x800"},
		{[]string{"-base", filepath.Join(dir, "neuve"), "restaurer", file("bon.acv", string(good))}, 1, "n’est pas une sauvegarde"},
		{[]string{"sauvegarder"}, 2, "Indiquez un fichier"},
		{[]string{"importer"}, 2, "Indiquez au moins un fichier"},
	} {
		code, out, errs := ran(tt.args...)
		if code != tt.code || !strings.Contains(errs, tt.want) || out != "" {
			t.Errorf("%q: exit %d, %q, %q; want exit %d, %q", tt.args, code, out, errs, tt.code, tt.want)
		}
		if strings.Contains(errs, "'") || strings.Contains(errs, "flag ") || code == 1 && strings.Count(errs, "\n") != 1 {
			t.Errorf("%q: not one French sentence: %q", tt.args, errs)
		}
	}
}

func TestABaseHeldByTheWindowSaysSo(t *testing.T) {
	dir := t.TempDir()
	s, err := storage.Open(dir, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if code, _, errs := ran("-base", dir, "liste"); code != exitRefused || !strings.Contains(errs, "déjà ouvert") {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestToReadMakesNoBase(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("LOCALAPPDATA", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	if got := must(t, "liste"); !strings.Contains(got, "aucun dossier") {
		t.Errorf("liste: %q", got)
	}
	dir, err := dataFolder()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Errorf("%s was made: %v", dir, err)
	}
	must(t, "importer", written(t, riom()))
	if got := must(t, "liste"); !strings.Contains(got, "Riom") {
		t.Errorf("liste after import: %q", got)
	}
}

func TestHelpNamesEveryVerb(t *testing.T) {
	got := must(t, "-help")
	for _, v := range verbs() {
		if !strings.Contains(got, "\n  "+v.name) {
			t.Errorf("no %s in\n%s", v.name, got)
		}
		if usage := must(t, v.name, "-h"); !strings.HasPrefix(usage, "Usage : appui-technique [-base DIR] "+v.name) {
			t.Errorf("usage of %s: %q", v.name, usage)
		}
	}
}

func TestTheCalendarIsPrintedAndWrittenForADiary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "étapes.ics")
	out := must(t, "calendrier", "-ics", file, "-au", "2026-11-23", "exemple:riom")
	for _, want := range []string{
		"E08    Conseil municipal  ", "fait le 08/10/2026", "fixé au 10/12/2026", "fixé au 04/01/2027, critique",
		"La prise de poste du 4 janvier 2027 peut être tenue, avec une marge de 20 jours.\n",
		"La période du programme se ferme le 31 décembre 2026 : ",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if n := strings.Count(out, "\nE"); n != 22 {
		t.Errorf("%d steps, want 22", n)
	}
	raw, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(raw, []byte("BEGIN:VCALENDAR\r\n")) || bytes.Count(raw, []byte("BEGIN:VEVENT")) != 21 {
		t.Errorf("%d events, %v", bytes.Count(raw, []byte("BEGIN:VEVENT")), err)
	}
	for _, tt := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"calendrier"}, exitUsage, "Indiquez un dossier"},
		{[]string{"calendrier", "-au", "demain", "exemple:riom"}, exitUsage, "AAAA-MM-JJ"},
		{[]string{"calendrier", "-au", "0001-01-01", "exemple:riom"}, exitUsage, "entre 1900 et 2199"},
		{[]string{"calendrier", "-ics", "x.txt", "exemple:riom"}, exitUsage, "doit finir par « .ics »"},
		{[]string{"calendrier", "-ics", filepath.Join(t.TempDir(), "absent", "x.ics"), "exemple:riom"}, exitRefused, "n’existe pas"},
	} {
		if code, out, errs := ran(tt.args...); code != tt.code || !strings.Contains(errs, tt.want) || out != "" {
			t.Errorf("%q: exit %d, %q, %q; want %d, %q", tt.args, code, out, errs, tt.code, tt.want)
		}
	}
}

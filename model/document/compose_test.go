package document

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"appuitechnique/model"
)

var update = flag.Bool("update", false, "rewrite the texts in testdata")

func empty() *model.Dossier { return model.New("x", "2026-001", "2026-11-23") }

// TestPapersReadAsExpected holds the text of every paper against a file; go test -update rewrites them, to be read before
// they are committed.
func TestPapersReadAsExpected(t *testing.T) {
	dossiers := map[string]*model.Dossier{"vide": empty()}
	for _, name := range model.ExampleNames() {
		d, ok := model.Example(name)
		if !ok {
			t.Fatalf("no example %q", name)
		}
		dossiers[name] = d
	}
	for name, d := range dossiers {
		for _, id := range All() {
			doc, err := Compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", string(id)+"."+name+".txt")
			got := doc.Text()
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if line, ok := firstDifference(got, string(want)); !ok {
				t.Errorf("%s differs from its text: %s", file, line)
			}
		}
	}
}

func firstDifference(got, want string) (string, bool) {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		switch {
		case i >= len(g):
			return "want also " + w[i], false
		case i >= len(w):
			return "got also " + g[i], false
		case g[i] != w[i]:
			return "got " + g[i] + "\nwant " + w[i], false
		}
	}
	return "", true
}

// orphans are what a careless template leaves behind.
var orphans = regexp.MustCompile(`%!|<nil>|\{\{|NaN|'|"|  |«[\s\x{a0}\x{202f}]*»|[\s\x{a0}\x{202f}],|:[\s\x{a0}\x{202f}]*[.;,)]|\bd[eE] les? |` +
	`\(\)|\.\.|,[\s]*[,.;]|;[\s]*[.;]|\[\s*\]|: *$|n°[\s\x{a0}]*[,.;)]|: réponse\]`)

// checkOrphans looks for them in every text of doc.
func checkOrphans(t *testing.T, name string, doc Document) {
	t.Helper()
	for i, b := range doc.Blocks {
		for _, s := range texts(b) {
			found := orphans.FindString(s)
			if strings.HasPrefix(found, ":") && introduces(doc.Blocks, i, found) {
				continue
			}
			if found != "" {
				t.Errorf("%s, %s: %q in %q", name, doc.ID, found, s)
			}
		}
	}
}

// introduces reports whether the colon that ends block i is followed by what it announces.
func introduces(blocks []Block, i int, found string) bool {
	if strings.TrimSpace(found) != ":" || i+1 == len(blocks) {
		return false
	}
	switch next := blocks[i+1].(type) {
	case List, Table, Facts:
		return true
	case Paragraph:
		return next.Number == ""
	}
	return false
}

// texts lists every text of a block.
func texts(b Block) []string {
	var out []string
	add := func(list ...Spans) {
		for _, s := range list {
			out = append(out, s.String())
		}
	}
	switch b := b.(type) {
	case Paragraph:
		add(b.Text)
	case Note:
		add(b.Text)
	case List:
		add(b.Items...)
	case Facts:
		for _, r := range b.Rows {
			out = append(out, r.Label)
			add(r.Value)
		}
	case Table:
		out = append(out, b.Caption)
		for _, row := range slices.Concat(b.Rows, b.Totals) {
			add(row...)
		}
	case Gantt:
		out = append(out, b.Caption, b.Alt)
		for _, r := range b.Rows {
			out = append(out, r.Label)
		}
	case Signatures:
		add(b.Place)
		for _, p := range b.Parties {
			add(p.For, p.Name, p.Quality, p.Basis)
		}
	default:
		out = append(out, headingOf(b))
	}
	return out
}

// spansOf lists every span of a block that carries questions.
func spansOf(b Block) []Span {
	var out []Span
	switch b := b.(type) {
	case Paragraph:
		out = b.Text
	case Note:
		out = b.Text
	case List:
		out = slices.Concat(b.Items...)
	case Facts:
		for _, r := range b.Rows {
			out = append(out, r.Value...)
		}
	case Table:
		for _, row := range slices.Concat(b.Rows, b.Totals) {
			out = append(out, slices.Concat(row...)...)
		}
	case Signatures:
		out = b.Place
		for _, p := range b.Parties {
			out = slices.Concat(out, p.For, p.Name, p.Quality, p.Basis)
		}
	}
	return out
}

func TestPapersLeaveNoOrphan(t *testing.T) {
	for name, d := range sampled() {
		for _, id := range All() {
			w, doc, err := compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			doc.Blocks = w.blocks
			checkOrphans(t, name, doc)
			for _, wrong := range w.wrong {
				t.Errorf("%s, %s: %s", name, id, wrong)
			}
		}
	}
}

// What a paper says lacks is required, so that a dossier without findings leaves no hole in a paper.
func TestOnlyRequiredAnswersLack(t *testing.T) {
	for name, d := range sampled() {
		required := map[string]bool{}
		for _, f := range model.Index(model.Form(d)) {
			required[f.ID] = f.IsRequired()
		}
		for _, id := range All() {
			doc, err := Compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range doc.Blocks {
				for _, s := range spansOf(b) {
					if s.Missing && !slices.ContainsFunc(s.From, func(id string) bool { return required[id] }) {
						t.Errorf("%s, %s: %q lacks and is not required (%v)", name, id, s.Text, s.From)
					}
				}
			}
		}
	}
}

// sampled returns the examples, the empty dossier and random ones, where each question is answered or not by chance.
func sampled() map[string]*model.Dossier {
	out := map[string]*model.Dossier{"vide": empty()}
	for _, name := range model.ExampleNames() {
		out[name], _ = model.Example(name)
	}
	for i := range 60 {
		r := rand.New(rand.NewPCG(uint64(i), 9))
		name := "hasard " + string(rune('A'+i%26)) + string(rune('a'+i/26))
		out[name] = random(r, r.Float64())
	}
	return out
}

// random answers the questions of a dossier, each with the given chance; several rounds, as answers open questions.
func random(r *rand.Rand, chance float64) *model.Dossier {
	d := empty()
	for range 3 {
		for _, fiche := range model.Fiches(model.Form(d)) {
			for _, f := range fiche.Fields {
				if f.Kind == model.KindRows {
					for range r.IntN(3) {
						f.Add("")
					}
				}
			}
		}
		for _, fiche := range model.Fiches(model.Form(d)) {
			fiche.EachShown(func(f model.Field) {
				if f.Kind == model.KindRows || f.Kind == model.KindComputed {
					return
				}
				if r.Float64() < chance {
					_ = f.Set(anyAnswer(r, f)) // what cannot be read stays unanswered
				}
			})
		}
	}
	return d
}

func anyAnswer(r *rand.Rand, f model.Field) string {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	switch f.Kind {
	case model.KindNumber:
		return pick("1", "2", "7", "24")
	case model.KindQuantity:
		return pick("1", "2,5", "1600")
	case model.KindPercent:
		return pick("50", "8,5", "100")
	case model.KindMoney:
		return pick("0", "1", "1234,56", "52000")
	case model.KindDay:
		return pick("01/03/2026", "2026-12-31", "16/02/2027")
	case model.KindYesNo, model.KindChoice, model.KindChoices:
		if len(f.Options) == 0 {
			return ""
		}
		return f.Options[r.IntN(len(f.Options))].Value
	case model.KindCommune:
		return "63300"
	case model.KindLongText:
		return pick("Une phrase.", "- un point\n- un autre point.", "Première ligne.\nSeconde ligne ;\nfin")
	}
	return pick("Aix", "Le Mans", "texte libre.", "l'affaire : \"oui\"", "Étude de faisabilité ;")
}

// A question that steers a clause is looked at; every other one that a paper looks at is printed, with its ID, so that a
// click on its words leads to it.
func TestWhatAPaperReadsItPrintsWithItsQuestion(t *testing.T) {
	for _, name := range model.ExampleNames() {
		d, _ := model.Example(name)
		asked := map[string]model.Field{}
		for _, f := range model.Index(model.Form(d)) {
			asked[f.ID] = f
		}
		for _, id := range All() {
			w, _, err := compose(d, id)
			if err != nil {
				t.Fatal(err)
			}
			printed := map[string]bool{}
			for _, b := range w.blocks {
				for _, s := range spansOf(b) {
					for _, question := range s.From {
						printed[question] = true
					}
				}
			}
			for question := range w.uses {
				f := asked[question]
				if f.IsRequired() && f.Shown() && f.Answered() && !steers(f.Kind) && !printed[question] {
					t.Errorf("%s, %s: %s is read and nothing printed carries it", name, id, question)
				}
			}
		}
	}
}

// steers reports whether an answer of this kind may choose between clauses instead of being printed.
func steers(k model.Kind) bool {
	return k == model.KindYesNo || k == model.KindChoice || k == model.KindRows
}

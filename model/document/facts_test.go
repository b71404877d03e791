package document

import (
	"flag"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"appuitechnique/model"
)

var lives = flag.Int("dossiers", 200, "how many dossiers TestOneFactHasOneValue makes; make test asks for ten thousand")

var everyPaper = flag.Bool("every-paper", false, "hold every paper of every dossier made, and not one of each")

// One fact has one value: whatever names, days, durations and amounts a dossier holds, each paper prints those and no other,
// in figures and in words, its totals are right to the cent, and it leaves no hole. One paper is drawn for each dossier;
// with -every-paper, all are held.
func TestOneFactHasOneValue(t *testing.T) {
	const shares = 10
	for share := range shares {
		t.Run(strconv.Itoa(share), func(t *testing.T) {
			t.Parallel()
			m := newMaker(t, uint64(share))
			for i := range *lives / shares {
				d := m.lived(t)
				known := knownOf(d)
				ids := All()
				if !*everyPaper {
					at := m.IntN(len(ids))
					ids = ids[at : at+1]
				}
				for _, id := range ids {
					known.hold(t, fmt.Sprintf("dossier %d.%d", share, i), d, id)
				}
				if t.Failed() {
					return
				}
			}
		})
	}
}

// What a dossier knows, gathered without looking at how the papers are written.
type facts struct {
	days    map[string]bool
	amounts map[model.Cents]bool
	people  map[string]string // by last name
}

func knownOf(d *model.Dossier) *facts {
	f := &facts{days: map[string]bool{}, amounts: map[model.Cents]bool{0: true}, people: map[string]string{}}
	f.walk(reflect.ValueOf(d).Elem())
	for _, day := range []model.Day{"1816-04-28", "1901-07-01", "2025-07-24", "2016-04-27", "1978-01-06", "2026-09-01", d.Mission.End(), d.Changed} {
		f.day(day)
	}
	first, balance := d.Receipts()
	f.day(first)
	f.day(balance)
	for _, t := range d.Mission.Tasks {
		f.day(d.Mission.Start.AddMonths(t.First - 1))
	}
	f.computed(d)
	for _, i := range []model.Identity{d.Signatories.Mayor, d.Signatories.Delegate, d.Signatories.Bank, d.Group.President, d.Council.Chair,
		d.Council.Clerk, d.Steering.Referent, {Civility: d.Expert.Civility, FirstName: d.Expert.FirstName, LastName: d.Expert.LastName}} {
		f.people[levelled(i.LastName)] = levelled(fullName(i))
	}
	return f
}

func fullName(i model.Identity) string {
	title := "M. "
	if i.Civility == model.Madam {
		title = "Mme "
	}
	return title + i.FirstName + " " + i.LastName
}

// walk gathers the days and the amounts that are typed.
func (f *facts) walk(v reflect.Value) {
	switch x := v.Interface().(type) {
	case model.Day:
		f.day(x)
		return
	case model.Cents:
		f.amount(x)
		return
	case string: // typed in a sentence
		for _, day := range daysIn(levelled(x)) {
			f.days[day] = true
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			f.walk(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			f.walk(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.walk(v.Index(i))
		}
	}
}

func (f *facts) day(d model.Day) {
	f.days[levelled(d.String())], f.days[d.Short()] = true, true
}

func (f *facts) amount(list ...model.Cents) {
	for _, c := range list {
		f.amounts[c], f.amounts[-c] = true, true
	}
}

// computed gathers what the model computes.
func (f *facts) computed(d *model.Dossier) {
	if l, ok := d.MonthlyCost(); ok {
		f.amount(l.Salary, l.Contributions, l.PayrollTax, l.Management, l.Expenses, l.Total())
	}
	m, t, _ := d.MissionCost()
	f.amount(m.Net, m.Gross, t.Net, t.Gross)
	if u, ok := d.Funding(); ok {
		f.walk(reflect.ValueOf(u))
		months := model.Cents(d.Mission.Months) // the formulas of the note de calcul name what comes before the ceiling, and a month of it
		f.amount(d.Terms.Rate.Of(u.Eligible), u.Eligible/months, (u.Eligible-u.Dues)/months, u.Eligible-u.Dues)
	}
	if list, ok := d.Invoices(); ok {
		for _, v := range list {
			f.amount(v.Amount.Net, v.Amount.Gross)
			f.day(v.From)
			f.day(v.To)
			f.day(v.Paid)
		}
	}
	if c, ok := d.Cash(); ok {
		f.walk(reflect.ValueOf(c))
	}
	if a, ok := d.Account(); ok {
		f.walk(reflect.ValueOf(a))
	}
	years, _ := d.BudgetYears()
	for _, y := range years {
		f.amount(y.Expense, y.Revenue)
	}
	billed, _ := d.Billed()
	f.amount(billed)
}

// levelled drops what typesetting adds: spaces that do not break, raised letters, curved quotes.
func levelled(s string) string { return flat.Replace(s) }

var flat = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "ᵉʳ", "er", "'", "’", "−", "-")

// hold reads one paper and holds what it prints against what is known.
func (f *facts) hold(t *testing.T, name string, d *model.Dossier, id model.Paper) {
	t.Helper()
	w, doc, err := compose(d, id)
	if err != nil {
		t.Fatal(err)
	}
	doc.Blocks = w.blocks
	checkOrphans(t, name, doc)
	for _, wrong := range w.wrong {
		t.Errorf("%s, %s: %s", name, id, wrong)
	}
	text := levelled(doc.Text())
	at := func(format string, args ...any) { t.Errorf("%s, %s: "+format, append([]any{name, id}, args...)...) }
	for _, day := range daysIn(text) {
		if !f.days[day] {
			at("%s is no day of the dossier", day)
		}
	}
	for _, sum := range sumsIn(text) {
		c := centsOf(t, sum.figures)
		if !f.amounts[c] {
			at("%s € is no amount of the dossier", sum.figures)
		}
		if words := levelled(c.Words()); sum.words != "" && words != sum.words {
			at("%s is written %q, want %q", sum.figures, sum.words, words)
		}
	}
	for _, n := range countsIn(text) {
		figure, _ := strconv.Atoi(n.figures)
		if words := model.Words(figure); !strings.HasSuffix(strings.ToLower(n.before), " "+words+" ") {
			at("(%s) is not %q: %q", n.figures, words, n.before)
		}
	}
	for _, who := range peopleIn(text) {
		want := f.people[who.last]
		if want == "" || id != model.PaperRecap && !strings.HasSuffix(who.before+who.last, want) { // which prints each answer alone
			at("%q is called %q elsewhere", who.before+who.last, want)
		}
	}
	f.labelled(d, text, at)
	f.signed(d, doc, at)
	for _, b := range doc.Blocks {
		if table, ok := b.(Table); ok {
			f.summed(t, table, at)
		}
	}
}

// centsOf reads an amount as the papers print it, by a road of its own.
func centsOf(t *testing.T, s string) model.Cents {
	t.Helper()
	n, err := strconv.ParseInt(strings.NewReplacer(" ", "", ",", "").Replace(levelled(s)), 10, 64)
	if err != nil {
		t.Fatalf("%q is no amount: %v", s, err)
	}
	return model.Cents(n)
}

// signed holds the boxes to those whose part it is to sign there.
func (f *facts) signed(d *model.Dossier, doc Document, at func(string, ...any)) {
	mayor := map[model.Paper]bool{model.PaperBacking: true, model.PaperDeliberation: true}[doc.ID]
	town := *d.Signatories.Signer()
	if mayor {
		town = d.Signatories.Mayor
	}
	for _, b := range doc.Blocks {
		boxes, ok := b.(Signatures)
		if !ok {
			continue
		}
		for _, p := range boxes.Parties {
			want, known := map[string]string{"maire": fullName(town), "cdc": fullName(d.Signatories.Bank), "groupement": fullName(d.Group.President),
				"secretaire": fullName(d.Council.Clerk)}[p.Key]
			if got := levelled(p.Name.String()); known && got != levelled(want) {
				at("%q signs as %s, want %q", got, p.Key, want)
			}
			if len(p.For) == 0 || len(p.Name) == 0 {
				at("a box to sign names nobody: %+v", p)
			}
		}
	}
}

// summed adds the columns of amounts of a table that has a total, cent by cent.
func (f *facts) summed(t *testing.T, table Table, at func(string, ...any)) {
	t.Helper()
	for c, column := range table.Columns {
		running := strings.HasPrefix(column.Title, "Solde")
		if !strings.HasSuffix(column.Title, "(€)") || running || len(table.Totals) != 1 {
			continue
		}
		var sum model.Cents
		for _, row := range table.Rows {
			cell := levelled(row[c].String())
			if cell == "" || cell == "–" || strings.Contains(cell, "à compléter") {
				continue
			}
			sum += centsOf(t, cell)
		}
		if total := centsOf(t, table.Totals[0][c].String()); total != sum {
			at("%s: the column %s sums to %s, and says %s", table.Caption, column.Title, sum, total)
		}
	}
}

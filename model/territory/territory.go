// Package territory looks communes up in the reference tables that travel inside the program: the 34 969 communes of
// 2026 with their EPCI, the list of the programme Action cœur de ville, and what the département settles. It asks no
// network and knows no screen.
//
// A newcomer needs two names: Search, for what a person types, and ByCode.
package territory

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"

	"appuitechnique/assets"
	"appuitechnique/model"
)

//go:generate go run generate.go ../../node_modules/@etalab/decoupage-administratif

// Year is the year of the tables: communes and EPCI as they stand on 1 January.
const Year = 2026

// ByCode returns the commune of that INSEE code, in five characters; ok is false when there is none today: delegated
// and former communes are not in the tables.
func ByCode(code string) (c model.Commune, ok bool) {
	t := load()
	i, ok := slices.BinarySearchFunc(t.places, code, func(p place, code string) int { return cmp.Compare(p.code, code) })
	if !ok {
		return model.Commune{}, false
	}
	return t.commune(i), true
}

// table is the decoded reference: places in the order of their codes, and the order in which a search offers them.
type table struct {
	places      []place
	ranked      []int32 // places, those of the programme first, then the most populated first
	departments map[string]department
	groups      []group
	programme   map[string]listing
}

// place is a commune as the table holds it; its texts share one string.
type place struct {
	code, name, department, siren, postal string
	folded                                string // name as a search compares it, a space before every word
	population                            int32
	group                                 int32 // index of its EPCI, or -1
	acv                                   bool
}

type department struct{ name, region, court, office string }

type group struct{ siren, name string }

type listing struct {
	territory    string
	agreement    model.Day
	gate, latest bool
}

func (t *table) commune(i int) model.Commune {
	p := t.places[i]
	d := t.departments[p.department]
	l := t.programme[p.code]
	c := model.Commune{
		Code: p.code, Name: p.name, DepartmentCode: p.department, Department: d.name, Region: d.region, SIREN: p.siren,
		PostalCodes: strings.Fields(p.postal), Population: int(p.population),
		ACV: p.acv, ACVTerritory: l.territory, ACVAgreement: l.agreement, InLatestList: l.latest, TownGate: l.gate,
		Office: d.office, Court: d.court,
	}
	if p.group >= 0 {
		c.EPCI, c.EPCISIREN = t.groups[p.group].name, t.groups[p.group].siren
	}
	return c
}

// load decodes the tables once. They are embedded and tested: an error is a program that was built wrong, and finds no
// commune.
var load = sync.OnceValue(func() *table {
	t, err := decode(assets.Communes, assets.ACV, assets.Departments)
	if err != nil {
		return &table{}
	}
	return t
})

// decode reads the three tables, laid out as package assets says.
func decode(communes []byte, acv, departments string) (*table, error) {
	text, err := unpack(communes)
	if err != nil {
		return nil, err
	}
	t := &table{departments: map[string]department{}, programme: map[string]listing{}}
	if err := t.readProgramme(acv); err != nil {
		return nil, err
	}
	if err := t.readPlaces(text); err != nil {
		return nil, err
	}
	for line := range strings.Lines(departments) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		d, ok := t.departments[cells[0]]
		if !ok || len(cells) != 3 {
			return nil, fmt.Errorf("read the table of the départements: %q", line)
		}
		d.court, d.office = cells[1], cells[2]
		t.departments[cells[0]] = d
	}
	t.rank()
	return t, nil
}

func unpack(data []byte) (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("unpack the table of the communes: %w", err)
	}
	var b strings.Builder
	b.Grow(2 << 20)
	if _, err := io.Copy(&b, z); err != nil {
		return "", fmt.Errorf("unpack the table of the communes: %w", err)
	}
	return b.String(), nil
}

func (t *table) readProgramme(text string) error {
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 6 {
			return fmt.Errorf("read the list of the programme: %q", line)
		}
		t.programme[cells[0]] = listing{
			territory: cells[1], agreement: model.Day(cells[2]), gate: cells[3] == "1", latest: cells[4] == "1",
		}
	}
	return nil
}

var errCells = errors.New("wrong number of cells")

func (t *table) readPlaces(text string) error {
	regions := map[string]string{}
	var cells [8]string
	t.places = make([]place, 0, 35_000)
	for line := range strings.Lines(text) {
		n := split(cells[:], strings.TrimSuffix(line, "\n"))
		switch key := cells[0]; {
		case key == "R" && n == 3:
			regions[cells[1]] = cells[2]
		case key == "D" && n == 4:
			t.departments[cells[1]] = department{name: cells[2], region: regions[cells[3]]}
		case key == "E" && n == 3:
			t.groups = append(t.groups, group{siren: cells[1], name: cells[2]})
		case key == "C" && n == 8:
			p, err := t.place(cells[1:])
			if err != nil {
				return fmt.Errorf("read commune %s: %w", cells[1], err)
			}
			t.places = append(t.places, p)
		default:
			return fmt.Errorf("read the table of the communes: %q: %w", line, errCells)
		}
	}
	return nil
}

// split cuts line at its tabs into cells and returns how many there are, at most one more than cells holds.
func split(cells []string, line string) int {
	n := 0
	for more := true; more && n < len(cells); n++ {
		cells[n], line, more = strings.Cut(line, "\t")
		if more && n == len(cells)-1 {
			return n + 2
		}
	}
	return n
}

func (t *table) place(cells []string) (place, error) {
	p := place{
		code: cells[0], name: cells[1], department: cells[2], siren: cells[3], postal: cells[4], group: -1,
		folded: fold(cells[1]),
	}
	_, p.acv = t.programme[p.code]
	if cells[5] != "" {
		n, err := strconv.ParseInt(cells[5], 10, 32)
		if err != nil {
			return p, err
		}
		p.population = int32(n)
	}
	if cells[6] != "" {
		n, err := strconv.ParseInt(cells[6], 10, 32)
		if err != nil {
			return p, err
		}
		if n < 0 || int(n) >= len(t.groups) {
			return p, fmt.Errorf("no EPCI %d", n)
		}
		p.group = int32(n)
	}
	return p, nil
}

// rank puts the towns of the programme first, then the most populated; towns of the same size keep the order of their
// codes.
func (t *table) rank() {
	t.ranked = make([]int32, len(t.places))
	for i := range t.ranked {
		t.ranked[i] = int32(i)
	}
	slices.SortStableFunc(t.ranked, func(i, j int32) int {
		a, b := t.places[i], t.places[j]
		if a.acv != b.acv {
			if a.acv {
				return -1
			}
			return 1
		}
		return cmp.Compare(b.population, a.population)
	})
}

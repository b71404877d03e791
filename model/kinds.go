package model

import (
	"crypto/rand"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Answer is yes, no or, when empty, not given yet.
type Answer string

// The answers to a yes/no question.
const (
	Yes Answer = "yes"
	No  Answer = "no"
)

// Text asks for one line, in characters that the papers can print.
func Text(label string, p *string) Field {
	return Field{
		Label: label, Kind: KindText, at: p,
		get: func() string { return strings.TrimSpace(*p) },
		set: func(s string) error { *p = s; return nil },
	}
}

// LongText asks for several lines.
func LongText(label string, p *string) Field {
	f := Text(label, p)
	f.Kind, f.Lines = KindLongText, 4
	return f
}

// Number asks for a whole number; zero means unanswered.
func Number(label string, p *int) Field {
	f := Field{Label: label, Kind: KindNumber, at: p}
	f.get = func() string {
		if *p == 0 {
			return ""
		}
		return strconv.Itoa(*p)
	}
	f.show = func() string {
		if *p == 0 {
			return ""
		}
		return FormatInt(*p)
	}
	f.set = func(s string) (err error) { *p, err = ParseInt(s, "mois", "ans", "habitants", "jours"); return err }
	return f.Check(func() error { return within(int64(*p), mostNumber, "nombre") })
}

// Quantity asks for a number with up to two decimals; zero means unanswered.
func Quantity(label, unit string, p *Hundredths) Field {
	f := Field{Label: label, Kind: KindQuantity, Unit: unit, at: p}
	f.get = func() string {
		if *p == 0 {
			return ""
		}
		return p.String()
	}
	f.set = func(s string) (err error) { *p, err = ParseHundredths(s, unit); return err }
	return f.Check(func() error { return within(int64(*p), mostCents, "nombre") })
}

// Money asks for an amount; zero means unanswered.
func Money(label string, p *Cents) Field {
	f := Field{Label: label, Kind: KindMoney, Unit: "€", at: p}
	f.get = func() string {
		if *p == 0 {
			return ""
		}
		return p.Plain()
	}
	f.show = func() string {
		if *p == 0 {
			return ""
		}
		return p.String()
	}
	f.set = func(s string) (err error) { *p, err = ParseCents(s); return err }
	return f.Check(func() error { return within(int64(*p), mostCents, "montant") })
}

// MoneyOrZero asks for an amount that may be 0 €; nil means unanswered.
func MoneyOrZero(label string, p **Cents) Field {
	f := Field{Label: label, Kind: KindMoney, Unit: "€", at: p}
	f.get = func() string {
		if *p == nil {
			return ""
		}
		return (*p).Plain()
	}
	f.show = func() string {
		if *p == nil {
			return ""
		}
		return (*p).String()
	}
	f.set = func(s string) error { return setPointer(p, s, ParseCents) }
	return f.Check(func() error { return within(int64(**p), mostCents, "montant") })
}

// Percent asks for a proportion, which may be 0 %; nil means unanswered.
func Percent(label string, p **Rate) Field {
	f := Field{Label: label, Kind: KindPercent, Unit: "%", at: p}
	f.get = func() string {
		if *p == nil {
			return ""
		}
		return Hundredths(**p).String()
	}
	f.show = func() string {
		if *p == nil {
			return ""
		}
		return (*p).String()
	}
	f.set = func(s string) error { return setPointer(p, s, ParseRate) }
	return f.Check(func() error { return within(int64(**p), mostRate, "pourcentage") })
}

// within holds a number to what can be typed: a file may hold anything. Rules are only asked of what is answered.
func within(n, most int64, what string) error {
	switch {
	case n < 0:
		return Advice("Un " + what + " négatif n’est pas accepté. Écrivez un " + what + " positif.")
	case n > most:
		return Advice("Ce " + what + " est trop grand. Vérifiez le nombre de zéros.")
	}
	return nil
}

func setPointer[T any](p **T, s string, parse func(string) (T, error)) error {
	*p = nil
	if strings.TrimSpace(s) == "" {
		return nil
	}
	v, err := parse(s)
	if err != nil {
		return err
	}
	*p = &v
	return nil
}

// DayField asks for a calendar day.
func DayField(label string, p *Day) Field {
	f := Field{
		Label: label, Kind: KindDay, at: p,
		get:  func() string { return p.Short() }, // p.Short alone would read the day once, now
		show: func() string { return p.String() },
		set:  func(s string) (err error) { *p, err = ParseDay(s); return err },
	}
	return f.Check(func() error { return yearCheck(p.Time().Year()) })
}

// YesNo asks for yes or no; the empty answer is neither.
func YesNo(label string, p *Answer) Field {
	f := Choice(label, p, []Option[Answer]{{Value: Yes, Label: "Oui"}, {Value: No, Label: "Non"}})
	f.Kind = KindYesNo
	return f
}

// Choice asks for one of the options; the empty string means unanswered. A value that is no longer an option is kept and
// reported by Problem.
func Choice[T ~string](label string, p *T, options []Option[T]) Field {
	choices := plain(options) // what the closures keep: not the whole field
	f := Field{Label: label, Kind: KindChoice, at: p, Options: choices}
	f.get = func() string { return string(*p) }
	f.set = func(s string) error {
		*p = ""
		if s != "" && !has(choices, s) {
			return Advice("Choisissez l’une des réponses proposées.")
		}
		*p = T(s)
		return nil
	}
	return f.Check(func() error {
		if !has(choices, string(*p)) {
			return Advice("Cette réponse n’est plus proposée. Choisissez-en une autre.")
		}
		return nil
	})
}

// Choices asks for any number of the options, kept in the order of the options.
func Choices[T ~string](label string, p *[]T, options []Option[T]) Field {
	choices := plain(options)
	f := Field{Label: label, Kind: KindChoices, at: p, Options: choices}
	f.get = func() string { return join(*p, ",", func(v T) string { return string(v) }) }
	f.show = func() string {
		return join(*p, ", ", func(v T) string {
			i := slices.IndexFunc(choices, func(o Option[string]) bool { return o.Value == string(v) })
			if i < 0 {
				return string(v)
			}
			return choices[i].Label
		})
	}
	f.set = func(s string) error {
		*p = nil
		asked := strings.Split(s, ",")
		for i, v := range asked {
			asked[i] = strings.TrimSpace(v)
			if asked[i] != "" && !has(choices, asked[i]) {
				return Advice("Choisissez parmi les réponses proposées.")
			}
		}
		for _, o := range options {
			if slices.Contains(asked, string(o.Value)) {
				*p = append(*p, o.Value)
			}
		}
		return nil
	}
	return f.Check(func() error {
		for i, v := range *p {
			switch {
			case !has(choices, string(v)):
				return Advice("Une réponse n’est plus proposée. Choisissez parmi les réponses proposées.")
			case slices.Contains((*p)[:i], v):
				return Advice("La même réponse est choisie deux fois. Choisissez à nouveau.")
			}
		}
		return nil
	})
}

// CommuneField asks for a commune and holds its INSEE code; the window looks it up in the embedded tables.
func CommuneField(label string, p *string) Field {
	f := Text(label, p)
	f.Kind = KindCommune
	f.set = func(s string) error {
		*p = ""
		s = strings.ToUpper(strings.TrimSpace(s))
		if s != "" && !inseeCode(s) {
			return Advice("Cherchez la commune par son nom ou son code postal, puis choisissez-la dans la liste.")
		}
		*p = s
		return nil
	}
	return f
}

// inseeCode reports whether s has the shape of a commune code: five digits, or 2A or 2B and three digits.
func inseeCode(s string) bool {
	if len(s) != 5 {
		return false
	}
	for i, r := range s {
		if (r < '0' || r > '9') && !(i == 1 && s[0] == '2' && (r == 'A' || r == 'B')) {
			return false
		}
	}
	return true
}

// Computed shows a value derived from other answers; id is its place among them, for instance "mission.end".
func Computed(id, label string, value func() string) Field {
	return Field{ID: id, Label: label, Kind: KindComputed, get: value, set: func(string) error { return nil }}
}

// A Row is embedded by what a KindRows field lists: its key stays with it when rows are moved, merged or deleted.
type Row struct {
	Key string `json:"key"`
}

func (r *Row) key() *string { return &r.Key }

type keyed interface{ key() *string }

// Rows asks for a list, each row being a small form of its own. Rows are held by pointer, so that what is bound to one
// survives when others are added.
func Rows[T any, P interface {
	*T
	keyed
}](label string, p *[]*T, columns func(*T) []Field) Field {
	key := func(t *T) string { return *P(t).key() }
	var slots []slot // of T, found when a row is first named
	f := Field{Label: label, Kind: KindRows, at: p}
	f.get = func() string {
		var lines []string
		for _, row := range *p {
			var cells []string
			for _, c := range columns(row) {
				if s := c.String(); c.Shown() && s != "" {
					cells = append(cells, s)
				}
			}
			if len(cells) > 0 {
				lines = append(lines, strings.Join(cells, " · "))
			}
		}
		return strings.Join(lines, "\n")
	}
	f.set = func(string) error { return nil }
	f.rows = &rows{
		given: func() bool {
			return slices.ContainsFunc(*p, func(row *T) bool {
				return slices.ContainsFunc(columns(row), func(c Field) bool { return c.Shown() && c.String() != "" })
			})
		},
		all: func() [][]Field {
			var out [][]Field
			for _, row := range *p {
				out = append(out, columns(row))
			}
			return out
		},
		names: func() []string {
			var out []string
			for _, row := range *p {
				out = append(out, key(row))
			}
			return out
		},
		columns: func(i int) map[any]string {
			if slots == nil {
				slots = slotsOf(reflect.TypeFor[T]())
			}
			return paths((*p)[i], slots)
		},
		add: func(string) string {
			row := new(T)
			*P(row).key() = newKey()
			*p = append(*p, row)
			return key(row)
		},
		take: func(i int) func() {
			row := (*p)[i]
			*p = slices.Delete(*p, i, i+1)
			return func() { *p = slices.Insert(*p, min(i, len(*p)), row) }
		},
		move: func(from, to int) {
			if n := len(*p); from >= 0 && from < n && to >= 0 && to < n {
				row := (*p)[from]
				*p = slices.Insert(slices.Delete(*p, from, from+1), to, row)
			}
		},
	}
	return f
}

// Called names the rows where their first answer in words does not: a bill is called by its month, not by the work it pays for.
func (f Field) Called(name func(i int) string) Field {
	r := *f.rows
	r.called = name
	f.rows = &r
	return f
}

// Offering lists ready-made rows, asked anew each time they are shown: fill is given the preset chosen, once the empty
// row stands at the end of the list.
func (f Field) Offering(presets func() []Option[string], fill func(preset string)) Field {
	r := *f.rows
	add := r.add
	r.preset = presets
	r.add = func(preset string) string {
		key := add("")
		if preset != "" {
			fill(preset)
		}
		return key
	}
	f.rows = &r
	return f
}

// newKey returns a random row key: eight letters or digits, lower case.
func newKey() string { return strings.ToLower(rand.Text()[:8]) }

func plain[T ~string](options []Option[T]) []Option[string] {
	out := make([]Option[string], len(options))
	for i, o := range options {
		out[i] = Option[string]{Value: string(o.Value), Label: o.Label, Group: o.Group}
	}
	return out
}

func has(options []Option[string], value string) bool {
	return slices.ContainsFunc(options, func(o Option[string]) bool { return o.Value == value })
}

func join[T any](list []T, sep string, word func(T) string) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = word(v)
	}
	return strings.Join(words, sep)
}

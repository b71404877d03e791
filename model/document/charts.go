package document

import (
	"strconv"
	"strings"
)

// The drawn charts. Both are read in black and white, and carry in words what they show for those who do not see them.
type (
	// Curve is an amount that changes on some days and holds from one to the next, over the months below it.
	Curve struct {
		Caption string
		Alt     string   // what the drawing shows, in words
		Heads   []string // one a month: "janv.", "févr."
		Years   []Year
		Scale   []Tick // of the amounts, lowest first, two at least
		Steps   []Step // in order
	}

	// Bars compares quantities column by column: what each month asks for, what each year costs and brings.
	Bars struct {
		Caption string
		Alt     string
		Heads   []string // one a column
		Years   []Year   // over the columns; may be empty
		Scale   []Tick   // lowest first, two at least
		Series  []Series // side by side in each column
		Limit   Series   // a line across each column; without values for none
	}
)

func (Curve) block() {}
func (Bars) block()  {}

// A Tick is a value of a scale and what is written beside it.
type Tick struct {
	Value float64
	Label string
}

// A Step is where a curve changes to a value. At counts months from the start: 0 is the first day, 1.5 the middle of the
// second month.
type Step struct {
	At, Value float64
	Label     string // written next to it; empty for most: two that are near would cover each other
	From      []string
}

// A Series is one quantity for each column, with the name that the legend gives it.
type Series struct {
	Name   string
	Values []Measure
}

// A Measure is one bar. Its label is written at its end, where there is room for those of all bars.
type Measure struct {
	Value float64
	Label string
	From  []string
}

// mostTicks is how many steps a scale is cut into at most.
const mostTicks = 6

// scaleOf returns a scale of round numbers over all values and 0. The values are in hundredths of what say writes.
func scaleOf[T ~int64](values []T, say func(int) string) []Tick {
	var low, high T
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	step := T(100)
	for i := 0; (high-low)/step > mostTicks-2; i++ { // 1, 2, 5, 10, 20…
		step *= 2
		if i%3 == 1 {
			step += step / 4
		}
	}
	var out []Tick
	for v := floorTo(low, step); ; v += step {
		out = append(out, Tick{inUnits(v), say(int(v / 100))})
		if v >= high && len(out) > 1 {
			return out
		}
	}
}

// floorTo returns the largest multiple of step that is not above v, for v at most 0.
func floorTo[T ~int64](v, step T) T { return -(-v + step - 1) / step * step }

// inUnits turns hundredths into units, to be drawn and nothing else.
func inUnits[T ~int64](hundredths T) float64 { return float64(hundredths) / 100 }

func (c Curve) text() string {
	rows := []string{c.Caption, c.Alt}
	for _, s := range c.Steps {
		if s.Label != "" {
			rows = append(rows, "◆ "+s.Label)
		}
	}
	return strings.Join(rows, "\n")
}

func (b Bars) text() string {
	rows := []string{b.Caption, b.Alt}
	for _, s := range append(b.Series[:len(b.Series):len(b.Series)], b.Limit) {
		var values []string
		for i, m := range s.Values {
			head := ""
			if i < len(b.Heads) {
				head = b.Heads[i] + " "
			}
			value := m.Label
			if value == "" {
				value = strings.Replace(strconv.FormatFloat(m.Value, 'f', -1, 64), ".", ",", 1)
			}
			values = append(values, head+value)
		}
		if len(values) > 0 {
			rows = append(rows, s.Name+" : "+strings.Join(values, ", "))
		}
	}
	return strings.Join(rows, "\n")
}

func (c Curve) typeset() Curve {
	c.Caption, c.Alt = frenchText(c.Caption), frenchText(c.Alt)
	c.Scale = frenchTicks(c.Scale)
	steps := make([]Step, len(c.Steps))
	for i, s := range c.Steps {
		s.Label = frenchText(s.Label)
		steps[i] = s
	}
	c.Steps = steps
	return c
}

func (b Bars) typeset() Bars {
	b.Caption, b.Alt = frenchText(b.Caption), frenchText(b.Alt)
	b.Scale = frenchTicks(b.Scale)
	series := make([]Series, len(b.Series))
	for i, s := range b.Series {
		series[i] = s.typeset()
	}
	b.Series, b.Limit = series, b.Limit.typeset()
	return b
}

func (s Series) typeset() Series {
	values := make([]Measure, len(s.Values))
	for i, m := range s.Values {
		m.Label = frenchText(m.Label)
		values[i] = m
	}
	return Series{Name: frenchText(s.Name), Values: values}
}

func frenchTicks(list []Tick) []Tick {
	out := make([]Tick, len(list))
	for i, t := range list {
		out[i] = Tick{t.Value, frenchText(t.Label)}
	}
	return out
}

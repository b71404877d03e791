package pdf

import (
	"bytes"
	"math"
	"strconv"

	"appuitechnique/ui/paper/typeset"
)

// A stream writes the content of one page.
type stream struct {
	height float64
	faces  map[*typeset.Face]*usage
	images map[*byte]string // the name of each picture, by its first byte

	buf    []byte
	font   *usage
	size   float64
	fill   *typeset.Color
	stroke *typeset.Color
	line   float64
}

// page returns what draws p.
func (s *stream) page(p *typeset.Page) []byte {
	for _, o := range p.Ops {
		switch o := o.(type) {
		case *typeset.Glyphs:
			s.glyphs(o)
		case *typeset.Fill:
			s.filled(o.Color)
			s.op("re f", o.X, s.height-o.Y-o.H, o.W, o.H)
		case *typeset.Frame:
			s.stroked(o.Color, o.Line)
			s.op("re S", o.X, s.height-o.Y-o.H, o.W, o.H)
		case *typeset.Rule:
			s.stroked(o.Color, o.Line)
			s.op("m", o.X1, s.height-o.Y1)
			s.op("l S", o.X2, s.height-o.Y2)
		case *typeset.Shape:
			s.shape(o)
		case *typeset.Image:
			s.buf = append(s.buf, "q "...)
			s.numbers(2, o.W, 0, 0, o.H, o.X, s.height-o.Y-o.H)
			s.buf = append(s.buf, "cm /"+s.images[&o.Data[0]]+" Do Q\n"...)
		case *typeset.Begin:
			s.begin(o)
		case *typeset.End:
			s.buf = append(s.buf, "EMC\n"...)
		}
	}
	return s.buf
}

func (s *stream) begin(o *typeset.Begin) {
	if o.Elem == nil {
		s.buf = append(s.buf, "/Artifact BMC\n"...)
		return
	}
	s.buf = append(s.buf, '/')
	s.buf = append(s.buf, o.Elem.Tag...)
	s.buf = append(s.buf, " <</MCID "...)
	s.buf = strconv.AppendInt(s.buf, int64(o.ID), 10)
	s.buf = append(s.buf, ">> BDC\n"...)
}

func (s *stream) shape(o *typeset.Shape) {
	if len(o.Points) < 3 {
		return
	}
	s.filled(o.Color)
	for i, p := range o.Points {
		op := "l"
		if i == 0 {
			op = "m"
		}
		s.op(op, p[0], s.height-p[1])
	}
	s.op("f")
}

func (s *stream) glyphs(o *typeset.Glyphs) {
	if len(o.Runes) == 0 {
		return
	}
	s.filled(o.Color)
	s.buf = append(s.buf, "BT "...)
	if s.font == nil || s.font.face != o.Face || s.size != o.Size {
		s.font, s.size = s.faces[o.Face], o.Size
		s.buf = append(s.buf, '/')
		s.buf = append(s.buf, s.font.name...)
		s.buf = append(s.buf, ' ')
		s.numbers(2, o.Size)
		s.buf = append(s.buf, "Tf "...)
	}
	if o.Angle == 0 {
		s.numbers(3, o.X, s.height-o.Y)
		s.buf = append(s.buf, "Td "...)
	} else {
		sin, cos := math.Sincos(o.Angle * math.Pi / 180)
		s.numbers(4, cos, sin, -sin, cos, o.X, s.height-o.Y)
		s.buf = append(s.buf, "Tm "...)
	}
	s.show(o)
	s.buf = append(s.buf, " ET\n"...)
}

// show writes one TJ array: kerning and justification are the difference between the advance wanted and that of the font.
func (s *stream) show(o *typeset.Glyphs) {
	s.buf = append(s.buf, "[("...)
	open, late := true, 0.0
	for i, r := range o.Runes {
		if !open {
			s.buf = append(s.buf, '(')
			open = true
		}
		var code uint16
		if int(r) < len(s.font.codes) {
			code = s.font.codes[r]
		}
		s.code(byte(code >> 8))
		s.code(byte(code))
		if i == len(o.Runes)-1 {
			break
		}
		late += 1000 * (o.Face.Advance(r) - o.Adv[i]/o.Size)
		if math.Abs(late) > .4 {
			shift := math.Round(late*10) / 10
			s.buf = append(s.buf, ')')
			s.buf = number(s.buf, shift, 1)
			late -= shift
			open = false
		}
	}
	if open {
		s.buf = append(s.buf, ')')
	}
	s.buf = append(s.buf, "]TJ"...)
}

func (s *stream) code(c byte) {
	switch c {
	case '(', ')', '\\':
		s.buf = append(s.buf, '\\', c)
	case '\r':
		s.buf = append(s.buf, '\\', 'r')
	default:
		s.buf = append(s.buf, c)
	}
}

func (s *stream) filled(c typeset.Color) {
	if s.fill == nil || *s.fill != c {
		s.fill = &c
		s.color(c, "rg\n")
	}
}

func (s *stream) stroked(c typeset.Color, line float64) {
	if s.stroke == nil || *s.stroke != c {
		s.stroke = &c
		s.color(c, "RG\n")
	}
	if s.line != line {
		s.line = line
		s.op("w", line)
	}
}

func (s *stream) color(c typeset.Color, op string) {
	for _, v := range c {
		s.numbers(3, float64(v)/255)
	}
	s.buf = append(s.buf, op...)
}

func (s *stream) op(op string, v ...float64) {
	s.numbers(2, v...)
	s.buf = append(s.buf, op...)
	s.buf = append(s.buf, '\n')
}

func (s *stream) numbers(digits int, vs ...float64) {
	for _, v := range vs {
		s.buf = append(number(s.buf, v, digits), ' ')
	}
}

// number appends v without useless digits.
func number(dst []byte, v float64, digits int) []byte {
	n := len(dst)
	dst = strconv.AppendFloat(dst, v, 'f', digits, 64)
	if bytes.IndexByte(dst[n:], '.') >= 0 {
		dst = bytes.TrimRight(dst, "0")
		dst = bytes.TrimSuffix(dst, []byte("."))
	}
	if string(dst[n:]) == "-0" {
		dst = append(dst[:n], '0')
	}
	return dst
}

package pdf

import (
	"encoding/binary"
	"errors"
	"math"
	"testing"
)

func TestTextStrings(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Riom", "(Riom)"}, {"", "()"}, {"(a)", "<FEFF002800610029>"}, {"é", "<FEFF00E9>"}, {"œ", "<FEFF0153>"},
		{"a\nb", "<FEFF0061000A0062>"},
	} {
		if got := text(tt.in); got != tt.want {
			t.Errorf("text(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		in     float64
		digits int
		want   string
	}{{0, 2, "0"}, {-0.001, 2, "0"}, {10, 2, "10"}, {1.5, 3, "1.5"}, {-12.345, 2, "-12.35"}, {100, 0, "100"}, {841.8898, 3, "841.89"}} {
		if got := string(number(nil, tt.in, tt.digits)); got != tt.want {
			t.Errorf("number(%g, %d) = %s, want %s", tt.in, tt.digits, got, tt.want)
		}
	}
}

// TestForeignFilesAreRefused feeds the last pass with what gofpdf does not write.
func TestForeignFilesAreRefused(t *testing.T) {
	for _, in := range []string{"", "%PDF-1.3\n", "\nxref\n0 1\n", "\nxref\n0 3\n0000000000 65535 f \ntrailer /Root 1 0 R\n/Info 2 0 R",
		"1 0 obj\n<<>>\nendobj\n\nxref\n0 2\n0000000000 65535 f \n0000000900 00000 n \ntrailer\n/Root 1 0 R\n/Info 1 0 R"} {
		if _, err := parse([]byte(in)); !errors.Is(err, errShape) {
			t.Errorf("parse(%.40q) = %v, want %v", in, err, errShape)
		}
	}
}

// TestColourProfile reads the table of the profile back and checks its whole: white is the sum of the primaries.
func TestColourProfile(t *testing.T) {
	p := sRGB()
	be := binary.BigEndian
	if n := be.Uint32(p); int(n) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("a head for %d bytes, got %d", n, len(p))
	}
	sums := map[string][3]float64{}
	for i := range int(be.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, size := be.Uint32(e[4:]), be.Uint32(e[8:])
		if at%4 != 0 || int(at+size) > len(p) {
			t.Errorf("tag %s at %d, %d bytes, in %d", e[:4], at, size, len(p))
			continue
		}
		if string(p[at:at+4]) == "XYZ " {
			var v [3]float64
			for k := range v {
				v[k] = float64(int32(be.Uint32(p[int(at)+8+4*k:]))) / 65536
			}
			sums[string(e[:4])] = v
		}
	}
	for k, white := range sums["wtpt"] {
		if sum := sums["rXYZ"][k] + sums["gXYZ"][k] + sums["bXYZ"][k]; math.Abs(sum-white) > .001 {
			t.Errorf("the primaries sum to %.4f, want %.4f", sum, white)
		}
	}
}

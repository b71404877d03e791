// Package signature lists the electronic signatures that a PDF holds: who signed, when, and whether what was signed is still
// there to the byte. It reads what the file says of itself, with the arithmetic of the signature: whether a certificate
// belongs to whom it names is for a validation service to tell.
//
// The libraries of CMS read certificates with crypto/x509, which brings what it takes to call a network; the little that is
// needed here is read with encoding/asn1.
package signature

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"strconv"
	"time"
)

// A Signature is one electronic signature of a PDF.
type Signature struct {
	Field  string    // name of the field that was signed, "signature_commune"; empty when the file does not show it
	Signer string    // whom the certificate names; empty when it cannot be read
	At     time.Time // the hour that the signer's computer gave; zero for none
	State  State
	Later  bool // something was added to the file after it, as the next signature does
}

// A State is what became of the bytes that were signed.
type State string

// The states of a signature.
const (
	Whole      State = "intacte"      // they are the same, and the key of the certificate signed them
	Altered    State = "rompue"       // they are not
	Unreadable State = "non vérifiée" // it cannot be told: another method, or no signature that can be read
)

// String says who signed, when, and what became of it, in French: the hour is that of this computer's place.
func (s Signature) String() string {
	who := "Signé par " + s.Signer
	if s.Signer == "" {
		who = "Signé par une personne que le fichier ne nomme pas"
	}
	if !s.At.IsZero() {
		who += ", le " + s.At.Local().Format("02/01/2006 à 15 h 04")
	}
	switch s.State {
	case Whole:
		return who + " : signature intacte, rien n’a changé dans ce qui a été signé."
	case Altered:
		return who + " : signature rompue, ce qui a été signé n’est plus le même. Redemandez l’original."
	}
	return who + " : signature non vérifiée, son procédé n’est pas connu de ce logiciel."
}

var (
	ranges = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]`)
	times  = regexp.MustCompile(`/M\s*\(((?:[^()\\]|\\.){1,200})\)`)
	names  = regexp.MustCompile(`/T\s*\(((?:[^()\\]|\\.){1,200})\)`)
	hours  = regexp.MustCompile(`^D:(\d{14})(?:Z|([+-])(\d\d)'?(\d\d)?'?)?`)
	object = regexp.MustCompile(`(?:^|\s)(\d{1,10}) \d{1,5} obj\b`)
	octal  = regexp.MustCompile(`\\([0-7]{1,3}|[\s\S])`)
)

// most is how many signatures of a file are read: nobody signs more.
const most = 100

// List returns the signatures of a PDF in the order in which they stand in it; none for a file that has none, or is no PDF.
func List(pdf []byte) []Signature {
	var out []Signature
	for _, at := range ranges.FindAllSubmatchIndex(pdf, most) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(string(pdf[at[2+2*i]:at[3+2*i]])) // at most twelve figures
		}
		out = append(out, read(pdf, at[0], n))
	}
	return out
}

// read reads the signature whose /ByteRange stands at place at; n holds the starts and lengths of the two parts signed.
func read(pdf []byte, at int, n [4]int) Signature {
	from, to := bounds(pdf, at)
	s := Signature{State: Unreadable, Field: field(pdf, from), At: hour(pdf[from:to])}
	gap, resumed := n[0]+n[1], n[2]
	end := resumed + n[3]
	if n[0] != 0 || resumed < gap || end > len(pdf) {
		s.State = Altered
		return s
	}
	s.Later = len(bytes.TrimSpace(pdf[end:])) > 0
	der, ok := contents(pdf[gap:resumed])
	if !ok {
		return s
	}
	cms, err := parse(der)
	if err != nil {
		return s
	}
	s.Signer = cms.signer
	if !cms.at.IsZero() {
		s.At = cms.at
	}
	s.State = cms.verify(pdf[:gap], pdf[resumed:end])
	return s
}

// bounds are those of the object around place at.
func bounds(pdf []byte, at int) (from, to int) {
	if i := bytes.LastIndex(pdf[:at], []byte(" obj")); i >= 0 {
		from = max(bytes.LastIndexAny(pdf[:i], "\r\n"), 0)
	}
	to = len(pdf)
	if i := bytes.Index(pdf[at:], []byte("endobj")); i >= 0 {
		to = at + i
	}
	return from, to
}

// field names the field whose value is the object that starts at from; empty when the file keeps it compressed.
func field(pdf []byte, from int) string {
	m := object.FindSubmatch(pdf[from:min(from+40, len(pdf))])
	if m == nil {
		return ""
	}
	value := regexp.MustCompile(`/V\s+` + string(m[1]) + `\s+\d+\s+R\b`)
	found := value.FindIndex(pdf)
	if found == nil {
		return ""
	}
	start, end := bounds(pdf, found[0])
	if m := names.FindSubmatch(pdf[start:end]); m != nil {
		return literal(m[1])
	}
	return ""
}

// literal is what a string of a PDF says (ISO 32000-1, 7.3.4.2).
func literal(raw []byte) string {
	return string(octal.ReplaceAllFunc(raw, func(escaped []byte) []byte {
		if n, err := strconv.ParseUint(string(escaped[1:]), 8, 16); err == nil {
			return []byte{byte(n)}
		}
		return escaped[1:]
	}))
}

// hour reads /M, the hour of a signature (ISO 32000-1, 7.9.4).
func hour(dict []byte) time.Time {
	found := times.FindSubmatch(dict)
	if found == nil {
		return time.Time{}
	}
	m := hours.FindStringSubmatch(literal(found[1]))
	if m == nil {
		return time.Time{}
	}
	zone := "Z"
	if m[2] != "" {
		zone = m[2] + m[3] + ":" + (m[4] + "00")[:2]
	}
	at, _ := time.Parse("20060102150405Z07:00", m[1]+zone) // the zero time for what is none
	return at
}

// contents decodes what stands between the two parts signed: <hexadecimal figures>.
func contents(gap []byte) ([]byte, bool) {
	gap = bytes.TrimSpace(gap)
	if len(gap) < 2 || gap[0] != '<' || gap[len(gap)-1] != '>' {
		return nil, false
	}
	der := make([]byte, hex.DecodedLen(len(gap)-2))
	if _, err := hex.Decode(der, gap[1:len(gap)-1]); err != nil {
		return nil, false
	}
	return der, true
}

package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"appuitechnique/model"
)

// schema is the version of the JSON that Encode writes. A new version comes with one function in upgrades and one sample
// in testdata.
const schema = 1

const (
	maxJSON  = 16 << 20
	maxDepth = 40

	maxReference = 32 // bytes; a summary holds it whole
)

// An upgrade turns the raw dossier of one schema into that of the next.
type upgrade func(json.RawMessage) (json.RawMessage, error)

// upgrades lists the functions in order: the first goes from schema 1 to schema 2. Schema 1 being the latest, there is
// none.
func upgrades() []upgrade { return nil }

type versioned struct {
	Schema  int             `json:"schema"`
	Dossier json.RawMessage `json:"dossier"`

	unknown bool // something else stands beside them
}

// unwrap reads the outermost object, which a newer version may have given other members.
func unwrap(b []byte) (v versioned, err error) {
	all, err := members(b)
	if err != nil {
		return v, err
	}
	for _, m := range all {
		switch {
		case strings.EqualFold(m.name, "schema"):
			err = errors.Join(err, json.Unmarshal(m.value, &v.Schema))
		case strings.EqualFold(m.name, "dossier"):
			v.Dossier = m.value
		default:
			v.unknown = true
		}
	}
	if err != nil || v.Schema < 1 || v.Dossier == nil {
		return v, &Error{Kind: KindForeign, Err: err}
	}
	return v, nil
}

var dossierID = pattern(`^[0-9A-Za-z_-]{1,64}$`)

// Encode returns d as versioned JSON, the same bytes for the same dossier. The characters that nobody sees (controls,
// marks of direction) are dropped, so that Decode accepts whatever was typed or pasted, up to 16 MB.
func Encode(d *model.Dossier) ([]byte, error) {
	if !dossierID().MatchString(d.ID) {
		return nil, fmt.Errorf("encode dossier: unusable id %.80q", d.ID)
	}
	raw, err := plainJSON(d)
	if err != nil {
		return nil, fmt.Errorf("encode dossier %s: %w", d.ID, err)
	}
	raw = visible(raw)
	out := make([]byte, 0, len(raw)+32)
	out = append(strconv.AppendInt(append(out, `{"schema":`...), schema, 10), `,"dossier":`...)
	out = append(append(out, raw...), '}')
	if len(out) > maxJSON {
		return nil, &Error{Kind: KindTooBig, Path: d.Reference}
	}
	return out, nil
}

// Decode reads what Encode wrote, in this or in an older version of the program. It refuses anything else: a newer
// version, invalid text, an unknown or repeated name. The error is an *Error that says which.
func Decode(b []byte) (*model.Dossier, error) {
	return decode(b, upgrades())
}

func decode(b []byte, steps []upgrade) (*model.Dossier, error) {
	b = bytes.TrimPrefix(b, []byte("\ufeff")) // some editors put a mark of their own first
	if len(b) > maxJSON {
		return nil, &Error{Kind: KindTooBig}
	}
	v, err := unwrap(b)
	if err != nil {
		return nil, err
	}
	if v.Schema > len(steps)+1 {
		return nil, &Error{Kind: KindTooRecent, Err: fmt.Errorf("schema %d", v.Schema)}
	}
	if v.unknown {
		return nil, &Error{Kind: KindAltered, Err: errors.New("unknown name beside the dossier")}
	}
	raw := v.Dossier
	for i, up := range steps[v.Schema-1:] {
		var err error
		if raw, err = up(raw); err != nil {
			return nil, &Error{Kind: KindAltered, Err: fmt.Errorf("upgrade from schema %d: %w", v.Schema+i, err)}
		}
	}
	d := &model.Dossier{}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(d); err != nil {
		// An unknown name is not ignored: it would be lost at the next save.
		return nil, &Error{Kind: KindAltered, At: unread(raw), Err: err}
	}
	if !dossierID().MatchString(d.ID) {
		return nil, &Error{Kind: KindSuspect, At: "id", Err: errors.New("unusable id")}
	}
	if len(d.Reference) > maxReference {
		return nil, &Error{Kind: KindSuspect, At: "reference", Err: errors.New("unusable reference")}
	}
	return d, nil
}

// plainJSON marshals v on one line, & < and > as they are.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

var hiddenEscape = pattern(`\\(\\|"|/|u00[01][0-9a-f]|ufffd|[bf])`)

// visible drops from marshalled JSON the characters that hidden refuses: raw ones, and the escapes of controls.
func visible(b []byte) []byte {
	if !anyHidden(b) && !hiddenEscape().Match(b) {
		return b
	}
	b = bytes.Map(func(r rune) rune {
		if hidden(r) {
			return -1
		}
		return r
	}, b)
	return hiddenEscape().ReplaceAllFunc(b, func(m []byte) []byte {
		if m[1] == 'u' || m[1] == 'b' || m[1] == 'f' {
			return nil
		}
		return m
	})
}

// anyHidden reports whether a character of b is hidden; it is asked at each save.
func anyHidden(b []byte) bool {
	for i := 0; i < len(b); {
		if c := b[i]; c >= 0x20 && c < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if hidden(r) {
			return true
		}
		i += size
	}
	return false
}

// hidden reports whether r is a control or a mark of direction: a text that holds one does not read as it is stored.
func hidden(r rune) bool {
	switch {
	case r == '\n', r == '\t', r == '\r':
		return false
	case r == 0xFFFD: // what is left of a character that could not be read
		return true
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F:
		return true
	}
	return unicode.IsControl(r)
}

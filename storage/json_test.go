package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
)

// testdata/v1.json is a dossier as schema 1 wrote it. It is never edited: a file that left this program opens for ever.
func TestOldDossiersOpenForEver(t *testing.T) {
	raw, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	var was, is any
	if err := errors.Join(json.Unmarshal(raw, &was), json.Unmarshal(again, &is)); err != nil {
		t.Fatal(err)
	}
	if path := lacking(was, is, "$"); path != "" {
		t.Errorf("what stood at %s is not there any more", path)
	}
}

// lacking returns the path of the first answer of was that is lacks; what is new in is does not matter.
func lacking(was, is any, path string) string {
	switch w := was.(type) {
	case map[string]any:
		i, _ := is.(map[string]any)
		for k, v := range w {
			if p := lacking(v, i[k], path+"."+k); p != "" {
				return p
			}
		}
		return ""
	case []any:
		i, _ := is.([]any)
		if len(i) != len(w) {
			return path
		}
		for n := range w {
			if p := lacking(w[n], i[n], path+"[]"); p != "" {
				return p
			}
		}
		return ""
	}
	if was != is {
		return path
	}
	return ""
}

// The road of a dossier through the upgrades of three imaginary schemas.
func TestAnOldDossierGoesThroughEveryUpgrade(t *testing.T) {
	var road []string
	step := func(name, old, new string) upgrade {
		return func(raw json.RawMessage) (json.RawMessage, error) {
			road = append(road, name)
			if !bytes.Contains(raw, []byte(old)) {
				return nil, errors.New("no " + old)
			}
			return bytes.Replace(raw, []byte(old), []byte(new), 1), nil
		}
	}
	steps := []upgrade{step("1→2", `"nom"`, `"label"`), step("2→3", `"label"`, `"reference"`)}
	for _, tt := range []struct {
		raw, road string
		kind      Kind
	}{
		{`{"schema":1,"dossier":{"id":"a","nom":"2026-001"}}`, "1→2 2→3", -1},
		{`{"schema":2,"dossier":{"id":"a","label":"2026-001"}}`, "2→3", -1},
		{`{"schema":3,"dossier":{"id":"a","reference":"2026-001"}}`, "", -1},
		{`{"schema":4,"dossier":{"id":"a"}}`, "", KindTooRecent},
		{`{"schema":2,"dossier":{"id":"a"}}`, "2→3", KindAltered},
		{`{"schema":0,"dossier":{"id":"a"}}`, "", KindForeign},
	} {
		road = nil
		d, err := decode([]byte(tt.raw), steps)
		var e *Error
		switch {
		case strings.Join(road, " ") != tt.road:
			t.Errorf("%s: went through %v, want %s", tt.raw, road, tt.road)
		case tt.kind >= 0 && (!errors.As(err, &e) || e.Kind != tt.kind):
			t.Errorf("%s: got %v, want kind %d", tt.raw, err, tt.kind)
		case tt.kind < 0 && (err != nil || d.Reference != "2026-001"):
			t.Errorf("%s: got %+v, %v", tt.raw, d, err)
		}
	}
}

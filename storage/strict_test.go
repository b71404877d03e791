package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// strictSeeds are values that strict refuses or accepts for each of its reasons.
var strictSeeds = []string{
	`{}`, `[]`, `""`, `null`, `12`, ` { "a" : [ 1 , true , "x" ] , "b" : { } } `, `{"a":null}`, `[null]`, `[1,null]`, `[ null ]`,
	`{"a":1,"a":2}`, `{"a":1,"A":2}`, `{"a":1,"\u0061":2}`, `{"É":1,"é":2}`, `{"a":{"b":1},"b":{"a":1}}`, `"a\u202eb"`, `"\ud800"`,
	`"\ud83d\ude00"`, `"\\ \" \/ \n \t \r"`, `"\b"`, `"\u0007"`, `{"\u0007":1}`, `{"a\u200f":1}`, "\"\u202e\"", "\"\x7f\"", "\"\xff\"",
	"\"\ufffd\"", `[1,2`, `{"a"`, `{"a":}`, `[1 2]`, `1 2`, `{} {}`, `{}x`, ``, ` `, `tru`, `"`, `"\`, `{"a":1,}`, `[1,]`, "\"\n\"",
	strings.Repeat("[", 40) + strings.Repeat("]", 40), strings.Repeat("[", 41) + strings.Repeat("]", 41),
	strings.Repeat("[", 42) + strings.Repeat("]", 42), strings.Repeat(`{"a":`, 41) + "1" + strings.Repeat("}", 41),
	strings.Repeat(`{"a":`, 40) + "1" + strings.Repeat("}", 40), strings.Repeat(`{"a":`, 40) + "{}" + strings.Repeat("}", 40),
}

func agree(t *testing.T, b []byte) {
	t.Helper()
	if got, want := strict(b), slowStrict(b); (got == nil) != (want == nil) {
		t.Errorf("%.200q: %v, want %v", b, got, want)
	}
}

func TestStrictRefusesWhatAReadingByTokensDoes(t *testing.T) {
	for _, s := range strictSeeds {
		agree(t, []byte(s))
	}
	raw, err := Encode(dossier("a1", "2026-001", "Riom"))
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(5, 8))
	const signs = `{}[],:"\nu0 1ea` + "\x00\x07\xc2\x85"
	for range 4_000 {
		b := bytes.Clone(raw[:min(len(raw), 600)])
		if r.IntN(2) == 0 {
			b = []byte(strictSeeds[r.IntN(len(strictSeeds))])
		}
		for range 1 + r.IntN(4) {
			if len(b) > 0 {
				b[r.IntN(len(b))] = signs[r.IntN(len(signs))]
			}
		}
		agree(t, b)
	}
}

func FuzzStrict(f *testing.F) {
	for _, s := range strictSeeds {
		f.Add([]byte(s))
	}
	f.Fuzz(agree)
}

// slowStrict says the same as strict, token by token: the measure of what strict refuses.
func slowStrict(b []byte) error {
	if !utf8.Valid(b) {
		return &Error{Kind: KindAltered, Err: errors.New("invalid UTF-8")}
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if _, err := slowValue(dec, 0); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return &Error{Kind: KindAltered, Err: errors.New("more than one value")}
	}
	return nil
}

// slowValue reads one value and returns its first token.
func slowValue(dec *json.Decoder, depth int) (json.Token, error) {
	t, err := dec.Token()
	if err != nil {
		return nil, &Error{Kind: KindAltered, Err: errors.New("invalid JSON")}
	}
	if depth > maxDepth {
		return nil, &Error{Kind: KindSuspect, Err: errors.New("nesting")}
	}
	switch v := t.(type) {
	case string:
		if strings.ContainsFunc(v, hidden) {
			return nil, &Error{Kind: KindSuspect, Err: errors.New("hidden character")}
		}
	case json.Delim:
		if v == '{' {
			err = slowObject(dec, depth)
		} else {
			err = slowList(dec, depth)
		}
	}
	return t, err
}

func slowObject(dec *json.Decoder, depth int) error {
	seen := map[string]bool{}
	for dec.More() {
		t, err := slowValue(dec, depth+1)
		if err != nil {
			return err
		}
		name, ok := t.(string)
		if folded := strings.ToLower(name); !ok || seen[folded] {
			return &Error{Kind: KindSuspect, Err: errors.New("repeated name")}
		} else {
			seen[folded] = true
		}
		if _, err := slowValue(dec, depth+1); err != nil {
			return err
		}
	}
	return slowClosing(dec)
}

func slowList(dec *json.Decoder, depth int) error {
	for dec.More() {
		t, err := slowValue(dec, depth+1)
		if err != nil {
			return err
		}
		if t == nil {
			return &Error{Kind: KindSuspect, Err: errors.New("hole in a list")}
		}
	}
	return slowClosing(dec)
}

func slowClosing(dec *json.Decoder) error {
	if _, err := dec.Token(); err != nil {
		return &Error{Kind: KindAltered, Err: errors.New("invalid JSON")}
	}
	return nil
}

package storage

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

func tree(t testing.TB, text string) map[string]any {
	t.Helper()
	v, err := treeOf([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("%s is no object", text)
	}
	return m
}

// isObject reports whether text is what a dossier may be: an object that hides nothing.
func isObject(text string) bool {
	return strict([]byte(text)) == nil && json.Unmarshal([]byte(text), &map[string]any{}) == nil && strings.TrimSpace(text) != "null"
}

func TestAPatchNamesAnswersAndRowsByTheirKeys(t *testing.T) {
	was := `{"town":{"name":"Riom"},"mission":{"tasks":[{"key":"a","t":"x"},{"key":"b","t":"y"}]},"n":null,"kinds":["p"]}`
	now := `{"town":{"name":"Thiers"},"mission":{"tasks":[{"key":"c","t":"z"},{"key":"a","t":"w"}]},"n":0,"kinds":["p","q"]}`
	p, err := diff(tree(t, was), tree(t, now))
	if err != nil {
		t.Fatal(err)
	}
	const want = `kinds: ["p"] > ["p","q"] | mission.tasks[b]: {"key":"b","t":"y"} >  | mission.tasks[c]:  > {"key":"c","t":"z"} | ` +
		`mission.tasks[a].t: "x" > "w" | mission.tasks: ["a","b"] > ["c","a"] | n: null > 0 | town.name: "Riom" > "Thiers"`
	if got := words(p); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	marks := patch{{Path: "/marks/unread/mission.tasks[a].first"}, {Path: "/marks/decided/R33 mission.months"}}
	for i, want := range []string{"mission.tasks[a].first", "mission.months"} {
		if got := marks[i].Question(); got != want {
			t.Errorf("%s is about %q, want %q", marks[i].Path, got, want)
		}
	}
}

func TestAPatchThatDoesNotFitIsRefused(t *testing.T) {
	const state = `{"a":"x","l":[{"key":"k","v":1}],"o":{"p":true}}`
	raw := func(s string) json.RawMessage { return json.RawMessage(s) }
	for _, c := range []Change{
		{Path: "/a", Was: raw(`"y"`), Now: raw(`"z"`)},
		{Path: "/a", Now: raw(`"z"`)},
		{Path: "", Was: raw(`"y"`)},
		{Path: "a", Was: raw(`"x"`)},
		{Path: "/none/b", Now: raw(`1`)},
		{Path: "/a/b", Now: raw(`1`)},
		{Path: "/l/[k]", Now: raw(`{"key":"k"}`)},
		{Path: "/l/[q]", Was: raw(`{"key":"q"}`)},
		{Path: "/l/[q]", Now: raw(`{"key":""}`)},
		{Path: "/l/[q]/v", Now: raw(`1`)},
		{Path: "/l", Was: raw(`["q"]`), Now: raw(`["q"]`), Sorted: true},
		{Path: "/l", Was: raw(`["k"]`), Now: raw(`["k","k"]`), Sorted: true},
		{Path: "/o", Was: raw(`["k"]`), Now: raw(`["k"]`), Sorted: true},
		{Path: "/l", Was: raw(`{`), Now: raw(`["k"]`), Sorted: true},
		{Path: "/a", Was: raw(`"x"`), Now: raw(`{`)},
	} {
		if err := (patch{c}).apply(tree(t, state)); err == nil {
			t.Errorf("%+v was applied", c)
		}
	}
}

// A patch leads from one state to the other and back, whatever they hold.
func FuzzPatch(f *testing.F) {
	f.Add(`{"a":1,"l":[{"key":"x","v":[1]},{"key":"y"}]}`, `{"a":"1","l":[{"key":"y"},{"key":"x/~"}],"~/":{}}`)
	f.Add(`{"l":null}`, `{"l":[{"key":"a"}]}`)
	f.Add(`{"l":[{"key":"a"},{"key":"a"}]}`, `{"l":[{"key":"a"}]}`)
	f.Add(`{"l":[1,2]}`, `{"l":[]}`)
	f.Fuzz(func(t *testing.T, a, b string) {
		if !isObject(a) || !isObject(b) {
			return
		}
		was, now := tree(t, a), tree(t, b)
		p, err := diff(was, now)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var read patch
		if err := json.Unmarshal(raw, &read); err != nil {
			t.Fatal(err)
		}
		start := slices.Clone([]byte(treeSum(was)))
		if err := read.apply(was); err != nil {
			t.Fatalf("%s: %v", words(p), err)
		}
		if treeSum(was) != treeSum(now) {
			t.Fatalf("%s leads elsewhere", words(p))
		}
		if err := read.back().apply(was); err != nil {
			t.Fatalf("back by %s: %v", words(read.back()), err)
		}
		if !bytes.Equal([]byte(treeSum(was)), start) {
			t.Fatalf("%s does not lead back", words(p))
		}
	})
}

// What a file says to be a patch is applied or refused, never more.
func FuzzForeignPatch(f *testing.F) {
	f.Add(`{"a":1,"l":[{"key":"x"}]}`, `[{"lieu":"/l/[x]","avant":{"key":"x"}},{"lieu":"/l","avant":["x"],"apres":[],"ordre":true}]`)
	f.Fuzz(func(t *testing.T, state, text string) {
		var p patch
		if isObject(state) && json.Unmarshal([]byte(text), &p) == nil {
			_ = p.apply(tree(t, state))
			for _, c := range p {
				_ = c.Question()
			}
		}
	})
}

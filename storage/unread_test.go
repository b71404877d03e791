package storage

import (
	"errors"
	"strings"
	"testing"
)

func TestARefusedDossierSaysWhere(t *testing.T) {
	for _, tt := range []struct {
		json, at string
		kind     Kind
	}{
		{`{"schema":1,"dossier":{"id":"a","mission":{"months":"douze"}}}`, "mission.months", KindAltered},
		{`{"schema":1,"dossier":{"id":"a","mission":{"months":24.5}}}`, "mission.months", KindAltered},
		{`{"schema":1,"dossier":{"id":"a","mission":{"start":"2026-02-30"}}}`, "mission.start", KindAltered},
		{`{"schema":1,"dossier":{"id":"a","mission":{"tasks":[{"key":"x"},{"key":"y","first":"un"}]}}}`,
			"mission.tasks[1].first", KindAltered},
		{`{"schema":1,"dossier":{"id":"a","town":{"inconnu":1}}}`, "town.inconnu", KindAltered},
		{`{"schema":1,"dossier":{"id":""}}`, "id", KindSuspect},
		{`{"schema":1,"dossier":null}`, "id", KindSuspect},
		{`{"schema":1,"dossier":{"id":"a"},"autre":1}`, "", KindAltered},
		{`{"schema":1,"dossier":{"id":"a","town":{"name":"\ud800"}}}`, "", KindSuspect},
	} {
		_, err := Decode([]byte(tt.json))
		var e *Error
		if !errors.As(err, &e) || e.Kind != tt.kind || e.At != tt.at {
			t.Errorf("%s: got %+v, want kind %d at %q", tt.json, err, tt.kind, tt.at)
			continue
		}
		if e.Path = "a.json"; tt.at != "" && !strings.Contains(e.Sentence(), "« "+tt.at+" » ne peut pas y être lu") {
			t.Errorf("%s: %s", tt.json, e.Sentence())
		}
	}
}

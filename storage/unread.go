package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"appuitechnique/model"
)

// unread names the first answer of a refused dossier that cannot be read, as a path in its JSON: « mission.tasks[2].first ».
// It is empty when none is refused by itself.
func unread(raw json.RawMessage) string {
	path := culprit(raw, func(r json.RawMessage) json.RawMessage { return r })
	if len(path) > 0 && path[0] == '.' {
		path = path[1:]
	}
	return short(path, 120)
}

// culprit looks below raw, which stands where around puts it in a dossier that is otherwise empty.
func culprit(raw json.RawMessage, around func(json.RawMessage) json.RawMessage) string {
	var object map[string]json.RawMessage
	if json.Unmarshal(raw, &object) == nil {
		for _, name := range slices.Sorted(maps.Keys(object)) {
			key, err := json.Marshal(name)
			if err != nil {
				return ""
			}
			below := func(r json.RawMessage) json.RawMessage {
				return around(slices.Concat([]byte("{"), key, []byte(":"), r, []byte("}")))
			}
			if refused(below(object[name])) {
				return "." + name + culprit(object[name], below)
			}
		}
		return ""
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil {
		below := func(r json.RawMessage) json.RawMessage { return around(slices.Concat([]byte("["), r, []byte("]"))) }
		for i, item := range list {
			if refused(below(item)) {
				return fmt.Sprintf("[%d]", i) + culprit(item, below)
			}
		}
	}
	return ""
}

func refused(raw json.RawMessage) bool {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	return dec.Decode(&model.Dossier{}) != nil
}

package document

import (
	"strconv"
	"strings"
	"sync"
)

// settled remembers the texts set last. From one key to the next all the sentences of a paper but one are the same, and the
// rules take longer than laying the paper out. Nothing else than time tells that it is there.
var settled = memo{known: map[string]ribbon{}}

// keptTexts bounds it; the papers of a dossier have about three thousand texts.
const keptTexts = 10000

// A memo remembers what ribbons settle to. It may be used from several goroutines.
type memo struct {
	mu    sync.Mutex
	known map[string]ribbon
}

// of returns t settled; nobody may change its ends.
func (m *memo) of(t ribbon) ribbon {
	var key strings.Builder
	for _, end := range t.ends {
		key.WriteString(strconv.Itoa(end))
		key.WriteByte(' ')
	}
	key.WriteString(t.text)
	m.mu.Lock()
	out, ok := m.known[key.String()]
	m.mu.Unlock()
	if ok {
		return out
	}
	out = t.settle()
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.known) >= keptTexts {
		clear(m.known)
	}
	m.known[key.String()] = out
	return out
}

package storage

import (
	"slices"
	"strings"

	"appuitechnique/model"
)

// Find returns the dossiers of the list in whose answers every one of these words stands, or a part of one, accents and
// capitals ignored, in the order of List. No words: all of them. See ReadWords and Searched for what it may not have
// read yet.
func (s *Store) Find(words string) ([]Summary, error) {
	s.hold()
	defer s.mu.Unlock()
	if s.closed {
		return nil, &Error{Kind: KindClosed}
	}
	parts := strings.Fields(model.Fold(words))
	if len(parts) == 0 {
		return s.listed(func(Summary) bool { return true }), nil
	}
	tests := make([]func(string) bool, len(parts))
	for i, part := range parts {
		tests[i] = s.words.holding(part)
	}
	return s.listed(func(sm Summary) bool {
		if _, known := s.words.seat[sm.ID]; !known {
			text := foldedSummary(sm)
			return !slices.ContainsFunc(parts, func(part string) bool { return !strings.Contains(text, part) })
		}
		return !slices.ContainsFunc(tests, func(has func(string) bool) bool { return !has(sm.ID) })
	}), nil
}

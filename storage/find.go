package storage

import (
	"slices"
	"strings"

	"appuitechnique/model"
)

// Find returns the dossiers of the list in whose answers every one of these words stands, or a part of one, accents and
// capitals ignored, in the order of List. No words: all of them. See Searched for what it may not have read yet.
func (s *Store) Find(words string) ([]Summary, error) {
	all, err := s.List()
	if err != nil {
		return nil, err
	}
	s.hold()
	defer s.mu.Unlock()
	for part := range strings.FieldsSeq(model.Fold(words)) {
		has := s.words.holding(part)
		all = slices.DeleteFunc(all, func(sm Summary) bool {
			if s.words.of[sm.ID] == nil {
				return !strings.Contains(foldedSummary(sm), part)
			}
			return !has(sm.ID)
		})
	}
	return all, nil
}

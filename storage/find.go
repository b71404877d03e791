package storage

import (
	"slices"
	"strings"

	"appuitechnique/model"
)

// Find returns the dossiers of the list whose town, project or reference hold every one of these words, accents and capitals
// ignored, in the order of List. No words: all of them.
func (s *Store) Find(words string) ([]Summary, error) {
	all, err := s.List()
	if err != nil {
		return nil, err
	}
	wanted := strings.Fields(model.Fold(words))
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.DeleteFunc(all, func(sm Summary) bool {
		text := s.foldedText(sm)
		return slices.ContainsFunc(wanted, func(w string) bool { return !strings.Contains(text, w) })
	}), nil
}

// A foldedSummary is what is searched of a summary, kept from one key typed to the next.
type foldedSummary struct{ reference, town, title, text string }

func (s *Store) foldedText(sm Summary) string {
	f := s.folded[sm.ID]
	if f == nil || f.reference != sm.Reference || f.town != sm.Town || f.title != sm.Title {
		f = &foldedSummary{sm.Reference, sm.Town, sm.Title, model.Fold(sm.Town + " " + sm.Title + " " + sm.Reference)}
		s.folded[sm.ID] = f
	}
	return f.text
}

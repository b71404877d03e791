package ui

import (
	"fmt"
	"time"

	"appuitechnique/model"
	"appuitechnique/storage"
	"appuitechnique/ui/kit"
)

const (
	shownAtOnce = 60 // dossiers that a list draws; a search finds the others
	drawnFirst  = 6  // those of them that the window shows without scrolling, and that are drawn before the others
)

// drawnAfter leaves the window the time to draw the first dossiers before the others come.
const drawnAfter = 50 * time.Millisecond

// fill lists the dossiers that hold every word searched: those in sight at once, the others once these are drawn.
func (h *homePage) fill() {
	s := h.shell
	found, rest, known := h.top()
	if s.options.SaveDelay < 0 {
		h.finish(rest, known)
		return
	}
	now := h.filled
	s.background(func() error { time.Sleep(drawnAfter); return nil }, func(error) {
		if h.filled == now && h.seen() {
			h.finish(rest, known)
			h.read(found)
		}
	})
	h.follow()
}

// fillAgain lists all of them at once: the person may have gone down a list that is already there.
func (h *homePage) fillAgain() {
	rank := kit.Rank(h.shell.canvas, h.list)
	found, rest, known := h.top()
	h.finish(rest, known)
	kit.FocusRank(h.shell.canvas, h.list, rank)
	h.read(found)
}

// top begins the list, and returns the dossiers that it holds, those of them that are still to be drawn, and what is known of
// them.
func (h *homePage) top() (found, rest []storage.Summary, known map[string]digest) {
	h.list.RemoveAll()
	h.filled++
	var err error
	if found, h.all = h.all, nil; found == nil || h.search.Text != "" {
		if found, err = h.shell.store.Find(h.search.Text); err != nil {
			h.list.Add(notice(sentence(err)))
		}
	}
	known = h.shell.digestsAtOnce(worthReading(found))
	found = h.ordered(found, known)
	first := min(len(found), drawnFirst)
	h.lines(found[:first], known)
	h.arrows()
	return found, found[first:], known
}

// seen reports whether the list is on the screen.
func (h *homePage) seen() bool { return h.shell.editor == nil && h.shell.framed == frameDossiers }

// finish lists the rest of the dossiers, and says what else there is.
func (h *homePage) finish(rest []storage.Summary, known map[string]digest) {
	shown := min(len(rest), shownAtOnce-drawnFirst)
	h.lines(rest[:shown], known)
	switch more := len(rest) - shown; {
	case more > 0:
		h.say("Et " + plural(more, "autre") + " : précisez la recherche pour les voir.")
	case len(h.list.Objects) == 0:
		h.say("Aucun dossier ne correspond à cette recherche.")
	}
	if read, all := h.shell.store.Searched(); read < all && h.search.Text != "" {
		h.say(fmt.Sprintf("La recherche connaît déjà toutes les réponses de %s sur %s ; des autres, la ville, le projet et la "+
			"référence. La liste se complétera d’elle-même.", plural(read, "dossier"), model.FormatInt(all)))
	}
	h.finishBelow()
	h.follow()
}

// finishBelow draws the demonstrations, if they are not drawn yet.
func (h *homePage) finishBelow() {
	if h.below != nil {
		h.below.Add(h.examples())
		h.below = nil
	}
}

func (h *homePage) lines(list []storage.Summary, known map[string]digest) {
	for _, x := range list {
		d, ok := known[x.ID]
		h.list.Add(h.line(x, d, ok))
	}
}

func (h *homePage) say(words string) {
	h.list.Add(kit.Pad(8, 10, 8, 10, kit.NewParagraph(words, kit.SizeSmall, kit.ColorMuted)))
}

// follow draws the list again, and has what is reached by the keyboard scroll into view.
func (h *homePage) follow() {
	h.list.Refresh()
	if h.shell.framed == frameDossiers && h.shell.frameScroll != nil {
		kit.Follow(h.shell.frameScroll)
	}
}

// mostRead is how many dossiers are read whole for the list; of a longer one, those shown.
const mostRead = 300

// read has those of the dossiers found that are not known yet read off the UI goroutine, and fills the list again once they are.
func (h *homePage) read(found []storage.Summary) {
	h.shell.digestsOf(worthReading(found), func() {
		if h.seen() {
			h.fillAgain()
		}
	})
}

// worthReading are those of the dossiers found that may be read whole for the list.
func worthReading(found []storage.Summary) []storage.Summary {
	if len(found) > mostRead {
		return found[:shownAtOnce]
	}
	return found
}

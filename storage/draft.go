package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"appuitechnique/model"
)

// A draft is a save that was acknowledged, and whose summary, history and row in the base are not yet made. It stands whole in
// the journal under p/<id>, so that a crash loses nothing: the next opening settles it as it would have been. There is never
// more than one, and whoever holds the store has it settled first.
type draft struct {
	Author
	At time.Time `json:"quand"`

	id  string
	raw []byte // what Encode wrote
	err error  // why it could not be settled; nil: it was not tried
}

const (
	draftPrefix = "p/"
	// followAfter leaves the processor to whoever saved, who has more to do.
	followAfter = 5 * time.Millisecond
)

// pack returns the value of a draft: one line that says whose it is, then the dossier.
func (p *draft) pack() ([]byte, error) {
	head, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	return append(append(head, '\n'), p.raw...), nil
}

func readDraft(key string, payload []byte) (*draft, error) {
	p := &draft{id: strings.TrimPrefix(key, draftPrefix)}
	head, raw, ok := bytes.Cut(payload, []byte{'\n'})
	if !ok {
		return nil, errSeal
	}
	if err := json.Unmarshal(head, p); err != nil {
		return nil, err
	}
	d, err := Decode(raw)
	if err == nil {
		p.raw, err = Encode(d)
	}
	return p, err
}

// hold takes the store once what was acknowledged is settled. Where it cannot be, nothing more is written: see writable.
func (s *Store) hold() {
	s.mu.Lock()
	if err := s.settle(); err != nil {
		s.log.Error("settle", "err", err)
	}
}

// draft acknowledges a dossier: it is on the disk when it returns. The rest is made as soon as the store is free.
func (s *Store) draft(id string, raw []byte) error {
	p := &draft{Author: s.author, At: s.now(), id: id, raw: raw}
	payload, err := p.pack()
	if err != nil {
		return err
	}
	s.stir()
	value := sealPlain(s.secret, draftPrefix+id, payload)
	if err := s.journal.append([]change{{draftPrefix + id, value}}, true); err != nil {
		return failure(s.dir, err)
	}
	s.pending = p
	time.AfterFunc(followAfter, s.follow)
	return nil
}

// follow settles what is pending, away from who saved.
func (s *Store) follow() {
	s.hold()
	s.mu.Unlock()
}

// settle gives what is pending its summary and its history. After an error it stays pending, and is tried again by the next
// who holds the store.
func (s *Store) settle() error {
	p := s.pending
	if p == nil || s.closed || s.readOnly != nil {
		return nil
	}
	d, err := Decode(p.raw)
	if err == nil {
		s.pending, s.settling = nil, p
		err = s.save(d, p.raw, deed{})
		s.settling = nil
	}
	if err == nil {
		return nil
	}
	s.pending, p.err = p, err
	s.behind = true // the base has not what the journal has
	if d != nil {
		s.lists(d)
	}
	return err
}

// lists puts a dossier in the lists as it is, though nothing is written.
func (s *Store) lists(d *model.Dossier) {
	sm := summarise(d, s.instant())
	if t, gone := s.trash[d.ID]; gone {
		t.Summary = sm
		s.trash[d.ID] = t
		return
	}
	s.live[d.ID] = sm
}

// instant is the time to file what is saved under: that of its acknowledgement.
func (s *Store) instant() time.Time {
	if s.settling != nil {
		return s.settling.At
	}
	return s.now()
}

// worker is who saves.
func (s *Store) worker() Author {
	if s.settling != nil {
		return s.settling.Author
	}
	return s.author
}

// adopt settles the save that a crash left pending.
func (s *Store) adopt() {
	for key := range s.journal.index {
		if !strings.HasPrefix(key, draftPrefix) {
			continue
		}
		payload, err := s.opened(key, s.journal.read)
		var p *draft
		if err == nil {
			p, err = readDraft(key, payload)
		}
		if err == nil {
			s.pending = p
			err = s.settle()
		}
		if p != nil && s.pending == p {
			if s.readOnly != nil {
				p.err = s.readOnly
			}
			if d, e := Decode(p.raw); e == nil {
				s.lists(d)
			}
		}
		if err != nil {
			s.log.Error("settle what was pending", "key", key, "err", err)
		}
		if p == nil {
			s.notice = fmt.Sprintf("Un fichier était abîmé : %s n’ont pas pu être relus. Rien n’a été effacé.", plural(1, "élément"))
		}
	}
}

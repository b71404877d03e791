package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// The files of a data folder.
const (
	lockName    = "verrou"
	headName    = "entete.json"
	journalName = "journal"
	baseName    = "base"
	markName    = "propre"
)

// open brings the base and the journal to agree, whatever happened since they were last closed.
//
// The journal is the truth. The base is used as it stands only after a clean close and when it holds just what the journal
// does; otherwise it is made again from the journal. Where the journal is the damaged one, the base after a clean close is
// the truth, and the journal is made again from it.
func (s *Store) open() error {
	if err := finishConversion(s.dir); err != nil {
		return err
	}
	if s.readOnly != nil {
		return s.openReadOnly()
	}
	s.makeWay()
	if err := s.checkHeader(); err != nil {
		return err
	}
	if !s.older && s.openQuick() {
		s.notice = s.clockNotice()
		return nil
	}
	m, closed, err := readMark(s.path(markName), s.path(baseName))
	if err != nil {
		return err
	}
	if err := s.finishSwap(); err != nil {
		return err
	}
	j, err := openJournal(s.path(journalName))
	if err != nil {
		return err
	}
	s.journal = j
	s.findBackups()
	files, err := os.ReadDir(s.path(baseName))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	had := len(files) > 0
	if had && j.seq == 0 && s.backedUp.Path == "" && (closed && m == nil || probe(s.path(baseName)) != nil) {
		return &Error{Kind: KindDamaged, Path: s.dir, Err: errors.New("both the base and the journal")}
	}
	if err := s.unmark(); err != nil {
		return err
	}
	if err := s.agree(m, closed, had); err != nil {
		return err
	}
	if s.older {
		if err := s.migrate(); err != nil {
			return err
		}
	}
	if s.notice == "" {
		s.notice = s.clockNotice()
	}
	if s.journal.heavy() {
		if err := s.journal.condense(); err != nil {
			s.log.Error("condense journal", "err", err) // it stays as long as it was
		}
	}
	return nil
}

// makeWay sets aside what bears the name of a folder of ours and is none, or of a file and is a folder: what stood there is
// lost already, and is made again like any other loss.
func (s *Store) makeWay() {
	for name, folder := range map[string]bool{headName: false, markName: false, journalName: true, baseName: true, piecesName: true,
		backupsName: true} {
		path := s.path(name)
		i, err := os.Stat(path)
		if err != nil || i.IsDir() == folder {
			continue
		}
		err = os.Rename(path, path+".etranger-"+s.now().Format("20060102-150405.000000000"))
		s.log.Error("set aside a stranger", "name", name, "err", err)
	}
}

const vanished = "Les fichiers de vos dossiers ont disparu du dossier de données, ou ne sont plus lisibles : la base est vide. " +
	"Restaurez une sauvegarde gardée ailleurs, si vous en avez une."

// agree chooses which of the base and the journal is the truth; closed tells that a mark was found, had that a base was.
func (s *Store) agree(m *mark, closed, had bool) (err error) {
	j := s.journal
	known := lastSeen(s.path(journalName))
	if m != nil {
		known = max(known, m.Seq)
	}
	proven := known >= s.backedUp.Seq
	known = max(known, s.backedUp.Seq)
	sound := j.whole && j.seq >= known && j.seq > 0
	switch {
	case j.seq == 0 && j.whole && !had && s.backedUp.Path == "":
		err = s.begin()
		if closed {
			s.notice = vanished
		}
	case m != nil && m.Behind && sound:
		err = s.rebuild(late)
	case m != nil && sound && j.seq == m.Seq:
		if !s.useBase() {
			err = s.rebuild(damagedBase)
		}
	case m != nil && j.seq > m.Seq && sound, closed && sound:
		err = s.rebuild(damagedBase)
	case sound:
		err = s.rebuild(stopped)
	default:
		err = s.repair(m, had, known, proven)
	}
	return err
}

// begin starts an empty base. The journal is first, and never empty: a base beside an empty journal is one whose journal
// was lost.
func (s *Store) begin() error {
	made, err := s.sealed(madeKey, []byte(s.now().Format(time.RFC3339)))
	if err != nil {
		return err
	}
	if err := s.journal.append(made, true); err != nil {
		return err
	}
	if err := s.rebuild(stopped); err != nil {
		return err
	}
	s.notice = ""
	return nil
}

func (s *Store) path(name string) string { return filepath.Join(s.dir, name) }

// useBase opens the base, and reports whether it holds just what the journal does.
func (s *Store) useBase() bool {
	b, err := openBase(s.path(baseName), s.minFree, s.log)
	if err != nil {
		s.log.Error("open base", "err", err)
		return false
	}
	count := 0
	seq, err := b.each(func(key string, read func() ([]byte, error)) error {
		if _, ok := s.journal.index[key]; !ok {
			return fmt.Errorf("%s is not in the journal", key)
		}
		count++
		return s.see(key, read)
	})
	if err == nil && (seq != s.journal.seq || count != len(s.journal.index)) {
		err = fmt.Errorf("change %d and %d values, journal %d and %d", seq, count, s.journal.seq, len(s.journal.index))
	}
	if err != nil {
		s.log.Error("check base", "err", err)
		s.forget()
		_ = b.close()
		return false
	}
	s.base = b
	return true
}

// Why a base is made again.
type reason int

const (
	stopped        reason = iota // no clean close
	damagedBase                  // the base is not as it was closed
	damagedJournal               // changes are missing from the journal
	late                         // it lacked changes when it was closed
	salvaged                     // the journal was made again from a backup, and nothing is missing
)

// rebuild makes the base again from the journal.
func (s *Store) rebuild(why reason) error {
	dir, kept := s.path(baseName), ""
	if _, err := os.Stat(dir); err == nil && why == damagedJournal {
		if kept, err = aside(dir, s.now()); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	lost := 0
	for key := range s.journal.index {
		if err := s.see(key, func() ([]byte, error) { return s.journal.read(key) }); err != nil {
			s.log.Error("rebuild", "key", key, "err", err)
			lost++
		}
	}
	s.notice = s.report(why, lost, kept)
	b, err := makeBase(dir, s.minFree, s.log)
	if err == nil {
		s.base = b
		err = b.fill(s.journal.seq, s.counted(s.journal.each))
	}
	if err != nil {
		s.log.Error("rebuild base", "err", err) // the journal alone is enough
		s.behind = true
	}
	return nil
}

// counted is each, which tells how far it is.
func (s *Store) counted(each func(func(string, []byte) error) error) func(func(string, []byte) error) error {
	if s.progress == nil {
		return each
	}
	done, all := 0, len(s.live)+len(s.trash)
	return func(visit func(string, []byte) error) error {
		return each(func(key string, value []byte) error {
			if strings.HasPrefix(key, "d/") {
				if done++; done%100 == 0 || done == all {
					s.progress(done, all)
				}
			}
			return visit(key, value)
		})
	}
}

// report words for the person what was rebuilt.
func (s *Store) report(why reason, lost int, kept string) string {
	count := plural(len(s.live), "dossier")
	switch {
	case lost > 0:
		return fmt.Sprintf("Un fichier était abîmé : %s sont relus, %s n’ont pas pu l’être. Rien n’a été effacé.", count,
			plural(lost, "élément"))
	case why == late:
		return ""
	case why == damagedJournal:
		words := "Un fichier était abîmé. Vos dossiers (" + count + ") ont été reconstruits à partir de ce qui a pu être relu : " +
			"vérifiez vos dernières réponses."
		if kept != "" {
			words += " L’ancienne base est gardée dans « " + kept + " »."
		}
		return words
	case why == salvaged:
		return "Un fichier était abîmé. Vos dossiers ont été reconstruits à partir de la sauvegarde du " +
			s.salvagedFrom.Format("02/01/2006") + " et du journal : rien n’a été perdu."
	case why == damagedBase:
		return "Un fichier était abîmé. Vos dossiers ont été reconstruits à partir du journal : rien n’a été perdu."
	}
	last := s.lastSaved()
	if last.IsZero() {
		return ""
	}
	return "Le logiciel s’était arrêté sans prévenir. Tout est là : " + count + ", dernier enregistrement le " +
		last.Format("02/01/2006 à 15 h 04") + "."
}

func plural(n int, word string) string {
	if n > 1 {
		word += "s"
	}
	return fmt.Sprintf("%d %s", n, word)
}

// see files a value that is a summary. A dossier is checked when it is read.
func (s *Store) see(key string, read func() ([]byte, error)) error {
	if key != purgedKey && !strings.HasPrefix(key, "s/") && !strings.HasPrefix(key, "c/") {
		return nil
	}
	raw, err := s.opened(key, func(string) ([]byte, error) { return read() })
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	switch {
	case key == purgedKey:
		if s.purged, err = strconv.Atoi(string(raw)); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	case strings.HasPrefix(key, "s/"):
		var sm Summary
		if err := json.Unmarshal(raw, &sm); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		s.live[sm.ID] = sm
	case strings.HasPrefix(key, "c/"):
		var t Trashed
		if err := json.Unmarshal(raw, &t); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
		s.trash[t.ID] = t
	}
	return nil
}

func (s *Store) forget() {
	s.live, s.trash, s.heads = map[string]Summary{}, map[string]Trashed{}, map[string]*head{}
	s.purged, s.words = 0, newLexicon()
}

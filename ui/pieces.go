package ui

import (
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper/picture"
	"appuitechnique/ui/system"
)

// pieceEndings are those of the files that may be attached.
var pieceEndings = []string{".jpg", ".jpeg", ".png", ".pdf"}

// pieces are what is attached to the open dossier: photographs, plans, scans.
type pieces struct {
	list  []storage.Attachment
	seen  map[string]seenPiece // the pictures that were read, by their sum
	ready bool                 // all that is listed was read
}

// A seenPiece is a picture ready for the paper and for the list, or what keeps it from being shown.
type seenPiece struct {
	picture model.Picture
	small   image.Image
	wrong   string
}

// thumbnailSide is the longer side of a thumbnail, in pixels: twice what it measures, for fine screens.
const thumbnailSide = 256

// readPieces reads what is attached, the pictures off the UI goroutine, then calls then, which may be nil.
func (e *editor) readPieces(then func()) {
	s := e.shell
	if then == nil {
		then = func() {}
	}
	if s.store == nil {
		e.pieces.ready = true
		then()
		return
	}
	list, err := s.store.Attachments(e.dossier.ID)
	if err != nil {
		s.options.Log.Error("list pieces", "id", e.dossier.ID, "err", err)
	}
	e.pieces.list, e.pieces.ready = list, false
	var unread []storage.Attachment
	for _, a := range list {
		if _, ok := e.pieces.seen[a.SHA256]; !ok && a.IsPicture() {
			unread = append(unread, a)
		}
	}
	if len(unread) == 0 {
		e.illustrate()
		then()
		return
	}
	read, id := map[string]seenPiece{}, e.dossier.ID
	s.background(func() error {
		for _, a := range unread {
			read[a.SHA256] = see(s.store, id, a)
		}
		return nil
	}, func(error) {
		if e.pieces.seen == nil {
			e.pieces.seen = map[string]seenPiece{}
		}
		for sum, p := range read {
			e.pieces.seen[sum] = p
		}
		e.illustrate()
		then()
	})
}

// Pictures reads the pictures attached to a dossier of the base, ready for its papers. One that cannot be shown is left out.
func Pictures(store *storage.Store, id string) ([]model.Picture, error) {
	list, err := store.Attachments(id)
	var out []model.Picture
	for _, a := range list {
		if !a.IsPicture() {
			continue
		}
		if p := see(store, id, a); p.wrong == "" {
			p.picture.Caption = a.Title
			out = append(out, p.picture)
		}
	}
	return out, err
}

// Moved lists what changed since a paper was frozen: of the answers it was written from, and of the pictures it prints. now has
// its pictures or, like the frozen answers, none.
func Moved(store *storage.Store, f *storage.Frozen, now *model.Dossier) ([]document.Move, error) {
	was, err := f.Dossier()
	if err != nil {
		return nil, err
	}
	was.Pictures = now.Pictures // they are no answers
	moved := document.Moved(was, now, f.Paper)
	if f.Paper != model.PaperStudy {
		return moved, nil
	}
	pieces, err := store.Attachments(now.ID)
	if err == nil && storage.PicturesSum(pieces) != f.Pictures {
		moved = append(moved, document.Move{Label: "Images du rapport", Was: "celles du jour où il a été figé", Now: "celles d’aujourd’hui"})
	}
	return moved, err
}

// see reads one picture.
func see(store *storage.Store, id string, a storage.Attachment) seenPiece {
	r, err := store.OpenAttachment(id, a.ID)
	if err != nil {
		return seenPiece{wrong: sentence(err)}
	}
	defer r.Close()
	p, err := picture.Read(r)
	if err != nil {
		return seenPiece{wrong: sentence(err)}
	}
	small, err := picture.Thumbnail(p, thumbnailSide)
	if err != nil {
		return seenPiece{wrong: sentence(err)}
	}
	return seenPiece{picture: p, small: small}
}

// illustrate puts the pictures that were read with the dossier, for its papers.
func (e *editor) illustrate() {
	before := len(e.dossier.Pictures)
	e.pieces.ready, e.dossier.Pictures = true, nil
	for _, a := range e.pieces.list {
		if p, ok := e.pieces.seen[a.SHA256]; ok && p.wrong == "" && a.IsPicture() {
			p.picture.Caption = a.Title
			e.dossier.Pictures = append(e.dossier.Pictures, p.picture)
		}
	}
	if before+len(e.dossier.Pictures) == 0 {
		return
	}
	e.laid = nil
	if e.shell.editor == e && e.panel != nil {
		e.panel.refresh()
	}
}

// figure is the number under which the AMO report shows a piece; 0 when it does not.
func (e *editor) figure(a storage.Attachment) int {
	n := 0
	for _, x := range e.pieces.list {
		if p, ok := e.pieces.seen[x.SHA256]; ok && p.wrong == "" && x.IsPicture() {
			n++
			if x.ID == a.ID {
				return n
			}
		}
	}
	return 0
}

// choosePiece asks for a file to attach.
func (e *editor) choosePiece() {
	e.shell.chooseFile(func(path string) { e.attach(path) }, pieceEndings...)
}

// attach keeps files with the dossier, then shows what is attached. What is refused is said; the others are kept.
func (e *editor) attach(paths ...string) {
	s, id := e.shell, e.dossier.ID
	if !e.flush() || s.store == nil {
		return
	}
	kept := 0
	s.background(func() error {
		var refused []error
		for _, path := range paths {
			if err := attachFile(s.store, id, path); err != nil {
				refused = append(refused, fmt.Errorf("attach %s: %w", path, err))
				continue
			}
			kept++
		}
		return errors.Join(refused...)
	}, func(err error) {
		if s.editor == e {
			e.readPieces(func() { e.again(e.showPieces) })
		}
		if err != nil {
			s.options.Log.Error("attach", "err", err)
			s.message(refusal(len(paths), kept), sentence(err))
		}
	})
}

// refusal says how many of the files could not be attached.
func refusal(all, kept int) string {
	switch {
	case all == 1:
		return "Ce fichier n’a pas été joint"
	case kept == 0:
		return "Ces fichiers n’ont pas été joints"
	case all-kept == 1:
		return "Un fichier n’a pas été joint"
	}
	return fmt.Sprintf("%d fichiers n’ont pas été joints", all-kept)
}

func attachFile(store *storage.Store, id, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return model.Advice("« " + filepath.Base(path) + " » ne peut pas être lu. Vérifiez qu’il existe encore et qu’il n’est pas ouvert ailleurs.")
	}
	defer f.Close()
	_, err = store.Attach(id, filepath.Base(path), "", f)
	return err
}

// caption keeps the words that were typed under a piece.
func (e *editor) caption(a storage.Attachment, words string) {
	at := slices.IndexFunc(e.pieces.list, func(x storage.Attachment) bool { return x.ID == a.ID })
	if at < 0 || strings.TrimSpace(words) == e.pieces.list[at].Title {
		return
	}
	if err := e.shell.store.Caption(e.dossier.ID, a.ID, words); err != nil {
		e.shell.fail(err)
		return
	}
	list, err := e.shell.store.Attachments(e.dossier.ID)
	if err != nil {
		e.shell.fail(err)
		return
	}
	e.pieces.list = list
	e.illustrate()
}

// detach asks before a piece is taken away.
func (e *editor) detach(a storage.Attachment) {
	s := e.shell
	s.confirm("Retirer cette pièce ?", "« "+nameOf(a)+" » ne sera plus jointe au dossier ni imprimée. Le fichier d’origine, sur votre "+
		"ordinateur, reste où il est.", "Retirer", func() {
		if err := s.store.Detach(e.dossier.ID, a.ID); err != nil {
			s.fail(err)
			return
		}
		e.readPieces(func() { e.again(e.showPieces) })
	})
}

// nameOf is how people know a piece.
func nameOf(a storage.Attachment) string {
	for _, name := range []string{a.Title, a.Name} {
		if name != "" {
			return name
		}
	}
	return "Sans nom"
}

// openPiece hands a copy of a piece to the program that the system has for it.
func (e *editor) openPiece(a storage.Attachment) {
	s, id, path := e.shell, e.dossier.ID, ""
	var refused error
	s.background(func() error {
		dir, err := system.Folder(s.options.Now())
		if err != nil {
			return err
		}
		ending := map[string]string{"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}[a.Type]
		path = filepath.Join(dir, "piece"+ending) // its own name may be one that the system refuses
		if err := copyPiece(s.store, id, a.ID, path); err != nil {
			return err
		}
		refused = system.Open(path)
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			s.fail(err)
		case refused != nil:
			s.options.Log.Error("open piece", "err", refused)
			s.message("Ouvrir la pièce", "Aucun programme de cet ordinateur n’ouvre ce fichier. Une copie se trouve ici :\n"+path)
		}
	})
}

func copyPiece(store *storage.Store, id, piece, path string) error {
	r, err := store.OpenAttachment(id, piece)
	if err != nil {
		return err
	}
	defer r.Close()
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("copy piece: %w", err)
	}
	_, err = io.Copy(f, r)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/paper/signature"
)

// exportFinal writes the frozen version of each paper, byte for byte, and says why of those that have none to be sent.
func (c *command) exportFinal(dir string, d *model.Dossier, ids []model.Paper) error {
	if c.store == nil {
		return refusal("Les versions figées sont dans la base : ajoutez-y ce dossier par « importer », puis donnez sa référence.")
	}
	all, err := c.store.Papers(d.ID)
	if err != nil {
		return err
	}
	last := map[model.Paper]storage.Attachment{}
	for _, a := range all {
		if was, ok := last[a.Frozen.Paper]; !ok || was.Frozen.Version < a.Frozen.Version {
			last[a.Frozen.Paper] = a
		}
	}
	refused := document.Refusals(d, model.Findings(d, model.DayOf(c.now)), document.Uses(d))
	blocked := false
	for _, id := range ids {
		a, frozen := last[id]
		if !frozen {
			blocked = true
			fmt.Fprintf(c.out, "%s : n’est pas figé.\n", document.Title(id))
			for _, f := range refused[id] {
				fmt.Fprintf(c.out, "  [%s] %s\n", f.Severity, f.Message)
			}
			if len(refused[id]) == 0 {
				fmt.Fprintln(c.out, "  Rien ne s’y oppose : figez-le depuis la page « Documents ».")
			}
			continue
		}
		moved, err := ui.Moved(c.store, a.Frozen, d)
		if err != nil {
			return err
		}
		if len(moved) > 0 {
			blocked = true
			fmt.Fprintf(c.out, "%s : la version %d n’est plus à jour.\n", document.Title(id), a.Frozen.Version)
			for _, m := range moved {
				fmt.Fprintf(c.out, "  %s : %s → %s\n", m.Label, or(m.Was, "sans réponse"), or(m.Now, "sans réponse"))
			}
			continue
		}
		path, err := c.writeFrozen(dir, d, a)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.out, path)
	}
	if blocked {
		return errBlocked
	}
	return nil
}

func (c *command) writeFrozen(dir string, d *model.Dossier, a storage.Attachment) (string, error) {
	r, err := c.store.OpenAttachment(d.ID, a.ID)
	if err != nil {
		return "", err
	}
	pdf, err := io.ReadAll(r)
	if err = errors.Join(err, r.Close()); err != nil {
		return "", err
	}
	path := filepath.Join(dir, paper.FrozenName(a.Frozen.Paper, a.Frozen.Version, a.Frozen.Day, d.Town.Name))
	return path, storage.Replace(path, pdf)
}

// recognise says of each PDF whether it is a frozen paper of a dossier of the base.
func (c *command) recognise(paths []string) error {
	store, err := c.reading()
	if err != nil {
		return err
	}
	blocked := false
	for _, path := range paths {
		pdf, err := readPDF(path)
		if err != nil {
			return err
		}
		var found storage.Genuine
		var a storage.Attachment
		var id string
		if store != nil {
			if found, a, id, err = store.Recognise(pdf); err != nil {
				return err
			}
		}
		blocked = blocked || found == storage.PaperUnknown || found == storage.PaperAltered
		of := ""
		if found != storage.PaperUnknown {
			d, err := store.Load(id)
			if err != nil {
				return err
			}
			of = fmt.Sprintf("« %s », version %d figée le %s, dossier %s", document.Title(a.Frozen.Paper), a.Frozen.Version, a.Frozen.Day, d.Reference)
		}
		fmt.Fprintf(c.out, "%s : %s\n", path, recognised(found, of))
		for _, s := range signature.List(pdf) {
			fmt.Fprintln(c.out, "  "+s.String())
			blocked = blocked || s.State == signature.Altered
		}
	}
	if blocked {
		return errBlocked
	}
	return nil
}

// recognised words what a PDF is; of names the frozen paper.
func recognised(found storage.Genuine, of string) string {
	switch found {
	case storage.PaperGenuine:
		return "authentique. C’est " + of + "."
	case storage.PaperExtended:
		return "authentique, complété depuis, comme par une signature électronique. C’est " + of + "."
	case storage.PaperCopy:
		return "copie signée, telle qu’elle a été rendue. C’est " + of + "."
	case storage.PaperAltered:
		return "modifié. Il vient de " + of + ", mais son contenu n’est plus celui qui a été figé. Redemandez l’original."
	}
	return "inconnu. Ce n’est aucun des documents figés de cette base."
}

// readPDF reads a file that may be a frozen paper, up to the size that one may have, twice over for its signatures.
func readPDF(path string) ([]byte, error) {
	i, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, &storage.Error{Kind: storage.KindNoFile, Path: path, Err: err}
	case err != nil:
		return nil, &storage.Error{Kind: storage.KindUnreadable, Path: path, Err: err}
	case !i.Mode().IsRegular():
		return nil, &storage.Error{Kind: storage.KindNotFile, Path: path}
	case i.Size() > 2*storage.MaxAttachment:
		return nil, &storage.Error{Kind: storage.KindTooBig, Path: path}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, &storage.Error{Kind: storage.KindUnreadable, Path: path, Err: err}
	}
	return b, nil
}

package ui

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper/signature"
)

// showSignatures lists the electronic signatures of the signed copy of a paper, as it is kept today.
func (e *editor) showSignatures(id model.Paper, frozen storage.Attachment) {
	words := ""
	e.shell.background(func() error {
		original, err := e.bytesOf(frozen.ID)
		if err != nil {
			return err
		}
		signed, err := e.bytesOf(frozen.Frozen.Copy)
		words = signaturesOf(original, signed)
		return err
	}, func(err error) {
		if err != nil {
			e.shell.fail(err)
			return
		}
		e.shell.message("Signatures de « "+document.Title(id)+" »", words)
	})
}

// bytesOf reads a piece of the dossier.
func (e *editor) bytesOf(piece string) ([]byte, error) {
	r, err := e.shell.store.OpenAttachment(e.dossier.ID, piece)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	return b, errors.Join(err, r.Close())
}

// signaturesOf says what a signed copy holds, and whether it goes on from the frozen original.
func signaturesOf(original, signed []byte) string {
	list := signature.List(signed)
	if len(list) == 0 {
		return "La copie gardée ne porte aucune signature électronique : c’est un document signé à la main, ou sa numérisation."
	}
	var lines []string
	for _, s := range list {
		lines = append(lines, "• "+s.String())
	}
	if bytes.HasPrefix(signed, original) {
		lines = append(lines, "Elle contient la version figée, à l’octet près.")
	} else {
		lines = append(lines, "Attention : elle n’a pas été faite à partir de la version figée. Comparez-les avant de vous y fier.")
	}
	return strings.Join(append(lines, "Ce logiciel ne juge pas les certificats : un service de validation dit à qui ils appartiennent."), "\n")
}

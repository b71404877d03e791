// Package paper turns a document into the file that is printed, sent and signed. It only joins the steps: typeset lays the
// document out, pdf writes it.
package paper

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/typeset"
)

// Layout returns the pages of doc, for the preview; PDF paints the same.
func Layout(doc document.Document) (*typeset.Result, error) { return typeset.Layout(doc) }

// PDF returns doc as a PDF file. The same document gives the same bytes.
func PDF(doc document.Document) ([]byte, error) {
	r, err := Layout(doc)
	if err != nil {
		return nil, err
	}
	return pdf.Paint(r)
}

// FileName returns the name of doc's file: 20260312_convention-soutien_riom_projet.pdf. It holds nothing but ASCII letters,
// digits, - and _, whatever the town is called; town is its plain name. A part that is not known is left out.
func FileName(doc document.Document, town string) string {
	var parts []string
	for _, p := range []string{
		strings.ReplaceAll(string(doc.Day), "-", ""), slug(string(doc.ID)), clipped(slug(town)), slug(doc.Version),
	} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return "document.pdf"
	}
	return strings.Join(parts, "_") + ".pdf"
}

// FrozenName is FileName for a version frozen that day: 20261123_convention-soutien_riom_v1.pdf.
func FrozenName(id model.Paper, version int, day model.Day, town string) string {
	return FileName(document.Document{ID: id, Version: "v" + strconv.Itoa(version), Day: day}, town)
}

// maxTown bounds the part of a file name that people type: systems refuse names of more than 255 bytes, some 143.
const maxTown = 60

func clipped(s string) string { return strings.TrimRight(s[:min(len(s), maxTown)], "-") }

var letters = strings.NewReplacer("œ", "oe", "Œ", "oe", "æ", "ae", "Æ", "ae", "ß", "ss", "ø", "o", "Ø", "o", "ł", "l", "Ł", "l")

// slug folds accents and joins words with a hyphen.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(letters.Replace(s)) {
		r = unicode.ToLower(r)
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}

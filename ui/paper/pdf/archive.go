package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"appuitechnique/ui/paper/typeset"
)

// An archive makes of gofpdf's file one that is kept for good and read by everyone: PDF/A-2a (ISO 19005-2) and PDF/UA-1
// (ISO 14289-1), with the outline and the fields.
type archive struct {
	*file
	*typeset.Result
	pages []int // objects of the pages

	parents []string // entries of the parent tree: pages first, then annotations
	annots  [][]int  // annotations of each page
	fields  []int    // objects of the fields
	links   []int    // objects of the links
}

func finish(raw []byte, r *typeset.Result, faces []*usage) ([]byte, error) {
	f, err := parse(raw)
	if err != nil {
		return nil, err
	}
	a := &archive{file: f, Result: r, annots: make([][]int, len(r.Pages))}
	if err := a.findPages(); err != nil {
		return nil, err
	}
	if err := a.fonts(faces); err != nil {
		return nil, err
	}
	if err := a.images(pictures(r)); err != nil {
		return nil, err
	}
	catalog := "<</Type /Catalog /Pages 1 0 R /Lang (fr-FR) /MarkInfo <</Marked true>>" +
		" /ViewerPreferences <</DisplayDocTitle true>>"
	if n := a.outline(); n > 0 {
		catalog += fmt.Sprintf(" /Outlines %d 0 R /PageMode /UseOutlines", n)
	}
	form, err := a.form()
	if err != nil {
		return nil, err
	}
	a.addLinks()
	catalog += form + fmt.Sprintf(" /StructTreeRoot %d 0 R", a.structure())
	meta, err := a.metadata()
	if err != nil {
		return nil, err
	}
	if err := a.finishPages(); err != nil {
		return nil, err
	}
	a.set(a.root, catalog+meta+">>")
	return a.bytes(), nil
}

func (a *archive) findPages() error {
	kids := string(a.objects[0])
	_, kids, _ = strings.Cut(kids, "/Kids [")
	kids, _, _ = strings.Cut(kids, "]")
	for _, k := range strings.Split(strings.TrimSpace(kids), " 0 R") {
		if n := atoi([]byte(strings.TrimSpace(k))); n > 0 && n <= len(a.objects) {
			a.pages = append(a.pages, n)
		}
	}
	if len(a.pages) != len(a.Pages) {
		return fmt.Errorf("find %d pages, got %d: %w", len(a.Pages), len(a.pages), errShape)
	}
	return nil
}

// finishPages packs what the pages show, and ties each page to the structure tree and to its annotations.
func (a *archive) finishPages() error {
	for i, p := range a.pages {
		content := a.ref(p, "/Contents")
		if content == 0 {
			return fmt.Errorf("find what page %d shows: %w", i+1, errShape)
		}
		_, data, opened := bytes.Cut(a.objects[content-1], []byte("stream\n"))
		data, closed := bytes.CutSuffix(data, []byte("\nendstream"))
		if !opened || !closed {
			return fmt.Errorf("read what page %d shows: %w", i+1, errShape)
		}
		if err := a.setStream(content, "", data, true); err != nil {
			return err
		}
		s := fmt.Sprintf("\n/StructParents %d /Tabs /S", i)
		if len(a.annots[i]) > 0 {
			s += " /Annots ["
			for _, n := range a.annots[i] {
				s += fmt.Sprintf("%d 0 R ", n)
			}
			s += "]"
		}
		a.extend(p, s)
	}
	return nil
}

func (a *archive) rect(b typeset.Box) string {
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", b.X, a.Height-b.Y-b.H, b.X+b.W, a.Height-b.Y)
}

func (a *archive) place(page int, y float64) string {
	return fmt.Sprintf("[%d 0 R /XYZ 0 %.2f null]", a.pages[page], a.Height-y)
}

// form adds the empty fields to sign and returns their entry in the catalog. SigFlags is set from the start, so that who
// signs need not touch the catalog.
func (a *archive) form() (string, error) {
	if len(a.Fields) == 0 {
		return "", nil
	}
	list := ""
	for _, f := range a.Fields {
		look := a.reserve()
		box := fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.2f %.2f] /Resources <<>>", f.W, f.H)
		if err := a.setStream(look, box, []byte(" "), false); err != nil {
			return "", err
		}
		n := a.annotate(f.Page, f.Elem, fmt.Sprintf("/Subtype /Widget /FT /Sig /T (%s) /TU %s /Rect %s /AP <</N %d 0 R>>",
			f.Name, text(f.Tip), a.rect(f.Box), look))
		a.fields = append(a.fields, n)
		list += fmt.Sprintf("%d 0 R ", n)
	}
	return " /AcroForm <</Fields [" + list + "] /SigFlags 3>>", nil
}

func (a *archive) addLinks() {
	for _, l := range a.Links {
		a.links = append(a.links, a.annotate(l.Page, l.Elem, fmt.Sprintf("/Subtype /Link /Border [0 0 0] /Rect %s /Dest %s /Contents %s",
			a.rect(l.Box), a.place(l.ToPage, l.ToY), text(l.Tip))))
	}
}

// annotate adds an annotation that prints and that belongs to the element e.
func (a *archive) annotate(page int, e *typeset.Elem, entries string) int {
	n := a.reserve()
	for len(a.parents) < len(a.pages) {
		a.parents = append(a.parents, "")
	}
	a.set(n, fmt.Sprintf("<</Type /Annot /F 4 /P %d 0 R /StructParent %d %s>>", a.pages[page], len(a.parents), entries))
	a.parents = append(a.parents, "")
	a.annots[page] = append(a.annots[page], n)
	return n
}

// outline adds the bookmarks and returns the number of their root, 0 when there are none.
func (a *archive) outline() int {
	if len(a.Bookmarks) == 0 {
		return 0
	}
	root := a.reserve()
	type entry struct {
		object, parent, prev, next, first, last, kids int
	}
	entries := make([]entry, len(a.Bookmarks))
	top := entry{object: root}
	lastOf := map[int]int{} // last entry of each level, under the same parent
	for i, m := range a.Bookmarks {
		e := &entries[i]
		e.object, e.parent = a.reserve(), root
		up := &top
		if k, ok := lastOf[0]; ok && m.Level > 0 {
			up = &entries[k]
			e.parent = up.object
		}
		level := min(m.Level, 1)
		if k, ok := lastOf[level]; ok {
			e.prev, entries[k].next = entries[k].object, e.object
		} else {
			up.first = e.object
		}
		up.last = e.object
		up.kids++
		lastOf[level] = i
		if level == 0 {
			delete(lastOf, 1)
		}
	}
	link := func(key string, n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprintf(" /%s %d 0 R", key, n)
	}
	for i, m := range a.Bookmarks {
		e := entries[i]
		s := "<</Title " + text(m.Title) + " /Dest " + a.place(m.Page, m.Y) +
			link("Parent", e.parent) + link("Prev", e.prev) + link("Next", e.next) + link("First", e.first) + link("Last", e.last)
		if e.kids > 0 {
			s += fmt.Sprintf(" /Count -%d", e.kids) // closed
		}
		a.set(e.object, s+">>")
	}
	a.set(root, "<</Type /Outlines"+link("First", top.first)+link("Last", top.last)+fmt.Sprintf(" /Count %d>>", top.kids))
	return root
}

// metadata adds what archives ask for, and returns their entries in the catalog.
func (a *archive) metadata() (string, error) {
	d := date(a.Result)
	stamp := d.UTC().Format("20060102150405")
	a.set(a.info, fmt.Sprintf("<</Title %s /Author %s /Subject %s /Creator %s /Producer %s /CreationDate (D:%s+00'00') /ModDate (D:%s+00'00')>>",
		text(a.Title), text(a.Author), text(a.Subject), text(Program), text(Program), stamp, stamp))
	meta := a.reserve()
	if err := a.setStream(meta, "/Type /Metadata /Subtype /XML", xmp(a.Result, d.UTC().Format(time.RFC3339)), false); err != nil {
		return "", err
	}
	profile := a.reserve()
	if err := a.setStream(profile, "/N 3 /Alternate /DeviceRGB", sRGB(), true); err != nil {
		return "", err
	}
	intent := a.add(fmt.Sprintf("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"+
		" /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>", profile))
	return fmt.Sprintf(" /Metadata %d 0 R /OutputIntents [%d 0 R]", meta, intent), nil
}

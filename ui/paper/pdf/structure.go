package pdf

import (
	"fmt"
	"strings"

	"appuitechnique/ui/paper/typeset"
)

// structure writes the structure tree and returns the number of its root.
func (a *archive) structure() int {
	root := a.reserve()
	for len(a.parents) < len(a.pages) {
		a.parents = append(a.parents, "")
	}
	w := &treeWriter{archive: a, marks: make([][]int, len(a.pages))}
	top := w.element(a.Root, root)
	for i, elems := range w.marks {
		var b strings.Builder
		for _, e := range elems {
			fmt.Fprintf(&b, "%d 0 R ", e)
		}
		a.parents[i] = fmt.Sprintf("%d 0 R", a.add("["+b.String()+"]"))
	}
	var nums strings.Builder
	for i, p := range a.parents {
		fmt.Fprintf(&nums, "%d %s ", i, p)
	}
	tree := a.add("<</Nums [" + nums.String() + "]>>")
	a.set(root, fmt.Sprintf("<</Type /StructTreeRoot /K [%d 0 R] /ParentTree %d 0 R /ParentTreeNextKey %d>>",
		top, tree, len(a.parents)))
	return root
}

// A treeWriter numbers the elements as it meets them.
type treeWriter struct {
	*archive
	marks [][]int // the element of each mark of each page
}

// hasContent reports whether e is worth writing; an empty cell keeps its place in its row.
func hasContent(e *typeset.Elem) bool {
	if e.Tag == typeset.TagTD || e.Tag == typeset.TagTH {
		return true
	}
	for _, k := range e.Kids {
		if k.Elem == nil || hasContent(k.Elem) {
			return true
		}
	}
	return e.Parent == nil
}

func (w *treeWriter) element(e *typeset.Elem, parent int) int {
	n := w.reserve()
	page := -1
	var kids strings.Builder
	for _, k := range e.Kids {
		switch {
		case k.Elem != nil:
			if hasContent(k.Elem) {
				fmt.Fprintf(&kids, "%d 0 R ", w.element(k.Elem, n))
			}
		case k.Field > 0:
			kids.WriteString(w.widget(n, w.fields[k.Field-1], w.Fields[k.Field-1].Page))
		case k.Link > 0:
			kids.WriteString(w.widget(n, w.links[k.Link-1], w.Links[k.Link-1].Page))
		default:
			for len(w.marks[k.Page]) <= k.ID {
				w.marks[k.Page] = append(w.marks[k.Page], n)
			}
			w.marks[k.Page][k.ID] = n
			if page < 0 {
				page = k.Page
			}
			if k.Page == page {
				fmt.Fprintf(&kids, "%d ", k.ID)
			} else {
				fmt.Fprintf(&kids, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", w.pages[k.Page], k.ID)
			}
		}
	}
	s := fmt.Sprintf("<</Type /StructElem /S /%s /P %d 0 R", e.Tag, parent)
	if page >= 0 {
		s += fmt.Sprintf(" /Pg %d 0 R", w.pages[page])
	}
	w.set(n, s+w.attributes(e)+" /K ["+kids.String()+"]>>")
	return n
}

// widget returns the reference from element n to an annotation, and the way back.
func (w *treeWriter) widget(n, object, page int) string {
	_, rest, _ := strings.Cut(string(w.objects[object-1]), "/StructParent ")
	key, _, _ := strings.Cut(rest, " ")
	w.parents[atoi([]byte(key))] = fmt.Sprintf("%d 0 R", n)
	return fmt.Sprintf("<</Type /OBJR /Obj %d 0 R /Pg %d 0 R>> ", object, w.pages[page])
}

func (w *treeWriter) attributes(e *typeset.Elem) string {
	switch e.Tag {
	case typeset.TagTH:
		return fmt.Sprintf(" /A <</O /Table /Scope /%s>>", e.Scope)
	case typeset.TagL:
		return " /A <</O /List /ListNumbering /Disc>>"
	case typeset.TagFigure:
		return fmt.Sprintf(" /Alt %s /A <</O /Layout /Placement /Block /BBox %s>>", text(e.Alt), w.rect(e.Box))
	}
	return ""
}

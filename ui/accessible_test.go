package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/model"
	"appuitechnique/ui/kit"
)

// TestEveryWidgetOfOursHasARoleAndALabel walks over every page, and a fiche with each kind of question, as a screen reader does.
func TestEveryWidgetOfOursHasARoleAndALabel(t *testing.T) {
	s := start(t)
	seen, walked := map[string]bool{}, 0
	walk := func(page string) {
		s.settle()
		for _, root := range append(s.canvas.Overlays().List(), s.canvas.Content()) {
			for _, o := range test.LaidOutObjects(root) {
				w, ok := o.(fyne.Widget)
				of := reflect.TypeOf(o)
				if !ok || of.Kind() != reflect.Pointer || !strings.HasPrefix(of.Elem().PkgPath(), "appuitechnique/") || !w.Visible() {
					continue
				}
				if x, ok := o.(*kit.Text); ok && x.Words() == "" {
					continue // nothing is shown
				}
				walked++
				a, ok := o.(fyne.Accessible)
				fault := ""
				switch {
				case !ok:
					fault = "no role"
				case a.AccessibilityRole() == "":
					fault = "an empty role"
				case a.AccessibilityRole() != fyne.AccessibleRoleContainer && strings.TrimSpace(a.AccessibilityLabel()) == "":
					fault = "no label"
				}
				if name := fmt.Sprint(of, " has ", fault); fault != "" && !seen[name] {
					seen[name] = true
					t.Errorf("%s: %s", page, name)
				}
			}
		}
	}
	for _, page := range []func(){s.home, s.goPortfolio, s.goTrash, s.goBackups, s.goSettings, s.goGallery} {
		page()
		walk(s.framed)
	}
	s.openExample("riom")
	e := s.editor
	kinds := map[model.Kind]bool{}
	for _, f := range model.Fiches(e.parts) {
		fresh := false
		f.EachShown(func(q model.Field) {
			fresh = fresh || !kinds[q.Kind]
			kinds[q.Kind] = true
		})
		if fresh { // the others hold the same widgets
			e.showFiche(f.Key)
			walk(f.Number)
		}
	}
	for _, p := range pages() {
		p.show(e)
		walk(p.name)
	}
	for _, tab := range []string{tabPreview, tabProblems} {
		e.showFiche(e.key)
		e.panel.show(tab)
		e.panes.showPanel()
		walk(tab)
	}
	e.openReading(model.Paper("convention-soutien"))
	walk(pageReading)
	s.importFile()
	walk("choix d’un fichier")
	if walked < 1000 {
		t.Errorf("%d widgets were walked over, want all of them", walked)
	}
}

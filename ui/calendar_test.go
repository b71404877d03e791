package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"appuitechnique/ui/kit"
)

// lineSaying finds the line one can press in which these words are written.
func lineSaying(t *testing.T, s *Shell, words string) *kit.Line {
	t.Helper()
	var found *kit.Line
	for _, o := range test.LaidOutObjects(s.editor.body) {
		if l, ok := o.(*kit.Line); ok && holds(l, words) {
			found = l
		}
	}
	if found == nil {
		t.Fatalf("no line says « %s »", words)
	}
	return found
}

func TestAnotherStartMovesTheCalendar(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	goTo(t, s, "calendrier")
	if e.page != pageCalendar || !says(s, "La prise de poste du 4 janvier 2027 peut être tenue") ||
		!says(s, "critique") || !says(s, "Chemin critique") {
		t.Fatalf("page %q does not say whether the start holds, and what decides", e.page)
	}
	input[*kit.Entry](t, s, "mission.start").SetText("")
	write(t, s, "mission.start", "01/12/2026")
	if !says(s, "La prise de poste du 1er décembre 2026 ne peut pas être tenue") || !says(s, "en retard") || !says(s, "Retard : ") {
		t.Error("the calendar did not follow another start")
	}
	s.editor.showDocuments()
	if d := stored(t, s); d.Mission.Start != "2026-12-01" {
		t.Errorf("start %q on the disk, want 2026-12-01", d.Mission.Start)
	}
}

func TestAStepLeadsToItsQuestionAndBack(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	e := s.editor
	e.showCalendar()
	line := lineSaying(t, s, "E11  Engagement de la Caisse des dépôts et signature de la convention de soutien")
	s.canvas.Focus(line)
	press(s, fyne.KeyReturn)
	if e.page != pageFiche || e.field != "support.signed" && e.field != "support.decisionDay" {
		t.Fatalf("at %s, question %q; want the convention de soutien", e.page, e.field)
	}
	tapButton(t, s, "Retour au calendrier")
	if e.page != pageCalendar {
		t.Errorf("back on %q, want the calendar", e.page)
	}
}

func TestTheCalendarIsExportedForADiary(t *testing.T) {
	s := start(t)
	s.openExample("riom")
	s.editor.showCalendar()
	tapButton(t, s, "Exporter pour l’agenda (.ics)…")
	dir := t.TempDir()
	fillPath(t, s, dir)
	press(s, fyne.KeyReturn)
	files, err := filepath.Glob(filepath.Join(dir, "*.ics"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %v: want one calendar file", files, err)
	}
	b, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(b), "BEGIN:VEVENT"); got < 20 {
		t.Errorf("%d events, want one a step", got)
	}
}

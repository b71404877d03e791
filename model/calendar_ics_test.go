package model

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

var icsStamp = time.Date(2026, 11, 23, 9, 30, 0, 0, time.FixedZone("Paris", 3600))

// unfolded reads an iCalendar file back as name and value pairs.
func unfolded(t *testing.T, raw []byte) (names, values []string) {
	t.Helper()
	if !bytes.HasSuffix(raw, []byte("\r\n")) || bytes.Contains(bytes.ReplaceAll(raw, []byte("\r\n"), nil), []byte("\n")) {
		t.Fatal("a line does not end with CR LF")
	}
	for _, line := range strings.Split(strings.TrimSuffix(string(raw), "\r\n"), "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets in %q", len(line), line)
		}
		if !strings.HasPrefix(line, " ") {
			name, value, ok := strings.Cut(line, ":")
			if !ok {
				t.Fatalf("no value in %q", line)
			}
			names, values = append(names, name), append(values, value)
			continue
		}
		values[len(values)-1] += line[1:]
	}
	return names, values
}

func TestTheCalendarIsExportedAsRFC5545Says(t *testing.T) {
	d, _ := Example("riom")
	steps := d.Calendar("2026-11-23")
	raw := d.ICS(steps, icsStamp)
	names, values := unfolded(t, raw)
	want := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Appui technique//Calendrier administratif//FR\r\nCALSCALE:GREGORIAN\r\n" +
		"X-WR-CALNAME:Appui technique – Riom\\, SPÉCIMEN-RIOM\r\nBEGIN:VEVENT\r\nUID:e02-exemple-riom@appui-technique\r\n" +
		"DTSTAMP:20261123T083000Z\r\nDTSTART;VALUE=DATE:20260409\r\nDTEND;VALUE=DATE:20260410\r\nSUMMARY:Portage politique (fait)\r\n"
	if !strings.HasPrefix(string(raw), want) {
		t.Errorf("begins with\n%s", raw[:min(len(raw), 400)])
	}
	if !bytes.HasSuffix(raw, []byte("END:VEVENT\r\nEND:VCALENDAR\r\n")) {
		t.Error("does not end the calendar")
	}
	var uids []string
	for i, name := range names {
		if name == "UID" {
			uids = append(uids, values[i])
		}
	}
	// All but E01, which is done and has no day; the council is over, nothing is left to convene.
	if len(uids) != 21 || len(slices.Compact(slices.Sorted(slices.Values(uids)))) != 21 {
		t.Errorf("%d events: %v", len(uids), uids)
	}
	if !bytes.Equal(raw, d.ICS(d.Calendar("2026-11-23"), icsStamp)) {
		t.Error("twice the same, other bytes")
	}
}

func TestAnEventKeepsItsIdentifierWhenItMoves(t *testing.T) {
	at := regexp.MustCompile(`UID:e13-a1@appui-technique\r\nDTSTAMP:\w+\r\nDTSTART;VALUE=DATE:(\d+)`)
	for start, want := range map[Day]string{"2026-10-01": "20261001", "2026-11-02": "20261102", "2026-05-04": "20260707"} {
		d := planned(start)
		got := at.FindSubmatch(d.ICS(d.Calendar("2026-03-02"), icsStamp))
		if got == nil || string(got[1]) != want {
			t.Errorf("with a start on %s: %s, want %s", start, got, want)
		}
	}
}

func TestTheCouncilIsConvenedInTheCalendarFile(t *testing.T) {
	d := planned("2026-10-01")
	raw := d.ICS(d.Calendar("2026-03-02"), icsStamp)
	if !strings.Contains(string(raw), "UID:e08-convocation-a1@appui-technique\r\nDTSTAMP:20261123T083000Z\r\nDTSTART;VALUE=DATE:20260602\r\n") {
		t.Error("no convocation on 2 June")
	}
	d.Town.Population = 2_000
	if strings.Contains(string(d.ICS(d.Calendar("2026-03-02"), icsStamp)), "convocation") {
		t.Error("a convocation where the five clear days are not required")
	}
}

// What people type never breaks the file.
func TestATextIsEscapedAndFoldedBetweenSigns(t *testing.T) {
	d := planned("2026-10-01")
	d.ID = "a\r\nEND:VCALENDAR;é"
	d.Town.Name = "L’Haÿ-les-Roses; l’île, l’\\été\r\nBEGIN:VEVENT\x07 " + strings.Repeat("é", 80) + "\xff"
	names, values := unfolded(t, d.ICS(d.Calendar("2026-03-02"), icsStamp))
	i := slices.Index(names, "X-WR-CALNAME")
	want := `Appui technique – L’Haÿ-les-Roses\; l’île\, l’\\été\nBEGIN:VEVENT ` + strings.Repeat("é", 80) + `\, 2026-001`
	if values[i] != want {
		t.Errorf("got %q\nwant %q", values[i], want)
	}
	begun := 0
	for i, name := range names {
		if name == "BEGIN" && values[i] != "VEVENT" {
			begun++
		}
	}
	if begun != 1 {
		t.Errorf("%d calendars begun", begun)
	}
	if i := slices.Index(names, "UID"); values[i] != "e01-a--END-VCALENDAR--@appui-technique" {
		t.Errorf("identifier %q", values[i])
	}
}

func TestNoDayIsNoFile(t *testing.T) {
	if got := new(Dossier).ICS(nil, icsStamp); got != nil {
		t.Errorf("got %q", got)
	}
}

package model

import (
	"bytes"
	"strings"
	"time"
	"unicode/utf8"
)

// ICS writes the steps that have a day as all-day events of an iCalendar file (RFC 5545). Each keeps the same identifier
// from one export to the next, so that importing again moves the events instead of doubling them. stamp is the time of the
// export; the same dossier, steps and stamp give the same bytes. Nil when no step has a day.
func (d *Dossier) ICS(steps []Step, stamp time.Time) []byte {
	var w icsWriter
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	w.line("PRODID", "-//Appui technique//Calendrier administratif//FR")
	w.line("CALSCALE", "GREGORIAN")
	w.line("X-WR-CALNAME", icsText("Appui technique – "+d.calendarName()))
	events := 0
	event := func(id string, day Day, title, about string) {
		if !day.usable() {
			return
		}
		events++
		w.line("BEGIN", "VEVENT")
		w.line("UID", strings.ToLower(id)+"-"+icsName(d.ID)+"@appui-technique")
		w.line("DTSTAMP", stamp.UTC().Format("20060102T150405Z"))
		w.line("DTSTART;VALUE=DATE", strings.ReplaceAll(string(day), "-", ""))
		w.line("DTEND;VALUE=DATE", strings.ReplaceAll(string(day.AddDays(1)), "-", ""))
		w.line("SUMMARY", icsText(title))
		w.line("DESCRIPTION", icsText(about))
		w.line("TRANSP", "TRANSPARENT")
		w.line("END", "VEVENT")
	}
	for _, s := range steps {
		if s.Convene != "" {
			event(s.ID+"-convocation", s.Convene, "Convocation du conseil municipal, au plus tard",
				"Cinq jours francs avant la séance (CGCT, article L2121-12), pour la séance du "+s.Earliest.String()+".")
		}
		event(s.ID, s.When(), s.Title+s.timing(), s.about())
	}
	w.line("END", "VCALENDAR")
	if events == 0 {
		return nil
	}
	return w.Bytes()
}

// calendarName is the town and the reference of the dossier.
func (d *Dossier) calendarName() string {
	if d.Town.Name == "" {
		return d.Reference
	}
	return d.Town.Name + ", " + d.Reference
}

// timing completes the title of s with what its day means.
func (s Step) timing() string {
	switch s.When() {
	case "":
		return ""
	case s.Done:
		return " (fait)"
	case s.Set:
		return " (date fixée)"
	}
	switch {
	case s.Late:
		return " (en retard)"
	case s.Latest == "":
		return " (au plus tôt)"
	}
	return " (au plus tard)"
}

// about says who carries s out, what it produces and between which days.
func (s Step) about() string {
	lines := []string{"Étape " + s.ID + " – " + s.Who, "Document : " + s.Paper}
	if !s.Past {
		if s.Earliest != "" {
			lines = append(lines, "Au plus tôt : "+s.Earliest.String())
		}
		if s.Prudent != "" {
			lines = append(lines, "Par prudence : "+s.Prudent.String())
		}
		if s.Latest != "" {
			lines = append(lines, "Au plus tard : "+s.Latest.String())
		}
	}
	return strings.Join(append(lines, "Délais usuels, à confirmer avec la Direction régionale."), "\n")
}

// icsWriter writes content lines: CRLF at their end, folded so that none is longer than 75 octets.
type icsWriter struct{ bytes.Buffer }

const icsWidth = 75

func (w *icsWriter) line(name, value string) {
	text, room := name+":"+value, icsWidth
	for len(text) > room {
		cut := room
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		w.WriteString(text[:cut] + "\r\n ")
		text, room = text[cut:], icsWidth-1
	}
	w.WriteString(text + "\r\n")
}

// icsText escapes a value of type TEXT; signs of control other than the end of a line are dropped.
func icsText(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "")
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\\' || r == ';' || r == ',':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r < ' ' && r != '\t' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// icsName keeps what may stand in an identifier.
func icsName(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return '-'
	}, s)
}

package document

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The two spaces that never break: the wide one before a colon, inside guillemets and before a unit; the narrow one
// before ; ! ? % and between thousands.
const (
	wide   = "\u00a0"
	narrow = "\u202f"
	space  = "[ \u00a0\u202f]"
)

// A typoRule rewrites every match of a pattern. The text of the match may only change in spaces and signs: letters are
// never lost.
type typoRule struct {
	near    []string // a text with none of these has no match: it is not searched
	pattern *regexp.Regexp
	rewrite func(m []string) string // m[0] is the match, then its groups
}

func rule(near []string, pattern string, rewrite func(m []string) string) typoRule {
	return typoRule{near, regexp.MustCompile(strings.ReplaceAll(pattern, "_", space)), rewrite}
}

// glued joins the groups of a match with no-break spaces.
func glued(m []string) string { return strings.Join(m[1:], wide) }

const (
	monthWords = `janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre`
	unitWords  = `mois|jours?|ans|années?|semaines?|heures?|h|min|m²|km|ha|k€|M€|euros?|exemplaires?|habitants|` +
		`logements|personnes|ETP|tâches?|jalons?`
	streetWords = `rue|avenue|boulevard|bd|cours|place|quai|allées?|chemin|route|impasse|passage|promenade|square|esplanade`
)

var (
	figures  = strings.Split("0123456789", "")
	anySpace = []string{" ", wide, narrow}
	months   = strings.Split(monthWords, "|")
	numbered = cross(is("rticle", "rticles", "rt.", "nnexe", "nnexes", "hapitre", "hapitres", "ompte", "itre", "itres", "age", "ages", "p."), is(" "))
)

// is lists texts as a rule wants them.
func is(list ...string) []string { return list }

// cross lists every text made of one of each.
func cross(parts ...[]string) []string {
	out := []string{""}
	for _, list := range parts {
		var longer []string
		for _, begun := range out {
			for _, s := range list {
				longer = append(longer, begun+s)
			}
		}
		out = longer
	}
	return out
}

// typoRules are applied in this order. In a pattern, _ stands for one space of any kind.
var typoRules = []typoRule{
	rule(cross(anySpace, anySpace), `__+`, func(m []string) string { return strongest(m[0]) }),
	rule(is("'"), `'`, func([]string) string { return "’" }),
	rule(is("\""), `"([^"]+)"`, func(m []string) string { return "«" + wide + m[1] + wide + "»" }),
	rule(is("..."), `\.{3,}`, func([]string) string { return "…" }),
	rule(cross(anySpace, is(",", ".")), `_+(,|\.(?:_|$))`, func(m []string) string { return m[1] }),
	rule(is(".."), `([^.…])\.\.(_|$)`, func(m []string) string { return m[1] + "." + m[2] }), // an answer and its sentence both ended
	rule(cross(is(";", ","), append(is(""), anySpace...), is(".", ";", ",")), `_*[;,]_*([.;,])`, func(m []string) string { return m[1] }),
	rule(is("«"), `«_*`, func([]string) string { return "«" + wide }),
	rule(is("»"), `_*»`, func([]string) string { return wide + "»" }),
	rule(is(";", "!", "?"), `([\pL\pN)\]»’°²…."€%])_*([;!?])`, func(m []string) string { return m[1] + narrow + m[2] }),
	rule(is(":"), `([\pL\pN)\]»°²…."€%])_*:(_|$)`, func(m []string) string { return m[1] + wide + ":" + m[2] }),
	rule(is("—"), `([^\s\x{a0}\x{202f}])_*—_*`, func(m []string) string { return m[1] + wide + "— " }),
	rule(is("–"), `([^\s\x{a0}\x{202f}])_+–_+`, func(m []string) string { return m[1] + wide + "– " }),
	rule(is("1er"), `\b1er\b`, func([]string) string { return "1ᵉʳ" }),
	rule(is("1re"), `\b1re\b`, func([]string) string { return "1ʳᵉ" }),
	rule(cross(append(is("V", "X", "I"), figures...), is("e")), `\b(\d+|[IVX]{2,}|[VX])e\b`, func(m []string) string { return m[1] + "ᵉ" }),
	rule(is("m2"), `(\d)_*m2\b`, func(m []string) string { return m[1] + wide + "m²" }),
	rule(is("SIREN", "SIRET"), `(SIRE[NT]_*(?::_)?(?:n°_*)?)(\d{3})(\d{3})(\d{3})(\d{5})?\b`, func(m []string) string {
		return strings.TrimRight(m[1]+strings.Join(m[2:], narrow), narrow)
	}),
	rule(cross(figures, is(" ")), `\b\d{3}_\d{3}_\d{3}_\d{5}\b`, narrowed),
	rule(cross(figures, is(" ")), `\b\d{1,3}(?:_\d{3})+\b`, narrowed),
	rule(cross(figures, is(" ")), `\b0\d(?:_\d\d){4}\b`, func(m []string) string { return spaces.ReplaceAllString(m[0], wide) }),
	rule(is("h"), `\b(\d{1,2})_*h_*(\d\d)\b`, func(m []string) string { return m[1] + wide + "h" + wide + m[2] }),
	rule(is("%"), `(\d)_*%`, func(m []string) string { return m[1] + narrow + "%" }),
	rule(is("€"), `(\d)_*€`, func(m []string) string { return m[1] + wide + "€" }),
	rule(cross(append(is(")"), figures...), is(" ")), `([\d)])_+(`+unitWords+`)\b`, glued),
	rule(cross(figures, is(" ")), `(\d)_+(`+streetWords+`)\b`, glued),
	rule(is("²"), `([\d)])_+(m²)`, glued),
	rule(is(" ("), `(\pL)_+(\(\d{1,3}\)_)`, glued),
	rule(is("°"), `\b([Nn]°)_*(\S)`, glued),
	rule(cross(months, is(" ")), `\b(\d{1,2}|1ᵉʳ)_+(`+monthWords+`)_+(\d{4})\b`, glued),
	rule(cross(is(" "), months), `\b(\d{1,2}|1ᵉʳ)_+(`+monthWords+`)`, glued),
	rule(is("L.", "R.", "D."), `\b([LRD]\.)_*(\d)`, glued),
	rule(numbered, `\b([Aa]rticles?|[Aa]rt\.|[Aa]nnexes?|[Cc]hapitres?|[Cc]ompte|[Tt]itres?|[Pp]ages?|p\.)_+(\d|[LRD]\.|[IVX]+\b)`, glued),
	rule(is("§"), `(§)_*(\d)`, glued),
	rule(is("M. ", "MM. ", "Mme ", "Mmes "), `\b(M\.|MM\.|Mmes?)_+(\p{Lu})`, glued),
}

var (
	spaces = regexp.MustCompile(space)

	// untouched finds what must stay as it was typed: addresses of the web, e-mail addresses and IBANs.
	untouched = regexp.MustCompile(`(?i:https?://|www\.)[^\s«»\x{a0}\x{202f}]+|` +
		`[^\s@<>«»()\x{a0}\x{202f}]+@[^\s@<>«»()\x{a0}\x{202f}]+\.[\pL]+|` +
		`\b[A-Z]{2}\d{2}(?:` + space + `?[0-9A-Z]{4}){2,7}(?:` + space + `?[0-9A-Z]{1,3})?\b`)
)

// leftAlone returns where text is untouched. Most texts are spared the search, which is long, by what they lack: an address
// holds @, :// or www., and an IBAN begins with two capitals and two figures.
func leftAlone(text string) [][]int {
	www := func(i int) bool { return i+4 <= len(text) && strings.EqualFold(text[i:i+4], "www.") }
	iban := func(i int) bool {
		return i+4 <= len(text) && isCapital(text[i]) && isCapital(text[i+1]) && isFigure(text[i+2]) && isFigure(text[i+3])
	}
	for i := range len(text) {
		if text[i] == '@' || strings.HasPrefix(text[i:], "://") || www(i) || iban(i) {
			return untouched.FindAllStringIndex(text, -1)
		}
	}
	return nil
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

func isFigure(b byte) bool { return b >= '0' && b <= '9' }

func narrowed(m []string) string { return spaces.ReplaceAllString(m[0], narrow) }

// strongest returns the one space that a run of spaces stands for: an unbreakable one wins.
func strongest(run string) string {
	switch {
	case strings.Contains(run, wide):
		return wide
	case strings.Contains(run, narrow):
		return narrow
	}
	return " "
}

// french applies the micro-typography of French to a run of spans, across their borders. Applied twice it changes
// nothing more; addresses of the web, e-mail addresses and IBANs are left alone.
func french(s Spans) Spans {
	t := ribbon{}
	for _, p := range s {
		t.text += p.Text
		t.ends = append(t.ends, len(t.text))
	}
	t = settled.of(t)
	out := make(Spans, 0, len(s))
	start := 0
	for i, p := range s {
		p.Text = t.text[start:t.ends[i]]
		start = t.ends[i]
		if p.Text != "" {
			out = append(out, p)
		}
	}
	return out
}

// frenchText sets a heading or a label as french does.
func frenchText(s string) string { return french(Spans{{Text: s}}).String() }

// settle applies the rules, in turn, until each has found nothing to change since the last that did.
func (t ribbon) settle() ribbon {
	const most = 8 // times each rule, at worst: a rule may make room for one before it, but not without end
	quiet := 0     // rules on end that changed nothing
	for i := 0; quiet < len(typoRules) && i < most*len(typoRules); i++ {
		before := t.text
		t.apply(typoRules[i%len(typoRules)])
		quiet++
		if t.text != before {
			quiet = 0
		}
	}
	return t
}

// A ribbon is the text of several spans in one piece, with the place where each ends.
type ribbon struct {
	text string
	ends []int
}

// apply rewrites every match of r that leaves alone what is untouched, and moves the ends accordingly.
func (t *ribbon) apply(r typoRule) {
	if !slices.ContainsFunc(r.near, func(s string) bool { return strings.Contains(t.text, s) }) {
		return
	}
	matches := r.pattern.FindAllStringSubmatchIndex(t.text, -1)
	if matches == nil {
		return
	}
	var kept [][]int // found at the first change: most matches are set already
	var b strings.Builder
	done := 0
	ends := slices.Clone(t.ends)
	for _, m := range matches {
		old, new := t.text[m[0]:m[1]], r.rewrite(groups(t.text, m))
		if new != old {
			if kept == nil {
				kept = append(leftAlone(t.text), []int{len(t.text), len(t.text)})
			}
			if from, to := changed(old, new); overlaps(kept, m[0]+from, m[0]+to) {
				new = old
			}
		}
		b.WriteString(t.text[done:m[0]])
		at := b.Len()
		b.WriteString(new)
		for i, e := range t.ends {
			switch {
			case e >= m[1]:
				ends[i] = e + b.Len() - m[1]
			case e > m[0]:
				ends[i] = at + carried(old, new, e-m[0])
			}
		}
		done = m[1]
	}
	b.WriteString(t.text[done:])
	t.text, t.ends = b.String(), ends
}

// groups returns the match m of a pattern in text, then its groups; a group that took no part is empty.
func groups(text string, m []int) []string {
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = text[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

// changed finds the part of old that new does not keep, from its start to its end.
func changed(old, new string) (from, to int) {
	to = len(old)
	for n := len(new); to > 0 && n > 0 && old[to-1] == new[n-1]; n-- {
		to--
	}
	for from < min(to, len(new)) && old[from] == new[from] {
		from++
	}
	return from, to
}

// carried finds the place in new that matches place at of old: after as many signs that are not spaces.
func carried(old, new string, at int) int {
	signs := 0
	for _, r := range old[:at] {
		if !unicode.IsSpace(r) {
			signs++
		}
	}
	for i, r := range new {
		if signs == 0 {
			return i
		}
		if !unicode.IsSpace(r) {
			signs--
		}
	}
	return len(new)
}

func overlaps(kept [][]int, from, to int) bool {
	for _, k := range kept {
		if from < k[1] && to > k[0] || from == to && from > k[0] && from < k[1] {
			return true
		}
	}
	return false
}

// lowerFirst writes s with a small first letter, unless its first word is an acronym written in capitals, « IBAN » or
// « SIRET », or announces a name: « Mme Martin ».
func lowerFirst(s string) string {
	for _, title := range []string{"M. ", "MM. ", "Mme ", "Mmes "} {
		if strings.HasPrefix(s, title) {
			return s
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	if unicode.IsUpper(next) || unicode.IsDigit(next) {
		return s
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// upperFirst writes s with a capital first letter.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

package sheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"time"

	"appuitechnique/model"
)

// A workbook holds a few tables; a page is one of them, its cells in rows from A1.
type (
	workbook struct {
		day   model.Day // dates the file
		pages []page
	}
	page struct {
		name   string
		widths []int // of the columns, in characters
		frozen int   // rows that stay on screen
		rows   [][]cell
	}
	// A cell holds a text, or a number as XML writes it; where it has a formula, the number is what the formula gives.
	cell struct {
		text, number, formula string
		style                 style
	}
)

// A style is a rank in the table of styles below.
type style int

const (
	plain style = iota
	title
	head
	money      // computed
	moneyGiven // typed by a person: on a tint
	rateGiven
	countGiven
	date
	count
	total
	moneyTotal
	remark
)

func words(s string, as style) cell          { return cell{text: s, style: as} }
func number(n int, as style) cell            { return cell{number: strconv.Itoa(n), style: as} }
func euros(c model.Cents, as style) cell     { return cell{number: decimal(int64(c), 100), style: as} }
func rate(r model.Rate) cell                 { return cell{number: decimal(int64(r), 10_000), style: rateGiven} }
func day(d model.Day) cell                   { return cell{number: strconv.Itoa(serial(d)), style: date} }
func (c cell) by(f string, args ...any) cell { c.formula = fmt.Sprintf(f, args...); return c }

// decimal writes n ÷ of with a point, without any rounding; of is a power of ten.
func decimal(n, of int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return fmt.Sprintf("%s%d.%0*d", sign, n/of, len(strconv.FormatInt(of, 10))-1, n%of)
}

// serial counts the days as spreadsheets do: 1 January 1900 is 1, and 29 February 1900 is counted too.
func serial(d model.Day) int {
	return int(d.Time().Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// column names a column counted from 0: A, B, C. The tables have fewer than 26.
func column(i int) string { return string(rune('A' + i)) }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// write returns the workbook as an XLSX file (ECMA-376, Office Open XML). The same tables give the same bytes.
func (w workbook) write() ([]byte, error) {
	const (
		pkg  = "http://schemas.openxmlformats.org/package/2006/"
		doc  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
		main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
		kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	)
	var types, rels, list strings.Builder
	for i, p := range w.pages {
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, kind)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, doc, i+1)
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(p.name), i+1, i+1)
	}
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + pkg + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + kind + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + kind + `styles+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + pkg + `relationships"><Relationship Id="rId1" Type="` + doc + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<workbook xmlns="` + main + `" xmlns:r="` + doc + `"><sheets>` + list.String() + `</sheets><calcPr fullCalcOnLoad="1"/></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<Relationships xmlns="` + pkg + `relationships">` + rels.String() +
			fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(w.pages)+1, doc)},
		{"xl/styles.xml", `<styleSheet xmlns="` + main + `">` + styles + `</styleSheet>`},
	}
	for i, p := range w.pages {
		parts = append(parts, [2]string{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), `<worksheet xmlns="` + main + `">` + p.xml() + `</worksheet>`})
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Deflate, Modified: w.day.Time()})
		if err == nil {
			_, err = f.Write([]byte(xmlHead + part[1]))
		}
		if err != nil {
			return nil, fmt.Errorf("write %s: %w", part[0], err)
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// xml writes the table, to print on one page wide.
func (p page) xml() string {
	var b strings.Builder
	b.WriteString(`<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0">`)
	if p.frozen > 0 {
		fmt.Fprintf(&b, `<pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>`, p.frozen, p.frozen+1)
	}
	b.WriteString(`</sheetView></sheetViews><cols>`)
	for i, w := range p.widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, w)
	}
	b.WriteString(`</cols><sheetData>`)
	for i, row := range p.rows {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, c := range row {
			b.WriteString(c.xml(column(j) + strconv.Itoa(i+1)))
		}
		b.WriteString(`</row>`)
	}
	b.WriteString(`</sheetData><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>`)
	return b.String()
}

func (c cell) xml(at string) string {
	switch {
	case c.formula != "":
		return fmt.Sprintf(`<c r="%s" s="%d"><f>%s</f><v>%s</v></c>`, at, c.style, escaped(c.formula), c.number)
	case c.number != "":
		return fmt.Sprintf(`<c r="%s" s="%d"><v>%s</v></c>`, at, c.style, c.number)
	case c.text != "" || c.style != plain:
		return fmt.Sprintf(`<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, c.style, escaped(c.text))
	}
	return ""
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

// styles is the table that a style is a rank in: the fonts, the fills, the borders, then what joins them.
const styles = `<numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00\ &quot;€&quot;"/><numFmt numFmtId="165" formatCode="0.00\ %"/>` +
	`<numFmt numFmtId="166" formatCode="dd/mm/yyyy"/></numFmts>` +
	`<fonts count="5"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="15"/><color rgb="FF1F3A68"/><name val="Calibri"/></font>` +
	`<font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>` +
	`<font><i/><sz val="10"/><color rgb="FF555B66"/><name val="Calibri"/></font></fonts>` +
	`<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FF1F3A68"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFFFF6DC"/></patternFill></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFEDF2F8"/></patternFill></fill></fills>` +
	`<borders count="2"><border/><border><top style="thin"><color rgb="FF1F3A68"/></top></border></borders>` +
	`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="12"><xf/><xf fontId="1" applyFont="1"/>` +
	`<xf fontId="2" fillId="2" applyFont="1" applyFill="1"><alignment vertical="center" wrapText="1"/></xf>` +
	`<xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="164" fillId="3" applyNumberFormat="1" applyFill="1"/>` +
	`<xf numFmtId="165" fillId="3" applyNumberFormat="1" applyFill="1"/><xf numFmtId="1" fillId="3" applyNumberFormat="1" applyFill="1"/>` +
	`<xf numFmtId="166" applyNumberFormat="1"><alignment horizontal="left"/></xf><xf numFmtId="1" applyNumberFormat="1"/>` +
	`<xf fontId="3" fillId="4" borderId="1" applyFont="1" applyFill="1" applyBorder="1"/>` +
	`<xf numFmtId="164" fontId="3" fillId="4" borderId="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>` +
	`<xf fontId="4" applyFont="1"/></cellXfs>`

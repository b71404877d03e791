package pdf

import (
	"encoding/binary"
	"math"
	"strings"

	"appuitechnique/ui/paper/typeset"
)

// xmp describes the file for archives and for those who read aloud. PDF/UA's own entry needs its schema declared, for
// PDF/A knows nothing of it.
func xmp(r *typeset.Result, date string) []byte {
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	about := func(ns, uri, body string) string {
		return `<rdf:Description rdf:about="" xmlns:` + ns + `="` + uri + `">` + body + "</rdf:Description>\n"
	}
	alt := func(name, s string) string {
		if s == "" {
			return ""
		}
		return "<dc:" + name + `><rdf:Alt><rdf:li xml:lang="x-default">` + esc(s) + "</rdf:li></rdf:Alt></dc:" + name + ">"
	}
	author := ""
	if r.Author != "" {
		author = "<dc:creator><rdf:Seq><rdf:li>" + esc(r.Author) + "</rdf:li></rdf:Seq></dc:creator>"
	}
	const schema = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
		`<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>` +
		`<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>` +
		`<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">` +
		`<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>` +
		`<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA version</pdfaProperty:description>` +
		`</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>`
	return []byte("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		about("dc", "http://purl.org/dc/elements/1.1/", "<dc:format>application/pdf</dc:format>"+alt("title", r.Title)+
			alt("description", r.Subject)+author+"<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>") +
		about("xmp", "http://ns.adobe.com/xap/1.0/", "<xmp:CreatorTool>"+Program+"</xmp:CreatorTool><xmp:CreateDate>"+date+
			"</xmp:CreateDate><xmp:ModifyDate>"+date+"</xmp:ModifyDate>") +
		about("pdf", "http://ns.adobe.com/pdf/1.3/", "<pdf:Producer>"+Program+"</pdf:Producer>") +
		about("pdfaid", "http://www.aiim.org/pdfa/ns/id/", "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>") +
		about("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "<pdfuaid:part>1</pdfuaid:part>") +
		about(`pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" `+
			"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/", schema) +
		"</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
}

// sRGB returns an ICC profile (version 2.1) of the colour space IEC 61966-2-1: its primaries adapted to D50, and its curve
// in 1 024 steps.
func sRGB() []byte {
	be := binary.BigEndian
	fixed := func(vs ...float64) (b []byte) {
		for _, v := range vs {
			b = be.AppendUint32(b, uint32(int32(math.Round(v*65536))))
		}
		return b
	}
	xyz := func(x, y, z float64) []byte { return append([]byte("XYZ \x00\x00\x00\x00"), fixed(x, y, z)...) }
	curve := be.AppendUint32([]byte("curv\x00\x00\x00\x00"), 1024)
	for i := range 1024 {
		v := float64(i) / 1023
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	const name = "sRGB IEC61966-2.1\x00"
	desc := append(be.AppendUint32([]byte("desc\x00\x00\x00\x00"), uint32(len(name))), name...)
	desc = append(desc, make([]byte, 4+4+2+1+67)...) // no name in Unicode, none for the Macintosh
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", desc}, {"cprt", []byte("text\x00\x00\x00\x00No copyright, use freely\x00")},
		{"wtpt", xyz(0.9642, 1, 0.8249)}, {"rXYZ", xyz(0.4360, 0.2225, 0.0139)},
		{"gXYZ", xyz(0.3851, 0.7169, 0.0971)}, {"bXYZ", xyz(0.1431, 0.0606, 0.7141)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	start, placed := 128+4+12*len(tags), map[string]int{}
	for _, t := range tags {
		at, shared := placed[string(t.data)]
		if !shared {
			at = start + len(data)
			placed[string(t.data)] = at
			data = append(data, t.data...)
			data = append(data, make([]byte, -len(data)&3)...)
		}
		table = be.AppendUint32(be.AppendUint32(append(table, t.sign...), uint32(at)), uint32(len(t.data)))
	}
	head := be.AppendUint32(nil, uint32(start+len(data)))
	head = append(head, "\x00\x00\x00\x00\x02\x10\x00\x00mntrRGB XYZ "...)
	head = append(head, 7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0) // 1 January 2000, in pairs
	head = append(head, "acsp"...)
	head = append(head, make([]byte, 68-len(head))...)
	head = append(head, fixed(0.9642, 1, 0.8249)...)
	head = append(head, make([]byte, 128-len(head))...)
	return append(append(head, table...), data...)
}

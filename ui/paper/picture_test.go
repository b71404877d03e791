package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"appuitechnique/model"
	"appuitechnique/model/document"
	"appuitechnique/ui/paper/pdf"
	"appuitechnique/ui/paper/screen"
	"appuitechnique/ui/paper/typeset"
)

// red is a picture of one colour, as each of the two kinds.
func red(t *testing.T, w, h int) (jpg, drawing model.Picture) {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+3] = 220, 255
	}
	var a, b bytes.Buffer
	if err := jpeg.Encode(&a, img, nil); err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return model.Picture{Caption: "Façade, rue Grenier", Data: a.Bytes(), Width: w, Height: h},
		model.Picture{Data: b.Bytes(), Width: w, Height: h}
}

// TestPicturesStandInTheReport follows two of them to the screen and to the file, where they are told in words.
func TestPicturesStandInTheReport(t *testing.T) {
	d, _ := model.Example("riom")
	a, b := red(t, 300, 200)
	d.Pictures = []model.Picture{a, b, a}
	doc, err := document.Compose(d, model.PaperStudy)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Layout(doc)
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for i, p := range r.Pages {
		for _, o := range p.Ops {
			box, ok := o.(*typeset.Image)
			if !ok {
				continue
			}
			shown++
			if got, want := box.W/box.H, 1.5; got < want-.01 || got > want+.01 || box.X+box.W > r.Width || box.Y+box.H > r.Height {
				t.Errorf("picture %d stands in %+v", shown, box.Box)
			}
			c := screen.NewPainter().Page(r, i, 1).RGBAAt(int(box.X+box.W/2), int(box.Y+box.H/2))
			if c.R < 200 || c.G > 20 || c != (color.RGBA{c.R, c.G, c.B, 255}) {
				t.Errorf("the middle of picture %d is %v on the screen, want red", shown, c)
			}
		}
	}
	file, err := pdf.Paint(r)
	if err != nil {
		t.Fatal(err)
	}
	// « Façade, rue Grenier » in UTF-16, as the alternative text
	for want, times := range map[string]int{"/Subtype /Image": 2, "/DCTDecode": 1, "/S /Figure": 3 + figures(doc),
		"/Alt <FEFF0046006100E7": 2, "/Picture2 ": 1} {
		if got := bytes.Count(file, []byte(want)); got != times {
			t.Errorf("the file holds %q %d times, want %d", want, got, times)
		}
	}
	if again, err := PDF(doc); err != nil || shown != 3 || !bytes.Equal(file, again) {
		t.Errorf("%d pictures shown, want 3; the same twice: %t, %v", shown, bytes.Equal(file, again), err)
	}
}

// figures counts the other drawings of a paper.
func figures(doc document.Document) int {
	n := 0
	for _, b := range doc.Blocks {
		switch b.(type) {
		case document.Gantt, document.Curve, document.Bars:
			n++
		}
	}
	return n
}

package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // the two kinds of picture that a paper shows
	_ "image/png"

	"appuitechnique/ui/paper/typeset"
)

// pictures lists the pictures of a paper in the order they are painted, each once.
func pictures(r *typeset.Result) [][]byte {
	var out [][]byte
	seen := map[*byte]bool{}
	for _, p := range r.Pages {
		for _, o := range p.Ops {
			if i, ok := o.(*typeset.Image); ok && !seen[&i.Data[0]] {
				seen[&i.Data[0]] = true
				out = append(out, i.Data)
			}
		}
	}
	return out
}

// named gives each picture the name that pages call it by.
func named(list [][]byte) map[*byte]string {
	out := map[*byte]string{}
	for i, data := range list {
		out[&data[0]] = fmt.Sprintf("Picture%d", i+1)
	}
	return out
}

// images adds the pictures to what every page may show.
func (a *archive) images(list [][]byte) error {
	if len(list) == 0 {
		return nil
	}
	entry := []byte("/XObject <<")
	for n, object := range a.objects {
		before, after, ok := bytes.Cut(object, entry)
		if !ok || bytes.Contains(object, []byte("stream\n")) {
			continue
		}
		names := ""
		for i, data := range list {
			at, err := a.image(data)
			if err != nil {
				return fmt.Errorf("add picture %d: %w", i+1, err)
			}
			names += fmt.Sprintf("\n/Picture%d %d 0 R", i+1, at)
		}
		a.objects[n] = bytes.Join([][]byte{before, entry, []byte(names), after}, nil)
		return nil
	}
	return fmt.Errorf("find what the pages share: %w", errShape)
}

// image adds one picture: a JPEG as it is, any other as its pixels.
func (a *archive) image(data []byte) (int, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	space := "DeviceRGB"
	if kind == "jpeg" && config.ColorModel == color.GrayModel {
		space = "DeviceGray"
	}
	head := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s /BitsPerComponent 8",
		config.Width, config.Height, space)
	n := a.reserve()
	if kind == "jpeg" {
		return n, a.setStream(n, head+" /Filter /DCTDecode", data, false)
	}
	pixels, err := rgb(data)
	if err != nil {
		return 0, err
	}
	return n, a.setStream(n, head, pixels, true)
}

// rgb returns the pixels of a picture, three bytes each, row by row.
func rgb(data []byte) ([]byte, error) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	b := img.Bounds()
	out := make([]byte, 0, 3*b.Dx()*b.Dy())
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			out = append(out, c.R, c.G, c.B)
		}
	}
	return out, nil
}

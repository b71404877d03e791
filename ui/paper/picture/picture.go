// Package picture readies for paper the photographs and the drawings that people attach: upright, opaque, no larger than
// print needs, and rid of what a camera writes beside the picture (the place, the hour, the owner).
package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"

	"appuitechnique/model"
)

const (
	longest = 1800     // pixels on the longer side: 280 an inch across the page
	biggest = 20 << 20 // bytes of a file
	pixels  = 64 << 20 // of a picture: more would fill the memory of a small computer
	heavy   = 1 << 20  // bytes above which a drawing is kept as a photograph
)

// The advices for what cannot be shown.
const (
	errUnreadable = model.Advice("Cette image ne peut pas être lue. Enregistrez-la de nouveau en JPEG ou en PNG, puis joignez-la.")
	errHuge       = model.Advice("Cette image a trop de points pour être imprimée. Réduisez-la, puis joignez-la de nouveau.")
)

// Read readies the JPEG or the PNG that r holds; its caption is left empty. The error is a model.Advice when the picture
// itself is at fault. The same bytes give the same picture.
func Read(r io.Reader) (model.Picture, error) {
	raw, err := io.ReadAll(io.LimitReader(r, biggest))
	if err != nil {
		return model.Picture{}, err
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(raw))
	if err != nil || kind != "jpeg" && kind != "png" {
		return model.Picture{}, errUnreadable
	}
	if config.Width*config.Height > pixels {
		return model.Picture{}, errHuge
	}
	img, _, err := image.Decode(bytes.NewReader(raw))
	if err != nil {
		return model.Picture{}, errUnreadable
	}
	turn := 1
	if kind == "jpeg" {
		turn = orientation(raw)
		if bare, ok := stripped(raw); ok && turn == 1 && fits(config) {
			return model.Picture{Data: bare, Width: config.Width, Height: config.Height}, nil
		}
	}
	return encode(turned(shrunk(img, longest), turn), kind)
}

// fits reports whether a JPEG can go on paper as it is: small enough, and not in the four inks of a printing press.
func fits(c image.Config) bool {
	return max(c.Width, c.Height) <= longest && c.ColorModel != color.CMYKModel
}

// shrunk returns img on white, its longer side no longer than most.
func shrunk(img image.Image, most int) *image.RGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if side := max(w, h); side > most {
		w, h = max(1, w*most/side), max(1, h*most/side)
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Bounds(), image.White, image.Point{}, draw.Src)
	draw.BiLinear.Scale(out, out.Bounds(), img, b, draw.Over, nil)
	return out
}

// encode writes a drawing as a PNG, a photograph, or a drawing that would be heavy, as a JPEG.
func encode(img *image.RGBA, kind string) (model.Picture, error) {
	p := model.Picture{Width: img.Bounds().Dx(), Height: img.Bounds().Dy()}
	var b bytes.Buffer
	if kind == "png" {
		if err := png.Encode(&b, img); err != nil {
			return p, err
		}
	}
	if kind != "png" || b.Len() > heavy {
		b.Reset()
		if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 86}); err != nil {
			return p, err
		}
	}
	p.Data = b.Bytes()
	return p, nil
}

// Thumbnail returns p no larger than side pixels.
func Thumbnail(p model.Picture, side int) (image.Image, error) {
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		return nil, err
	}
	return shrunk(img, side), nil
}

package screen

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two kinds of picture that a paper shows
	_ "image/png"
	"math"

	"golang.org/x/image/draw"

	"appuitechnique/ui/paper/typeset"
)

// scaled names a picture, by its first byte, at the size it was painted.
type scaled struct {
	data *byte
	w, h int
}

// mostPictures is how many pictures a painter remembers as they were painted: a few pages.
const mostPictures = 24

// image paints a picture on the pixels nearest to its box. One that cannot be read leaves its place white.
func (s *sheet) image(o *typeset.Image) {
	at := image.Rect(int(math.Round(o.X*s.scale)), int(math.Round(o.Y*s.scale)),
		int(math.Round((o.X+o.W)*s.scale)), int(math.Round((o.Y+o.H)*s.scale)))
	if len(o.Data) == 0 || at.Empty() || !at.Overlaps(s.img.Bounds()) {
		return
	}
	key := scaled{&o.Data[0], at.Dx(), at.Dy()}
	small, ok := s.pictures[key]
	if !ok {
		src, _, err := image.Decode(bytes.NewReader(o.Data))
		if err != nil {
			return
		}
		small = image.NewRGBA(image.Rect(0, 0, key.w, key.h))
		draw.BiLinear.Scale(small, small.Bounds(), src, src.Bounds(), draw.Src, nil)
		if len(s.pictures) >= mostPictures {
			clear(s.pictures)
		}
		s.pictures[key] = small
	}
	draw.Draw(s.img, at, small, image.Point{}, draw.Over)
}

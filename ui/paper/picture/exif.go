package picture

import (
	"bytes"
	"encoding/binary"
	"image"
)

// The marks of a JPEG that matter here. (ITU-T T.81, table B.1)
const (
	markStart = 0xd8 // of the picture
	markScan  = 0xda // pixels follow, to the end
	markApp0  = 0xe0 // JFIF
	markApp1  = 0xe1 // Exif
	markApp14 = 0xee // how Adobe wrote its colours
	markApp15 = 0xef
	markNote  = 0xfe
)

// segments calls each for every segment of a JPEG before its pixels, and returns where those begin; 0 when it is not one.
func segments(raw []byte, each func(mark byte, whole []byte)) int {
	if len(raw) < 2 || raw[0] != 0xff || raw[1] != markStart {
		return 0
	}
	for at := 2; at+4 <= len(raw) && raw[at] == 0xff; {
		mark, end := raw[at+1], at+2+int(binary.BigEndian.Uint16(raw[at+2:]))
		switch {
		case mark == 0xff: // filling
			at++
			continue
		case mark == markScan:
			return at
		case end > len(raw) || end < at+4:
			return 0
		}
		each(mark, raw[at:end])
		at = end
	}
	return 0
}

// stripped returns a JPEG without what tells of something else than its pixels; false when it is not shaped as one.
func stripped(raw []byte) ([]byte, bool) {
	out := []byte{0xff, markStart}
	scan := segments(raw, func(mark byte, whole []byte) {
		if mark != markNote && (mark < markApp0 || mark > markApp15 || mark == markApp0 || mark == markApp14) {
			out = append(out, whole...)
		}
	})
	if scan == 0 {
		return nil, false
	}
	return append(out, raw[scan:]...), true
}

// orientation says how a camera was held, from 1 (upright) to 8, as Exif counts it; 1 when that is not told.
// (CIPA DC-008, 4.6.4 A)
func orientation(raw []byte) int {
	turn := 1
	segments(raw, func(mark byte, whole []byte) {
		if tiff, ok := bytes.CutPrefix(whole[4:], []byte("Exif\x00\x00")); ok && mark == markApp1 {
			turn = tiffOrientation(tiff)
		}
	})
	return turn
}

func tiffOrientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 1
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	first := int(order.Uint32(tiff[4:]))
	if first < 8 || first+2 > len(tiff) {
		return 1
	}
	for i := range int(order.Uint16(tiff[first:])) {
		at := first + 2 + 12*i
		if at+12 > len(tiff) {
			return 1
		}
		if order.Uint16(tiff[at:]) == 0x0112 {
			if v := int(order.Uint16(tiff[at+8:])); v >= 1 && v <= 8 {
				return v
			}
			return 1
		}
	}
	return 1
}

// turned returns img as it was seen, orientation being how the camera was held.
func turned(img *image.RGBA, orientation int) *image.RGBA {
	if orientation == 1 {
		return img
	}
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	if orientation >= 5 {
		out = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			u, v := place(orientation, x, y, w, h)
			copy(out.Pix[out.PixOffset(u, v):], img.Pix[img.PixOffset(x, y):img.PixOffset(x, y)+4])
		}
	}
	return out
}

// place says where the pixel (x, y) of a picture of w × h goes.
func place(orientation, x, y, w, h int) (u, v int) {
	switch orientation {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}

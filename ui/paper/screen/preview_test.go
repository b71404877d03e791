package screen

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// open shows the demonstration's paper in a window, its thumbnails at the left.
func open(t *testing.T) (*Preview, *Thumbnails, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	p := NewPreview()
	small := NewThumbnails(p)
	w := test.NewTempWindow(t, container.NewBorder(nil, nil, small, nil, p))
	w.Resize(fyne.NewSize(900, 700))
	p.SetPaper(laidOut(t))
	return p, small, w
}

func seen(c *column) (pages []int) {
	for i, s := range c.sheets {
		if !s.Hidden {
			pages = append(pages, i)
		}
	}
	return pages
}

func TestOnlyThePagesInSightArePainted(t *testing.T) {
	p, _, w := open(t)
	if got := seen(p.pages); !slices.Equal(got, []int{0}) {
		t.Errorf("at first pages %v are painted, want the first", got)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	last := len(p.pages.sheets) - 1
	if got := seen(p.pages); len(got) == 0 || got[len(got)-1] != last || slices.Contains(got, 0) {
		t.Errorf("at the end pages %v are painted, want the last", got)
	}
	if img := w.Canvas().Capture(); img.Bounds().Dx() < 900 {
		t.Error("nothing was drawn")
	}
}

func TestPagesAreAsWideAsThePreview(t *testing.T) {
	p, _, w := open(t)
	for _, width := range []float32{900, 500} {
		w.Resize(fyne.NewSize(width, 700))
		_, size := p.pages.box(0)
		if want := p.scroll.Size().Width - 2*pageGap; size.Width < want-1 || size.Width > want+1 {
			t.Errorf("in a window of %g the pages are %g wide, want %g", width, size.Width, want)
		}
	}
	p.TypedRune('+')
	before := p.Scale()
	w.Resize(fyne.NewSize(800, 700))
	if p.Scale() != before {
		t.Error("a size chosen by hand changed with the window")
	}
	p.SetScale(1000)
	if p.Scale() != mostZoom {
		t.Errorf("scale %g, want no more than %d", p.Scale(), mostZoom)
	}
}

// TestWordsLeadToTheirQuestionsAndBack taps where an answer is printed.
func TestWordsLeadToTheirQuestionsAndBack(t *testing.T) {
	p, _, _ := open(t)
	var got []string
	p.OnTapped = func(ids []string) { got = ids }
	for _, id := range []string{"mission.months", "town.name"} {
		if n := p.Highlight(id); n == 0 {
			t.Errorf("%s is printed nowhere", id)
			continue
		}
		s := p.pages.marks[0]
		pos, _ := p.pages.box(s.Page)
		p.pages.Tapped(&fyne.PointEvent{Position: pos.AddXY(float32(s.X+s.W/2)*p.Scale(), float32(s.Y+s.H/2)*p.Scale())})
		if !slices.Contains(got, id) {
			t.Errorf("the place of %s leads to %v", id, got)
		}
		if !slices.Contains(seen(p.pages), s.Page) {
			t.Errorf("the place of %s, page %d, is out of sight", id, s.Page)
		}
	}
	if n := p.Highlight("nowhere"); n != 0 {
		t.Errorf("%d places for a question that is not asked", n)
	}
}

func TestThumbnailsFollowAndLead(t *testing.T) {
	p, small, _ := open(t)
	p.GoTo(3)
	if small.pages.current != 3 {
		t.Errorf("thumbnail %d is marked, want 3", small.pages.current)
	}
	pos, _ := small.pages.box(1)
	small.pages.Tapped(&fyne.PointEvent{Position: pos.AddXY(5, 5)})
	if p.shown != 1 {
		t.Errorf("page %d is shown, want 1", p.shown)
	}
}

func TestAnEmptyPreviewStandsStill(t *testing.T) {
	p, _, w := open(t)
	p.SetPaper(nil)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	p.Highlight("town.name")
	p.GoTo(2)
	p.pages.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 50)})
	w.Canvas().Capture()
	if len(p.pages.sheets) != 0 {
		t.Error("pages of nothing")
	}
}

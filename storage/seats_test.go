package storage

import (
	"math/rand/v2"
	"testing"
)

func TestSeatsAreASetWhetherListedOrNot(t *testing.T) {
	const all = 300
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var x, joined seats
		want := map[int]bool{}
		for range r.IntN(1000) {
			seat := r.IntN(all)
			if r.IntN(3) == 0 {
				was := len(want)
				delete(want, seat)
				if last := x.remove(seat); last != (len(want) == 0) {
					t.Fatalf("%d taken from %d: the last: %v", seat, was, last)
				}
				continue
			}
			x.add(seat, all)
			want[seat] = true
		}
		joined.join(&x)
		for seat := range all + 70 {
			if x.has(seat) != want[seat] || joined.has(seat) != want[seat] {
				t.Fatalf("%d: %v, joined %v, want %v", seat, x.has(seat), joined.has(seat), want[seat])
			}
		}
		if listed := x.bits == nil; listed && len(want)*listedBelow > all {
			t.Errorf("%d of %d are listed", len(want), all)
		}
	}
}

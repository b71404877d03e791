package storage

import "slices"

// Seats are a set of small numbers: listed while they are few, a bit each once that takes less.
type seats struct {
	few  []uint32 // sorted
	bits []uint64 // nil: they are in few
}

// listedBelow is how many bits the number of a listed seat takes.
const listedBelow = 32

func (x *seats) has(seat int) bool {
	if x.bits != nil {
		return seat/64 < len(x.bits) && x.bits[seat/64]&(1<<(seat%64)) != 0
	}
	_, ok := slices.BinarySearch(x.few, uint32(seat))
	return ok
}

// add puts seat in the set, one of some that there are in all.
func (x *seats) add(seat, all int) {
	if x.bits == nil {
		if at, ok := slices.BinarySearch(x.few, uint32(seat)); !ok {
			x.few = slices.Insert(x.few, at, uint32(seat))
		}
		if len(x.few)*listedBelow <= all {
			return
		}
		x.bits = make([]uint64, 0, all/64+1)
		for _, n := range x.few {
			x.mark(int(n))
		}
		x.few = nil
	}
	x.mark(seat)
}

func (x *seats) mark(seat int) {
	for len(x.bits) <= seat/64 {
		x.bits = append(x.bits, 0)
	}
	x.bits[seat/64] |= 1 << (seat % 64)
}

// remove takes seat from the set, and reports whether it was the last.
func (x *seats) remove(seat int) bool {
	if x.bits == nil {
		if at, ok := slices.BinarySearch(x.few, uint32(seat)); ok {
			x.few = slices.Delete(x.few, at, at+1)
		}
		return len(x.few) == 0
	}
	if seat/64 < len(x.bits) {
		x.bits[seat/64] &^= 1 << (seat % 64)
	}
	if slices.ContainsFunc(x.bits, func(some uint64) bool { return some != 0 }) {
		return false
	}
	*x = seats{}
	return true
}

// join adds those of y.
func (x *seats) join(y *seats) {
	for _, seat := range y.few {
		x.mark(int(seat))
	}
	for len(x.bits) < len(y.bits) {
		x.bits = append(x.bits, 0)
	}
	for i, some := range y.bits {
		x.bits[i] |= some
	}
}

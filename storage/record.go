package storage

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// A record is one change of the journal, all or none of it:
//
//	"ATJ1" | length u32 | crc32c of length and body u32 | body
//	body: sequence u64 | then for each key: its length, the key, 0 to delete or 1 + the length of the value, the value
//
// Integers are big endian, the lengths inside the body are varints.
type record struct {
	seq     uint64
	changes []change
}

const (
	recordMark = "ATJ1"
	recordHead = len(recordMark) + 8
	maxRecord  = 64 << 20
)

// pack returns the bytes of r.
func (r record) pack() []byte {
	b := append([]byte(recordMark), make([]byte, 8)...)
	b = binary.BigEndian.AppendUint64(b, r.seq)
	for _, c := range r.changes {
		b = binary.AppendUvarint(b, uint64(len(c.key)))
		b = append(b, c.key...)
		if c.value == nil {
			b = binary.AppendUvarint(b, 0)
			continue
		}
		b = binary.AppendUvarint(b, 1+uint64(len(c.value)))
		b = append(b, c.value...)
	}
	binary.BigEndian.PutUint32(b[4:], uint32(len(b)-recordHead))
	binary.BigEndian.PutUint32(b[8:], recordSum(b))
	return b
}

func recordSum(b []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	return crc32.Update(crc32.Checksum(b[4:8], table), table, b[recordHead:])
}

// unpack reads the record that b starts with; size is its length in b, 0 when b starts with none that is whole.
func unpack(b []byte) (r record, size int) {
	if len(b) < recordHead+8 || string(b[:4]) != recordMark {
		return r, 0
	}
	n := int(binary.BigEndian.Uint32(b[4:]))
	if n < 8 || n > maxRecord || n > len(b)-recordHead {
		return r, 0
	}
	whole := b[:recordHead+n]
	if recordSum(whole) != binary.BigEndian.Uint32(b[8:]) {
		return r, 0
	}
	r.seq = binary.BigEndian.Uint64(b[recordHead:])
	for rest := whole[recordHead+8:]; len(rest) > 0; {
		key, after, ok := field(rest, 0)
		if !ok {
			return r, 0
		}
		value, end, ok := field(after, 1)
		if !ok {
			return r, 0
		}
		r.changes = append(r.changes, change{string(key), value})
		rest = end
	}
	return r, len(whole)
}

// field reads a length, less base, and as many bytes; nil bytes when the length is below base.
func field(b []byte, base uint64) (v, rest []byte, ok bool) {
	n, w := binary.Uvarint(b)
	if w <= 0 {
		return nil, nil, false
	}
	b = b[w:]
	if n < base {
		return nil, b, true
	}
	if n -= base; n > uint64(len(b)) {
		return nil, nil, false
	}
	return b[:n:n], b[n:], true
}

// scan calls visit with every whole record of a segment and its place. Bytes that are no record are stepped over, up to
// the next one; tail is where the last record ends.
func scan(b []byte, visit func(at int, r record)) (tail int) {
	for at := 0; at < len(b); {
		r, size := unpack(b[at:])
		if size > 0 {
			visit(at, r)
			at += size
			tail = at
			continue
		}
		next := bytes.Index(b[at+1:], []byte(recordMark))
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return tail
}

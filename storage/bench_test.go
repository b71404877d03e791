package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// A durable save, beside the same bytes written and flushed in a bare file: the one is to stay within 1.5 times the other.
func BenchmarkSave(b *testing.B) {
	raw, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		b.Fatal(err)
	}
	d, err := Decode(raw)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("store", func(b *testing.B) {
		s, err := Open(b.TempDir(), Options{MinFree: 1})
		if err != nil {
			b.Fatal(err)
		}
		defer s.Close()
		for b.Loop() {
			if err := s.Save(d); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bare", func(b *testing.B) {
		f, err := os.Create(filepath.Join(b.TempDir(), "f"))
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		for b.Loop() {
			if _, err := f.Write(raw); err != nil {
				b.Fatal(err)
			}
			if err := f.Sync(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Opening a base that was closed well, and making one again from its journal.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	s, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		b.Fatal(err)
	}
	raw, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		b.Fatal(err)
	}
	d, err := Decode(raw)
	if err != nil {
		b.Fatal(err)
	}
	for i := range 1000 {
		d.ID = fmt.Sprintf("d%d", i)
		if err := s.Save(d); err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	for _, how := range []string{"clean", "rebuilt"} {
		b.Run(how, func(b *testing.B) {
			for b.Loop() {
				if how == "rebuilt" {
					if err := os.Remove(filepath.Join(dir, markName)); err != nil {
						b.Fatal(err)
					}
				}
				s, err := Open(dir, Options{MinFree: 1})
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if len(s.live) != 1000 || (how == "rebuilt") != (s.Notice() != "") {
					b.Fatal(len(s.live), s.Notice())
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

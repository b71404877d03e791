package main

import (
	"fmt"
	"path/filepath"
	"testing"

	"appuitechnique/model"
	"appuitechnique/storage"
)

// BenchmarkVerifier1000 checks a thousand full dossiers, one file each, for a program to read; two seconds at most.
func BenchmarkVerifier1000(b *testing.B) {
	dir, args := b.TempDir(), []string{"verifier", "-json", "-au", "2026-11-23"}
	for i := range 1000 {
		d, _ := model.Example(model.ExampleNames()[i%4])
		path := filepath.Join(dir, fmt.Sprintf("%d.acv", i))
		if err := storage.WriteFile(path, d); err != nil {
			b.Fatal(err)
		}
		args = append(args, path)
	}
	for b.Loop() {
		if code, _, errs := ran(args...); code != exitDone {
			b.Fatalf("exit %d, %s", code, errs)
		}
	}
}

package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestTheLogSaysHowItFailedAndNeverOnWhat(t *testing.T) {
	var number struct{ N string }
	_, open := os.Open(filepath.Join(t.TempDir(), "convention-"+tell+".acv"))
	for _, tt := range []struct {
		err  error
		want string
	}{
		{&Error{Kind: KindAltered, Path: "/home/x/" + tell + ".acv", At: tell, Err: errors.New("unexpected EOF")}, "altered file *.acv: unexpected EOF"},
		{&Error{Kind: KindNotFound, Path: tell, Err: ErrNotFound}, "not found *: not found"},
		{fmt.Errorf("load dossier %q: %w", tell, &fs.PathError{Op: "open", Path: "/x/00000000000000000003.etat", Err: syscall.ENOSPC}),
			"load dossier …: open 00000000000000000003.etat: no space left on device"},
		{json.Unmarshal([]byte(`{"N": 31500}`), &number), "JSON type of N at 11"},
		{json.Unmarshal([]byte(tell), &number), "JSON syntax at 1"},
		{open, "open *.acv: no such file or directory"},
		{errors.Join(errors.New("a"), fmt.Errorf("b « %s »", tell)), "a; b …"},
		{fmt.Errorf("entry %x at 12", tell), "entry … at 12"},
		{fmt.Errorf("parse %s: %w", "'"+tell+"'", io.EOF), "parse …: EOF"},
	} {
		if got := LogText(tt.err); got != tt.want {
			t.Errorf("%v: got %q, want %q", tt.err, got, tt.want)
		}
	}
	var b bytes.Buffer
	log := slog.New(slog.NewTextHandler(&b, &slog.HandlerOptions{ReplaceAttr: LogAttr}))
	engineLog{log}.Errorf("value log: %+v in %s", errors.New("bad \""+tell+"\""), "/data/base/000001.vlog")
	log.Error("window", "err", open, "value", tell+" à Riom « "+tell+" »", "key", "d/"+tell)
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "vlog") && strings.Contains(line, tell) {
			t.Errorf("the log holds an answer: %s", line)
		}
	}
	if said := b.String(); !strings.Contains(said, "badger: value log") || !strings.Contains(said, "no such file") {
		t.Errorf("the log says too little: %s", said)
	}
}

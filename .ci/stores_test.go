package storage

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
	_ "modernc.org/sqlite"

	"appuitechnique/model"
)

// The measures that .ci/stores takes: how long, beside bbolt and SQLite, on ten thousand dossiers of 24 kB.
const many = 10_000

func storesDir(t *testing.T) string {
	dir := os.Getenv("STORES_DIR")
	if dir == "" {
		t.Fatal("run .ci/stores")
	}
	return dir
}

// numbered is the dossier of that number; its bytes are new at each turn.
func numbered(t *testing.T, d *model.Dossier, n, turn int) []byte {
	t.Helper()
	d.ID, d.Reference = fmt.Sprintf("d%05d", n), fmt.Sprintf("2026-%05d", n)
	d.Expert.LastName, d.Project.Summary = fmt.Sprintf("Quéméneur%d", n), invented(n)
	d.Project.Title = fmt.Sprintf("Îlot du marché n° %d, essai %d", n*n, turn)
	raw, err := Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// invented is two hundred words of a vocabulary of twenty thousand, the first of which come often.
func invented(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 0))
	rank := rand.NewZipf(r, 1.1, 10, 20_000)
	syllables := []string{"ré", "no", "va", "ti", "on", "ha", "bi", "té", "cou", "vent", "mar", "ché", "pla", "ce", "lo", "gis", "é", "tu", "de", "ur"}
	var b strings.Builder
	for range 200 {
		for k := rank.Uint64() + 20; k > 0; k /= 20 {
			b.WriteString(syllables[k%20])
		}
		b.WriteByte(' ')
	}
	return b.String()
}

func sample(t *testing.T) *model.Dossier {
	t.Helper()
	raw, err := os.ReadFile("testdata/v1.json")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Decode(raw)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// populate puts many dossiers in a store, forty by forty.
func populate(t *testing.T, s *Store) {
	t.Helper()
	d := sample(t)
	var changes []change
	for n := range many {
		raw := numbered(t, d, n, 0)
		sm := summarise(d, s.now())
		list, err := plainJSON(sm)
		if err != nil {
			t.Fatal(err)
		}
		for _, kv := range []struct {
			key string
			raw []byte
		}{{"d/" + d.ID, raw}, {"s/" + d.ID, list}} {
			c, err := s.sealed(kv.key, kv.raw)
			if err != nil {
				t.Fatal(err)
			}
			changes = append(changes, c...)
		}
		s.live[d.ID] = sm
		if n%40 == 39 {
			if err := s.apply(changes); err != nil {
				t.Fatal(err)
			}
			changes = nil
		}
	}
}

func TestStores(t *testing.T) {
	dir := storesDir(t)
	home := filepath.Join(dir, "base")
	s, err := Open(home, Options{MinFree: 1, Idle: -1})
	if err != nil {
		t.Fatal(err)
	}
	populate(t, s)
	raw, d := []byte(nil), sample(t)
	db, err := bolt.Open(filepath.Join(dir, "bolt"), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	lite, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "lite")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		t.Fatal(err)
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err = lite.Exec("create table kv(k text primary key, v blob) without rowid; create table s(k text primary key, v blob) without rowid")
	must(err)
	boltPut := func(from, to, turn int) {
		must(db.Update(func(tx *bolt.Tx) error {
			for n := from; n < to; n++ {
				raw = numbered(t, d, n, turn)
				for bucket, v := range map[string][]byte{"d": raw, "s": raw[:300]} {
					b, err := tx.CreateBucketIfNotExists([]byte(bucket))
					if err == nil {
						err = b.Put([]byte(d.ID), v)
					}
					if err != nil {
						return err
					}
				}
			}
			return nil
		}))
	}
	litePut := func(from, to, turn int) {
		tx, err := lite.Begin()
		must(err)
		for n := from; n < to; n++ {
			raw = numbered(t, d, n, turn)
			_, err = tx.Exec("insert or replace into kv values(?,?)", d.ID, raw)
			must(err)
			_, err = tx.Exec("insert or replace into s values(?,?)", d.ID, raw[:300])
			must(err)
		}
		must(tx.Commit())
	}
	for n := 0; n < many; n += 500 {
		boltPut(n, n+500, 0)
		litePut(n, n+500, 0)
	}
	bare, err := os.Create(filepath.Join(dir, "nu"))
	must(err)
	times := map[string][]time.Duration{}
	measure := func(name string, do func()) {
		start := time.Now()
		do()
		times[name] = append(times[name], time.Since(start))
	}
	for turn := 1; turn <= 20; turn++ {
		numbered(t, d, turn*37, turn)
		measure("first save", func() { must(s.Save(d)) })
		settled(s)
	}
	for turn := 1; turn <= 200; turn++ { // interleaved: what slows one down slows all; one dossier, as one types
		const n = 37
		raw = numbered(t, d, n, turn)
		measure("encode", func() { raw, err = Encode(d); must(err) })
		measure("save bare", func() { _, err := bare.Write(raw); must(err); must(bare.Sync()) })
		measure("save store", func() { must(s.Save(d)) })
		measure("what follows", func() { settled(s) }) // what a person never waits for, but who saves without a pause does
		measure("save bbolt", func() { boltPut(n, n+1, turn) })
		measure("save SQLite", func() { litePut(n, n+1, turn) })
	}
	must(s.Close())
	must(db.Close())
	must(lite.Close())
	for range 7 {
		measure("open store", func() { s, err = Open(home, Options{MinFree: 1}); must(err) })
		if len(s.live) != many || s.Notice() != "" {
			t.Fatal(len(s.live), s.Notice())
		}
		measure("list store", func() { _, err := s.List(); must(err) })
		measure("first search", func() { must(searched(s, "m")) })
		if len(times["open store"]) < 3 { // the answers of ten thousand dossiers are read in seconds
			measure("read answers", func() { read(t, s) })
			measure("search store", func() { must(searched(s, "marche n° 49")) })
			measure("search letter", func() { must(searched(s, "e")) })
			measure("search answer", func() { must(searched(s, "vatire")) })
			measure("search nothing", func() { _, err := s.Find("xylophone"); must(err) })
		}
		if len(times["open store"]) == 7 {
			measure("verify store", func() { words, err := s.Verify(); must(err); _ = words })
		}
		must(s.Close())
		measure("open bbolt", func() { db, err = bolt.Open(filepath.Join(dir, "bolt"), 0o600, nil); must(err) })
		measure("list bbolt", func() {
			must(db.View(func(tx *bolt.Tx) error {
				return tx.Bucket([]byte("s")).ForEach(func(_, v []byte) error { _ = slices.Clone(v); return nil })
			}))
		})
		must(db.Close())
		measure("open SQLite", func() {
			lite, err = sql.Open("sqlite", "file:"+filepath.Join(dir, "lite")+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
			must(err)
			must(lite.Ping())
		})
		measure("list SQLite", func() {
			rows, err := lite.Query("select k, v from s")
			must(err)
			for rows.Next() {
				var k string
				var v []byte
				must(rows.Scan(&k, &v))
			}
			must(rows.Close())
		})
		must(lite.Close())
	}
	must(os.Remove(filepath.Join(home, markName)))
	measure("rebuild store", func() { s, err = Open(home, Options{MinFree: 1}); must(err) })
	must(s.Close())
	for _, name := range []string{"encode", "save bare", "save store", "what follows", "first save", "save bbolt", "save SQLite", "open store", "open bbolt", "open SQLite",
		"list store", "list bbolt", "list SQLite", "first search", "read answers", "search store", "search letter", "search answer", "search nothing", "verify store", "rebuild store"} {
		all := times[name]
		slices.Sort(all)
		fmt.Printf("%-14s p50 %9.3f ms   p95 %9.3f ms   (%d)\n", name, ms(all[len(all)/2]), ms(all[len(all)*95/100]), len(all))
	}
	fmt.Printf("save store / save bare: %.2f\n", ms(times["save store"][100])/ms(times["save bare"][100]))
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func searched(s *Store, words string) error {
	found, err := s.Find(words)
	if err == nil && len(found) == 0 {
		err = fmt.Errorf("« %s » is not found", words)
	}
	return err
}

// number reads the first number of the line of a /proc file that begins so.
func number(t *testing.T, path, start string) (total int) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		return 0 // a thread that ended
	}
	for line := range strings.Lines(string(b)) {
		if rest, ok := strings.CutPrefix(line, start); ok {
			n, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			total += n
		}
	}
	return total
}

func TestStoresMemory(t *testing.T) {
	s, err := Open(filepath.Join(storesDir(t), "base"), Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.List(); err != nil {
		t.Fatal(err)
	}
	read(t, s)
	if err := searched(s, "marche"); err != nil {
		t.Fatal(err)
	}
	const rollup = "/proc/self/smaps_rollup"
	fmt.Printf("private memory after listing and one search: %d MB\n", (number(t, rollup, "Private_Clean:")+number(t, rollup, "Private_Dirty:"))>>10)
}

func TestStoresIdle(t *testing.T) {
	dir := filepath.Join(storesDir(t), "idle")
	made, err := Open(dir, Options{MinFree: 1})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(made.Save(sample(t)), made.Close()); err != nil { // the compactors run in a base that is being made
		t.Fatal(err)
	}
	s, err := Open(dir, Options{MinFree: 1, Idle: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	wakes := func() (n int) {
		threads, err := filepath.Glob("/proc/self/task/*/status")
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range threads {
			n += number(t, path, "voluntary_ctxt_switches:")
		}
		return n
	}
	count := func(when string) {
		time.Sleep(time.Second)
		was := wakes()
		time.Sleep(5 * time.Second)
		fmt.Printf("wake-ups a second, %s: %.1f\n", when, float64(wakes()-was)/5)
	}
	count("opened and nothing saved")
	if err := s.Save(sample(t)); err != nil {
		t.Fatal(err)
	}
	count("after a save")
	s.rest()
	count("at rest")
}

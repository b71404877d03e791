package storage

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// finishConversion goes on with a conversion that is ready, or throws away one that is not. It needs no secret, and may be
// stopped and called again at any point.
func finishConversion(dir string) error {
	for _, step := range conversionSteps(dir) {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func conversionSteps(dir string) []func() error {
	fresh, former := filepath.Join(dir, convertName), filepath.Join(dir, formerName)
	if _, err := os.Stat(filepath.Join(fresh, readyName)); err != nil {
		return []func() error{func() error { return os.RemoveAll(fresh) }, func() error { return os.RemoveAll(former) }}
	}
	steps := []func() error{
		func() error { return dropMark(filepath.Join(dir, markName)) },
		func() error {
			if err := os.Mkdir(former, 0o700); err != nil && !os.IsExist(err) {
				return err
			}
			return nil
		},
	}
	entries, err := os.ReadDir(fresh)
	if err != nil {
		return []func() error{func() error { return err }}
	}
	for _, e := range entries {
		name := e.Name()
		if name == readyName {
			continue
		}
		to := filepath.Join(dir, name)
		steps = append(steps,
			func() error { return moved(to, filepath.Join(former, name)) },
			func() error { return moved(filepath.Join(fresh, name), to) })
	}
	return append(steps,
		func() error { return syncDir(dir) },
		func() error { return dropLeftovers(dir) },
		func() error { return os.RemoveAll(former) },
		func() error { return os.Remove(filepath.Join(fresh, readyName)) },
		func() error { return os.RemoveAll(fresh) },
		func() error { return syncDir(dir) })
}

// moved renames from to to; nothing where from is there no more, or to already stands.
func moved(from, to string) error {
	if _, err := os.Lstat(to); err == nil {
		return nil
	}
	if err := rename(from, to); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// dropLeftovers removes what the conversion does not carry over and that could hold dossiers under the former secret: the
// base, which is made again, and the damaged files that were set aside.
func dropLeftovers(dir string) error {
	all, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range all {
		name := e.Name()
		ours := slices.ContainsFunc([]string{baseName + ".", headName + ".", headCopyName, digestName}, func(start string) bool {
			return strings.HasPrefix(name, start)
		})
		begun := strings.HasPrefix(name, ".ecriture-") || strings.HasPrefix(name, ".sauvegarde-")
		if name == baseName || ours || begun || name == journalName+freshExt {
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

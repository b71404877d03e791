package model

import (
	"regexp"
	"sync"
)

// pattern returns what compiles a regular expression at its first use: most runs of the program use few of them.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

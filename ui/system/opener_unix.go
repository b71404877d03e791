//go:build !windows && !darwin

package system

const opener = "xdg-open"

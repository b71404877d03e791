//go:build race

package ui

// raced tells that the race detector slows everything down.
const raced = true

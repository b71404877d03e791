//go:build cgo && !ci

package main

/*
#cgo CFLAGS: -fobjc-arc
#cgo LDFLAGS: -framework Cocoa
void hearOpenedFiles(void);
*/
import "C"

// opened receives what the Finder asks to open; nil before hearSystem. The callback of Objective-C carries no context.
var opened chan<- string

// hearSystem sends to calls the files that the Finder asks to open, from the start and later: macOS does not put them in the
// command line, nor start a program twice. To be called before the window is made.
func hearSystem(calls chan<- string) {
	opened = calls
	C.hearOpenedFiles()
}

//export goOpenedFile
func goOpenedFile(path *C.char) {
	select {
	case opened <- C.GoString(path):
	default: // sixteen files wait already: the person did not mean it
	}
}

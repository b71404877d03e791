//go:build !ci && (windows || (linux && amd64))

package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// findOpenGL asks for what Fyne will ask, in a window that is never shown. Fyne itself would log the failure where nobody
// reads it and, where the failure is the platform's, go on without a window, for ever.
//
// What answered stays open for Fyne, which starts the same library: to open it twice takes as long again. Not under Wayland,
// where Fyne first chooses which of two systems it speaks to.
func findOpenGL() (err error) {
	defer func() {
		if r := recover(); r != nil { // by GLFW's Go side, on the errors that it did not foresee
			err = fmt.Errorf("ask for OpenGL: %v", r)
		}
		if err != nil || os.Getenv("WAYLAND_DISPLAY") != "" {
			glfw.Terminate()
		}
	}()
	if err := glfw.Init(); err != nil {
		return fmt.Errorf("start GLFW: %w: %w", err, noScreen)
	}
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2)
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	w, err := glfw.CreateWindow(16, 16, "", nil, nil)
	if err != nil {
		return fmt.Errorf("make an OpenGL window: %w", err)
	}
	if w == nil {
		return errors.New("make an OpenGL window: the platform refused")
	}
	w.Destroy()
	return nil
}

//go:build ci || !(windows || (linux && amd64))

package main

// findOpenGL has nothing to ask where every computer has OpenGL, or where the program is built without its driver.
func findOpenGL() error { return nil }

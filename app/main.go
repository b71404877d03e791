// The app command opens the base and shows the window, or runs one verb of the command line.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

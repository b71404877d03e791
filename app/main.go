// The app command opens the base and shows the window, or runs one verb of the command line.
package main

func main() {}

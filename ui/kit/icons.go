package kit

import "fyne.io/fyne/v2"

// The icons that Fyne lacks are filled shapes of 24 units, so that NewIcon can colour them.

func icon(name, path string) fyne.Resource {
	return fyne.NewStaticResource(name+".svg",
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path d="`+path+`" fill="#000000"/></svg>`))
}

// IconError is an exclamation mark in a circle.
func IconError() fyne.Resource { return iconError }

// IconFlag is the mark « à revoir ».
func IconFlag() fyne.Resource { return iconFlag }

var (
	iconError = icon("error",
		"M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm1 15h-2v-2h2v2zm0-4h-2V7h2v6z")
	iconFlag = icon("flag", "M14.4 6L14 4H5v17h2v-7h5.6l.4 2h7V6z")
)

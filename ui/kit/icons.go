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

// IconDiamond is the mark of a milestone, and of what decides a date.
func IconDiamond() fyne.Resource { return iconDiamond }

// IconCalendar is a sheet of a wall calendar.
func IconCalendar() fyne.Resource { return iconCalendar }

// IconPlan is a plan of work: bars one after the other.
func IconPlan() fyne.Resource { return iconPlan }

// IconMoney is a banknote.
func IconMoney() fyne.Resource { return iconMoney }

// IconFitWidth is a sheet as wide as its place.
func IconFitWidth() fyne.Resource { return iconFitWidth }

var (
	iconError = icon("error",
		"M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2zm1 15h-2v-2h2v2zm0-4h-2V7h2v6z")
	iconDiamond  = icon("diamond", "M12 2l10 10-10 10L2 12z")
	iconCalendar = icon("calendar",
		"M7 2v2H5c-1.1 0-2 .9-2 2v14c0 1.1.9 2 2 2h14c1.1 0 2-.9 2-2V6c0-1.1-.9-2-2-2h-2V2h-2v2H9V2H7zm-2 8h14v10H5V10zm2 2v3h4v-3H7z")
	iconFitWidth = icon("fitwidth", "M3 4h2v16H3zM19 4h2v16h-2zM6.500 12l4-4v3h3V8l4 4-4 4v-3h-3v3z")
	iconPlan     = icon("plan", "M3 4h9v4H3zM8 10h9v4H8zM13 16h8v4h-8z")
	iconMoney    = icon("money",
		"M2 5h20v14H2V5zm2 2v10h16V7H4zm8 1c2.2 0 4 1.8 4 4s-1.8 4-4 4-4-1.8-4-4 1.8-4 4-4z")
	iconFlag = icon("flag", "M14.4 6L14 4H5v17h2v-7h5.6l.4 2h7V6z")
)

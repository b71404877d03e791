package main

import (
	"fmt"
	"os"
	"testing"
)

func TestMetadataAgreesWithFyneApp(t *testing.T) {
	got, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	m := metadata()
	want := fmt.Sprintf("[Details]\nIcon = \"assets/icon.png\"\nName = %q\nID = %q\nVersion = %q\nBuild = %d\n",
		m.Name, m.ID, m.Version, m.Build)
	if string(got) != want {
		t.Errorf("FyneApp.toml:\n%s\nmetadata:\n%s", got, want)
	}
	icon, err := os.ReadFile("../assets/icon.png")
	if err != nil || string(icon) != string(m.Icon.Content()) {
		t.Errorf("icon: %v", err)
	}
}

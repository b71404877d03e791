//go:build unix

package main

import (
	"encoding/binary"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"appuitechnique/storage"
)

const mimeType = "application/vnd.appui-technique.dossier+zip" // of a portable file, on every system

// The Mac's application is laid out by a script that runs anywhere: what macOS reads of it is checked here.
func TestTheApplicationOfTheMacIsWhole(t *testing.T) {
	dir := t.TempDir()
	program := touch(t, filepath.Join(dir, "program"))
	bundle := filepath.Join(dir, "Appui technique.app")
	out, err := exec.Command("bash", "../.packages/macos/bundle", bundle, "1.2.3+abc", "45", program).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	plist := readPlist(t, filepath.Join(bundle, "Contents", "Info.plist"))
	for key, want := range map[string]any{
		"CFBundleIdentifier": metadata().ID, "CFBundleName": metadata().Name, "CFBundleDisplayName": metadata().Name,
		"CFBundlePackageType": "APPL", "CFBundleInfoDictionaryVersion": "6.0", "CFBundleDevelopmentRegion": "fr",
		"CFBundleShortVersionString": "1.2.3", "CFBundleVersion": "45", "LSMinimumSystemVersion": "12.0", // the least of Go 1.26
		"NSHighResolutionCapable": true, "LSApplicationCategoryType": "public.app-category.productivity",
	} {
		if plist[key] != want {
			t.Errorf("%s is %v, want %v", key, plist[key], want)
		}
	}
	exe, _ := plist["CFBundleExecutable"].(string)
	if info, err := os.Stat(filepath.Join(bundle, "Contents", "MacOS", exe)); err != nil || info.Mode()&0o111 == 0 {
		t.Errorf("the program %q: %v", exe, err)
	}
	if b, err := os.ReadFile(filepath.Join(bundle, "Contents", "PkgInfo")); err != nil || string(b) != "APPL????" {
		t.Errorf("PkgInfo: %q, %v", b, err)
	}
	icon, _ := plist["CFBundleIconFile"].(string)
	checkIcon(t, filepath.Join(bundle, "Contents", "Resources", icon))
	checkDocuments(t, plist)
}

// checkIcon reads the list of pictures of an icns: the Finder wants 16 to 512 points, some of them doubled.
func checkIcon(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil || len(b) < 8 || string(b[:4]) != "icns" || int(binary.BigEndian.Uint32(b[4:])) != len(b) {
		t.Fatalf("%s is no icon: %v", path, err)
	}
	var kinds []string
	for at := 8; at+8 <= len(b); {
		size := int(binary.BigEndian.Uint32(b[at+4:]))
		if size < 8 || at+size > len(b) {
			t.Fatalf("a picture of %d bytes at %d of %d", size, at, len(b))
		}
		kinds = append(kinds, string(b[at:at+4]))
		at += size
	}
	for _, want := range []string{"ic07", "ic08", "ic09"} { // 128, 256 and 512 points
		if !slices.Contains(kinds, want) {
			t.Errorf("the icon has the pictures %v, and not %s", kinds, want)
		}
	}
}

// checkDocuments reads the association with the portable file: a type that the program exports, and opens.
func checkDocuments(t *testing.T, plist map[string]any) {
	t.Helper()
	exported, _ := plist["UTExportedTypeDeclarations"].([]any)
	opened, _ := plist["CFBundleDocumentTypes"].([]any)
	if len(exported) != 1 || len(opened) != 1 {
		t.Fatalf("%d types exported, %d opened, want one", len(exported), len(opened))
	}
	kind, document := exported[0].(map[string]any), opened[0].(map[string]any)
	tags, _ := kind["UTTypeTagSpecification"].(map[string]any)
	for what, got := range map[string]any{
		strings.TrimPrefix(storage.Extension, "."): tags["public.filename-extension"],
		mimeType:                          tags["public.mime-type"],
		kind["UTTypeIdentifier"].(string): document["LSItemContentTypes"],
	} {
		if list, _ := got.([]any); len(list) != 1 || list[0] != what {
			t.Errorf("got %v, want %q alone", got, what)
		}
	}
	if document["CFBundleTypeRole"] != "Editor" || document["LSHandlerRank"] != "Owner" {
		t.Errorf("the program is %v and %v of its files", document["CFBundleTypeRole"], document["LSHandlerRank"])
	}
}

// The three systems know the portable file by the same words.
func TestEverySystemKnowsThePortableFile(t *testing.T) {
	for path, wants := range map[string][]string{
		".packages/linux/fr.appuitechnique.bureau.mime.xml":     {`type="` + mimeType + `"`, `pattern="*` + storage.Extension + `"`},
		".packages/linux/fr.appuitechnique.bureau.desktop":      {"MimeType=" + mimeType + ";", "%f"},
		".packages/linux/fr.appuitechnique.bureau.metainfo.xml": {"<mediatype>" + mimeType + "</mediatype>", "<id>" + metadata().ID + "</id>"},
		".packages/windows/installer.nsi":                       {`Software\Classes\` + storage.Extension + `"`, mimeType, `"%1"`},
		".packages/macos/Info.plist":                            {mimeType},
	} {
		b, err := os.ReadFile(filepath.Join("..", path))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range wants {
			if !strings.Contains(string(b), want) {
				t.Errorf("%s does not say %s", path, want)
			}
		}
	}
}

// readPlist reads a property list whose root is a dictionary: strings, booleans, arrays and dictionaries.
func readPlist(t *testing.T, path string) map[string]any {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dec := xml.NewDecoder(f)
	for {
		tok, err := dec.Token()
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if start, ok := tok.(xml.StartElement); ok && start.Name.Local == "dict" {
			got, err := plistValue(dec, start)
			if err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			for _, err = dec.Token(); err == nil; _, err = dec.Token() { // well formed to the end
			}
			if !errors.Is(err, io.EOF) {
				t.Fatalf("%s: %v", path, err)
			}
			return got.(map[string]any)
		}
	}
}

// plistValue reads the value that start begins.
func plistValue(dec *xml.Decoder, start xml.StartElement) (any, error) {
	var list []any
	text := ""
	for {
		tok, err := dec.Token()
		if err != nil {
			return nil, err
		}
		switch tok := tok.(type) {
		case xml.CharData:
			text += string(tok)
		case xml.StartElement:
			v, err := plistValue(dec, tok)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		case xml.EndElement:
			switch start.Name.Local {
			case "true", "false":
				return start.Name.Local == "true", nil
			case "array":
				return list, nil
			case "dict":
				return paired(list)
			}
			return text, nil
		}
	}
}

// paired returns the dictionary of keys and values that follow one another.
func paired(list []any) (map[string]any, error) {
	d := map[string]any{}
	for i := 0; i+1 < len(list); i += 2 {
		key, ok := list[i].(string)
		if !ok || d[key] != nil {
			return nil, errors.New("no key, or one that comes twice")
		}
		d[key] = list[i+1]
	}
	if len(list)%2 != 0 {
		return nil, errors.New("a key without a value")
	}
	return d, nil
}

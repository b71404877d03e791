package ui

import (
	"fmt"
	"os"
	"path/filepath"

	"appuitechnique/model/document"
	"appuitechnique/storage"
	"appuitechnique/ui/paper"
	"appuitechnique/ui/system"
)

// sheet is the one-page paper that carries the code which opens the dossiers.
func (s *Shell) sheet(code string) ([]byte, error) {
	return paper.PDF(document.RescueSheet(code, s.options.Folder, s.today()))
}

// printSheet sends the sheet to the default printer. Its file goes when the window is closed.
func (s *Shell) printSheet(code string) {
	s.background(func() error {
		b, err := s.sheet(code)
		if err != nil {
			return err
		}
		dir, err := system.Folder(s.options.Now())
		if err != nil {
			return err
		}
		path := filepath.Join(dir, "feuille-de-secours.pdf")
		if err := os.WriteFile(path, b, 0o600); err != nil {
			return fmt.Errorf("write rescue sheet: %w", err)
		}
		return system.Print(path)
	}, func(err error) {
		if err != nil {
			s.options.Log.Error("print rescue sheet", "err", err)
			s.message("La feuille n’a pas été imprimée", "Aucune imprimante ne l’a acceptée. Enregistrez-la en PDF sur une clé pour "+
				"l’imprimer ailleurs, ou recopiez le code à la main.")
			return
		}
		s.message("Feuille envoyée à l’imprimante", "Vérifiez que le code est lisible, puis rangez la feuille en lieu sûr.")
	})
}

// saveSheet writes the sheet as a file.
func (s *Shell) saveSheet(code string) {
	s.chooseTarget("feuille-de-secours.pdf", func(path string) {
		s.background(func() error {
			b, err := s.sheet(code)
			if err != nil {
				return err
			}
			return storage.Replace(path, b)
		}, func(err error) {
			if err != nil {
				s.fail(err)
				return
			}
			s.message("Feuille enregistrée", "Gardez ce fichier loin de cet ordinateur : qui l’a peut ouvrir vos dossiers.\n"+path)
		})
	})
}

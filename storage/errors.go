package storage

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"
)

// ErrNotFound is wrapped by the error of Load, ByReference, Delete and Restore when the base holds no such dossier.
var ErrNotFound = errors.New("not found")

// Kind says what kind of failure an Error is: each has its sentence and its remedy.
type Kind int

// The kinds of failure. Those from KindForeign on are about a portable file, the others about the data folder.
const (
	KindOther         Kind = iota // the disk said no, and it is none of the kinds below
	KindAlreadyOpen               // another instance holds the data folder
	KindDiskFull                  // less free space than it takes to go on safely
	KindReadOnly                  // no right to write there
	KindPath                      // the place is no folder, or its name is too long
	KindTooRecent                 // written by a newer version of the program
	KindDamaged                   // what is read is not what was written
	KindClosed                    // the store was closed
	KindNotFound                  // the base holds no such dossier
	KindNoFile                    // the file or folder does not exist
	KindForeign                   // the file is no dossier
	KindAltered                   // the file is a dossier that was cut short, altered or badly copied
	KindTooBig                    // the file is larger than any dossier
	KindSuspect                   // the file holds what no dossier holds
	KindNoBackup                  // the file is no backup
	KindTaken                     // the file to replace is something else, which must not be lost
	KindNotFile                   // a folder or a device stands where a file is wanted
	KindNoFolder                  // the folder that should hold the file or folder does not exist
	KindUnreadable                // no right to read there
	KindLocked                    // protected by a phrase, and none was given
	KindPhrase                    // protected by another phrase than the one given
	KindKey                       // the file that holds the key is damaged, and no copy of it was found
	KindWeak                      // the phrase is too easy to guess
	KindSynced                    // the data folder is one that a service synchronises
	KindNetwork                   // the data folder is on another computer
	KindFewer                     // a backup holds fewer dossiers than the one before, and none was erased
	KindElsewhere                 // the second place of the backups cannot be reached or written
	KindSamePlace                 // the second place of the backups is in the data folder itself
	KindNotAttachable             // the file is neither a picture nor a PDF
	KindPiece                     // the bytes of an attachment are missing or damaged
	KindMigration                 // a dossier of an older version cannot be brought to the format of today
	KindClear                     // what the second place holds in clear, of protected dossiers, could not be sealed or removed
	KindFrozen                    // a frozen paper is never taken away
	KindConflict                  // the base and the file answer a question otherwise, and nobody said which is right
	KindMoved                     // the file or the base is no longer what was compared
)

// An Error is every failure of this package. Error is for the log, in English, and never holds an answer of a dossier;
// Sentence is for the person.
type Error struct {
	Kind  Kind
	Path  string    // file, folder or reference concerned, or empty
	At    string    // name of the answer that cannot be read, or empty; for the person, never in Error
	Tries int       // phrases tried so far, for KindPhrase; 0 when nobody counts
	Free  int64     // bytes left on the disk, for KindDiskFull; 0 when unknown
	Saved time.Time // of the last save, for KindDiskFull; zero when unknown
	Err   error     // what the system or the engine said, or nil
}

func (e *Error) Error() string {
	s := e.Kind.name()
	if e.Path != "" {
		s += " " + e.Path
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns what the system or the engine said.
func (e *Error) Unwrap() error { return e.Err }

// Sentence says in French what happened and what to do.
func (e *Error) Sentence() string {
	base := filepath.Base(e.Path)
	if e.At != "" {
		return "« " + base + " » n’a pas été ouvert : « " + e.At + " » ne peut pas y être lu. Corrigez ce point, ou demandez un " +
			"nouvel envoi."
	}
	switch e.Kind {
	case KindAlreadyOpen:
		return "Le logiciel est déjà ouvert sur cet ordinateur : fermez l’autre fenêtre, puis recommencez."
	case KindDiskFull:
		if e.Free > 0 {
			until := ""
			if !e.Saved.IsZero() {
				until = " Votre travail est enregistré jusqu’au " + e.Saved.Format("02/01/2006 à 15 h 04") + "."
			}
			return fmt.Sprintf("Le disque est presque plein (reste %d Mo).%s Libérez de la place pour continuer à écrire.", e.Free>>20, until)
		}
		return "Le disque est plein. Libérez de la place, puis recommencez : rien de ce qui était enregistré n’est perdu."
	case KindReadOnly:
		return "Impossible d’écrire dans « " + e.Path + " » : droits insuffisants. Choisissez un autre emplacement."
	case KindPath:
		return "L’emplacement « " + e.Path + " » est trop long ou n’est pas un dossier de l’ordinateur. Choisissez-en un autre."
	case KindTooRecent:
		return "« " + base + " » a été écrit par une version plus récente du logiciel. Installez la dernière version pour l’ouvrir."
	case KindDamaged:
		return "Des fichiers de la base sont abîmés et n’ont pas pu être réparés. Rien n’a été effacé : gardez une copie du " +
			"dossier de données, puis restaurez une sauvegarde dans un autre dossier."
	case KindClosed:
		return "La base est déjà refermée. Ouvrez de nouveau le logiciel."
	case KindNotFound:
		return "Aucun dossier « " + e.Path + " » dans la base."
	case KindNoFile:
		return "« " + e.Path + " » n’existe pas. Vérifiez le nom et l’emplacement."
	case KindForeign:
		return "« " + base + " » n’est pas un dossier exporté par Appui technique."
	case KindAltered:
		return "« " + base + " » est incomplet, a été modifié ou mal copié. Demandez un nouvel envoi."
	case KindTooBig:
		return "« " + base + " » dépasse la taille permise pour un dossier."
	case KindSuspect:
		return "« " + base + " » contient des éléments inattendus : il n’a pas été ouvert."
	case KindNoBackup:
		return "« " + base + " » n’est pas une sauvegarde de la base."
	case KindTaken:
		return "« " + e.Path + " » existe déjà et contient autre chose : il n’a pas été remplacé. Choisissez un autre nom."
	case KindNotFile:
		return "« " + e.Path + " » n’est pas un fichier, mais un répertoire ou un périphérique. Indiquez un fichier."
	case KindNoFolder:
		return "Le répertoire « " + filepath.Dir(e.Path) + " » n’existe pas. Créez-le, ou choisissez un autre emplacement."
	case KindLocked:
		return "« " + base + " » est protégé par une phrase secrète : indiquez-la pour l’ouvrir."
	case KindPhrase:
		if e.Tries > 2 {
			return "Phrase secrète incorrecte. Sans elle, les dossiers ne peuvent pas être lus. Avez-vous la feuille de secours ?"
		}
		return "Phrase secrète incorrecte."
	case KindKey:
		return "Le fichier de clé est abîmé. Utilisez la copie de secours placée dans vos sauvegardes."
	case KindWeak:
		return WeakPhrase("")
	case KindSynced:
		return "Vos dossiers sont dans un espace synchronisé : cela peut les abîmer. Nous proposons de les déplacer sur cet " +
			"ordinateur ; les sauvegardes pourront rester dans l’espace synchronisé."
	case KindNetwork:
		return "Vos dossiers sont sur un autre ordinateur du réseau : une coupure peut les abîmer. Nous proposons de les déplacer " +
			"sur cet ordinateur ; les sauvegardes pourront rester sur le réseau."
	case KindFewer:
		return "La dernière sauvegarde contient moins de dossiers que la précédente, alors qu’aucun n’a été effacé. Toutes les " +
			"sauvegardes sont gardées : comparez-les avant de continuer."
	case KindElsewhere:
		return "« " + e.Path + " » n’a pas pu recevoir la sauvegarde : elle reste sur cet ordinateur. Rebranchez la clé ou " +
			"vérifiez cet emplacement ; la copie sera faite à la prochaine occasion."
	case KindNotAttachable:
		return "« " + base + " » n’est ni une image JPEG ou PNG, ni un PDF : il n’a pas été joint. Convertissez-le, puis recommencez."
	case KindFrozen:
		return "Un document figé ne se retire pas : il garde la trace de ce qui a été signé."
	case KindPiece:
		return "La pièce « " + base + " » est abîmée ou manque : elle ne peut pas être ouverte. Joignez-la de nouveau, ou restaurez " +
			"une sauvegarde qui la contient."
	case KindMigration:
		return "Vos dossiers viennent d’une version plus ancienne, et l’un d’eux n’a pas pu être repris : rien n’a été changé. " +
			"Ouvrez-les avec l’ancienne version, et demandez de l’aide."
	case KindClear:
		return "« " + e.Path + " » contient encore des copies lisibles sans la phrase secrète. Rebranchez la clé ou vérifiez cet " +
			"emplacement, puis recommencez ; sinon, supprimez-les."
	case KindConflict:
		return "« " + base + " » contient d’autres réponses que votre dossier : rien n’a été changé. Choisissez d’abord, pour " +
			"chacune, laquelle garder."
	case KindMoved:
		return "« " + base + " » ou votre dossier a changé depuis la comparaison : rien n’a été fusionné. Ouvrez de nouveau le fichier."
	case KindSamePlace:
		return "« " + e.Path + " » est dans le dossier de données lui-même : choisissez une clé, un autre disque ou un espace synchronisé."
	case KindUnreadable:
		return "Impossible de lire « " + e.Path + " » : droits insuffisants. Demandez le droit de le lire, ou une copie."
	}
	return "La lecture ou l’écriture de « " + e.Path + " » a échoué. Recommencez ; si cela persiste, redémarrez l’ordinateur."
}

func (k Kind) name() string {
	return [...]string{"input or output", "already open", "disk full", "no right to write", "unusable path",
		"newer format", "damaged", "store closed", "not found", "no such file", "foreign file", "altered file", "file too big",
		"suspect file", "no backup", "file of another kind", "not a file", "no such folder", "no right to read",
		"phrase needed", "wrong phrase", "damaged key", "weak phrase", "synchronised folder",
		"network folder", "fewer dossiers",
		"second place", "second place in the data folder", "no attachment", "damaged attachment", "migration",
		"second place in clear", "frozen", "conflict", "no longer what was compared"}[k]
}

// writing is failure for a file or folder to make at path: one that is missing is the folder above.
func writing(path string, err error) error {
	return turned(failure(path, err), KindNoFile, KindNoFolder)
}

// reading is failure for a file to read at path: the right that lacks is the right to read.
func reading(path string, err error) error {
	return turned(failure(path, err), KindReadOnly, KindUnreadable)
}

func turned(err error, from, to Kind) error {
	var e *Error
	if errors.As(err, &e) && e.Kind == from {
		e.Kind = to
	}
	return err
}

// sentenced is an error that already knows what to tell the person.
func sentenced(err error) bool {
	var e *Error
	return errors.As(err, &e)
}

// failure wraps an error of the system in the kind it belongs to; nil and our own errors stay as they are.
func failure(path string, err error) error {
	if err == nil || sentenced(err) {
		return err
	}
	e := &Error{Kind: KindOther, Path: path, Err: err}
	switch {
	case diskFull(err):
		e.Kind = KindDiskFull
	case errors.Is(err, fs.ErrPermission), writeProtected(err):
		e.Kind = KindReadOnly
	case badPath(err):
		e.Kind = KindPath
	case errors.Is(err, fs.ErrNotExist):
		e.Kind = KindNoFile
	}
	return e
}

; The installer of one person: no elevation, French, the program under %LOCALAPPDATA%\Programs, the data elsewhere and left
; alone. Built by .packages/build, which defines VERSION, QUAD, OUT, ICON, SIDE (the picture at the side), PROGRAM, NOTICES and,
; with a software renderer, RESCUE.
Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDatablockOptimize on

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define NAME "Appui technique"
!define EXE "appui-technique.exe"
!define PROGID "AppuiTechnique.Dossier"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\AppuiTechnique"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Appui technique"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
; NSIS says « de Appui technique »: the sentences where that shows are ours.
Caption "Installation d’${NAME}"
UninstallCaption "Désinstallation d’${NAME}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Voulez-vous vraiment quitter l’installation d’${NAME} ?"
!define MUI_WELCOMEPAGE_TITLE "Installation d’${NAME}"
!define MUI_WELCOMEPAGE_TEXT "Le programme va être installé pour vous seul, sans droits d’administrateur.$\r$\n$\r$\nUne version déjà présente est remplacée ; vos dossiers et vos réglages sont gardés.$\r$\n$\r$\nFermez Appui technique s’il est ouvert, puis cliquez sur Suivant."
!define MUI_FINISHPAGE_TITLE "${NAME} est installé"
!define MUI_FINISHPAGE_TEXT "Vous le retrouverez dans le menu Démarrer."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_SUBTEXT "Cela ne prend que quelques secondes."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_SUBTEXT "Cela ne prend que quelques secondes."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "French"

VIProductVersion "${QUAD}"
VIFileVersion "${QUAD}"
VIAddVersionKey /LANG=1036 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1036 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "FileDescription" "Installation d’Appui technique"
VIAddVersionKey /LANG=1036 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1036 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1036 "LegalCopyright" "${NAME}"

; A program that runs cannot be replaced: ask to close it, again and again, or give up having changed nothing.
!macro AwaitClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
      ${Break}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\${EXE}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Appui technique est ouvert. Fermez sa fenêtre, puis cliquez sur Réessayer." /SD IDCANCEL IDRETRY again
    SetErrorLevel 1
    Abort "Appui technique est resté ouvert : rien n’a été changé."
    again:
  ${Loop}
!macroend

Section
  SetShellVarContext current
  !insertmacro AwaitClosed
  ClearErrors
  SetOutPath "$INSTDIR"
  File "${PROGRAM}"
  File "/oname=LICENCES.txt" "${NOTICES}"
  ; What an earlier version may have left.
  RMDir /r "$INSTDIR\secours"
!ifdef RESCUE
  SetOutPath "$INSTDIR\secours"
  File "${RESCUE}\*.*"
  CopyFiles /SILENT "$INSTDIR\${EXE}" "$INSTDIR\secours\${EXE}"
  SetOutPath "$INSTDIR"
!endif
  WriteUninstaller "$INSTDIR\desinstaller.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "L’installation n’a pas pu écrire dans « $INSTDIR ». Vérifiez la place libre, puis recommencez ; si cela persiste, employez la version portable." /SD IDOK
    SetErrorLevel 2
    Abort
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"

  WriteRegStr HKCU "Software\Classes\.acv" "" "${PROGID}"
  WriteRegStr HKCU "Software\Classes\.acv" "Content Type" "application/vnd.appui-technique.dossier+zip"
  WriteRegStr HKCU "Software\Classes\.acv\OpenWithProgids" "${PROGID}" ""
  WriteRegStr HKCU "Software\Classes\${PROGID}" "" "Dossier d’appui technique"
  WriteRegStr HKCU "Software\Classes\${PROGID}\DefaultIcon" "" '"$INSTDIR\${EXE}",0'
  WriteRegStr HKCU "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" '"$INSTDIR\${EXE}",0'
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\desinstaller.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\desinstaller.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  ; SHCNE_ASSOCCHANGED: the files change their icon at once.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  !insertmacro AwaitClosed
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\secours"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\LICENCES.txt"
  Delete "$INSTDIR\desinstaller.exe"
  RMDir "$INSTDIR"

  ; Another program may have taken the extension since.
  ReadRegStr $0 HKCU "Software\Classes\.acv" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "Software\Classes\.acv" ""
    DeleteRegValue HKCU "Software\Classes\.acv" "Content Type"
  ${EndIf}
  DeleteRegValue HKCU "Software\Classes\.acv\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.acv\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.acv"
  DeleteRegKey HKCU "Software\Classes\${PROGID}"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ${If} ${FileExists} "$LOCALAPPDATA\AppuiTechnique\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON1 "Le programme est retiré. Faut-il garder vos dossiers ?$\r$\n$\r$\nIls sont dans « $LOCALAPPDATA\AppuiTechnique ». Oui : ils restent, et une prochaine installation les retrouve." /SD IDYES IDYES kept
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Effacer pour toujours tous vos dossiers, leurs papiers et leurs sauvegardes ?" /SD IDNO IDNO kept
    RMDir /r "$LOCALAPPDATA\AppuiTechnique"
    kept:
  ${EndIf}
SectionEnd

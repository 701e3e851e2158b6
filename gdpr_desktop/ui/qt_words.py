"""Qt's own words: its nynorsk catalogue with its gaps filled, and for bokmål, which Qt lacks, a
list over it. The choice of a file is the window of Qt's that people see most of."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.qt_catalogue import WordsTranslator

_BOKMAL = {
    "OK": "OK",
    "&OK": "&OK",
    "Cancel": "Avbryt",
    "&Cancel": "&Avbryt",
    "Save": "Lagre",
    "&Save": "&Lagre",
    "Save All": "Lagre alt",
    "Save As": "Lagre som",
    "Open": "Åpne",
    "&Open": "&Åpne",
    "Close": "Lukk",
    "&Close": "L&ukk",
    "&Yes": "&Ja",
    "Yes to &All": "Ja til &alt",
    "&No": "&Nei",
    "N&o to All": "N&ei til alt",
    "Apply": "Bruk",
    "Reset": "Tilbakestill",
    "Help": "Hjelp",
    "Discard": "Forkast",
    "Don't Save": "Ikke lagre",
    "Retry": "Prøv igjen",
    "Ignore": "Ignorer",
    "Abort": "Avbryt",
    "&Undo": "&Angre",
    "&Redo": "&Gjør om",
    "Cu&t": "&Klipp ut",
    "&Copy": "K&opier",
    "&Paste": "&Lim inn",
    "Delete": "Slett",
    "&Delete": "&Slett",
    "Select All": "Velg alt",
    "Show Details...": "Vis detaljer …",
    "Hide Details...": "Skjul detaljer …",
    "Clear": "Tøm",
    "Directory:": "Mappe:",
    "File &name:": "Fil&navn:",
    "Files of type:": "Filtype:",
    "Look in:": "Se i:",
    "Save in:": "Lagre i:",
    "Choose": "Velg",
    "&Choose": "&Velg",
    "Back": "Tilbake",
    "Forward": "Fram",
    "Parent Directory": "Mappen over",
    "Create New Folder": "Lag ny mappe",
    "&New Folder": "&Ny mappe",
    "New Folder": "Ny mappe",
    "&Rename": "&Gi nytt navn",
    "List View": "Liste",
    "Detail View": "Detaljer",
    "Computer": "Datamaskin",
    "Name": "Navn",
    "Size": "Størrelse",
    "Type": "Type",
    "Date Modified": "Endret",
    "All Files (*)": "Alle filer (*)",
    "Directories": "Mapper",
    "Show &hidden files": "Vis &skjulte filer",
    "Find Directory": "Finn mappe",
    "Open File": "Åpne fil",
    "&Look in:": "&Se i:",
    "Files of &type:": "Fil&type:",
    "Go back": "Gå tilbake",
    "Go forward": "Gå fram",
    "Go to the parent directory": "Gå til mappen over",
    "Create a New Folder": "Lag en ny mappe",
    "Change to list view mode": "Vis som liste",
    "Change to detail view mode": "Vis med detaljer",
    "Sidebar": "Sidestolpe",
    "List of places and bookmarks": "Steder og bokmerker",
    "Files": "Filer",
    "Show ": "Vis ",
    "Remove": "Fjern",
    "Recent Places": "Nylig brukte steder",
    "My Computer": "Datamaskinen",
    "Drive": "Stasjon",
    "%1 File": "%1-fil",
    "File": "Fil",
    "File Folder": "Mappe",
    "Folder": "Mappe",
    "Alias": "Snarvei",
    "Shortcut": "Snarvei",
    "Unknown": "Ukjent",
    "Kind": "Type",
    "Invalid filename": "Ugyldig filnavn",
    "Restore Defaults": "Gjenopprett standard",
    "&Select All": "Velg &alt",
    "Copy &Link Location": "Kopier &lenken",
    "Insert Unicode control character": "Sett inn kontrolltegn",
    "Left edge": "Venstre kant",
    "Right edge": "Høyre kant",
    "Bottom": "Bunn",
    "Page right": "Side til høyre",
    "Scroll right": "Rull til høyre",
    "Could not delete directory.": "Mappen kunne ikke slettes.",
    "Are you sure you want to delete '%1'?": "Vil du slette «%1»?",
    "'%1' is write protected.\nDo you want to delete it anyway?": (
        "«%1» er skrivebeskyttet.\nVil du slette den likevel?"
    ),
    '<b>The name "%1" cannot be used.</b><p>Try using another name, with fewer characters or no '
    "punctuation marks.": (
        "<b>Navnet «%1» kan ikke brukes.</b><p>Prøv et annet navn, med færre tegn eller uten "
        "spesialtegn."
    ),
    "Left": "Pil venstre",
    "Right": "Pil høyre",
    "%1 already exists.\nDo you want to replace it?": "%1 finnes allerede.\nVil du erstatte den?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nFilen finnes ikke.\nSe etter at navnet er riktig."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nMappen finnes ikke.\nSe etter at navnet er riktig."
    ),
}


# what Qt's nynorsk catalogue lacks
_NYNORSK = {
    "&Look in:": "&Sjå i:",
    "Files of &type:": "Fil&type:",
    "Save": "Lagra",
    "Choose": "Vel",
    "OK": "OK",
    "&OK": "&OK",
    "Help": "Hjelp",
    "Date Modified": "Sist endra",
    "Size": "Storleik",
    "Type": "Type",
    "Name": "Namn",
    "Drive": "Stasjon",
    "%1 File": "%1-fil",
    "File": "Fil",
    "File Folder": "Mappe",
    "Folder": "Mappe",
    "Alias": "Snarveg",
    "Shortcut": "Snarveg",
    "Unknown": "Ukjend",
}


class QtWords(QObject):
    """Keeps Qt's own widgets in the language of the screen."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._nynorsk = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._nynorsk.load("qtbase_nn", folder)
        self._gaps = WordsTranslator(_NYNORSK, self)
        self._bokmal = WordsTranslator(_BOKMAL, self)

    def use(self, language: Language) -> None:
        """Switch: dates, numbers and Qt's buttons follow."""
        QLocale.setDefault(QLocale(f"{language.value}_NO"))
        for translator in (self._bokmal, self._nynorsk, self._gaps):
            self._app.removeTranslator(translator)
        self._app.installTranslator(self._gaps)  # the last one installed is asked first
        self._app.installTranslator(self._nynorsk)  # better than English where a word is lacking
        if language is Language.BOKMAL:
            self._app.installTranslator(self._bokmal)

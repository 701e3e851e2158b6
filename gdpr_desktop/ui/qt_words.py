"""Qt's own words: its nynorsk catalogue, and for bokmål (which Qt lacks) a small list over it."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from gdpr_desktop.core.municipality import Language

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
    "%1 already exists.\nDo you want to replace it?": "%1 finnes allerede.\nVil du erstatte den?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nFilen finnes ikke.\nSe etter at navnet er riktig."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nMappen finnes ikke.\nSe etter at navnet er riktig."
    ),
}


class BokmalTranslator(QTranslator):
    """The few words of Qt that our windows show."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return _BOKMAL.get(source)  # None: the next translator is asked


class QtWords(QObject):
    """Keeps Qt's own widgets in the language of the screen."""

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._app = app
        self._nynorsk = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._nynorsk.load("qtbase_nn", folder)
        self._bokmal = BokmalTranslator(self)

    def use(self, language: Language) -> None:
        """Switch: dates, numbers and Qt's buttons follow."""
        QLocale.setDefault(QLocale(f"{language.value}_NO"))
        self._app.removeTranslator(self._bokmal)
        self._app.removeTranslator(self._nynorsk)
        self._app.installTranslator(self._nynorsk)  # better than English where a word is lacking
        if language is Language.BOKMAL:
            self._app.installTranslator(self._bokmal)

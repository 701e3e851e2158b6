"""Where to put what is exported: the folder used last is suggested."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices

_FOLDER = "export_folder"  # kept on the application while it runs: never a file's name


def ask_path(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """The place chosen for a Word file, or a file of other ``kinds`` («Workbook (*.xlsx)»).

    None when the person thought better of it.
    """
    kinds = kinds or _("Word document (*.docx)")
    path = notices.save_path(parent, title, _last_folder() / name, kinds)
    if path is not None:
        _remember_folder(path.parent)
    return path


def _last_folder() -> Path:
    app = QCoreApplication.instance()
    last = app.property(_FOLDER) if app else None
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(last or QStandardPaths.writableLocation(documents))


def _remember_folder(folder: Path) -> None:
    app = QCoreApplication.instance()
    if app:
        app.setProperty(_FOLDER, str(folder))

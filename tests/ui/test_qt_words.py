"""Qt's own words in both forms of Norwegian."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.qt_words import QtWords


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    made = QtWords(qapp)
    yield made
    qapp.removeTranslator(made._bokmal)
    qapp.removeTranslator(made._nynorsk)
    qapp.removeTranslator(made._gaps)


def _word(source: str) -> str:
    return QCoreApplication.translate("QPlatformTheme", source)


@pytest.mark.parametrize(
    ("language", "cancel", "undo"),
    [(Language.NYNORSK, "Avbryt", "&Angra"), (Language.BOKMAL, "Avbryt", "&Angre")],
)
def test_buttons_and_menus_of_qt_are_norwegian(
    words: QtWords, language: Language, cancel: str, undo: str
) -> None:
    words.use(language)
    assert _word("Cancel") == cancel
    assert QCoreApplication.translate("QLineEdit", "&Undo") == undo


def test_bokmal_is_not_nynorsk(words: QtWords) -> None:
    words.use(Language.NYNORSK)
    nynorsk = _word("Open")
    words.use(Language.BOKMAL)
    assert (nynorsk, _word("Open")) == ("Opna", "Åpne")


def test_a_word_that_bokmal_lacks_is_asked_of_the_next(words: QtWords) -> None:
    words.use(Language.BOKMAL)
    assert QCoreApplication.translate("Nowhere", "Some unknown word") == "Some unknown word"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("mode", ["open", "save", "folder"])
def test_the_choice_of_a_file_has_no_english(
    words: QtWords, qtbot: QtBot, tmp_path: Path, language: Language, mode: str
) -> None:
    words.use(language)
    dialog = QFileDialog(None, "", str(tmp_path), "Word (*.docx)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if mode == "save":
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if mode == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.show()
    shown = {button.text() for button in dialog.findChildren(QPushButton)}
    shown |= {label.text() for label in dialog.findChildren(QLabel)}
    for widget in dialog.findChildren(QWidget):
        shown |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    shown |= {action.text() for action in dialog.findChildren(QAction)}
    english = {"the", "look", "file", "files", "folder", "directory", "of", "view", "new", "show"}
    english |= {"open", "save", "choose", "cancel", "delete", "rename", "back", "forward", "places"}
    said = {word.strip("&:.,") for text in shown for word in text.replace("&", "").split()}
    assert {word for word in said if word.casefold() in english} == set()


def test_kinds_of_file_are_norwegian_too(words: QtWords) -> None:
    found = {}
    for language in Language:
        words.use(language)
        found[language] = QCoreApplication.translate("QAbstractFileIconProvider", "Shortcut")
    assert found == {Language.NYNORSK: "Snarveg", Language.BOKMAL: "Snarvei"}

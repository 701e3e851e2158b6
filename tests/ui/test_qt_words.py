"""Qt's own words in both forms of Norwegian."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.ui.qt_words import QtWords


@pytest.fixture
def words(qapp: QApplication) -> Iterator[QtWords]:
    made = QtWords(qapp)
    yield made
    qapp.removeTranslator(made._bokmal)
    qapp.removeTranslator(made._nynorsk)


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

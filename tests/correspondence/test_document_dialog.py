"""The dialog of a document, used as a person does."""

import gc
import weakref

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from shiboken6 import isValid

from gdpr_desktop.core import text
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from ui import walk


def _suggested(language: Language) -> str:
    return f"Rapport {language.value}.docx"


@pytest.fixture
def dialog(vault, make, window):
    made = DocumentDialog(vault, "Rapport", make, suggested=_suggested, parent=window)
    made.open()
    yield made
    if isValid(made):
        made.discard()


def test_the_preview_follows_the_written_form(dialog, qtbot):
    assert "På nn" in dialog.preview.browser.toPlainText()
    dialog.language.set_value(Language.BOKMAL)
    qtbot.waitUntil(lambda: "På nb" in dialog.preview.browser.toPlainText())
    dialog.reject()  # nothing is asked: nothing is lost
    assert not dialog.isVisible()


def test_export_asks_for_the_place_and_tells_what_changed(vault, make, window, answers, tmp_path):
    change = Change(kinds=frozenset({Kind.SETTINGS}))
    made = DocumentDialog(
        vault, "Rapport", make, record=lambda *_: change, suggested=_suggested, parent=window
    )
    told: list[object] = []
    made.accepted_value.connect(told.append)
    made.open()
    answers(tmp_path / "rapport.docx")
    made.save_button.click()
    assert told == [change]
    assert Document(str(tmp_path / "rapport.docx")).paragraphs


def test_an_error_is_shown_and_the_dialog_stays(vault, make, window, answers, tmp_path):
    def refuse(*_noted: object) -> Change:
        raise AppError("Registeret er låst.")

    made = DocumentDialog(
        vault, "Rapport", make, record=refuse, suggested=_suggested, parent=window
    )
    made.open()
    answers(tmp_path / "rapport.docx")
    made.save_button.click()
    assert made.isVisible()
    assert not (tmp_path / "rapport.docx").exists()
    made.discard()


def test_everything_has_a_name_and_longer_words_are_not_cut(dialog, qtbot, monkeypatch):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    qtbot.wait(30)
    assert walk.nameless(dialog) == []
    assert walk.cut(dialog) == []


def test_closing_frees_the_dialog(vault, make, window, qtbot):
    made = DocumentDialog(vault, "Rapport", make, suggested=_suggested, parent=window)
    made.open()
    watched = weakref.ref(made)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert watched() is None

"""Rules that hold for every dialog of the need."""

import gc
import re
import weakref
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dpia.filling import begun, in_force
from dpia.screening.by_hand import TWO, activity
from gdpr_desktop.core import text
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia.codes import Novelty
from gdpr_desktop.dpia.page import AssessmentsPage
from gdpr_desktop.dpia.screening.dialogs.about import AboutDialog
from gdpr_desktop.dpia.screening.dialogs.need import NeedDialog
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.screening.dialogs.view import ViewDialog
from gdpr_desktop.dpia.screening.service import note_screening
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.text import LineField, TextArea
from gdpr_desktop.ui.theme import Scheme, Theme
from gdpr_desktop.vault import Vault, drafts
from ui import walk

OF_A_CASE = (AboutDialog, ScreenDialog, ViewDialog, NeedDialog)
TYPED = "Halvt"
_MNEMONIC = re.compile(r"(?<!&)&([^&\s])")


@pytest.fixture
def answered(officer: Vault) -> CaseId:
    """An assessment whose need is answered, one in force, and an activity in the record."""
    in_force(officer)
    activity(officer)
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    return case_id


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> QWidget:
    """What the dialogs stand above."""
    Theme(qapp, scheme=Scheme.LIGHT)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    return made


def dialogs(vault: Vault, case_id: CaseId, parent: QWidget) -> Iterator[FormDialog]:
    """Each of them, made anew."""
    for kind in OF_A_CASE:
        yield kind(vault, case_id, parent)
    yield StartDialog(vault, parent)


def twice(dialog: QWidget) -> list[str]:
    """The letters that two of those who are shown answer to."""
    shown = [one for one in dialog.findChildren(QWidget) if one.isVisible()]
    said = [one.text() for one in shown if isinstance(one, QAbstractButton)]
    said += [one.text() for one in shown if isinstance(one, QLabel) and one.buddy()]
    keyed = [(one, match[1].lower()) for one in said for match in _MNEMONIC.finditer(one)]
    times = Counter(letter for _text, letter in keyed)
    return [one for one, letter in keyed if times[letter] > 1]


def free() -> None:
    """What was closed goes."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
    gc.collect()


def looked_at(dialog: Any) -> list[str]:
    """What has no name, or a key that another has, on any page."""
    pages = range(len(dialog.pages)) if isinstance(dialog, ScreenDialog) else (None,)
    found = []
    for page in pages:
        if page is not None:
            dialog.go_to(page)
        QCoreApplication.processEvents()
        found += walk.nameless(dialog) + twice(dialog)
    return found


@pytest.mark.parametrize("language", Language)
def test_every_dialog_names_what_is_reached_has_keys_of_its_own_and_is_freed(
    officer: Vault, answered: CaseId, window: QWidget, language: Language
) -> None:
    text.set_language(language)
    wrong, closed = {}, []
    for made in dialogs(officer, answered, window):
        made.open()
        wrong[type(made).__name__] = looked_at(made)
        closed.append(weakref.ref(made))
        made.discard()
    del made
    free()
    assert {name: found for name, found in wrong.items() if found} == {}
    assert [one() for one in closed if one() is not None] == []


def test_what_is_typed_is_kept_as_a_draft_and_stands_there_again(
    officer: Vault, answered: CaseId, window: QWidget
) -> None:
    for made in dialogs(officer, answered, window):
        made.open()
        if isinstance(made, ScreenDialog):
            made.rows["always"].buttons["35_3_c"].set_answer("unsure")
            made.go_to(3)
            made.high["nature"].set_answer("yes")
        field = next(one for one in texts_of(made) if one.isVisible() and one.isEnabled())
        name = field.objectName()
        field.set_text(TYPED)
        kind = type(made)
        made.discard()
        (draft,) = drafts.all_of(officer)
        again = (
            StartDialog(officer, window) if kind is StartDialog else kind(officer, answered, window)
        )
        again.open()
        kept = next(one for one in texts_of(again) if one.objectName() == name)
        assert kept.text() == TYPED, kind
        if isinstance(again, ScreenDialog):
            assert again.answers().unsure == ("35_3_c",)
        again.end_draft()
        again._before = None
        again.close()
        drafts.discard(officer, draft.form, draft.case_id)
    free()


def test_a_new_assessment_goes_on_to_the_questions(officer: Vault, qtbot: QtBot) -> None:
    page = AssessmentsPage(officer)
    qtbot.addWidget(page)
    page.show()
    page.new()
    (start,) = page.findChildren(StartDialog)
    assert start.focusWidget() is start.fields.title_line.line
    start.fields.title_line.set_text("Kamera på skulen")
    start.fields.novelty.set_value(Novelty.NEW)
    start.fields.unit.set_text("Solbakken skule")
    start.save_button.click()
    qtbot.waitUntil(lambda: bool(page.findChildren(ScreenDialog)))
    (screen,) = page.findChildren(ScreenDialog)
    assert screen.found.about.title == "Kamera på skulen"
    screen.discard()
    free()


def texts_of(dialog: FormDialog) -> list[LineField | TextArea]:
    """The fields for words."""
    return [*dialog.findChildren(TextArea), *dialog.findChildren(LineField)]

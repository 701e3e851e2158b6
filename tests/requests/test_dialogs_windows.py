"""Rules that hold for every dialog of a request."""

import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import CaseQuery
from gdpr_desktop.core import text
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.advice import AdviceDialog
from gdpr_desktop.requests.dialogs.answer import AnswerDialog
from gdpr_desktop.requests.dialogs.authority import AuthorityDialog
from gdpr_desktop.requests.dialogs.base import PartDialog
from gdpr_desktop.requests.dialogs.closing import (
    CloseDialog,
    NoteDialog,
    ReopenDialog,
    WithdrawDialog,
)
from gdpr_desktop.requests.dialogs.decision import DecisionDialog
from gdpr_desktop.requests.dialogs.fee_answer import FeeAnswerDialog
from gdpr_desktop.requests.dialogs.filing import FilingDialog
from gdpr_desktop.requests.dialogs.identity import IdentityDialog
from gdpr_desktop.requests.dialogs.intake import IntakeDialog
from gdpr_desktop.requests.dialogs.letter import LetterDialog
from gdpr_desktop.requests.dialogs.list_export import ListExportDialog
from gdpr_desktop.requests.dialogs.oral import OralDialog
from gdpr_desktop.requests.dialogs.receipt import ReceiptDialog
from gdpr_desktop.requests.dialogs.refusal import RefusalDialog
from gdpr_desktop.requests.dialogs.refusal_steps import (
    ChargeFeeDialog,
    RefuseUnpaidDialog,
    WithdrawRefusalDialog,
)
from gdpr_desktop.requests.dialogs.review import ReviewDialog
from gdpr_desktop.requests.dialogs.send import SendDialog
from gdpr_desktop.requests.dialogs.specification import SpecificationDialog
from gdpr_desktop.requests.dialogs.tasks import AddTaskDialog, AnswerTaskDialog, AskTaskDialog
from gdpr_desktop.requests.model import Right, Step
from gdpr_desktop.requests.rights import OFFERED, rules_of
from gdpr_desktop.requests.unstructured.dialogs.finds import FindsDialog
from gdpr_desktop.requests.unstructured.dialogs.form import DepartmentFormDialog
from gdpr_desktop.requests.widgets.deeds import _part_dialog
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.text import LineField, TextArea
from ui import walk

CASE_DIALOGS = (
    AddTaskDialog,
    AdviceDialog,
    AnswerDialog,
    AuthorityDialog,
    ChargeFeeDialog,
    CloseDialog,
    DecisionDialog,
    FeeAnswerDialog,
    FilingDialog,
    IdentityDialog,
    NoteDialog,
    OralDialog,
    ReceiptDialog,
    RefusalDialog,
    RefuseUnpaidDialog,
    ReopenDialog,
    ReviewDialog,
    SendDialog,
    SpecificationDialog,
    WithdrawDialog,
    WithdrawRefusalDialog,
)

TASK_DIALOGS = (AskTaskDialog, AnswerTaskDialog, DepartmentFormDialog, FindsDialog)


def _maker(kind: type) -> Callable:
    def make(vault, desk, parent):
        case_id = desk.written()
        of_part = (desk.part(case_id),) if issubclass(kind, PartDialog) else ()
        return kind(vault, case_id, *of_part, parent)

    return make


def _task_maker(kind: type) -> Callable:
    return lambda vault, desk, parent: kind(vault, desk.add_task(desk.register()), parent)


def _letter_maker(template: str) -> Callable:
    return lambda vault, desk, parent: LetterDialog(vault, desk.register(), template, parent)


def _assess_maker(right: Right) -> Callable:
    def make(vault, desk, parent):
        case_id = desk.collected(rights=(right,))
        part = desk.request(case_id).parts[0]
        return _part_dialog(Action.ASSESS, part)(vault, case_id, part.id, parent)

    return make


ASSESSED = tuple(right for right in OFFERED if Step.ASSESS in rules_of(right).steps)
MAKERS = {
    "intake": lambda vault, desk, parent: IntakeDialog(vault, parent),
    "change": lambda vault, desk, parent: IntakeDialog(
        vault, parent, desk.request(desk.register())
    ),
    "list": lambda vault, desk, parent: ListExportDialog(vault, CaseQuery(), "1 treff", parent),
    **{kind.__name__: _maker(kind) for kind in CASE_DIALOGS},
    **{kind.__name__: _task_maker(kind) for kind in TASK_DIALOGS},
    **{name: _letter_maker(name) for name in ("access_receipt", "access_extension")},
    **{f"assess_{right}": _assess_maker(right) for right in ASSESSED},
}


@pytest.fixture(params=MAKERS)
def dialog(request, vault, desk, window: QWidget, opened) -> FormDialog:
    made = MAKERS[request.param](vault, desk, window)
    opened(made)
    return made


def test_everything_a_person_can_reach_has_a_name(dialog):
    assert walk.nameless(dialog) == []


@pytest.mark.parametrize("name", MAKERS)
def test_closing_frees_the_dialog(vault, desk, window, qtbot, freed, name):
    made = MAKERS[name](vault, desk, window)
    made.open()
    watched, gone = weakref.ref(made), []
    made.destroyed.connect(lambda *_: gone.append(True))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    freed()
    assert gone
    assert watched() is None


def test_open_dialog_that_nobody_holds_stays_whole(vault, desk, window, freed):
    made = NoteDialog(vault, desk.register(), window)
    made.open()
    watched = weakref.ref(made)
    del made
    freed()
    held = watched()
    assert isinstance(held, NoteDialog)
    held.discard()


def test_nothing_is_asked_when_nothing_was_typed(dialog, answers):
    answers()
    dialog.reject()
    assert not dialog.isVisible()


def test_dialog_fits_a_small_screen(dialog):
    room = dialog.screen().availableGeometry()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


@pytest.mark.parametrize("name", MAKERS)
def test_longer_words_are_not_cut(monkeypatch, vault, desk, window, opened, qtbot, name):
    class Longer:
        def gettext(self, message: str) -> str:
            return message + "x" * round(len(message) * 0.4)

        def ngettext(self, one: str, many: str, count: int) -> str:
            return self.gettext(one if count == 1 else many)

    monkeypatch.setattr(text, "_catalogue", lambda language: Longer())
    made = MAKERS[name](vault, desk, window)
    opened(made)
    qtbot.wait(30)
    assert walk.cut(made) == []


@pytest.mark.parametrize("language", Language)
def test_every_step_has_its_guidance_in_both_languages(language):
    text.set_language(language)
    for step in (*Step, "specification", "extension", "officer_told"):
        found = guidance.step_texts(str(step))
        assert found.why
        assert found.handbook
    assert guidance.note("oral").title


def test_numbers_are_noticed_in_every_field_for_words(dialog: FormDialog) -> None:
    fields = [*dialog.findChildren(TextArea), *dialog.findChildren(LineField)]
    blind = [field.objectName() for field in fields if field.notice is None]
    assert [name for name in blind if not name.endswith("national_id")] == []
    for field in fields:
        if field.notice is not None:
            field.set_text("Konto 8601 11 17947")
            field.notice.look()
            assert field.notice.sentence(), field.objectName()

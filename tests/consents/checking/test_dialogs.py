"""The question of basis and the sixteen points, as a person meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from consents.filling import CONTENT, a_form
from gdpr_desktop.consents.checking.basis import Question, questions
from gdpr_desktop.consents.checking.points import Outcome
from gdpr_desktop.consents.checking.service import answer_basis, answer_points
from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.dialogs.basis import BasisDialog
from gdpr_desktop.consents.forms.dialogs.check import CheckDialog
from gdpr_desktop.consents.forms.dialogs.content import ContentDialog
from gdpr_desktop.consents.forms.dialogs.purposes import PurposesDialog
from gdpr_desktop.consents.forms.model import PointAnswer
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step, is_done, next_step, passes
from gdpr_desktop.consents.forms.summary import step_rows
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.vault import Vault
from ui import walk

FREE = dict.fromkeys(questions(FormKind.PICTURE), False)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(dialog: BasisDialog | CheckDialog) -> list[Change]:
    """Open it; what it saves comes in the list."""
    saved: list[Change] = []
    dialog.accepted_value.connect(saved.append)
    dialog.open()
    return saved


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_basis_comes_first_and_a_better_one_is_offered(
    qtbot: QtBot, officer: Vault, window: QWidget
) -> None:
    case_id = a_form(officer)
    dialog = BasisDialog(officer, case_id, window)
    saved = shown(dialog)
    for question, row in dialog.rows.items():
        row.answer.set_value(question is Question.HARMLESS)
    assert "104" in dialog.rows[Question.HARMLESS].note.text()
    assert walk.nameless(dialog) == []
    press(qtbot, dialog.save_button)
    assert dialog.why_row.problem  # why consent all the same?
    dialog.why.set_text("Vi viser born, og vil at foreldra skal velje.")
    press(qtbot, dialog.save_button)
    found = read_form(officer, case_id)
    assert len(saved) == 1
    assert is_done(found, Step.BASIS)
    assert found.basis is not None
    assert found.basis.why.startswith("Vi viser")


def test_a_forced_yes_is_kept_and_leaves_the_step_open(officer: Vault) -> None:
    case_id = a_form(officer)
    change = answer_basis(officer, case_id, {**FREE, Question.DEPENDS: True})
    assert next_step(read_form(officer, case_id)) is Step.BASIS
    assert change.undo is not None
    change.undo.verb(officer)
    assert read_form(officer, case_id).basis is None


def test_questions_left_open_are_refused(officer: Vault) -> None:
    case_id = a_form(officer)
    with pytest.raises(InvalidInputError) as refused:
        answer_basis(officer, case_id, {Question.RECORD: False})
    assert len(refused.value.problems) == len(FREE) - 1


def test_the_points_are_answered_and_the_form_passes(
    qtbot: QtBot, officer: Vault, window: QWidget
) -> None:
    case_id = a_form(officer)
    answer_basis(officer, case_id, FREE)
    dialog = CheckDialog(officer, case_id, window)
    saved = shown(dialog)
    assert dialog.outcome(5) is Outcome.UNANSWERED
    assert dialog.outcome(12) is Outcome.NOT_RELEVANT
    assert walk.nameless(dialog) == []
    press(qtbot, dialog.save_button)
    assert not saved  # nothing is answered
    for number in (5, 11):
        row = dialog.rows[number]
        assert row.answer is not None
        assert row.why is not None
        row.answer.set_value(True)
        row.why.set_text("Foreldrerådet har lese det.")
    press(qtbot, dialog.save_button)
    assert len(saved) == 1
    assert passes(read_form(officer, case_id))


def test_an_answer_without_a_reason_proves_nothing(officer: Vault) -> None:
    case_id = a_form(officer)
    with pytest.raises(InvalidInputError) as refused:
        answer_points(officer, case_id, [PointAnswer(number=5, yes=True)])
    assert refused.value.problems[0].field == "why_5"


def test_a_failing_point_leads_to_its_field_and_is_judged_anew(
    qtbot: QtBot, officer: Vault, window: QWidget
) -> None:
    case_id = a_form(officer, irrevocable=Bilingual())
    dialog = CheckDialog(officer, case_id, window)
    saved = shown(dialog)
    assert dialog.outcome(10) is Outcome.NOT_MET
    assert dialog.outcome(1) is Outcome.NOT_MET
    press(qtbot, dialog.rows[1].buttons[0])
    basis = dialog.findChild(BasisDialog)
    for row in basis.rows.values():
        row.answer.set_value(False)
    press(qtbot, basis.save_button)
    assert len(saved) == 1  # the page is told at once
    assert dialog.outcome(1) is Outcome.MET
    press(qtbot, dialog.rows[10].buttons[0])
    content = dialog.findChild(ContentDialog)
    content.texts["irrevocable"].set_value(CONTENT.irrevocable)
    press(qtbot, content.save_button)
    assert dialog.outcome(10) is Outcome.MET
    press(qtbot, dialog.rows[7].buttons[0])  # keeping is not asked about
    assert dialog.findChild(PurposesDialog).isVisible()
    dialog.findChild(PurposesDialog).discard()


def test_the_page_tells_what_was_answered(officer: Vault) -> None:
    case_id = a_form(officer, irrevocable=Bilingual())
    answer_basis(officer, case_id, {**FREE, Question.HARMLESS: True}, "Foreldra skal velje.")
    answer_points(officer, case_id, [PointAnswer(number=5, yes=True, why="Lese av FAU.")])
    found = read_form(officer, case_id)
    basis = " ".join(text for _label, text in step_rows(found, Step.BASIS))
    points = " ".join(text for _label, text in step_rows(found, Step.CHECK))
    assert "Foreldra skal velje." in basis
    assert "104" in basis
    assert "Lese av FAU." in points
    assert "10. " in points

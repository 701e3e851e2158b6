"""The dialogs of the need and of the first page, as a person uses them."""

import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dpia.filling import begun, in_force
from dpia.screening.by_hand import NO, TWO, VIEW, activity, said
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import Advice, Novelty, State
from gdpr_desktop.dpia.pia_json.dialogs.import_ import ImportDialog
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.dialogs.about import AboutDialog
from gdpr_desktop.dpia.screening.dialogs.from_record import do
from gdpr_desktop.dpia.screening.dialogs.need import NeedDialog
from gdpr_desktop.dpia.screening.dialogs.report import NeedReportDialog
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.screening.dialogs.view import ViewDialog
from gdpr_desktop.dpia.screening.model import MOMENTS, Excuse, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_need, note_screening, note_view
from gdpr_desktop.dpia.screening.words import advice_means
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault

Opener = Callable[..., Any]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opener]:
    """Open a dialog above a window of 1024 × 700."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    left: list[weakref.ref[FormDialog]] = []

    def open_dialog(kind: type[FormDialog], *what: Any, **named: Any) -> FormDialog:
        made = kind(*what, parent=window, **named)
        made.open()
        left.append(weakref.ref(made))
        return made

    yield open_dialog
    for one in left:
        dialog = one()
        if dialog is not None and shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.discard()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown_problems(dialog: QWidget) -> list[str]:
    """The fields at which a sentence is shown."""
    rows = dialog.findChildren(forms.FieldRow)
    return [row.field.objectName() for row in rows if row.problem]


def test_the_guided_dialog_asks_page_by_page_and_keeps_the_answers(
    officer: Vault, opened: Opener
) -> None:
    case_id = begun(officer)
    dialog = opened(ScreenDialog, officer, case_id)
    dialog.next_button.click()
    assert shown_problems(dialog) == ["listed"]
    dialog.rows["listed"].buttons["location"].set_answer("unsure")
    dialog.rows["listed"].rest_button.click()
    dialog.next_button.click()
    dialog.rows["always"].rest_button.click()
    dialog.next_button.click()
    dialog.rows["criteria"].buttons["vulnerable"].set_answer("yes")
    assert advice_means(Advice.SHOULD) == dialog.advice.text()
    dialog.rows["criteria"].rest_button.click()
    dialog.next_button.click()
    dialog.next_button.click()
    assert shown_problems(dialog) == [f"moment_{one}" for one in MOMENTS]
    for one in dialog.high.values():
        one.set_answer("no")
    dialog.high["context"].set_answer("yes")
    dialog.next_button.click()
    assert shown_problems(dialog) == ["why_context"]
    dialog.why["context"].set_text("Heimen til folk.")
    dialog.next_button.click()
    dialog.excuse.set_value("none")
    dialog.next_button.click()
    dialog.save_button.click()
    kept = store.dpia(officer.db, case_id).screening
    assert kept is not None
    assert (kept.unsure, kept.criteria) == (("location",), ("vulnerable",))
    assert [one.id for one in kept.moments if one.high] == ["context"]
    again = opened(ScreenDialog, officer, case_id)
    assert replace(again.answers(), answered_on=kept.answered_on) == kept


def test_what_the_law_has_settled_needs_no_answer_on_the_whole(
    officer: Vault, opened: Opener
) -> None:
    case_id = begun(officer)
    dialog = opened(ScreenDialog, officer, case_id)
    dialog.rows["listed"].buttons["school_camera"].set_answer("yes")
    for page in ("listed", "always", "criteria"):
        dialog.rows[page].rest_button.click()
        dialog.next_button.click()
    assert dialog.settled.text()
    dialog.high["scope"].set_answer("unsure")
    dialog.next_button.click()
    assert shown_problems(dialog) == []
    dialog.excuse.set_value("none")
    dialog.next_button.click()
    dialog.save_button.click()
    kept = store.dpia(officer.db, case_id).screening
    assert kept is not None
    assert (kept.unsure, kept.moments) == (("scope",), ())
    again = opened(ScreenDialog, officer, case_id)
    assert replace(again.answers(), answered_on=kept.answered_on) == kept


def test_a_line_of_what_is_wrong_leaves_the_size_alone(officer: Vault, opened: Opener) -> None:
    dialog = opened(ScreenDialog, officer, begun(officer))
    before = dialog.size()
    dialog.next_button.click()
    QCoreApplication.processEvents()
    assert shown_problems(dialog) == ["listed"]
    assert dialog.size() == before


def test_a_reason_that_must_be_proved_asks_for_the_proof(officer: Vault, opened: Opener) -> None:
    earlier, case_id = in_force(officer), begun(officer, novelty=Novelty.EXISTING)
    note_screening(officer, case_id, TWO)
    dialog = opened(ScreenDialog, officer, case_id)
    dialog.go_to(texts.PAGES.index("excuse"))
    dialog.excuse.set_value(Excuse.LICENSED.value)
    dialog.next_button.click()
    assert shown_problems(dialog) == ["excuse_proof"]
    dialog.excuse.set_value(Excuse.SIMILAR.value)
    dialog.covered_by.set_value(earlier)
    dialog.next_button.click()
    assert shown_problems(dialog) == []


def test_the_decision_starts_from_the_advice_and_asks_for_the_officer_first(
    officer: Vault, opened: Opener
) -> None:
    case_id = begun(officer)
    with pytest.raises(RefusedError):
        NeedDialog(officer, case_id)
    note_screening(officer, case_id, TWO)
    dialog = opened(NeedDialog, officer, case_id)
    assert dialog.answer.value() == "yes"
    dialog.answer.set_value("no")
    assert dialog.no_view.isVisible()
    dialog.why.set_text("Kameraet er borte.")
    dialog.save_button.click()
    assert shown_problems(dialog) == ["answer"]
    note_view(officer, case_id, VIEW)
    dialog.save_button.click()
    found = store.dpia(officer.db, case_id)
    assert found.state is State.NOT_NEEDED
    assert found.need is not None
    assert found.need.look_again_on == date(2027, 11, 20)


def test_a_caseworker_is_told_who_may_note_a_no(officer: Vault, opened: Opener) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers())
    officer.actor = replace(officer.actor, role=Role.CASEWORKER)
    dialog = opened(NeedDialog, officer, case_id)
    assert dialog.answer.value() == "no"
    dialog.save_button.click()
    assert "answer" in shown_problems(dialog)


def test_an_earlier_assessment_outside_the_register_is_told_where_it_is(
    officer: Vault, opened: Opener
) -> None:
    case_id = begun(officer)
    proof = "Arkivsak 24/77 gjeld same system."
    note_screening(officer, case_id, replace(TWO, excuse=Excuse.SIMILAR, excuse_proof=proof))
    dialog = opened(NeedDialog, officer, case_id)
    assert (dialog.answer.value(), dialog.why.text()) == ("covered", proof)
    dialog.save_button.click()
    assert shown_problems(dialog) == ["covered_reference"]
    dialog.reference.set_text("24/77")
    dialog.save_button.click()
    assert store.dpia(officer.db, case_id).state is State.COVERED


def test_the_officer_writes_a_view(officer: Vault, opened: Opener) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    dialog = opened(ViewDialog, officer, case_id)
    assert dialog.needed.value() is True
    dialog.why.set_text("To teikn er med.")
    dialog.save_button.click()
    view = store.dpia(officer.db, case_id).view
    assert view is not None
    assert (view.needed, view.why) == (True, "To teikn er med.")


def test_a_new_assessment_starts_from_an_activity(
    officer: Vault, opened: Opener, qtbot: QtBot
) -> None:
    entry_id = activity(officer, responsible="Einingsleiar", starts=date(2020, 1, 1))
    dialog = opened(StartDialog, officer)
    dialog.save_button.click()
    assert shown_problems(dialog) == ["title", "novelty", "unit"]
    dialog.fields.unit.set_text("Heimetenesta")
    dialog.activity.set_value(entry_id)
    with qtbot.waitSignal(dialog.accepted_value) as told:
        dialog.save_button.click()
    about = store.dpia(officer.db, CaseId(told.args[0].id)).about
    assert (about.title, about.unit) == ("Digitalt tilsyn", "Heimetenesta")
    assert (about.responsible_role, about.activities) == ("Einingsleiar", (entry_id,))
    assert about.novelty is Novelty.EXISTING
    again = opened(StartDialog, officer, activity=entry_id)
    assert "Digitalt tilsyn" in again.there.text()


def test_another_way_to_begin_takes_the_place_of_the_first_page(
    officer: Vault, opened: Opener, qtbot: QtBot
) -> None:
    dialog = opened(StartDialog, officer)
    dialog.fields.title_line.set_text("Kamera")
    dialog.fields.systems.set_text("Kameravakt")
    way = next(one for one in dialog.findChildren(QPushButton) if "PIA" in one.text())
    way.click()
    other = next(iter(dialog.findChildren(ImportDialog)))
    assert other.title.text() == "Kamera"
    case_id = begun(officer, systems="")
    made = Change(kinds=frozenset({Kind.CASE}), ids=(case_id,))
    with qtbot.waitSignal(dialog.accepted_value) as told:
        other.accepted_value.emit(made)
    assert told.args == [made]
    assert store.dpia(officer.db, case_id).about.systems == "Kameravakt", "what was typed is kept"
    other.discard()


def test_the_first_page_is_changed_and_told_to_the_record_from_then_on(
    officer: Vault, opened: Opener
) -> None:
    entry_id, case_id = activity(officer), begun(officer)
    dialog = opened(AboutDialog, officer, case_id)
    dialog.fields.title_line.set_text("Tilsyn dag og natt")
    dialog.activities.set_value((entry_id,))
    dialog.save_button.click()
    about = store.dpia(officer.db, case_id).about
    assert (about.title, about.activities) == ("Tilsyn dag og natt", (entry_id,))
    assert said(officer, entry_id).reference == ""


def test_the_button_in_the_record_begins_an_assessment_and_then_shows_it(
    officer: Vault, opened: Opener, qtbot: QtBot
) -> None:
    entry = entries.entry(officer.db, activity(officer))
    done: list[Change] = []
    above = opened(StartDialog, officer).parentWidget()
    do(above, officer, entry, "dpia", done.append)
    dialog = next(one for one in above.findChildren(StartDialog) if one.activity.value())
    assert dialog.fields.novelty.value() is None  # the record does not say when it began
    dialog.fields.novelty.set_value(Novelty.NEW)
    dialog.fields.unit.set_text("Heimetenesta")
    with qtbot.waitSignal(bus.case_wanted) as told:
        dialog.save_button.click()
    assert told.args == ["dpia", done[0].id]
    with qtbot.waitSignal(bus.case_wanted) as told:
        do(above, officer, entry, "dpia", done.append)
    assert (told.args, len(done)) == (["dpia", done[0].id], 1)


@pytest.mark.parametrize("language", Language)
def test_the_decision_is_a_document_in_both_written_forms(
    officer: Vault, opened: Opener, language: Language
) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers(criteria=("scoring",)))
    note_need(officer, case_id, NO)
    dialog = opened(NeedReportDialog, officer, case_id)
    dialog.language.set_value(language)
    letter = dialog.letter()
    assert letter.language is language
    assert NO.why in letter.text()

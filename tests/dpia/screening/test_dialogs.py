"""The dialogs of the need and of the first page, as a person uses them."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from dpia.filling import begun, in_force
from dpia.screening.by_hand import TWO, VIEW, activity, said
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.codes import Advice, Novelty, State
from gdpr_desktop.dpia.screening import texts
from gdpr_desktop.dpia.screening.dialogs.about import AboutDialog
from gdpr_desktop.dpia.screening.dialogs.need import NeedDialog
from gdpr_desktop.dpia.screening.dialogs.report import NeedReportDialog
from gdpr_desktop.dpia.screening.dialogs.screen import ScreenDialog
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.screening.dialogs.view import ViewDialog
from gdpr_desktop.dpia.screening.model import Excuse, ScreeningAnswers
from gdpr_desktop.dpia.screening.service import note_need, note_screening, note_view
from gdpr_desktop.dpia.words import words
from gdpr_desktop.ui import forms
from gdpr_desktop.vault import Vault


def shown_problems(dialog: forms.QWidget) -> list[str]:
    """The fields at which a sentence is shown."""
    rows = dialog.findChildren(forms.FieldRow)
    return [row.field.objectName() for row in rows if row.problem]


def test_the_guided_dialog_asks_page_by_page_and_keeps_the_answers(
    officer: Vault, qtbot: QtBot
) -> None:
    case_id = begun(officer)
    dialog = ScreenDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.next_button.click()
    assert shown_problems(dialog) == ["listed"]
    dialog.rows["listed"].buttons["location"].set_answer("unsure")
    dialog.rows["listed"].rest_button.click()
    dialog.next_button.click()
    dialog.rows["always"].rest_button.click()
    dialog.next_button.click()
    dialog.rows["criteria"].buttons["vulnerable"].set_answer("yes")
    assert words(Advice.SHOULD) in dialog.advice.text() or dialog.advice.isVisible()
    dialog.rows["criteria"].rest_button.click()
    dialog.next_button.click()
    dialog.next_button.click()
    assert shown_problems(dialog) == [f"moment_{one}" for one in texts._words(None)["moments"]]
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
    again = ScreenDialog(officer, case_id)
    qtbot.addWidget(again)
    assert replace(again.answers(), answered_on=kept.answered_on) == kept


def test_a_reason_that_must_be_proved_asks_for_the_proof(officer: Vault, qtbot: QtBot) -> None:
    earlier, case_id = in_force(officer), begun(officer, novelty=Novelty.EXISTING)
    note_screening(officer, case_id, TWO)
    dialog = ScreenDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.go_to(texts.PAGES.index("excuse"))
    dialog.excuse.set_value(Excuse.LICENSED.value)
    dialog.next_button.click()
    assert shown_problems(dialog) == ["excuse_proof"]
    dialog.excuse.set_value(Excuse.SIMILAR.value)
    dialog.covered_by.set_value(earlier)
    dialog.next_button.click()
    assert shown_problems(dialog) == []


def test_the_decision_starts_from_the_advice_and_asks_for_the_officer_first(
    officer: Vault, qtbot: QtBot
) -> None:
    case_id = begun(officer)
    with pytest.raises(RefusedError):
        NeedDialog(officer, case_id)
    note_screening(officer, case_id, TWO)
    dialog = NeedDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
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


def test_an_earlier_assessment_outside_the_register_is_told_where_it_is(
    officer: Vault, qtbot: QtBot
) -> None:
    case_id = begun(officer)
    proof = "Arkivsak 24/77 gjeld same system."
    note_screening(officer, case_id, replace(TWO, excuse=Excuse.SIMILAR, excuse_proof=proof))
    dialog = NeedDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert (dialog.answer.value(), dialog.why.text()) == ("covered", proof)
    dialog.save_button.click()
    assert shown_problems(dialog) == ["covered_reference"]
    dialog.reference.set_text("24/77")
    dialog.save_button.click()
    assert store.dpia(officer.db, case_id).state is State.COVERED


def test_the_officer_writes_a_view(officer: Vault, qtbot: QtBot) -> None:
    case_id = begun(officer)
    note_screening(officer, case_id, TWO)
    dialog = ViewDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.needed.value() is True
    dialog.why.set_text("To teikn er med.")
    dialog.save_button.click()
    view = store.dpia(officer.db, case_id).view
    assert view is not None
    assert (view.needed, view.why) == (True, "To teikn er med.")


def test_a_new_assessment_starts_from_an_activity(officer: Vault, qtbot: QtBot) -> None:
    entry_id = activity(officer, responsible="Einingsleiar", starts=date(2020, 1, 1))
    dialog = StartDialog(officer)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.save_button.click()
    assert shown_problems(dialog) == ["title", "unit"]
    dialog.fields.unit.set_text("Heimetenesta")
    dialog.activity.set_value(entry_id)
    with qtbot.waitSignal(dialog.accepted_value) as told:
        dialog.save_button.click()
    about = store.dpia(officer.db, CaseId(told.args[0].id)).about
    assert (about.title, about.unit) == ("Digitalt tilsyn", "Heimetenesta")
    assert (about.responsible_role, about.activities) == ("Einingsleiar", (entry_id,))
    assert about.novelty is Novelty.EXISTING
    again = StartDialog(officer, activity=entry_id)
    qtbot.addWidget(again)
    assert "Digitalt tilsyn" in again.there.text()


def test_the_first_page_is_changed_and_told_to_the_record_from_then_on(
    officer: Vault, qtbot: QtBot
) -> None:
    entry_id, case_id = activity(officer), begun(officer)
    dialog = AboutDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.fields.title_line.set_text("Tilsyn dag og natt")
    dialog.activities.set_value((entry_id,))
    dialog.save_button.click()
    about = store.dpia(officer.db, case_id).about
    assert (about.title, about.activities) == ("Tilsyn dag og natt", (entry_id,))
    assert said(officer, entry_id).reference == ""


@pytest.mark.parametrize("language", Language)
def test_the_decision_is_a_document_in_both_written_forms(
    officer: Vault, qtbot: QtBot, language: Language
) -> None:
    from dpia.screening.by_hand import NO

    case_id = begun(officer)
    note_screening(officer, case_id, ScreeningAnswers(criteria=("scoring",)))
    note_need(officer, case_id, NO)
    dialog = NeedReportDialog(officer, case_id)
    qtbot.addWidget(dialog)
    dialog.language.set_value(language)
    letter = dialog.letter()
    assert letter.language is language
    assert NO.why in set(letter.values.values())

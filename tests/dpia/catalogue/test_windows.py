"""The dialogs of the questions, as a person uses them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.dpia.catalogue import service
from gdpr_desktop.dpia.catalogue.dialogs.fill import FillDialog
from gdpr_desktop.dpia.catalogue.dialogs.own import OwnQuestionsDialog
from gdpr_desktop.dpia.catalogue.dialogs.question import QuestionDialog
from gdpr_desktop.dpia.catalogue.model import QuestionKind
from gdpr_desktop.dpia.catalogue.own import OwnQuestion
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.service import add_entry
from register import sound
from ui import walk


@pytest.fixture
def window(qtbot):
    """What the dialogs open above."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def shown(qtbot):
    """Open a dialog, look at its names and its room, and give it back."""

    def show(dialog):
        dialog.open()
        qtbot.waitExposed(dialog)
        assert walk.nameless(dialog) + walk.cut(dialog) == []
        return dialog

    return show


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_ticked_is_filled_in_and_another_activity_is_looked_at(
    officer, case_id, qtbot, window, shown
):
    plain = replace(sound.SOUND, unit_id=None, systems=())
    add_entry(officer, plain)
    silent = add_entry(officer, Activity(name=same("Tilsyn"))).id
    dialog = shown(FillDialog(officer, case_id, window))
    dialog.activity.set_value(silent)
    assert set(dialog.proposals.boxes) == {"systems", "novelty", "documents"}
    assert "Kva behandling" in dialog.left.text() or "Hvilken behandling" in dialog.left.text()
    dialog.activity.set_value(next(one for one in (1, 2) if one != silent))
    boxes = dialog.proposals.boxes
    for name, box in boxes.items():
        if name != "security":
            box.setChecked(False)
    boxes["security"].setChecked(False)
    click(qtbot, dialog.save_button)
    assert dialog.isVisible()  # nothing is ticked
    boxes["security"].setChecked(True)
    with qtbot.waitSignal(dialog.accepted_value):
        click(qtbot, dialog.save_button)
    content = read_dpia(officer, case_id).content
    assert content.answer("security").text.plain == "kryptering"
    assert not content.answer("subjects")


def test_without_an_activity_there_is_nothing_to_fill_from(officer, case_id):
    with pytest.raises(RefusedError):
        FillDialog(officer, case_id)


def test_a_question_is_written_changed_and_asked_no_more(officer, qtbot, window, shown):
    listed = shown(OwnQuestionsDialog(officer, window))
    assert not listed.list.isVisible()
    click(qtbot, listed.new)
    dialog = next(one for one in listed.findChildren(QuestionDialog) if one.isVisible())
    click(qtbot, dialog.save_button)
    assert dialog.isVisible()  # the question lacks its words
    dialog.section.set_value("views")
    dialog.kind.set_value(QuestionKind.TICKS)
    dialog.text.set_text("Kva råd er spurde?")
    dialog.choices.set_rows((("Eldrerådet", ""), ("Ungdomsrådet", "")))
    click(qtbot, dialog.save_button)
    (kept,) = service.own_questions(officer.db)
    assert (kept.section, kept.text.nn) == ("views", "Kva råd er spurde?")
    listed.list.selectRow(0)
    click(qtbot, listed.retire)
    assert service.own_questions(officer.db)[0].retired
    assert not listed.up.isEnabled()
    click(qtbot, listed.retire)
    assert not service.own_questions(officer.db)[0].retired


def test_choices_keep_their_ids_when_they_are_renamed_or_moved(officer, qtbot, window, shown):
    choices = (("a", Bilingual(nn="Ein", nb="En")), ("b", Bilingual(nn="To")))
    question = OwnQuestion(
        id="own_x", section="views", kind=QuestionKind.CHOICE, text=same("X"), choices=choices
    )
    service.save_question(officer, question)
    dialog = shown(QuestionDialog(officer, window, question))
    assert not dialog.kind.isEnabled()
    dialog.choices.set_rows((("To", ""), ("Eitt", "En"), ("Tre", "")))
    click(qtbot, dialog.save_button)
    (kept,) = service.own_questions(officer.db)
    assert [name for name, _words in kept.choices][:2] == ["b", "a"]
    assert kept.choices[2][0] not in ("a", "b")

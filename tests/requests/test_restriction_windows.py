"""Restriction and the note of disagreement as a person meets them on the screen."""

import weakref
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.law.restriction import LiftReason
from gdpr_desktop.requests.actions import Action, Chosen, deed_words
from gdpr_desktop.requests.dialogs.disagreement import (
    DisagreementDialog,
    NoteDocumentDialog,
    RemoveNoteDialog,
)
from gdpr_desktop.requests.dialogs.lift import (
    LiftDialog,
    LiftLetterDialog,
    LookAgainDialog,
    PlanLiftDialog,
)
from gdpr_desktop.requests.dialogs.rights.restriction import AssessDialog
from gdpr_desktop.requests.disagreement import service as disagreement
from gdpr_desktop.requests.disagreement.model import Disagreement, Place
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.restrictions import service as restrictions
from gdpr_desktop.requests.restrictions.model import Afterwards
from gdpr_desktop.requests.rights.restriction import Marking, RestrictionOutcome
from gdpr_desktop.requests.widgets import after as after_module
from gdpr_desktop.requests.widgets.after import NoteSections, RestrictionSections
from gdpr_desktop.requests.widgets.deeds import Deeds
from gdpr_desktop.ui.facts_panel import FactsPanel
from requests.restricting import (
    ALL_NO,
    ITEM,
    NOT_NECESSARY,
    in_force,
    plan,
    refused,
    restriction_case,
)
from ui import walk


@pytest.fixture
def case(desk) -> tuple[CaseId, PartId]:
    return restriction_case(desk)


def note(desk, part_id: PartId) -> None:
    kept = Disagreement(
        about="Merknadene om helsa",
        view="Barnet mitt har ikkje allergi.",
        places=(Place(system="Barnehagesystemet"),),
        written_on=desk.today,
    )
    disagreement.write_note(desk.vault, part_id, kept)


def answer_all(hand, given: dict[str, str]) -> None:
    for question, answer in given.items():
        QCoreApplication.processEvents()  # a new question finds its place
        hand.choose(f"answer_{question}", answer)


def test_the_form_asks_for_what_the_answers_lead_to(desk, case, window, opened):
    case_id, part_id = case
    hand = opened(AssessDialog(desk.vault, case_id, part_id, window))
    dialog = hand.dialog
    answer_all(hand, ALL_NO)
    assert dialog.outcome.value() is RestrictionOutcome.REFUSED
    assert dialog.reason.isVisibleTo(dialog)
    assert not dialog.items.isVisibleTo(dialog)
    answer_all(hand, {"accuracy_contested": "yes"} | NOT_NECESSARY)
    assert dialog.outcome.value() is RestrictionOutcome.GRANTED
    assert not dialog.reason.isVisibleTo(dialog)
    dialog.items.set_value((ITEM,))
    hand.save()
    assert hand.problem("look_again")
    hand.type("look_again", short_date(desk.today + timedelta(days=60)))
    hand.type("archive_said", "I orden")
    hand.save()
    kept = desk.request(case_id).part(part_id).assessment
    assert (kept.outcome, kept.items[0].marking) == (RestrictionOutcome.GRANTED, Marking.LOCKED)


def test_a_reason_written_with_an_answer_is_not_asked_for_again(desk, case, window, opened):
    case_id, part_id = case
    hand = opened(AssessDialog(desk.vault, case_id, part_id, window))
    needed = {"accuracy_contested": "yes"} | NOT_NECESSARY | {"still_legal_claims": "yes"}
    answer_all(hand, ALL_NO | needed)
    hand.paste("reason_still_legal_claims", "Klaga er ikkje avgjord.")
    hand.dialog.still_used.set_rows([("Arkivet", "Klagesaka", "legal_claims", "")])
    hand.save()
    kept = desk.request(case_id).part(part_id).assessment
    assert kept.outcome is RestrictionOutcome.STILL_NECESSARY
    assert kept.still_used[0].reason == "Klaga er ikkje avgjord."


def test_an_end_is_planned_by_hand_and_not_lifted_untold(desk, case, window, opened):
    case_id, part_id = in_force(desk, case)
    hand = opened(PlanLiftDialog(desk.vault, case_id, part_id, window))
    hand.save()
    assert hand.problem("reason")
    assert hand.problem("lift_on")
    hand.choose("reason", LiftReason.ACCURACY_CHECKED)
    hand.type("explanation", "Alt er retta.")
    hand.choose("afterwards", Afterwards.USED)
    hand.type("lift_on", short_date(desk.today + timedelta(days=10)))
    hand.save()
    assert restrictions.restriction(desk.vault, case_id, part_id).lift is not None
    lifting = opened(LiftDialog(desk.vault, case_id, part_id, window))
    lifting.save()
    assert "18" in lifting.general()


def test_the_case_shows_the_restriction_and_offers_what_comes_next(desk, case, qtbot, window):
    case_id, part_id = in_force(desk, case)
    after = RestrictionSections(desk.vault, window)
    chosen: list[object] = []
    after.chosen.connect(chosen.append)

    def offered() -> dict[str, QPushButton]:
        after.show_request(desk.request(case_id))
        (section,) = after.sections
        found = section.body.parentWidget().findChildren(QPushButton)
        return {one.text(): one for one in found}

    first = offered()
    assert deed_words(Action.LIFT_LETTER) not in first
    first[deed_words(Action.PLAN_LIFT)].click()
    assert chosen == [Chosen(action=Action.PLAN_LIFT, part=part_id)]
    plan(desk, part_id)
    assert deed_words(Action.LIFT_LETTER) in offered()


def test_restriction_is_offered_at_once_where_a_right_calls_for_it(desk, window, monkeypatch):
    offered = [Right.RESTRICTION]
    monkeypatch.setattr(after_module, "offered_by", lambda _request: tuple(offered))
    shown = RestrictionSections(desk.vault, window)
    chosen: list[object] = []
    shown.chosen.connect(chosen.append)
    request = desk.request(desk.register())
    shown.show_request(request)
    (section,) = shown.sections
    next(iter(section.findChildren(FactsPanel))).findChild(QPushButton).click()
    assert chosen == [Chosen(action=Action.ADD_RIGHT)]
    offered.clear()
    shown.show_request(request)
    assert shown.sections == ()


def test_the_draft_of_the_letter_opens_the_letter_again(desk, case, window, monkeypatch):
    case_id, part_id = in_force(desk, case)
    plan(desk, part_id)
    begun: list[Chosen] = []
    deeds = Deeds(desk.vault, window)
    monkeypatch.setattr(deeds, "start", lambda chosen, _request: begun.append(chosen))
    deeds.resume("restriction_lift", desk.request(case_id))
    assert begun == [Chosen(action=Action.LIFT_LETTER, part=part_id)]


def test_a_note_is_written_and_ticked_off(desk, case, window, opened):
    case_id, part_id = refused(desk, case)
    hand = opened(DisagreementDialog(desk.vault, case_id, part_id, window))
    hand.type("about", "Merknadene om helsa")
    hand.type("view", "Barnet mitt har ikkje allergi.")
    hand.dialog.places.set_rows([("Barnehagesystemet", "", ""), ("Arkivet", "tull", "")])
    hand.save()
    assert "tull" in hand.problem("places")
    hand.dialog.places.set_rows(
        [("Barnehagesystemet", "", ""), ("Arkivet", short_date(desk.today), "Per")]
    )
    hand.save()
    kept = disagreement.read_note(desk.vault, case_id, part_id)
    assert kept is not None
    assert kept.left == ("Barnehagesystemet",)


def test_a_note_that_lies_nowhere_is_taken_away_once_asked(desk, case, window, opened, qtbot):
    case_id, part_id = refused(desk, case)
    note(desk, part_id)
    sections = NoteSections(desk.vault)
    qtbot.addWidget(sections)
    sections.show_request(desk.request(case_id))
    buttons = [one.text() for one in sections.findChildren(QPushButton)]
    assert deed_words(Action.REMOVE_NOTE) in buttons
    opened(RemoveNoteDialog(desk.vault, case_id, part_id, window)).save()
    assert disagreement.read_note(desk.vault, case_id, part_id) is None
    kept = Disagreement(
        about="Helsa",
        view="Eg er frisk.",
        places=(Place(system="Arkivet", laid_on=desk.today, laid_by="Per"),),
        written_on=desk.today,
    )
    disagreement.write_note(desk.vault, part_id, kept)
    sections.show_request(desk.request(case_id))
    buttons = [
        one.text() for one in sections.findChildren(QPushButton) if one.isVisibleTo(sections)
    ]
    assert deed_words(Action.REMOVE_NOTE) not in buttons


MAKERS = {
    "assess": (AssessDialog, restriction_case, None),
    "look_again": (LookAgainDialog, lambda desk: in_force(desk, restriction_case(desk)), None),
    "plan": (PlanLiftDialog, lambda desk: in_force(desk, restriction_case(desk)), None),
    "letter": (LiftLetterDialog, lambda desk: in_force(desk, restriction_case(desk)), plan),
    "lift": (LiftDialog, lambda desk: in_force(desk, restriction_case(desk)), plan),
    "note": (DisagreementDialog, lambda desk: refused(desk, restriction_case(desk)), note),
    "remove": (RemoveNoteDialog, lambda desk: refused(desk, restriction_case(desk)), note),
    "document": (NoteDocumentDialog, lambda desk: refused(desk, restriction_case(desk)), note),
}


@pytest.mark.parametrize("name", MAKERS)
def test_everything_has_a_name_fits_and_is_freed(desk, window, qtbot, freed, name):
    kind, make, more = MAKERS[name]
    case_id, part_id = make(desk)
    if more is not None:
        more(desk, part_id)
    made = kind(desk.vault, case_id, part_id, window)
    made.open()
    room = made.screen().availableGeometry()
    assert (made.width() <= room.width(), made.height() <= room.height()) == (True, True)
    assert walk.nameless(made) == []
    assert walk.cut(made) == []
    watched, gone = weakref.ref(made), []
    made.destroyed.connect(lambda *_: gone.append(True))
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    del made
    freed()
    assert gone
    assert watched() is None

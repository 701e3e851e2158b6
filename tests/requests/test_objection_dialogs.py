"""The forms of an objection and of an automated decision, filled in as by hand."""

from PySide6.QtCore import QCoreApplication

from gdpr_desktop.core.dates import short_date
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.objection import Ground
from gdpr_desktop.requests.dialogs.rights import automated, objection
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.rights.automated_model import AutomatedOutcome
from gdpr_desktop.requests.rights.objection_model import ObjectionOutcome, Pause, Stop

TEXTS = ("situation", "our_grounds", "weighing", "conclusion")


def answer(hand, **said: str) -> None:
    """Answer the questions that are asked, in order, with a reason where one is asked for."""
    for name, value in said.items():
        QCoreApplication.sendPostedEvents()  # the question that came up last is laid out
        hand.choose(f"answer_{name}", value)
        if hand.field(f"reason_{name}").isVisibleTo(hand.dialog):
            hand.type(f"reason_{name}", "Dette er grunnen")


def shown(hand, *names: str) -> list[str]:
    return [name for name in names if hand.field(name).isVisibleTo(hand.dialog)]


def opened_on(opened, vault, desk, window, right, dialog):
    case_id = desk.identified(rights=(right,))
    return case_id, opened(dialog(vault, case_id, desk.part(case_id), window))


def test_an_objection_is_paused_weighed_and_turned_down_only_in_writing(
    vault, desk, window, opened
):
    case_id, hand = opened_on(opened, vault, desk, window, Right.OBJECTION, objection.AssessDialog)
    hand.type("objected_to", "At fråværet blir brukt")
    hand.choose("basis", Basis.PUBLIC_TASK)
    hand.dialog.paused.set_rows((("Skulesystemet", "i fjor"),))
    answer(hand, direct_marketing="no", research="no", profiling="no", situation_told="yes")
    answer(hand, other_way="no", compelling="yes", legal_claims="no")
    assert shown(hand, *TEXTS, "ground", "stops", "continues") == []
    hand.choose("outcome", ObjectionOutcome.NOT_UPHELD)
    assert shown(hand, *TEXTS, "ground", "stops", "continues") == [*TEXTS, "ground"]
    hand.save()
    assert hand.problem("paused")
    hand.dialog.paused.set_rows((("Skulesystemet", short_date(desk.received)),))
    hand.save()
    assert [name for name in TEXTS if not hand.problem(name)] == []
    for name in TEXTS:
        hand.type(name, f"Ord om {name}")
    hand.save()
    assert hand.problem("ground")
    hand.choose("ground", Ground.COMPELLING)
    hand.save()
    found = desk.request(case_id).parts[0].assessment
    assert found.outcome is ObjectionOutcome.NOT_UPHELD
    assert found.paused == (Pause(system="Skulesystemet", day=desk.received),)
    assert (found.weighing, found.stops) == ("Ord om weighing", ())


def test_direct_marketing_asks_for_no_weighing_and_what_was_saved_is_shown_again(
    vault, desk, window, opened
):
    case_id, hand = opened_on(opened, vault, desk, window, Right.OBJECTION, objection.AssessDialog)
    hand.type("objected_to", "Tilbod om kurs")
    answer(hand, direct_marketing="yes")
    hand.choose("outcome", ObjectionOutcome.NOT_UPHELD)
    hand.save()
    assert hand.problem("outcome")
    hand.choose("outcome", ObjectionOutcome.UPHELD)
    assert shown(hand, *TEXTS, "paused", "ground", "stops") == ["stops"]
    hand.dialog.stops.set_rows((("Utsendingslista", "Post AS"),))
    hand.save()
    found = desk.request(case_id).parts[0]
    assert found.assessment.stops == (Stop(system="Utsendingslista", processor="Post AS"),)
    assert len(found.measures) == 2
    again = objection.AssessDialog(vault, case_id, found.id, window)
    assert again.assessment() == found.assessment
    again.discard()


def test_a_human_with_authority_looks_at_what_the_machine_decided(vault, desk, window, opened):
    case_id, hand = opened_on(opened, vault, desk, window, Right.AUTOMATED, automated.AssessDialog)
    hand.type("decision", "avslag 2. november 2026")
    answer(hand, solely_automated="yes", significant="yes")
    answer(hand, contract="no", law="no", consent="no", special_categories="no")
    assert hand.dialog.note.text()  # no machine was allowed to
    hand.choose("outcome", AutomatedOutcome.UPHELD)
    for name in ("reviewer", "reviewer_role", "own_view", "reasons", "logic"):
        hand.type(name, f"Ord om {name}")
    hand.save()
    assert hand.problem("outcome")
    hand.choose("outcome", AutomatedOutcome.CHANGED)
    hand.type("new_decision", "Plass frå i dag")
    hand.save()
    assert hand.problem("has_authority")
    assert hand.problem("independent")
    hand.click(hand.field("has_authority"))
    hand.click(hand.field("independent"))
    hand.save()
    found = desk.request(case_id).parts[0]
    assert found.assessment.new_decision == "Plass frå i dag"
    again = automated.AssessDialog(vault, case_id, found.id, window)
    assert again.assessment() == found.assessment
    again.discard()


def test_a_decision_with_a_person_in_it_asks_for_no_reviewer(vault, desk, window, opened):
    case_id, hand = opened_on(opened, vault, desk, window, Right.AUTOMATED, automated.AssessDialog)
    hand.type("decision", "avslag 2. november 2026")
    answer(hand, solely_automated="no")
    hand.choose("outcome", AutomatedOutcome.NOT_AUTOMATED)
    assert shown(hand, "reviewer", "own_view", "new_decision", "has_authority") == []
    hand.save()
    found = desk.request(case_id).parts[0].assessment
    assert found.outcome is AutomatedOutcome.NOT_AUTOMATED

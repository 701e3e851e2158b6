"""The dialogs of a refusal and of a fee, as a person uses them."""

from datetime import timedelta

import pytest

from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.dialogs.refusal import RefusalDialog
from gdpr_desktop.requests.dialogs.refusal_steps import ChargeFeeDialog, WithdrawRefusalDialog
from gdpr_desktop.requests.questions import questions
from gdpr_desktop.requests.refusals.model import RefusalKind, Representative

NO_GROUND = {"about_person": "yes", "alive": "yes"}  # the rest is «no»
WHY = "Legen rår frå det"


def answer_all(hand, **changed: str) -> None:
    """Answer every question that is shown, with no ground but those in ``changed``."""
    for name in ("refusal", "refusal_access"):
        for question in questions(name):
            field = hand.field(f"answer_{question.id}")
            if not field.isVisibleTo(hand.dialog):
                continue
            answer = (NO_GROUND | changed).get(question.id, "no")
            hand.choose(field.objectName(), answer)
            if question.needs_reason(answer):
                hand.type(f"reason_{question.id}", WHY)


@pytest.fixture
def refusing(vault, desk, window, opened):
    """A case with a known person, and the dialog open on it."""
    case_id = desk.identified()
    return case_id, opened(RefusalDialog(vault, case_id, desk.part(case_id), window))


def test_an_answer_opens_what_its_ground_demands(desk, refusing):
    case_id, hand = refusing
    assert not hand.field("representative").isVisibleTo(hand.dialog)
    hand.choose("kind", RefusalKind.PART)
    answer_all(hand, health_or_relations="yes")
    assert "§ 16" in hand.dialog.found.text()
    hand.save()
    assert hand.problem("representative")
    assert hand.problem("refused_part")
    hand.choose("representative", Representative.OFFERED)
    hand.type("refused_part", "Eit notat")
    hand.save()
    assert len(hand.changes) == 1
    refusal = desk.request(case_id).parts[0].refusal
    assert refusal.grounds == (RefusalGround.HEALTH_OR_RELATIONS,)
    assert refusal.reasons[0].explanation == WHY
    assert refusal.refused_part == "Eit notat"


def test_the_dialog_grows_with_its_rows_as_far_as_the_screen_has_room(refusing, qtbot):
    _case_id, hand = refusing
    room = hand.dialog.screen().availableGeometry()
    hand.dialog.resize(hand.dialog.width(), 300)
    hand.choose("kind", RefusalKind.FEE)
    qtbot.waitUntil(lambda: hand.dialog.height() > 400)
    assert hand.dialog.geometry().bottom() <= room.bottom()


def test_a_refusal_without_a_ground_is_a_sentence_at_the_questions(refusing):
    _case_id, hand = refusing
    hand.save()
    assert hand.problem("kind")
    hand.choose("kind", RefusalKind.WHOLE)
    hand.save()
    assert hand.problem("considered")
    answer_all(hand)
    hand.save()
    assert hand.problem("considered")
    assert hand.changes == []


def test_a_fee_is_noted_with_its_amount_and_charged_after_the_warning(
    vault, desk, window, opened, refusing
):
    from gdpr_desktop.requests import service

    case_id, hand = refusing
    hand.choose("kind", RefusalKind.FEE)
    answer_all(hand, asked_before="yes", data_changed="no", excessive="yes")
    for name, day in (
        ("previous", desk.received - timedelta(days=40)),
        ("guided_on", desk.received),
        ("answer_by", desk.today + timedelta(days=14)),
    ):
        hand.type(name, f"{day:%d.%m.%Y}")
    hand.type("amount", "1 450")
    hand.type("calculation", "Ti timar")
    hand.save()
    part = desk.request(case_id).parts[0]
    assert part.refusal.fee.amount == 1450
    service.warn_of_fee(vault, part.id, warned_on=desk.today)
    charge = opened(ChargeFeeDialog(vault, case_id, part.id, window))
    charge.save()
    assert desk.request(case_id).parts[0].refusal.fee.charged_on == desk.today
    again = opened(RefusalDialog(vault, case_id, part.id, window))
    assert again.field("amount").text() == "1450"
    back = opened(WithdrawRefusalDialog(vault, case_id, part.id, window))
    back.save()
    assert desk.request(case_id).parts[0].refusal is None

"""A claim refused wholly or in part, or charged for: what must be in place, and its letters."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.law.complaints import complaint_body
from gdpr_desktop.law.exceptions import Interest, RefusalGround
from gdpr_desktop.law.excess import Fee
from gdpr_desktop.law.regimes import Regime
from gdpr_desktop.requests import service, store
from gdpr_desktop.requests.model import Authority, Considered, Dispatch, OnBehalfOf, Result, Right
from gdpr_desktop.requests.questions import questions
from gdpr_desktop.requests.refusals.model import Reason, Refusal, RefusalKind, Representative
from gdpr_desktop.requests.refusals.page_facts import refusal_actions, refusal_rows
from gdpr_desktop.requests.refusals.rules import grounds_found, may_be_refused, question_lists
from gdpr_desktop.requests.refusals.words import bodies, claim_words, words
from gdpr_desktop.requests.rights import OFFERED, answer_letter, grounds_of, result_of, rules_for
from gdpr_desktop.requests.rights.access import Outcome, Review
from gdpr_desktop.requests.steps import Missing, missing_before_sending

WHY = "Du har fått det same fire gonger i år."
SECTION_16 = (
    "national_security",
    "crime",
    "health_or_relations",
    "confidentiality",
    "internal_document",
    "obvious_interests",
)
NO_GROUND = {
    "about_person": "yes",
    "alive": "yes",
    "asked_before": "no",
    "only_the_tone": "no",
    "unfounded": "no",
    "other_law": "no",
    "others_rights": "no",
    "archive_only": "no",
    **dict.fromkeys(SECTION_16, "no"),
}
WITHOUT = {  # a parent without parental responsibility, who asks for the child
    "subject": Person(name="Kari Prøvedatter", birth_date=date(2016, 3, 4)),
    "on_behalf_of": OnBehalfOf.PARENT_WITHOUT,
    "representative": Person(name="Per Prøvefar"),
    "authority": Authority(why_not_needed="Spør etter barnelova § 47"),
}
EXCESSIVE = {"asked_before": "yes", "data_changed": "no", "excessive": "yes"}


def answers(right: Right = Right.ACCESS, **changed: str) -> tuple[Considered, ...]:
    """All questions of a right answered: no ground but those in ``changed``."""
    said = NO_GROUND | changed
    found = []
    for name in question_lists(right):
        for question in questions(name):
            if question.id in said:
                answer = said[question.id]
                reason = WHY if question.needs_reason(answer) else ""
                found.append(Considered(question=question.id, answer=answer, reason=reason))
    return tuple(found)


def refusal(kind: RefusalKind = RefusalKind.WHOLE, /, *, said=EXCESSIVE, **changes) -> Refusal:
    """A refusal that rests on the answers ``said``."""
    considered = answers(**said)
    reasons = tuple(
        Reason(ground=ground, explanation=reason)
        for ground, reason in grounds_found(Right.ACCESS, considered)
    )
    made = Refusal(kind=kind, reasons=reasons, considered=considered)
    return replace(made, **changes)


def excessive(desk, kind: RefusalKind = RefusalKind.WHOLE, **changes) -> Refusal:
    """A refusal of a request that comes again too soon, after help to narrow it."""
    fields = {"previous": desk.received - timedelta(days=60), "guided_on": desk.received} | changes
    return refusal(kind, **fields)


def part_of(desk, case_id):
    return desk.request(case_id).parts[0]


def text_of(path: Path) -> str:
    """All paragraphs of the file."""
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def problems(error: pytest.ExceptionInfo[InvalidInputError]) -> set[str]:
    return {problem.field for problem in error.value.problems}


def decide(desk, case_id) -> None:
    service.note_decision(
        desk.vault,
        desk.part(case_id),
        text="Avslag",
        name="Tore Testdal",
        role="Kommunedirektør",
        decided_on=desk.today,
    )


def test_a_claim_refused_whole_needs_a_decision_and_no_collection(desk):
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    request, part = desk.request(case_id), part_of(desk, case_id)
    assert missing_before_sending(request, part) == ("decision",)
    assert (result_of(part), grounds_of(part)) == (Result.REFUSED, ("12(5)",))
    decide(desk, case_id)
    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="Solveig", sent_on=desk.today, what="Brev"
    )
    with pytest.raises(InvalidInputError, match="skriftleg"):
        service.send_answer(desk.vault, part.id, replace(dispatch, channel=DispatchChannel.ORAL))
    service.send_answer(desk.vault, part.id, dispatch)
    assert desk.request(case_id).answered


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"previous": None}, "previous"),
        ({"previous": date(2020, 1, 1)}, "previous"),  # C15: a year ago is never excessive
        ({"previous": date(2030, 1, 1)}, "previous"),
        ({"guided_on": None}, "guided_on"),  # guidance comes first
        ({"guided_on": date(2020, 1, 1)}, "guided_on"),
        ({"considered": ()}, "considered"),
        ({"reasons": ()}, "considered"),
        ({"reasons": (Reason(ground=RefusalGround.CRIME, explanation=WHY),)}, "considered"),
        ({"kind": RefusalKind.PART}, "refused_part"),
        ({"kind": RefusalKind.FEE}, "amount"),
        ({"kind": RefusalKind.FEE, "fee": Fee(amount=450)}, "calculation"),
    ],
)
def test_what_a_refusal_lacks_is_told_at_its_field(desk, changes, field):
    case_id = desk.identified()
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(case_id), replace(excessive(desk), **changes))
    assert field in problems(error)
    assert part_of(desk, case_id).refusal is None


@pytest.mark.parametrize(
    ("ground", "lacks", "given"),
    [
        ("confidentiality", "law", {"law": "helsepersonellova § 21"}),
        ("obvious_interests", "interests", {"interests": (Interest.PRIVATE,)}),
        ("health_or_relations", "representative", {"representative": Representative.OFFERED}),
        ("other_law", "regime", {"regime": Regime.PARTY_ACCESS}),
    ],
)
def test_each_ground_demands_what_is_its_own(desk, ground, lacks, given):
    case_id = desk.identified(**(WITHOUT if ground == "other_law" else {}))
    bare = refusal(said={ground: "yes"})
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(case_id), bare)
    assert problems(error) == {lacks}
    if lacks in ("law", "interests"):
        full = replace(bare, reasons=(replace(bare.reasons[0], **given),))
    else:
        full = replace(bare, **given)
    service.refuse_part(desk.vault, desk.part(case_id), full)
    assert part_of(desk, case_id).refusal == full


def test_another_act_never_takes_the_place_of_access_to_ones_own_data(desk):
    made = refusal(said={"other_law": "yes"}, regime=Regime.PARTY_ACCESS)
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(desk.identified()), made)
    assert problems(error) == {"considered"}


def test_a_parent_without_responsibility_is_told_nothing_without_a_document(desk):
    case_id = desk.identified(**WITHOUT)
    request = desk.request(case_id)
    assert request.authority_settled
    assert Missing.AUTHORITY in missing_before_sending(request, request.parts[0])
    seen = replace(request, authority=Authority(seen=True, what="Fullmakt frå mora"))
    assert Missing.AUTHORITY not in missing_before_sending(seen, seen.parts[0])
    made = refusal(said={"other_law": "yes"}, regime=Regime.PARENT_INFORMATION)
    service.refuse_part(desk.vault, desk.part(case_id), made)
    request = desk.request(case_id)
    assert Missing.AUTHORITY not in missing_before_sending(request, request.parts[0])


def test_special_reasons_against_a_representative_are_written(desk):
    made = refusal(said={"health_or_relations": "yes"}, representative=Representative.REFUSED)
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(desk.identified()), made)
    assert problems(error) == {"representative_note"}


@pytest.mark.parametrize("right", [right for right in OFFERED if may_be_refused(right)])
def test_every_right_may_be_refused_whole_with_its_own_name_in_the_letter(desk, tmp_path, right):
    case_id = desk.identified(rights=(right,))
    considered = answers(right, **EXCESSIVE)
    found = grounds_found(right, considered)
    made = replace(
        excessive(desk),
        considered=considered,
        reasons=tuple(Reason(ground=one, explanation=reason) for one, reason in found),
    )
    service.refuse_part(desk.vault, desk.part(case_id), made)
    decide(desk, case_id)
    part = part_of(desk, case_id)
    assert (result_of(part), grounds_of(part)) == (Result.REFUSED, ("12(5)",))
    order = LetterOrder(template="request_refusal", language=Language.NYNORSK)
    path = tmp_path / "avslag.docx"
    service.export_letter(desk.vault, case_id, order, path, part.id)
    assert claim_words(right, Language.NYNORSK) in text_of(path)


def test_what_has_been_granted_is_not_refused_whole(desk):
    case_id = desk.reviewed()
    with pytest.raises(InvalidInputError) as error:
        service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    assert problems(error) == {"kind"}


def test_what_is_refused_whole_is_not_assessed_too(desk):
    case_id = desk.collected()
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    review = Review(outcome=Outcome.ALL, reviewed_by="Solveig", reviewed_on=desk.today)
    with pytest.raises(RefusedError, match="Heile"):
        service.review_material(desk.vault, desk.part(case_id), review)


def test_a_refusal_in_part_makes_what_is_granted_partly_granted(desk):
    case_id = desk.written()
    made = excessive(desk, RefusalKind.PART, refused_part="Loggane")
    service.refuse_part(desk.vault, desk.part(case_id), made)
    part = part_of(desk, case_id)
    assert (result_of(part), grounds_of(part)) == (Result.PARTLY, ("12(5)",))
    assert part.decision is None  # it was about something else
    assert rules_for(part).letters >= {"access_answer"}


def test_a_refusal_is_taken_back(desk):
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    decide(desk, case_id)
    service.withdraw_refusal(desk.vault, desk.part(case_id))
    part = part_of(desk, case_id)
    assert (part.refusal, part.decision, result_of(part)) == (None, None, None)
    with pytest.raises(RefusedError):
        service.withdraw_refusal(desk.vault, part.id)


def fee(desk) -> Refusal:
    due = desk.today + timedelta(days=14)
    made = Fee(amount=450, calculation="Tre timar à 150 kroner", answer_by=due)
    return excessive(desk, RefusalKind.FEE, fee=made)


def test_a_fee_is_charged_only_after_a_warning(desk):  # C17
    case_id = desk.identified()
    part_id = desk.part(case_id)
    service.refuse_part(desk.vault, part_id, fee(desk))
    with pytest.raises(RefusedError, match="varsla"):
        service.charge_fee(desk.vault, part_id, agreed_on=desk.today)
    service.warn_of_fee(desk.vault, part_id, warned_on=desk.today)
    assert "charge_fee" in refusal_actions(part_of(desk, case_id))
    with pytest.raises(RefusedError, match="før det"):
        service.charge_fee(desk.vault, part_id, agreed_on=desk.received)
    service.charge_fee(desk.vault, part_id, agreed_on=desk.today)
    part = part_of(desk, case_id)
    assert part.refusal.fee.charged_on == desk.today
    assert (result_of(part), grounds_of(part)) == (None, ())  # nothing is refused


def test_the_yearly_clean_up_leaves_codes_and_days_alone(desk):
    case_id = desk.identified()
    made = refusal(said={"confidentiality": "yes"})
    made = replace(made, reasons=(replace(made.reasons[0], law="barnevernslova § 13-1"),))
    service.refuse_part(desk.vault, desk.part(case_id), made)
    with desk.vault.begin(Deed.WORK_ON_CASE) as work:
        store.anonymise(work.db, case_id)
    part = part_of(desk, case_id)
    assert part.refusal.reasons == (Reason(ground=RefusalGround.CONFIDENTIALITY, explanation=""),)
    assert (part.refusal.considered, grounds_of(part)) == ((), ("§ 16 d",))


@pytest.mark.parametrize("language", Language)
def test_the_letter_names_only_the_grounds_that_apply(desk, tmp_path, language):
    case_id = desk.identified(on_behalf_of=OnBehalfOf.SELF)
    made = refusal(said={"confidentiality": "yes"})
    made = replace(made, reasons=(replace(made.reasons[0], law="barnevernslova § 13-1"),))
    service.refuse_part(desk.vault, desk.part(case_id), made)
    decide(desk, case_id)
    order = LetterOrder(template="request_refusal", language=language)
    path = tmp_path / "avslag.docx"
    service.export_letter(desk.vault, case_id, order, path, desk.part(case_id))
    text = text_of(path)
    assert "§ 16 første ledd bokstav d" in text
    assert "barnevernslova § 13-1" in text
    assert WHY in text
    assert "Datatilsynet" in text
    assert "domstol" in text
    assert "artikkel 77" in text
    assert "artikkel 79" in text
    assert "artikkel 12 nr. 4" in text
    for other in ("bokstav c", "artikkel 12 nr. 5", "Statsforvalt", "representant", "§ 18"):
        assert other not in text
    assert "answer_sent" not in {one.code for one in cases.timeline(desk.vault.db, case_id)}


@pytest.mark.parametrize("language", Language)
def test_a_parent_without_responsibility_is_answered_by_the_children_act(desk, tmp_path, language):
    case_id = desk.identified(**WITHOUT)
    made = refusal(said={"other_law": "yes"}, regime=Regime.PARENT_INFORMATION)
    service.refuse_part(desk.vault, desk.part(case_id), made)
    decide(desk, case_id)
    path = tmp_path / "avslag.docx"
    order = LetterOrder(template="request_refusal", language=language)
    service.export_letter(desk.vault, case_id, order, path, desk.part(case_id))
    text = text_of(path)
    assert "§ 47" in text
    assert "Statsforvalt" in text
    assert "Datatilsynet" in text
    assert "§ 5-1" not in text
    assert "offentleglova" not in text


@pytest.mark.parametrize("language", Language)
def test_the_warning_of_a_fee_says_how_much_and_why_and_is_itself_the_step(
    desk, tmp_path, language
):
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), fee(desk))
    order = LetterOrder(template="request_fee", language=language, sent_on=desk.today)
    path = tmp_path / "gebyr.docx"
    service.export_letter(desk.vault, case_id, order, path, desk.part(case_id))
    text = text_of(path)
    assert "450 kroner" in text
    assert "Tre timar à 150 kroner" in text
    assert WHY in text
    assert "artikkel 12 nr. 5" in text
    assert "Datatilsynet" in text
    assert "domstol" in text
    assert part_of(desk, case_id).refusal.fee.warned_on == desk.today


@pytest.mark.parametrize("language", Language)
def test_a_child_who_asks_alone_gets_the_letter_in_its_own_words(desk, tmp_path, language):
    child = Person(name="Kari Prøvedatter", birth_date=date(2012, 3, 4))
    case_id = desk.identified(subject=child)
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    decide(desk, case_id)
    template = answer_letter(desk.request(case_id), part_of(desk, case_id))
    assert template == "request_refusal_child"
    path = tmp_path / "avslag.docx"
    order = LetterOrder(template=template, language=language)
    service.export_letter(desk.vault, case_id, order, path, desk.part(case_id))
    text = text_of(path)
    assert WHY in text
    assert "artikkel 12 nr. 5" in text
    assert "Datatilsynet" in text
    assert "Statsforvalt" not in text


def test_a_letter_that_does_not_fit_the_refusal_is_not_printed(desk, tmp_path):
    case_id = desk.identified()
    service.refuse_part(desk.vault, desk.part(case_id), excessive(desk))
    for template in ("request_fee", "access_answer"):
        order = LetterOrder(template=template, language=Language.NYNORSK)
        with pytest.raises(RefusedError):
            service.export_letter(
                desk.vault, case_id, order, tmp_path / "x.docx", desk.part(case_id)
            )


def test_the_case_page_names_ground_provision_and_complaint_body(desk):
    case_id = desk.identified(**WITHOUT)
    made = refusal(said={"other_law": "yes"}, regime=Regime.PATIENT_RECORDS)
    service.refuse_part(desk.vault, desk.part(case_id), made)
    part = part_of(desk, case_id)
    told = [text for _label, text in refusal_rows(part)]
    assert WHY in told
    assert bodies(part.refusal) in told
    assert words(complaint_body(Regime.PATIENT_RECORDS)) in bodies(part.refusal)
    assert words(complaint_body(Regime.DATA_PROTECTION)) in bodies(part.refusal)

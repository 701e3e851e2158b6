"""Rectification from the dialog to the letter: four answers, each its own, in both languages."""

import io
from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.law.rectification import Finding
from gdpr_desktop.requests import parts_store, service
from gdpr_desktop.requests.dialogs.rights.rectification import AssessDialog
from gdpr_desktop.requests.disagreement.model import may_disagree
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.refusals.model import Reason, Refusal, RefusalKind
from gdpr_desktop.requests.rights.rectification import (
    RULES,
    ArchiveView,
    Disputed,
    RectificationAssessment,
)
from gdpr_desktop.requests.service.letters import write

NN, NB = Language.NYNORSK, Language.BOKMAL
WRONG = Disputed(
    claim="Fødd 1. april 1980",
    place="Barnehagesystemet",
    right="Fødd 4. april 1980",
    finding=Finding.WRONG,
)
KEPT = Disputed(
    claim="Mor ville flytte",
    place="Referatet",
    right="Mor ville kanskje flytte",
    finding=Finding.ACCURATE,
    reason="Tre av dei som var der, hugsar det slik.",
)
JUDGED = Disputed(
    claim="Forseinka språk",
    place="Rapporten",
    right="Barnet snakkar godt heime",
    evidence="erklæring frå logoped",
    finding=Finding.JUDGEMENT,
    reason="Ein fagperson har vurdert det.",
)
ADDED = Disputed(
    claim="Kven som kan hente",
    place="Barnehagesystemet",
    right="Besteforeldra kan hente",
    finding=Finding.INCOMPLETE,
)
ANSWERS = {
    Finding.WRONG: {"judgement": 0, "not_as_it_is": 1, "right_when_made": 0, "matters": 1},
    Finding.ACCURATE: {"judgement": 0, "not_as_it_is": 0, "incomplete": 0},
    Finding.RIGHT_WHEN_MADE: {"judgement": 0, "not_as_it_is": 1, "right_when_made": 1},
    Finding.JUDGEMENT: {"judgement": 1},
    Finding.INCOMPLETE: {"judgement": 0, "not_as_it_is": 0, "incomplete": 1},
}


def considered(finding: Finding, elsewhere: str = "") -> tuple[Considered, ...]:
    """The answers that lead to ``finding``."""
    said = [
        Considered(question=name, answer="yes" if yes else "no", reason="Undersøkt.")
        for name, yes in ANSWERS[finding].items()
    ]
    where = Considered(question="elsewhere", answer="yes" if elsewhere else "no", reason=elsewhere)
    return (*said, where, Considered(question="time_to_check", answer="no"))


def assessed(*items: Disputed, day: date, elsewhere: str = "") -> RectificationAssessment:
    """An assessment that holds."""
    return RectificationAssessment(
        items=items,
        considered=considered(items[0].finding, elsewhere),
        archive=ArchiveView(name="Anne Arkiv", asked_on=day, said="Det gamle skal stå."),
    )


@pytest.fixture
def part_id(desk):
    case_id = desk.identified(rights=(Right.RECTIFICATION,), wording="Feil fødselsdato.")
    return desk.request(case_id).parts[0].id


def _request(vault, part_id) -> tuple[Request, Part]:
    case_id = parts_store.case_of(vault.db, part_id)
    request = service.read_request(vault, case_id)
    return request, request.part(part_id)


def _problems(vault, part_id, assessment: RectificationAssessment) -> dict[str, str]:
    with pytest.raises(InvalidInputError) as caught:
        service.assess(vault, part_id, assessment)
    return {problem.field: problem.text for problem in caught.value.problems}


def test_what_is_said_to_be_wrong_must_be_named(vault, part_id):
    found = _problems(vault, part_id, RectificationAssessment())
    assert set(found) == {"considered", "items"}


def test_whatever_is_kept_needs_a_reason_for_the_person(vault, desk, part_id):
    item = replace(KEPT, reason=" ", place="")
    found = _problems(vault, part_id, assessed(item, day=desk.today))
    assert set(found) == {"items.1.reason", "items.1.place"}


def test_the_finding_must_be_one_that_the_questions_lead_to(vault, desk, part_id):
    wrong = replace(assessed(WRONG, day=desk.today), considered=considered(Finding.JUDGEMENT))
    assert set(_problems(vault, part_id, wrong)) == {"items"}


def test_the_archive_leader_is_asked_before_anything_is_changed(vault, desk, part_id):
    unasked = replace(assessed(WRONG, day=desk.today), archive=ArchiveView())
    assert {"archive_name", "archive_said", "archive_on"} == set(_problems(vault, part_id, unasked))
    early = assessed(WRONG, day=date(2020, 1, 1))
    assert set(_problems(vault, part_id, early)) == {"archive_on"}
    service.assess(vault, part_id, replace(assessed(KEPT, day=desk.today), archive=ArchiveView()))


def test_what_is_wrong_is_marked_and_stays_and_copies_are_deleted(vault, desk, part_id):
    service.assess(vault, part_id, assessed(WRONG, day=desk.today, elsewhere="e-posten"))
    _, part = _request(vault, part_id)
    assert [("Fødd 4. april" in one.what, "e-posten" in one.what) for one in part.measures] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(
    ("items", "result", "grounds"),
    [
        ((WRONG, ADDED), Result.GRANTED, ()),
        ((KEPT,), Result.REFUSED, ("16",)),
        ((replace(KEPT, finding=Finding.RIGHT_WHEN_MADE),), Result.REFUSED, ("5(1)(d)",)),
        ((JUDGED,), Result.REFUSED, ("16",)),
        ((WRONG, KEPT), Result.PARTLY, ("16",)),
    ],
)
def test_figures_count_what_is_kept_as_refused(desk, items, result, grounds):
    part = Part(id=1, right=Right.RECTIFICATION, assessment=assessed(*items, day=desk.today))
    assert (RULES.result(part), RULES.grounds(part)) == (result, grounds)


def test_contested_accuracy_offers_restriction_at_once(desk):
    part = Part(id=1, right=Right.RECTIFICATION)
    assert RULES.offers(part) == (Right.RESTRICTION,)
    settled = replace(part, assessment=assessed(WRONG, day=desk.today))
    assert RULES.offers(settled) == ()
    ticked = replace(settled.assessment, restrict=True)  # as the form has it until it is unticked
    assert RULES.offers(replace(settled, assessment=ticked)) == ()
    judged = replace(assessed(JUDGED, day=desk.today), restrict=True)
    assert RULES.offers(replace(part, assessment=judged)) == ()
    disputed = replace(part, assessment=assessed(KEPT, day=desk.today))
    assert RULES.offers(disputed) == (Right.RESTRICTION,)


@pytest.mark.parametrize(("item", "disputed"), [(WRONG, False), (JUDGED, False), (KEPT, True)])
def test_the_answer_speaks_of_restriction_only_where_something_is_still_disputed(
    desk, item, disputed
):
    waited = replace(assessed(item, day=desk.today), restrict=True)
    part = Part(id=1, right=Right.RECTIFICATION, assessment=waited)
    assert RULES.facts(None, part, NN)["restriction_offered"] is disputed


def test_no_words_are_left_when_the_names_go(desk):
    bare = RULES.anonymous(assessed(WRONG, JUDGED, day=desk.today, elsewhere="e-posten til Kari"))
    assert bare.findings == (Finding.WRONG, Finding.JUDGEMENT)
    assert not any("april" in one.claim or one.right or one.reason for one in bare.items)
    assert {one.reason for one in bare.considered} == {""}
    assert bare.archive.empty


ONLY = {  # what stands in one answer and in no other
    NN: {
        WRONG: ("Vi har retta opplysningane", "merkt det som var feil", "arkivlova"),
        KEPT: (
            "Vi rettar ikkje opplysningane",
            "Kvifor det kan stå",
            "artikkel 18 nr. 1 bokstav a",
        ),
        JUDGED: ("Vurderinga blir ståande", "erklæring frå logoped"),
        ADDED: ("Det som mangla, er lagt til", "forklaringa di"),
    },
    NB: {
        WRONG: ("Vi har rettet opplysningene", "merket det som var feil", "arkivlova"),
        KEPT: (
            "Vi retter ikke opplysningene",
            "Hvorfor det kan stå",
            "artikkel 18 nr. 1 bokstav a",
        ),
        JUDGED: ("Vurderingen blir stående", "erklæring frå logoped"),
        ADDED: ("Det som manglet, er lagt til", "forklaringen din"),
    },
}
ALWAYS = {
    NN: ("12. november 2026", "artikkel 16", "Datatilsynet", "artikkel 77", "artikkel 79"),
    NB: ("12. november 2026", "artikkel 16", "Datatilsynet", "artikkel 77", "artikkel 79"),
}


def _letter(vault, request: Request, part: Part, language: Language) -> str:
    """The words of the answer, read back from Word."""
    template = RULES.template(request, part)
    order = LetterOrder(template=template, language=language)
    document = Document(io.BytesIO(write(vault, request, order, part).docx()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.mark.parametrize("language", Language)
def test_each_answer_says_its_own_and_nothing_of_the_others(vault, desk, part_id, language):
    request, part = _request(vault, part_id)
    for item in ONLY[language]:
        done = replace(part, assessment=assessed(item, day=desk.today))
        text = _letter(vault, request, done, language)
        for other, words in ONLY[language].items():
            assert [one for one in words if (one in text) is not (other is item)] == []
        assert [one for one in ALWAYS[language] if one not in text] == []
        assert item.right in text
        assert (item.reason in text) is item.finding.kept or not item.reason
        assert "Statsforvalt" not in text


def test_a_decision_right_when_made_gets_a_reference_to_what_came_later(vault, desk, part_id):
    request, part = _request(vault, part_id)
    item = replace(KEPT, finding=Finding.RIGHT_WHEN_MADE)
    text = _letter(vault, request, replace(part, assessment=assessed(item, day=desk.today)), NN)
    assert "Det var rett då det blei skrive" in text
    assert "artikkel 5 nr. 1 bokstav d" in text


def test_an_answer_in_part_holds_both_what_is_done_and_what_is_kept(vault, desk, part_id):
    request, part = _request(vault, part_id)
    both = replace(part, assessment=assessed(WRONG, KEPT, day=desk.today, elsewhere="e-posten"))
    text = _letter(vault, request, both, NB)
    for words in ("Du får rett i noe", WRONG.right, KEPT.reason, "e-posten", "Datatilsynet"):
        assert words in text
    assert "flyttet inn i saken" in text  # copies go only where all of it was wrong
    assert "slettet" not in text


@pytest.mark.parametrize("language", Language)
def test_a_child_that_asks_alone_is_answered_in_its_own_words(vault, desk, language):
    born = desk.today.replace(year=desk.today.year - 14)
    child = Person(name="Mina Berg-Hansen", birth_date=born)
    case_id = desk.identified(rights=(Right.RECTIFICATION,), subject=child)
    request = desk.request(case_id)
    part = replace(request.parts[0], assessment=assessed(JUDGED, day=desk.today))
    assert RULES.template(request, part) == "rectification_answer_child"
    text = _letter(vault, request, part, language)
    for words in ("Datatilsynet", "domstol", JUDGED.right, "artikkel 16", "77 og 79"):
        assert words in text


def test_the_dialog_takes_the_claim_from_words_to_what_must_be_done(
    vault, desk, part_id, opened, window
):
    case_id = parts_store.case_of(vault.db, part_id)
    hand = opened(AssessDialog(vault, case_id, part_id, window))
    dialog = hand.dialog
    hand.save()
    assert hand.problem("items.1.claim")
    assert hand.problem("items.1.finding")
    for question, yes in ANSWERS[Finding.ACCURATE].items():
        hand.choose(f"answer_{question}", "yes" if yes else "no")
    hand.type("reason_not_as_it_is", "Vi har spurt dei som var der.")
    hand.choose("answer_elsewhere", "no")
    hand.choose("answer_time_to_check", "yes")
    for field in ("claim", "place", "right"):
        hand.type(f"items.1.{field}", getattr(KEPT, field))
    hand.choose("items.1.finding", Finding.ACCURATE)
    hand.save()
    assert hand.problem("items.1.reason")
    hand.type("items.1.reason", KEPT.reason)
    hand.save()
    assert not dialog.isVisible(), hand.general()
    _, part = _request(vault, part_id)
    assert part.assessment.items == (KEPT,)
    assert part.assessment.restrict
    assert len(part.measures) == 1
    assert RULES.offers(part) == (Right.RESTRICTION,)


def test_points_come_and_go_and_come_back_as_a_draft(vault, part_id, opened, window, qtbot):
    case_id = parts_store.case_of(vault.db, part_id)
    dialog = AssessDialog(vault, case_id, part_id, window)
    hand = opened(dialog)
    dialog.items.set_items((WRONG, KEPT))
    state = dialog.draft_state()
    qtbot.waitUntil(dialog.items.rows[0].remove.isVisible)
    hand.click(dialog.items.rows[0].remove)
    assert dialog.items.items() == (KEPT,)
    dialog.restore_draft(state)
    assert dialog.items.items() == (WRONG, KEPT)
    hand.click(dialog.items.add)
    assert dialog.items.rows[2].finding.objectName() == "items.3.finding"
    dialog.items.tidy()
    assert len(dialog.items.rows) == 2


def test_a_refusal_taken_back_brings_back_what_must_be_carried_out(vault, desk, part_id):
    service.assess(vault, part_id, assessed(JUDGED, day=desk.today))
    wanted = _request(vault, part_id)[1].measures
    assert wanted  # the person's view is added
    service.refuse_part(vault, part_id, unfounded(desk.today))
    assert _request(vault, part_id)[1].measures == ()
    service.withdraw_refusal(vault, part_id)
    assert _request(vault, part_id)[1].measures == wanted


def test_a_claim_refused_whole_may_be_disagreed_with(vault, desk, part_id):
    assert not may_disagree(_request(vault, part_id)[1])
    service.refuse_part(vault, part_id, unfounded(desk.today))
    assert may_disagree(_request(vault, part_id)[1])


def unfounded(day: date) -> Refusal:
    """A refusal of the whole claim."""
    said = {"about_person": "yes", "alive": "yes", "asked_before": "no", "archive_only": "no"}
    said |= {"only_the_tone": "no", "unfounded": "yes"}
    considered = tuple(
        Considered(question=name, answer=answer, reason="Berre for å plage.")
        for name, answer in said.items()
    )
    reason = Reason(ground=RefusalGround.MANIFESTLY_UNFOUNDED, explanation="Berre for å plage.")
    return Refusal(kind=RefusalKind.WHOLE, reasons=(reason,), considered=considered, guided_on=day)

"""Every right that is offered goes from intake to a filed letter, in both written forms.

What each letter must say of its own is tested beside its right; here they are held together.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.demo.rights import assessment_of, cases_of_rights
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests import service
from gdpr_desktop.requests.articles import article_of
from gdpr_desktop.requests.model import CloseOutcome, Dispatch, Right, Step
from gdpr_desktop.requests.recipients import service as recipients
from gdpr_desktop.requests.recipients.model import Recipients
from gdpr_desktop.requests.rights import OFFERED, answer_letter, rules_of
from gdpr_desktop.requests.rights.base import RightRules
from gdpr_desktop.requests.steps import must_tell

from .conftest import USER, Desk
from .portability_claims import Claim

TOLD = {
    Right(right): told
    for case in cases_of_rights()
    for right, told in case["parts"].items()
    if "assessment" in told and told["assessment"].get("outcome") != "weighing"
}


def decided(desk: Desk, right: Right, folder: Path) -> CaseId:
    """A case of one right whose letter can be written."""
    if right is Right.ACCESS:
        return desk.written()
    if right is Right.PORTABILITY:
        claim = Claim(desk)
        claim.assess()
        claim.bring_in()
        claim.decide()
        claim.pack(folder)
        return claim.case_id
    case_id = desk.collected(rights=(right,))
    part_id, told = desk.part(case_id), TOLD[right]
    found = assessment_of(right, told, desk.received)
    basis = Basis(told["basis"]) if "basis" in told else None
    service.assess(desk.vault, part_id, found, basis=basis)
    if Step.DECISION in rules_of(right).steps:
        service.note_decision(
            desk.vault,
            part_id,
            text="Slik blir det",
            name="Tore Testdal",
            role="Kommunedirektør",
            decided_on=desk.today,
        )
    measures = desk.request(case_id).part(part_id).measures
    done = tuple(replace(one, done_on=desk.today, done_by="Ida Drift") for one in measures)
    service.carry_out(desk.vault, part_id, done)
    return case_id


def letter(desk: Desk, case_id: CaseId, folder: Path, language: Language) -> list[str]:
    """The paragraphs of the answer, read back from Word; the heading first."""
    request = desk.request(case_id)
    part = request.parts[0]
    order = LetterOrder(template=answer_letter(request, part), language=language)
    path = folder / f"{part.right}-{language}.docx"
    service.export_letter(desk.vault, case_id, order, path, part.id)
    paragraphs = Document(str(path)).paragraphs
    headings = [one.text for one in paragraphs if (one.style.name or "").startswith("Heading 1")]
    return [*headings[:1], *(one.text for one in paragraphs)]


def closed(desk: Desk, case_id: CaseId) -> str:
    """Send, tell, file and close; how the case ended."""
    part = desk.request(case_id).parts[0]
    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST,
        sent_by=USER,
        sent_on=desk.today,
        what="Svarbrev",
    )
    service.send_answer(desk.vault, part.id, dispatch)
    if must_tell(part):
        recipients.note_recipients(desk.vault, part.id, Recipients(nobody=True))
    casework.file_case(
        desk.vault,
        case_id,
        archive_number=f"26/{case_id}",
        archive_title="Personvern",
        public_title="Personvern",
    )
    service.close_request(desk.vault, case_id)
    return desk.request(case_id).case.outcome


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brev"
    made.mkdir()
    return made


def test_the_demo_tells_of_every_right_but_access():
    assert set(TOLD) == set(OFFERED) - {Right.ACCESS}


def test_every_right_goes_from_intake_to_a_filed_letter_that_says_only_its_own(desk, folder):
    cases = {right: decided(desk, right, folder) for right in OFFERED}
    day = long_date(desk.received)
    for language in Language:
        read = {right: letter(desk, one, folder, language) for right, one in cases.items()}
        headings = {right: lines[0] for right, lines in read.items()}
        assert len(set(headings.values())) == len(headings)
        for right, lines in read.items():
            text = "\n".join(lines)
            number = article_of(right).partition("(")[0]
            wanted = {day, *([f"artikkel {number}"] if number else [])}
            wanted |= set() if right in (Right.NOTICE, Right.QUESTION) else {"Datatilsynet"}
            assert {one for one in wanted if one not in text} == set(), (right, text)
            others = {one for of, one in headings.items() if of is not right}
            assert {one for one in others if one in text} == set()
    assert {closed(desk, one) for one in cases.values()} == {CloseOutcome.ANSWERED}


def test_what_a_right_can_add_stays_readable():
    added = [name for name in vars(RightRules) if not name.startswith("_")]
    assert sum(callable(vars(RightRules)[name]) for name in added) <= 15

"""What comes in beside the rights: each answered in its own letter, and none by another's words."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from docx import Document

from gdpr_desktop.casework.events import ConsentWithdrawn
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import DispatchChannel, LetterOrder
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.law.copies import CopyCost, CostLine
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Dispatch, Measure, OnBehalfOf, Right, Step
from gdpr_desktop.requests.rights import rules_of
from gdpr_desktop.requests.rights.notice import NoticeAbout
from gdpr_desktop.requests.rights.withdrawal import (
    ErasureStep,
)
from gdpr_desktop.requests.service import letters
from gdpr_desktop.requests.steps import decided
from gdpr_desktop.requests.summary import step_facts
from requests.other_kinds import (
    ANSWERS,
    COMPLAINT,
    COPIES,
    FORWARDED,
    FREE,
    GOES_ON,
    NOT_OURS,
    NOTICE,
    OTHER_BASIS,
    QUESTION,
    TODAY,
    WITHDRAWN,
    said,
)


def text_of(letter) -> str:
    document = Document(io.BytesIO(letter.docx()))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("right", dict.fromkeys(row[0] for row in ANSWERS))
def test_each_letter_says_its_own_answer_and_nothing_of_the_others(vault, desk, right):
    case_id = desk.identified(rights=(right,))
    part_id = desk.part(case_id)
    template = rules_of(right).template(desk.request(case_id), desk.request(case_id).parts[0])
    for kind, assessment, basis, result, present, absent in ANSWERS:
        if kind is not right:
            continue
        service.assess(vault, part_id, assessment, basis=basis)
        request = desk.request(case_id)
        part = request.parts[0]
        assert rules_of(right).result(part) is result
        both = []
        for language in Language:
            order = LetterOrder(template=template, language=language)
            both.append(text_of(letters.write(vault, request, order, part)))
        missing = [words for words in present if words not in both[0]]
        assert (missing, [words for words in absent if words in both[0]]) == ([], [])
        assert all("12. november 2026" in text for text in both)
        assert all("{" not in text for text in both)
        assert both[0] != both[1]


def test_a_withdrawal_goes_from_intake_to_a_sent_letter_and_others_are_told(vault, desk, tmp_path):
    heard = []
    vault.subscribe(ConsentWithdrawn, lambda _work, event: heard.append(event))
    case_id = desk.identified(rights=(Right.WITHDRAWAL,))
    part_id = desk.part(case_id)
    service.assess(vault, part_id, WITHDRAWN, basis=Basis.CONSENT, activity="Bilete")
    assert heard == [ConsentWithdrawn(case_id=case_id, part_id=part_id)]
    service.note_decision(
        vault, part_id, text="Stopp", name="Tore Testdal", role="Rektor", decided_on=TODAY
    )
    order = LetterOrder(template="withdrawal_answer", language=Language.NYNORSK)
    with pytest.raises(RefusedError):  # the letter says it is stopped, so it must be
        service.export_letter(vault, case_id, order, tmp_path / "a.docx", part_id)
    measures = desk.request(case_id).parts[0].measures
    assert [one.what for one in measures] == [
        "Stopp bruken i Nettsida",
        "Stopp bruken i Sosiale medium",
    ]
    done = tuple(Measure(what=one.what, done_on=TODAY, done_by="Kari") for one in measures)
    service.carry_out(vault, part_id, done)
    service.export_letter(vault, case_id, order, tmp_path / "a.docx", part_id)
    dispatch = Dispatch(
        channel=DispatchChannel.REGISTERED_POST, sent_by="Kari", sent_on=TODAY, what="Brev"
    )
    service.send_answer(vault, part_id, dispatch)
    assert desk.request(case_id).answered


def test_a_question_is_answered_without_knowing_who_asks_and_without_a_decision(vault, desk):
    case_id = desk.register(rights=(Right.QUESTION,), subject=Person(name="Ein innbyggjar"))
    part_id = desk.part(case_id)
    service.assess(vault, part_id, replace(QUESTION, record_attached=False))
    dispatch = Dispatch(channel=DispatchChannel.ORDINARY_POST, sent_by="K", sent_on=TODAY, what="B")
    service.send_answer(vault, part_id, replace(dispatch, channel=DispatchChannel.EDIALOG))
    assert desk.request(case_id).answered


FAULTS = (
    (Right.WITHDRAWAL, replace(WITHDRAWN, places=()), Basis.CONSENT, "places"),
    (Right.WITHDRAWAL, WITHDRAWN, None, "no_consent_why"),
    (Right.WITHDRAWAL, WITHDRAWN, Basis.PUBLIC_TASK, "no_consent_why"),
    (Right.WITHDRAWAL, replace(WITHDRAWN, erasure=ErasureStep.KEPT), Basis.CONSENT, "kept_why"),
    (
        Right.WITHDRAWAL,  # storing is also use: no waiting to be asked
        replace(
            WITHDRAWN,
            considered=said(is_release="no", told_consent="yes", all_stopped="yes", must_keep="no"),
        ),
        Basis.CONSENT,
        "erasure",
    ),
    (
        Right.WITHDRAWAL,  # no going over to another basis
        replace(OTHER_BASIS, considered=WITHDRAWN.considered),
        Basis.PUBLIC_TASK,
        "outcome",
    ),
    (Right.WITHDRAWAL, OTHER_BASIS, Basis.CONSENT, "basis"),
    (Right.WITHDRAWAL, OTHER_BASIS, None, "basis"),
    (
        Right.WITHDRAWAL,
        replace(WITHDRAWN, considered=said(is_release="yes")),
        Basis.CONSENT,
        "outcome",
    ),
    (Right.COMPLAINT, replace(COMPLAINT, reviewer="solveig testnes"), None, "reviewer"),
    (Right.COMPLAINT, replace(FORWARDED, forwarded_on=date(2026, 11, 1)), None, "forwarded_on"),
    (Right.COMPLAINT, replace(COMPLAINT, put_right=" "), None, "put_right"),
    (Right.NOTICE, replace(NOTICE, considered=said(held="no")), None, "outcome"),
    (Right.NOTICE, GOES_ON, None, "basis"),
    (Right.NOTICE, GOES_ON, Basis.CONSENT, "basis"),
    (
        Right.NOTICE,  # they rectified, and ours are wrong too
        replace(
            GOES_ON,
            about=NoticeAbout.RECTIFIED,
            considered=said(held="yes", own_purpose="yes", accurate="no", passed_on="no"),
        ),
        Basis.LEGAL_OBLIGATION,
        "outcome",
    ),
    (Right.QUESTION, replace(NOT_OURS, who_answers=""), None, "who_answers"),
    (Right.COPIES, replace(COPIES, told_on=None), None, "told_on"),
    (Right.COPIES, replace(COPIES, first_copy_on=None), None, "first_copy_on"),
    (Right.COPIES, replace(COPIES, considered=said(had_first="no")), None, "outcome"),
    (
        Right.COPIES,
        replace(COPIES, costs=(CostLine(cost=CopyCost.SEARCHING, kroner=900),)),
        None,
        "costs",
    ),
    (
        Right.COPIES,
        replace(COPIES, considered=said(had_first="yes", same_data="no")),
        None,
        "outcome",
    ),
)


def test_what_would_not_hold_is_refused_at_its_field(vault, desk):
    parts = {}
    for right, assessment, basis, field in FAULTS:
        part_id = parts.get(right) or desk.part(desk.register(rights=(right,)))
        parts[right] = part_id
        with pytest.raises(InvalidInputError) as caught:
            service.assess(vault, part_id, assessment, basis=basis)
        assert field in [one.field for one in caught.value.problems], (right, field)


def test_each_offers_the_right_that_fits(vault, desk):
    part = desk.request(desk.register(rights=(Right.WITHDRAWAL,))).parts[0]
    cases = (
        (Right.WITHDRAWAL, WITHDRAWN, Basis.CONSENT, (Right.ERASURE,)),
        (Right.WITHDRAWAL, OTHER_BASIS, Basis.PUBLIC_TASK, (Right.OBJECTION, Right.ERASURE)),
        (Right.WITHDRAWAL, OTHER_BASIS, Basis.LEGAL_OBLIGATION, (Right.ERASURE,)),
        (Right.QUESTION, replace(QUESTION, considered=said(about_self="yes")), None,
         (Right.ACCESS,)),
        (Right.COPIES, replace(FREE, considered=said(had_first="no")), None, (Right.ACCESS,)),
        (Right.COPIES, COPIES, None, ()),
    )  # fmt: skip
    for right, assessment, basis, offered in cases:
        looked_at = replace(part, right=right, basis=basis, assessment=assessment)
        assert rules_of(right).offers(looked_at) == offered


def test_the_yearly_clean_up_leaves_codes_and_no_words(vault, desk):
    part = desk.request(desk.register(rights=(Right.NOTICE,))).parts[0]
    for right, assessment, basis, result, *_letter in ANSWERS:
        rules = rules_of(right)
        kept = rules.anonymous(assessment)
        assert rules.result(replace(part, right=right, basis=basis, assessment=kept)) is result
        words = {text for text in texts_in(kept) if text != text.lower() or " " in text}
        assert not words, right


def test_a_reply_to_a_notice_goes_to_who_sent_it_and_names_nobody(vault, desk):
    case_id = desk.register(rights=(Right.NOTICE,))  # with the one that the data are about
    service.assess(vault, desk.part(case_id), NOTICE)
    reply = letters.preview(
        vault, case_id, LetterOrder(template="notice_reply", language=Language.NYNORSK)
    )
    assert NOTICE.controller in text_of(reply)
    assert "Kari" not in text_of(reply)
    sender = Person(name=NOTICE.controller)
    case_id = desk.register(
        rights=(Right.NOTICE,), on_behalf_of=OnBehalfOf.OTHER, representative=sender
    )
    receipt = letters.preview(
        vault, case_id, LetterOrder(template="access_receipt", language=Language.NYNORSK)
    )
    assert "Kari" not in text_of(receipt)


@pytest.mark.parametrize("right", [Right.QUESTION, Right.NOTICE])
def test_nobody_is_asked_who_they_are_where_that_is_not_needed(vault, desk, right):
    case_id = desk.register(rights=(right,))
    receipt = letters.preview(
        vault, case_id, LetterOrder(template="access_receipt", language=Language.NYNORSK)
    )
    assert "Vi må vite kven du er" not in text_of(receipt)
    assert step_facts(desk.request(case_id), Step.IDENTITY, desk.today).summary == ""


def texts_in(value) -> set[str]:
    from dataclasses import fields, is_dataclass

    if type(value) is str:
        return {value}
    if isinstance(value, tuple):
        return {text for one in value for text in texts_in(one)}
    if is_dataclass(value):
        return {text for f in fields(value) for text in texts_in(getattr(value, f.name))}
    return set()


def test_a_decision_falls_with_the_basis_and_stands_when_nothing_has_changed(vault, desk, clock):
    case_id = desk.identified(rights=(Right.WITHDRAWAL,))
    part_id = desk.part(case_id)
    service.assess(vault, part_id, OTHER_BASIS, basis=Basis.PUBLIC_TASK)
    service.note_decision(
        vault, part_id, text="Nei", name="Tore Testdal", role="Rektor", decided_on=TODAY
    )
    clock.instant += timedelta(days=1)
    service.assess(vault, part_id, OTHER_BASIS, basis=Basis.PUBLIC_TASK)
    assert decided(desk.request(case_id).parts[0])
    service.assess(vault, part_id, OTHER_BASIS, basis=Basis.LEGAL_OBLIGATION)
    assert desk.request(case_id).parts[0].decision is None  # the letter names another article

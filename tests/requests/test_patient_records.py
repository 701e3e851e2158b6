"""A patient record that is not put right or erased: Statsforvaltaren too (pbrl. § 5-2)."""

import io
from dataclasses import replace

import pytest
from docx import Document

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.law.complaints import ComplaintBody, record_bodies
from gdpr_desktop.requests import service
from gdpr_desktop.requests.model import Part, Right
from gdpr_desktop.requests.refusals.words import body_words
from gdpr_desktop.requests.rights import rules_for
from gdpr_desktop.requests.rights.erasure import ErasureOutcome
from gdpr_desktop.requests.service.letters import write
from requests.test_erasure_desk import made
from requests.test_rectification import KEPT, WRONG, assessed


def test_of_a_patient_record_there_are_two_bodies():
    own, county = ComplaintBody.DATA_PROTECTION_AUTHORITY, ComplaintBody.COUNTY_GOVERNOR
    assert record_bodies(patient_record=False) == (own,)
    assert record_bodies(patient_record=True) == (own, county)


def test_both_letters_name_the_county_governor_where_a_patient_record_stays(desk):
    rights = (Right.RECTIFICATION, Right.ERASURE)
    case_id = desk.collected(rights=rights)
    rectification, erasure = desk.request(case_id).parts
    kept = replace(assessed(KEPT, day=desk.today), patient_record=True)
    service.assess(desk.vault, rectification.id, kept)
    refused = replace(made(desk, ErasureOutcome.REFUSED), patient_record=True)
    service.assess(desk.vault, erasure.id, refused)
    request = desk.request(case_id)
    sections = dict(zip(rights, ("§ 42", "§ 43"), strict=True))
    for part in request.parts:
        told = dict(rules_for(part).summary(request, part))
        assert body_words(patient_record=True) in told.values()
        for child in ("", "_child"):
            for language in Language:
                name = f"{part.right.value}_answer{child}"
                letter = write(
                    desk.vault, request, LetterOrder(template=name, language=language), part
                )
                paragraphs = Document(io.BytesIO(letter.docx())).paragraphs
                text = "\n".join(one.text for one in paragraphs)
                assert "Statsforvalt" in text
                assert "Datatilsynet" in text
                assert "§ 5-2" in text
                assert sections[part.right] in text


@pytest.mark.parametrize("item", [WRONG, KEPT])
def test_what_is_put_right_is_nothing_to_complain_about(desk, item):
    part = Part(
        id=1,
        right=Right.RECTIFICATION,
        assessment=replace(assessed(item, day=desk.today), patient_record=True),
    )
    told = rules_for(part).facts(None, part, Language.NYNORSK)
    assert told["county_governor"] is (item is KEPT)

"""Everything about one person: whole, stable, and named after nobody."""

import json
from datetime import date
from pathlib import Path

import pytest

from consents import filling
from consents.filling import given
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import Person
from gdpr_desktop.consents.codes import Channel
from gdpr_desktop.consents.exchange.person import as_json, person_consents
from gdpr_desktop.consents.exchange.person_letter import person_letter
from gdpr_desktop.consents.exchange.person_saving import (
    Shape,
    request_numbered,
    save_person,
    suggested_name,
)
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Withdrawn
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests import service as requests
from gdpr_desktop.requests.model import Channel as By
from gdpr_desktop.requests.model import Intake
from gdpr_desktop.vault import Vault

BORN = date(2022, 1, 1)


@pytest.fixture
def child(officer: Vault, form_id: CaseId) -> ConsentId:
    """A child in a list, with a consent of which one purpose was taken back."""
    group_id = filling.a_group(officer)
    member = groups.members(officer.db, group_id)[0]
    consent_id = given(
        officer, form_id, member.name, member.birth_date, group_id=group_id, member_id=member.id
    )
    back = Withdrawn(
        purposes=("p2",), withdrawn_on=date(2026, 10, 1), channel=Channel.EMAIL, name="Mor Testhaug"
    )
    with officer.begin(Deed.READ_CASE) as work:
        kept = store.consent(work.db, consent_id)
        write(work, filling.replace(kept, withdrawals=(back,)))
    given(officer, form_id, "Bo Testhaug", date(2022, 2, 2))
    return consent_id


def test_the_json_has_consents_answers_withdrawals_and_lists_of_the_one_person(
    officer: Vault, child: ConsentId
) -> None:
    found = json.loads(as_json(person_consents(officer, child)))
    assert (found["format"], found["version"]) == ("personvernpulten.consents", 1)
    (one,) = found["consents"]
    assert one["form"]["title"] == "Bilete i barnehagen"
    assert one["valid_until"] == "2027-07-31"
    assert [each["name"] for each in one["answers"]] == ["Mor Testdal", "Far Testdal"]
    assert one["answers"][0]["yes"][1] == "Vise bileta på heimesida"
    assert one["withdrawals"] == [
        {
            "withdrawn_on": "2026-10-01",
            "channel": "email",
            "name": "Mor Testhaug",
            "purposes": ["Vise bileta på heimesida"],
        }
    ]
    assert [each["name"] for each in found["groups"]] == ["Reveungane"]


@pytest.mark.parametrize("language", Language)
def test_the_document_says_the_same(officer: Vault, child: ConsentId, language: Language) -> None:
    text = person_letter(officer, person_consents(officer, child), language).text()
    for words in ("Mor Testdal", "1. oktober 2026", "31. juli 2027", "Reveungane"):
        assert words in text


def test_the_file_is_named_after_nobody_and_noted(
    officer: Vault, child: ConsentId, tmp_path: Path
) -> None:
    name = suggested_name(officer, Shape.JSON)
    assert "Testhaug" not in name
    save_person(officer, child, tmp_path / name, Shape.JSON)
    assert json.loads((tmp_path / name).read_text("utf-8"))["groups"]
    code = officer.db.execute("SELECT deed FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    assert code[0] == "consent_person_exported"


def test_it_is_laid_in_the_request_that_asks_for_it(
    officer: Vault, child: ConsentId, tmp_path: Path
) -> None:
    requests.subscribe(officer)
    intake = Intake(
        received=date(2026, 11, 19), channel=By.EDIALOG, subject=Person(name="Ada Testhaug")
    )
    request = CaseId(requests.register_request(officer, intake, unstructured="E-post").id)
    number = cases.case(officer.db, request).number
    path = tmp_path / suggested_name(officer, Shape.WORD, number)
    save_person(officer, child, path, Shape.WORD, request_numbered(officer, number).id)
    (letter,) = cases.letters(officer.db, request)
    assert (letter.template, letter.file_name) == ("consent_person", path.name)


@pytest.mark.parametrize("number", ["2026-9999", "2026-0001"])
def test_only_a_request_can_take_it(officer: Vault, child: ConsentId, number: str) -> None:
    with pytest.raises(AppError):
        request_numbered(officer, number)


def test_a_namesake_without_a_birth_date_is_counted_and_never_in_the_file(
    officer: Vault, form_id: CaseId
) -> None:
    one = given(officer, form_id, "Kari Testdal", None)
    given(officer, form_id, "Kari Testdal", None)
    born = given(officer, form_id, "Kari Testdal", BORN)
    found = person_consents(officer, one)
    assert [each.id for each, _form in found.consents] == [one]
    assert found.namesakes == 1
    found = person_consents(officer, born)
    assert [each.id for each, _form in found.consents] == [born]
    assert found.namesakes == 2

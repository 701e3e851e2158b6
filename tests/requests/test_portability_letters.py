"""The letters about portability, read back from Word in both languages."""

from dataclasses import replace
from pathlib import Path

import pytest

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests.model import Right
from gdpr_desktop.requests.portability.claim import (
    Direct,
    Transfer,
)

from .conftest import Desk
from .portability_claims import (
    DELIVERED,
    REFUSED,
    Claim,
)


@pytest.fixture
def claim(desk: Desk) -> Claim:
    return Claim(desk)


WORDS = {
    Language.NYNORSK: {
        "delivered": "Du får med deg opplysningane dine",
        "refused": "Du får ikkje med deg opplysningane",
        "access": "Du kan få innsyn",
        "count": "Påmelding: 2 postar",
    },
    Language.BOKMAL: {
        "delivered": "Du får med deg opplysningene dine",
        "refused": "Du får ikke med deg opplysningene",
        "access": "Du kan få innsyn",
        "count": "Påmelding: 2 poster",
    },
}


@pytest.mark.parametrize("language", Language)
def test_the_letter_says_what_is_in_the_file_and_nothing_of_refusals(
    claim: Claim, tmp_path: Path, language: Language
) -> None:
    direct = Direct(state=Transfer.NOT_POSSIBLE, receiver="Vågen", why_not="Ulike system.")
    claim.assess(replace(DELIVERED, direct=direct))
    claim.bring_in()
    claim.decide()
    claim.pack(tmp_path)
    text = claim.letter(tmp_path, language)
    said = WORDS[language]
    assert said["delivered"] in text
    assert "artikkel 20 nr. 2" in text
    assert "Ulike system." in text
    assert "Påmelding" in text
    for other in (said["refused"], said["access"], "artikkel 20 nr. 3", "bokstav"):
        assert other not in text


@pytest.mark.parametrize("language", Language)
def test_a_refusal_has_its_article_the_reason_access_and_the_way_of_complaint(
    claim: Claim, tmp_path: Path, language: Language
) -> None:
    claim.assess(REFUSED, Basis.PUBLIC_TASK)
    claim.decide()
    text = claim.letter(tmp_path, language)
    said = WORDS[language]
    for wanted in (
        said["refused"],
        said["access"],
        "artikkel 20 nr. 3",
        "Opplæringslova krev det.",
        "artikkel 15",
        "artikkel 77",
        "artikkel 79",
        "Datatilsynet",
    ):
        assert wanted in text
    for other in (said["delivered"], "zip", "nr. 4", "bokstav a", "Statsforvalt"):
        assert other not in text


def test_a_child_who_asks_alone_gets_its_own_words(desk: Desk, tmp_path: Path) -> None:
    young = desk.today.replace(year=desk.today.year - 12)
    child = Person(name="Ola Prøveson", birth_date=young)
    claim = Claim(desk, subject=child, rights=(Right.PORTABILITY, Right.ACCESS))
    claim.assess(REFUSED, Basis.PUBLIC_TASK)
    claim.decide()
    text = claim.letter(tmp_path, Language.NYNORSK)
    assert "Du får ikkje ei slik fil" in text
    assert "du får eit eige brev om det" in text

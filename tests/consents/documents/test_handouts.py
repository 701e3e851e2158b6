"""Who gets which form, and whose lines stand on it."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import CONTENT
from gdpr_desktop.consents.ages import Alone, YouthRule
from gdpr_desktop.consents.codes import Audience, FormKind, LanguageLevel, Matter
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.documents.handouts import Signer, blank, handouts
from gdpr_desktop.consents.groups.model import Guardian, Member

ON = date(2026, 11, 20)
KARI, OLA = Guardian(name="Kari Testhaug"), Guardian(name="Ola Testhaug")
ORDINARY = replace(
    CONTENT,
    kind=FormKind.BASIS,
    purposes=tuple(replace(one, matter=Matter.ORDINARY) for one in CONTENT.purposes),
)


def signers(content: FormContent, member: Member) -> list[tuple[Signer, str]]:
    (form,) = handouts(content, member, ON)
    return [(one.signer, one.name) for one in form.lines]


def child(born: date | None = date(2022, 5, 3), **more: object) -> Member:
    return replace(Member(name="Ada Testhaug", birth_date=born), **more)


@pytest.mark.parametrize(
    ("changes", "lines"),
    [
        ({}, [Signer.PARENT, Signer.OTHER_PARENT]),
        ({"level": LanguageLevel.YOUNG}, [Signer.SELF]),
        ({"level": LanguageLevel.CHILD}, [Signer.CHILD, Signer.PARENT, Signer.OTHER_PARENT]),
        ({"audience": Audience.ADULTS}, [Signer.SELF]),
        ({"audience": Audience.EMPLOYEES}, [Signer.SELF]),
    ],
)
def test_a_blank_form_has_the_lines_of_those_it_is_written_for(
    changes: dict[str, object], lines: list[Signer]
) -> None:
    assert [one.signer for one in blank(replace(CONTENT, **changes), ON).lines] == lines


def test_the_parents_sign_for_a_youth_where_the_municipality_has_chosen_18() -> None:
    chosen = (YouthRule(start=date(2026, 10, 1), alone=Alone.MATURE),)
    youth = child(date(2010, 5, 3), guardians=(KARI, OLA), parents=2)
    (form,) = handouts(CONTENT, youth, ON, chosen)
    assert [one.signer for one in form.lines] == [Signer.SELF, Signer.PARENT, Signer.PARENT]
    young = replace(CONTENT, level=LanguageLevel.YOUNG)
    assert [one.signer for one in blank(young, ON, chosen).lines] == [
        Signer.SELF,
        Signer.PARENT,
        Signer.OTHER_PARENT,
    ]
    (form,) = handouts(CONTENT, youth, ON)
    assert [one.signer for one in form.lines] == [Signer.SELF]


def test_one_parent_is_enough_for_an_ordinary_matter() -> None:
    assert signers(ORDINARY, child(guardians=(KARI, OLA))) == [(Signer.ONE_PARENT, "")]
    assert signers(ORDINARY, child(guardians=(KARI,))) == [(Signer.PARENT, "Kari Testhaug")]


def test_all_with_parental_responsibility_have_a_line_each() -> None:
    both = [(Signer.PARENT, "Kari Testhaug"), (Signer.PARENT, "Ola Testhaug")]
    assert signers(CONTENT, child(guardians=(KARI, OLA), parents=2)) == both
    assert signers(CONTENT, child(guardians=(KARI,), parents=1)) == both[:1]
    assert signers(CONTENT, child(parents=1)) == [(Signer.PARENT, "")]
    assert signers(CONTENT, child(guardians=(KARI,))) == [*both[:1], (Signer.OTHER_PARENT, "")]


def test_child_welfare_signs_in_the_parents_place_after_a_care_order() -> None:
    placed = child(guardians=(KARI, OLA), care_order=True)
    assert signers(CONTENT, placed) == [(Signer.CHILD_WELFARE, "")]


def test_a_youth_of_fifteen_signs_alone_and_a_sensitive_matter_takes_the_parents_too() -> None:
    youth = child(date(2011, 11, 20), guardians=(KARI, OLA), parents=2)
    assert signers(CONTENT, youth) == [(Signer.SELF, "")]
    sensitive = replace(
        CONTENT, purposes=tuple(replace(one, special=True) for one in CONTENT.purposes)
    )
    assert [signer for signer, _name in signers(sensitive, youth)] == [
        Signer.SELF,
        Signer.PARENT,
        Signer.PARENT,
    ]


def test_a_guardian_of_an_adult_has_a_line_beside_the_persons_own() -> None:
    guardian = Guardian(name="Vera Verje", relation="guardian")
    ward = child(date(1980, 2, 29), guardians=(guardian,))
    assert signers(CONTENT, ward) == [(Signer.SELF, ""), (Signer.GUARDIAN, "Vera Verje")]


def test_where_parents_live_apart_each_gets_a_form_with_one_line() -> None:
    away = replace(OLA, address="Annanvegen 2\n6100 Fjellvik")
    first, second = handouts(CONTENT, child(guardians=(KARI, away), parents=2), ON)
    assert (first.reader, second.reader) == ("Kari Testhaug", "Ola Testhaug")
    assert [one.name for one in first.lines] == ["Kari Testhaug"]
    assert [one.name for one in second.lines] == ["Ola Testhaug"]
    assert first.name == second.name == "Ada Testhaug"


def test_one_form_is_enough_where_the_youth_answers_alone() -> None:
    away = replace(OLA, address="Annanvegen 2")
    assert len(handouts(CONTENT, child(date(2009, 1, 1), guardians=(KARI, away)), ON)) == 1


def test_a_birth_date_that_is_still_to_come_counts_as_not_known() -> None:
    lines = signers(CONTENT, child(date(2027, 1, 1)))
    assert [one for one, _name in lines] == [Signer.PARENT, Signer.OTHER_PARENT]

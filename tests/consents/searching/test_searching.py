"""The search for one person finds consents, groups, withdrawals and questions about pictures."""

from datetime import date

import pytest
from docx import Document

from consents.filling import a_group, given
from consents.withdrawals.filling import withdrawn
from gdpr_desktop.administration.search.statement import Statement
from gdpr_desktop.casework.person_search import Where, clues_in, start
from gdpr_desktop.core.municipality import Language

TODAY = date(2026, 11, 20)


def found(vault, typed, *, whole=True):
    search = start(vault, clues_in(typed, TODAY))
    search.at_once()
    if whole:
        for _new in search.slices():
            pass
    return search.found


def test_an_answer_is_found_at_once_as_the_persons_own(officer, form_id):
    given(officer, form_id)
    given(officer, form_id, name="Nora Testhaug")
    result = found(officer, "Nora Testdal", whole=False)
    (group,) = result.groups
    assert (group.name, group.born) == ("Nora Testdal", date(2022, 5, 3))
    (case,) = group.cases
    assert (case.case.id, case.where) == (form_id, (Where.CONSENT,))
    assert "Mor Testdal" in case.texts[0]


@pytest.mark.parametrize(
    ("typed", "count"),
    [("Nora Testdal 3.5.2022", 1), ("Nora Testdal 4.5.2022", 0), ("3.5.2022", 1)],
)
def test_a_birth_date_tells_two_of_the_same_name_apart(officer, form_id, typed, count):
    given(officer, form_id)
    named = [one for one in found(officer, typed).groups if one.key]
    assert len(named) == count


def test_who_gave_it_and_who_took_it_back_are_found_too(officer, form_id):
    consent = given(officer, form_id)
    case = withdrawn(officer, consent, name="Bestemor Testberg")
    where = {
        (one.case.id, place)
        for group in found(officer, "Bestemor Testberg").groups
        for one in group.cases
        for place in one.where
    }
    assert (case.case.id, Where.STEPS) in where
    assert (form_id, Where.CONSENT) in where


def test_the_statement_lists_answers_withdrawals_and_groups(officer, form_id, tmp_path):
    a_group(officer, 2)
    consent = given(officer, form_id, name="Ada Testhaug", born=date(2022, 1, 1))
    case = withdrawn(officer, consent)
    result = found(officer, "Ada Testhaug")
    (group,) = [one for one in result.groups if one.key]
    path = tmp_path / "utskrift.docx"
    Statement(officer, group, None, Language.NYNORSK, result.elsewhere).save(path)
    text = "\n".join(one.text for one in Document(str(path)).paragraphs)
    for words in (case.case.number, "10. september 2026", "Reveungane"):
        assert words in text

"""What the person is told, and what the overview says while something is left."""

from dataclasses import replace

import pytest

from consents.filling import PURPOSES, approved_form, both, given
from consents.withdrawals.filling import ALL, TODAY, all_ended, ended, withdrawn
from gdpr_desktop.casework.lists import due_until
from gdpr_desktop.consents.codes import FormKind, PlaceKind, Relation
from gdpr_desktop.consents.content import Place
from gdpr_desktop.consents.withdrawals.letters import WithdrawalLetters
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.consents.withdrawals.summary import step_hint
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.correspondence.service import preview
from gdpr_desktop.overview.words import line_of


def letter(vault, case, language=Language.NYNORSK, template="consent_withdrawn"):
    order = LetterOrder(template=template, language=language)
    return preview(vault, WithdrawalLetters(vault, case.case.id), order).text()


@pytest.fixture
def kept(officer):
    """A picture that the archive keeps, that the paper got, and that is printed."""
    places = (
        Place(name="Arkivet", other_basis="arkivlova"),
        Place(name="Lokalavisa", kind=PlaceKind.RECIPIENT),
        *PURPOSES[2].places,
    )
    purposes = (PURPOSES[0], replace(PURPOSES[1], places=places))
    form = approved_form(officer, purposes=purposes)
    consent = given(officer, form, statements=both(("p1", "p2")))
    case = withdrawn(officer, consent, ("p2",))
    archive, paper, plan = case.stops
    ended(officer, archive, Outcome.KEPT, other_basis="arkivlova", note="Så lenge lova krev det.")
    ended(officer, paper)
    ended(officer, plan, Outcome.CANNOT, note="Planen er delt ut.")
    return case


@pytest.mark.parametrize("language", Language)
def test_the_letter_says_what_is_kept_by_which_law_and_what_cannot_be_undone(
    officer, kept, language
):
    text = letter(officer, kept, language)
    for words in ("Arkivet: arkivlova", "Lokalavisa", "Årsplanen: Planen er delt ut."):
        assert words in text
    still = "framleis" if language is Language.NYNORSK else "fortsatt"
    assert f"gjeld {still}" in text or f"gjelder {still}" in text  # p1 was not taken back
    assert f"{still} lov" in text
    assert "artikkel 13 og 14" in text


@pytest.mark.parametrize("language", Language)
def test_the_child_reads_a_letter_of_its_own(officer, kept, language):
    text = letter(officer, kept, language, "consent_withdrawn_child")
    assert text.startswith("Nora Testdal")
    assert "Alle har lov til å ombestemme seg" in text
    assert "Brevet gjeld" not in text


@pytest.mark.parametrize("language", Language)
def test_the_letter_about_a_release_says_that_nothing_is_deleted_by_it(officer, language):
    form = approved_form(officer, kind=FormKind.CONFIDENTIALITY, law="barnehagelova")
    case = withdrawn(officer, given(officer, form))
    for task in case.stops:
        ended(officer, task, Outcome.STOPPED)
    text = letter(officer, case, language)
    assert "av den grunn" in text
    assert "barnehagelova" in text
    assert "17 nr. 1 bokstav b" not in text


def test_no_letter_promises_what_is_not_done(officer, form_id):
    case = withdrawn(officer, given(officer, form_id))
    letters = WithdrawalLetters(officer, case.case.id)
    order = LetterOrder(template="consent_withdrawn", language=Language.NYNORSK)
    with pytest.raises(RefusedError):
        letters.refuse_wrong(order)
    all_ended(officer, case)
    letters.refuse_wrong(order)
    with pytest.raises(InvalidInputError):
        letters.refuse_wrong(replace(order, sent_on=TODAY))


def test_the_other_parent_who_said_yes_is_not_forgotten(officer, form_id):
    case = all_ended(officer, withdrawn(officer, given(officer, form_id)))
    assert "Far Testdal" in step_hint(case, Step.CONFIRM)
    alone = given(officer, form_id, name="Ola Testdal", statements=both()[:1])
    own = all_ended(officer, withdrawn(officer, alone, ALL))
    assert "Testdal" not in step_hint(own, Step.CONFIRM)


def test_the_overview_says_where_to_stop_and_then_whom_to_tell(officer, form_id):
    case = withdrawn(officer, given(officer, form_id), relation=Relation.PARENT)
    (due,) = _due(officer, case)
    assert (due.is_task, due.feature, due.number) == (True, "consents", case.case.number)
    all_ended(officer, case)
    (due,) = _due(officer, case)
    assert not due.is_task
    assert due.due == read_withdrawal(officer, case.case.id).case.due


def _due(vault, case):
    found = due_until(vault.db, TODAY.replace(year=2027), vault.actor)
    return [line_of(one) for one in found if one.case_id == case.case.id]

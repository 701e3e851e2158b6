"""The officer advises, another approves, and a version is frozen with what was said."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import CONTENT, POINTS, a_form, given, no_better_basis
from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.comparing import changed_lines, compared
from gdpr_desktop.consents.forms.digest import is_older
from gdpr_desktop.consents.forms.model import Advice, Approval
from gdpr_desktop.consents.forms.service.closing import retire_form
from gdpr_desktop.consents.forms.service.deciding import approve_form, note_advice
from gdpr_desktop.consents.forms.service.writing import write_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.consents.forms.summary import step_rows
from gdpr_desktop.consents.forms.timeline_words import timeline_text
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.errors import InvalidInputError, RefusedError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed

TODAY = date(2026, 11, 20)
FREE = no_better_basis(CONTENT.kind, TODAY)
WHO = Approval(name="Kari Styrar", role="Styrar", decided_on=TODAY)
ADVICE = Advice(may_be_used=True, why="Klart skrive.", name="Solveig Testnes", given_on=TODAY)


@pytest.fixture
def ready(officer):
    """A form whose questions are answered."""
    case_id = a_form(officer)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, case_id, basis=FREE, answers=POINTS)
    return case_id


def fields_of(verb, *arguments):
    with pytest.raises(InvalidInputError) as caught:
        verb(*arguments)
    return {one.field for one in caught.value.problems}


def test_an_approved_draft_becomes_a_version_with_the_answers_it_rested_on(officer, ready):
    approve_form(officer, ready, WHO)
    found = store.form(officer.db, ready)
    assert found.latest.number == 1
    assert found.latest.content == CONTENT
    assert found.latest.approval == WHO
    assert found.latest.answers == POINTS
    assert found.approved
    told = [timeline_text(one) for one in cases.timeline(officer.db, ready)]
    assert any("Kari Styrar" in one for one in told)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"role": " "}, "role"),
        ({"name": "Solveig Testnes"}, "name"),
        ({"name": "Testnes, Solveig (PVO)"}, "name"),
        ({"role": "Personvernombod"}, "role"),
        ({"decided_on": date(2026, 11, 21)}, "decided_on"),
    ],
)
def test_the_approval_says_who_and_when_and_it_is_never_the_officer(officer, ready, change, field):
    assert field in fields_of(approve_form, officer, ready, replace(WHO, **change))
    assert store.form(officer.db, ready).versions == ()


def test_a_form_is_approved_only_when_the_check_lets_it(officer, ready):
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.put_step(work.db, ready, draft=replace(CONTENT, withdraw_how=Bilingual()))
    with pytest.raises(RefusedError):
        approve_form(officer, ready, WHO)


def test_a_form_is_not_approved_before_it_was_asked_whether_consent_is_right(officer):
    case_id = a_form(officer)
    with pytest.raises(RefusedError):
        approve_form(officer, case_id, WHO)


def test_the_very_same_draft_is_not_approved_twice(officer, form_id):
    with pytest.raises(RefusedError):
        approve_form(officer, form_id, WHO)


def test_a_change_after_approval_makes_the_next_version_and_the_used_one_stays(officer, form_id):
    given(officer, form_id)
    write_form(officer, form_id, replace(CONTENT, contact="tlf. 55 22 22 22"))
    before = store.form(officer.db, form_id)
    assert not before.approved
    assert before.latest.number == 1
    assert fields_of(
        approve_form, officer, form_id, replace(WHO, decided_on=date(2026, 8, 31))
    ) == {"decided_on"}
    approve_form(officer, form_id, WHO)
    found = store.form(officer.db, form_id)
    assert [one.number for one in found.versions] == [1, 2]
    assert found.version(1).content == CONTENT
    assert found.version(1).used_on == TODAY
    assert found.version(2).used_on is None


def test_an_approval_is_taken_back_only_while_nobody_has_used_the_version(officer, ready):
    change = approve_form(officer, ready, WHO)
    change.undo.verb(officer)
    assert store.form(officer.db, ready).versions == ()
    again = approve_form(officer, ready, WHO)
    with officer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        store.mark_used(work.db, ready, 1, TODAY)
    with pytest.raises(RefusedError):
        again.undo.verb(officer)
    assert store.form(officer.db, ready).latest.number == 1


def test_advice_says_why_and_by_whom_and_is_older_once_the_draft_changes(officer, ready):
    assert fields_of(note_advice, officer, ready, replace(ADVICE, why="", name="")) == {
        "why",
        "name",
    }
    note_advice(officer, ready, ADVICE)
    found = store.form(officer.db, ready)
    assert not is_older(found.advice, found.draft)
    write_form(officer, ready, replace(CONTENT, contact="tlf. 55 33 33 33"))
    found = store.form(officer.db, ready)
    assert is_older(found.advice, found.draft)
    assert "Klart skrive." in dict(step_rows(found, Step.APPROVAL)).popitem()[1]


def test_an_approval_against_the_advice_says_why(officer, ready):
    note_advice(officer, ready, replace(ADVICE, may_be_used=False))
    assert fields_of(approve_form, officer, ready, WHO) == {"why"}
    approve_form(officer, ready, replace(WHO, why="Vi har retta det."))


def test_a_form_out_of_use_keeps_its_versions_and_is_offered_no_more(officer, form_id):
    assert fields_of(retire_form_with, officer, form_id, " ") == {"reason"}
    retire_form_with(officer, form_id, "Barnehagen er lagd ned.")
    found = store.form(officer.db, form_id)
    assert not found.case.open
    assert found.latest.number == 1
    assert store.names(officer.db, officer.actor) == ()
    with pytest.raises(RefusedError):
        write_form(officer, form_id, CONTENT)


def retire_form_with(vault, case_id, reason):
    return retire_form(vault, case_id, reason=reason)


def test_two_versions_are_compared_line_by_line_in_both_written_forms():
    other = replace(
        CONTENT,
        unit="Bekken barnehage",
        use=Bilingual(nn=CONTENT.use.nn, nb="Vise hverdagen"),
        purposes=CONTENT.purposes[:2],
    )
    pairs = {one.label: one for one in compared(CONTENT, other, Language.NYNORSK)}
    assert len(changed_lines(CONTENT, other, Language.NYNORSK)) == 3
    changed = [one for one in pairs.values() if one.changed]
    assert [one.newer for one in changed if "Bekken" in one.newer] == ["Bekken barnehage"]
    assert any("Vise hverdagen" in one.newer for one in changed), "the other written form is shown"
    assert [one.newer for one in changed if "Årsplanen" in one.older] == [""]
    assert changed_lines(CONTENT, CONTENT, Language.BOKMAL) == ()

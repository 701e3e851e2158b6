"""An answer that renews one that still holds counts from when that one ends; others never do."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from consents.filling import a_group, approve, both, given, said
from consents.given.test_registering import NORA, register
from gdpr_desktop.consents.codes import How, Lasting
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.heap import Heap, Line, Signed
from gdpr_desktop.consents.given.renewing import renewed_end
from gdpr_desktop.consents.given.service.base import write
from gdpr_desktop.consents.given.service.registering import Corrected, correct_consent
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.lasting import valid_until
from gdpr_desktop.core.roles import Deed

END, NEXT = date(2027, 7, 31), date(2028, 7, 31)
JULY = date(2027, 7, 5)  # people are asked again a month before the end


@pytest.fixture
def summer(officer, clock):
    clock.instant = datetime(2027, 7, 20, 12, tzinfo=UTC)
    return officer


def kept(vault, number):
    return store.consent(vault.db, number)


def test_a_renewal_holds_to_the_end_of_the_next_school_year_and_is_not_asked_about(summer, form_id):
    number = given(summer, form_id)
    register(summer, form_id, *both(on=JULY), consent_id=number)
    assert kept(summer, number).valid_until == NEXT


def test_while_one_parent_has_not_renewed_it_ends_as_before(summer, form_id):
    number = given(summer, form_id)
    register(summer, form_id, said(on=JULY), consent_id=number)
    assert kept(summer, number).valid_until == END
    register(summer, form_id, said(on=JULY, name="Far Testdal"), consent_id=number)
    assert kept(summer, number).valid_until == NEXT


def test_a_renewal_on_the_next_version_is_one_too(summer, form_id):
    given(summer, form_id)
    approve(summer, form_id, date(2027, 5, 1))
    _change, number = register(summer, form_id, *both(on=JULY))
    assert (kept(summer, number).version, kept(summer, number).valid_until) == (2, NEXT)


@pytest.mark.parametrize(
    ("earlier", "day"),
    [
        (None, JULY),  # the first answer
        (date(2026, 9, 10), date(2027, 5, 20)),  # nobody was asked again yet
        (date(2027, 7, 2), JULY),  # the same summer: it was to be till July
        (date(2026, 7, 2), JULY),  # it had ended
    ],
)
def test_what_renews_nothing_never_lasts_longer(summer, form_id, earlier, day):
    number = given(summer, form_id, statements=both(on=earlier)) if earlier else None
    _change, number = register(summer, form_id, *both(on=day), consent_id=number, anyway=True)
    assert kept(summer, number).valid_until == END


def test_what_was_refused_or_needed_another_parent_is_not_renewed(summer, form_id):
    form = forms.form(summer.db, form_id)
    for statements in (both((), ("p1", "p2", "p3")), (said(),)):
        before = kept(summer, given(summer, form_id, statements=statements))
        assert renewed_end(said(on=JULY), (before,), form) is None


def test_whoever_was_asked_again_and_then_answers_renews(summer, form_id):
    number = given(summer, form_id, statements=both(on=date(2027, 7, 1)))
    with summer.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        write(work, replace(store.consent(work.db, number), asked_on=date(2027, 7, 3)))
    register(summer, form_id, *both(on=JULY), consent_id=number)
    assert kept(summer, number).valid_until == NEXT


def test_a_date_put_right_to_before_people_were_asked_renews_no_more(summer, form_id):
    number = given(summer, form_id)
    register(summer, form_id, *both(on=JULY), consent_id=number)
    found = kept(summer, number)
    moved = tuple(
        replace(one, given_on=date(2027, 5, 5)) if one.given_on == JULY else one
        for one in found.statements
    )
    corrected = Corrected(subject=NORA, statements=moved, why="Feil månad.")
    correct_consent(summer, number, corrected, anyway=True)
    assert kept(summer, number).valid_until == END
    assert all(one.renews is None for one in kept(summer, number).statements)


def test_who_answers_after_it_has_ended_is_not_asked_about(summer, form_id):
    number = given(summer, form_id, statements=both(on=date(2026, 7, 2)))
    register(summer, form_id, *both(on=date(2026, 9, 10)), consent_id=number)
    assert kept(summer, number).valid_until == END


def test_years_count_from_the_day_of_the_answer(form_id, summer):
    content = forms.form(summer.db, form_id).draft
    yearly = replace(content, lasting=Lasting.ONE_YEAR)
    assert valid_until(yearly, JULY, END) == date(2028, 7, 5)
    assert valid_until(content, JULY, date(2027, 3, 31)) == END  # renews what a list ended early
    assert valid_until(content, date(2027, 8, 2), END) == NEXT


def test_the_heap_waits_again_for_who_is_asked_anew(summer, form_id):
    group = a_group(summer, 2)
    ada, bo = groups.members(summer.db, group)
    for one in (ada, bo):
        given(summer, form_id, one.name, one.birth_date, group_id=group, member_id=one.id)
    heap = Heap(summer, forms.form(summer.db, form_id), 1)
    heap.load(group)
    assert heap.left() == (ada, bo)
    line = Line(given_on=JULY, how=How.PAPER, signed=Signed.BOTH, yes=("p1",), no=("p2", "p3"))
    heap.register(ada, line, anyway=True)
    assert heap.left() == (bo,)

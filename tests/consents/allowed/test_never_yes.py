"""What must stay a no, in whatever order it came in: «Har vi lov?», the class list, the group."""

from dataclasses import replace
from datetime import date

import pytest

from consents.filling import PURPOSES, a_group, approve, both, given, said
from gdpr_desktop.consents.allowed.model import Asked, Doubt
from gdpr_desktop.consents.allowed.service import Asking
from gdpr_desktop.consents.codes import Channel, PictureUse, Reason
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.documents.lists import class_list
from gdpr_desktop.consents.forms.documents.service import sheet_of
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.checks import Doubt as Slip
from gdpr_desktop.consents.given.checks import doubts
from gdpr_desktop.consents.given.service.registering import Corrected, correct_consent
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.answers import Standing, columns
from gdpr_desktop.consents.withdrawals.model import Registered
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import GroupId, UserId
from gdpr_desktop.core.roles import Deed, Role

WEB = Asked(use=PictureUse.PUBLISH_WEB)
ALL = ("p1", "p2", "p3")
NORA = "Nora Testdal"


def ask(vault, name=NORA):
    return [one.answer for one in Asking.begin(vault).about_person(name, WEB).people]


def take_back(vault, consent_id, keys, on):
    wanted = Registered(
        consent_id=consent_id, purposes=keys, withdrawn_on=on, channel=Channel.EMAIL
    )
    register_withdrawal(vault, wanted)


def second_version(vault, form_id):
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        draft = forms.form(work.db, form_id).draft
        forms.put_step(work.db, form_id, draft=replace(draft, contact="tlf. 55 00 00 01"))
    approve(vault, form_id, date(2026, 10, 1))


def put_right(vault, consent_id, **subject):
    found = store.consent(vault.db, consent_id)
    corrected = Corrected(
        subject=replace(found.subject, **subject), statements=found.statements, why="Feil"
    )
    correct_consent(vault, consent_id, corrected, anyway=True)


@pytest.fixture
def member(officer):
    """One child in a group, with one parent who answers."""
    found = groups.members(officer.db, a_group(officer, 1))[0]
    return changed(officer, found, parents=1)


def changed(vault, member, **fields):
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        groups.update_member(work.db, replace(member, **fields))
    return groups.member(vault.db, member.id)


def answers_of(vault, form_id, group_id: GroupId) -> list[str]:
    found = forms.form(vault.db, form_id)
    lines = class_list(vault, sheet_of(vault, form_id), found, group_id).text().split("\n")
    at = lines.index(groups.members(vault.db, group_id)[0].name)
    return lines[at + 1 : at + 1 + len(PURPOSES)]


def test_taking_back_one_purpose_of_an_older_answer_does_not_hide_a_newer_no(officer, form_id):
    old = given(officer, form_id)
    second_version(officer, form_id)
    no = both(("p3",), ("p1", "p2"), on=date(2026, 11, 5))
    given(officer, form_id, version=2, statements=no)
    assert not ask(officer)[0].yes
    take_back(officer, old, ("p1",), date(2026, 11, 10))
    assert not ask(officer)[0].yes


def test_family_name_first_with_a_comma_is_the_same_person(officer, form_id):
    taken = given(officer, form_id)
    take_back(officer, taken, ALL, date(2026, 11, 10))
    given(officer, form_id, "TESTDAL, Nora", statements=both(on=date(2026, 11, 5)))
    (found,) = ask(officer)
    assert found.reasons == (Reason.WITHDRAWN,)


@pytest.mark.parametrize("subject", [{"birth_date": date(2022, 5, 4)}, {"name": "Nora Nyland"}])
def test_putting_one_answer_right_does_not_part_it_from_a_no(officer, form_id, subject):
    yes = given(officer, form_id)
    second_version(officer, form_id)
    no = both((), ALL, on=date(2026, 10, 11))
    given(officer, form_id, version=2, statements=no)
    put_right(officer, yes, **subject)
    found = ask(officer, subject.get("name", NORA))
    assert not any(one.yes for one in found)
    assert any(one.reasons == (Doubt.NAMESAKE,) for one in found)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"care_order": True}, Reason.WRONG_GIVER),
        ({"parents": 2}, Reason.MISSING_GIVER),
        ({"birth_date": date(2010, 1, 1)}, Reason.WRONG_GIVER),
    ],
)
def test_what_the_group_learns_later_counts(officer, form_id, member, fields, reason):
    told = {"member_id": member.id, "group_id": member.group_id, "parents": 1}
    given(officer, form_id, member.name, member.birth_date, statements=(said(),), **told)
    asking = Asking.begin(officer)
    assert asking.about_group(member.group_id, WEB)[0][0].answer.yes
    changed(officer, member, **fields)
    in_group = asking.about_group(member.group_id, WEB)[0][0].answer
    by_name = asking.about_person(member.name, WEB).people[0].answer
    assert not in_group.yes
    assert not by_name.yes
    assert "Ja" not in answers_of(officer, form_id, member.group_id)
    assert in_group.reasons == (reason,)


def test_an_older_paper_that_comes_late_does_not_lift_a_withdrawal(officer, form_id, member):
    told = {"member_id": member.id, "group_id": member.group_id}
    old = given(officer, form_id, member.name, member.birth_date, **told)
    second_version(officer, form_id)
    take_back(officer, old, ALL, date(2026, 11, 10))
    late = both(on=date(2026, 11, 5))
    given(officer, form_id, member.name, member.birth_date, version=2, statements=late, **told)
    assert answers_of(officer, form_id, member.group_id) == ["Nei"] * 3
    (column,) = columns(officer, "", (member,))
    assert column.cells[member.id].standing is Standing.WITHDRAWN


def test_a_no_without_a_birth_date_is_no_yes_on_the_class_list(officer, form_id, member):
    told = {"member_id": member.id, "group_id": member.group_id}
    given(officer, form_id, member.name, member.birth_date, **told)
    given(officer, form_id, member.name, None, statements=both((), ALL, on=date(2026, 10, 5)))
    assert "Ja" not in answers_of(officer, form_id, member.group_id)


@pytest.mark.parametrize("name", ["Kari Test-dal", "Kari Tetsdal", "Kari B. Testdal"])
def test_one_parent_under_two_spellings_is_asked_about(officer, form_id, name):
    kept = store.consent(
        officer.db, given(officer, form_id, statements=(said(name="Kari Testdal"),))
    )
    found = doubts(kept, said(name=name), forms.form(officer.db, form_id))
    assert [one.doubt for one in found] == [Slip.SAME_PARENT]
    for other in ("Kåre Testdal", "Kari Nyland"):
        assert not doubts(kept, said(name=other), forms.form(officer.db, form_id)), other


def test_a_group_of_another_is_not_asked_about(officer, form_id, member, monkeypatch):
    worker = Actor(user_id=UserId(99), name="Kari", role=Role.CASEWORKER, session="x")
    monkeypatch.setattr(officer, "actor", worker)
    with pytest.raises(RefusedError):
        Asking.begin(officer).about_group(member.group_id, WEB)

"""Groups and their members: who may see them, who is in them twice, and how deeds are undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from consents.filling import a_group, both, given, said
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.answers import Cell, Standing, columns
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.consents.groups.rules import as_year, next_year, school_year
from gdpr_desktop.consents.groups.service import groups, members
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.consents.groups.words import cell_look
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError, RefusedError
from gdpr_desktop.core.ids import CaseId, GroupId, UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)


@pytest.fixture
def group_id(officer: Vault) -> GroupId:
    """Reveungane, with three children."""
    return a_group(officer, 3)


def snapshot(vault: Vault) -> list[tuple[Group, tuple[Member, ...]]]:
    """All groups with everybody who is or was in them."""
    found = store.groups(vault.db, vault.actor, ended=True)
    return [(one, store.members(vault.db, one.id, left=True)) for one in found if one.id]


def first(vault: Vault, group_id: GroupId) -> Member:
    return store.members(vault.db, group_id)[0]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026/2027", "2026/2027"),
        ("2026-27", "2026/2027"),
        ("1999/00", None),
        ("2026/2028", None),
        ("i år", None),
        ("", ""),
    ],
)
def test_a_school_year_is_two_years_in_a_row(text: str, year: str | None) -> None:
    assert as_year(text) == year


def test_the_school_year_turns_in_august() -> None:
    assert school_year(date(2027, 7, 31)) == "2026/2027"
    assert school_year(date(2027, 8, 1)) == "2027/2028"
    assert next_year("2026/2027", TODAY) == next_year("", TODAY) == "2027/2028"


def deeds(vault: Vault, group_id: GroupId) -> dict[str, Callable[[], Change]]:
    one, other = store.members(vault.db, group_id)[:2]
    assert one.id is not None
    assert other.id is not None
    target = GroupId(groups.add_group(vault, Group(name="Bjørnane")).id)
    new = Member(name="Ny Testdal", group_id=group_id, birth_date=date(2022, 9, 9))
    ids = (one.id, other.id)
    return {
        "make": lambda: groups.add_group(vault, Group(name="2C")),
        "change": lambda: groups.change_group(vault, replace(readable(vault, group_id), name="X")),
        "end": lambda: groups.end_group(vault, group_id, TODAY),
        "move_up": lambda: groups.move_up(
            vault, group_id, name="Ulvane", year="2027/2028", leaving=ids, on=TODAY
        ),
        "add": lambda: members.add_member(vault, new),
        "correct": lambda: members.change_member(vault, replace(one, parents=1)),
        "move": lambda: members.move_members(vault, ids, target),
        "left": lambda: members.members_left(vault, ids, TODAY),
    }


@pytest.mark.parametrize(
    "name", ["make", "change", "end", "move_up", "add", "correct", "move", "left"]
)
def test_every_deed_can_be_undone(officer: Vault, group_id: GroupId, name: str) -> None:
    deed = deeds(officer, group_id)[name]
    before = snapshot(officer)
    change = deed()
    assert snapshot(officer) != before
    assert change.undo is not None
    change.undo.verb(officer)
    assert snapshot(officer) == before


def test_what_was_changed_since_is_not_undone(officer: Vault, group_id: GroupId) -> None:
    one = first(officer, group_id)
    change = members.change_member(officer, replace(one, parents=1))
    members.change_member(officer, replace(one, parents=3))
    assert change.undo is not None
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


def test_who_has_answered_is_not_undone_away(
    officer: Vault, group_id: GroupId, form_id: CaseId
) -> None:
    change = members.add_member(officer, Member(name="Ny Testdal", group_id=group_id))
    added = next(one for one in store.members(officer.db, group_id) if one.name == "Ny Testdal")
    given(officer, form_id, "Ny Testdal", None, member_id=added.id)
    assert change.undo is not None
    with pytest.raises(RefusedError):
        change.undo.verb(officer)


@pytest.mark.parametrize("born", [date(2022, 1, 1), None])
def test_the_same_child_twice_is_noticed(
    officer: Vault, group_id: GroupId, born: date | None
) -> None:
    again = Member(name="testhaug,  ADA", group_id=group_id, birth_date=born)
    with pytest.raises(InvalidInputError) as caught:
        members.add_member(officer, again)
    assert [one.field for one in caught.value.problems] == ["name"]


def test_a_namesake_with_another_birth_date_is_another_child(
    officer: Vault, group_id: GroupId
) -> None:
    other = Member(name="Ada Testhaug", group_id=group_id, birth_date=date(2022, 2, 28))
    members.add_member(officer, other)
    assert store.group(officer.db, group_id).members == 4


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"birth_date": date(2026, 11, 21)}, "birth_date"),
        ({"guardians": (Guardian(name="", email="a@b.no"),)}, "guardians"),
        ({"guardians": (Guardian(name="Mor", email="mor"),)}, "guardians"),
        ({"guardians": (Guardian(name="Mor"), Guardian(name="MOR"))}, "guardians"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    officer: Vault, group_id: GroupId, change: dict[str, object], field: str
) -> None:
    one = replace(first(officer, group_id), **change)  # type: ignore[arg-type]
    with pytest.raises(InvalidInputError) as caught:
        members.change_member(officer, one)
    assert [one.field for one in caught.value.problems] == [field]


def test_of_a_protected_child_no_address_is_kept(officer: Vault, group_id: GroupId) -> None:
    guardians = (Guardian(name="Mor Test", address="Løynvegen 1"),)
    one = replace(first(officer, group_id), protected=True, guardians=guardians)
    members.change_member(officer, one)
    assert first(officer, group_id).guardians == (Guardian(name="Mor Test"),)


def test_two_groups_of_a_unit_and_year_have_not_the_same_name(
    officer: Vault, group_id: GroupId
) -> None:
    same = Group(name="reveungane", unit="Tunet barnehage", year="2026/27")
    with pytest.raises(InvalidInputError):
        groups.add_group(officer, same)
    groups.add_group(officer, replace(same, year="2027/2028"))


def test_an_ended_group_is_not_changed(officer: Vault, group_id: GroupId) -> None:
    groups.end_group(officer, group_id, TODAY)
    with pytest.raises(RefusedError):
        members.add_member(officer, Member(name="Ny Testdal", group_id=group_id))
    groups.revive_group(officer, group_id)
    assert readable(officer, group_id).ended_on is None


def test_a_caseworker_sees_only_groups_that_they_made(officer: Vault, group_id: GroupId) -> None:
    worker = replace(officer.actor, user_id=UserId(99), role=Role.CASEWORKER)
    officer.actor = officer._worker.actor = worker
    with pytest.raises(RefusedError):
        readable(officer, group_id)
    with pytest.raises(RefusedError):
        members.add_member(officer, Member(name="Ny Testdal", group_id=group_id))
    own = groups.add_group(officer, Group(name="Min"))
    assert [one.id for one in store.groups(officer.db, officer.actor)] == [own.id]


def test_a_leader_changes_no_group(officer: Vault, group_id: GroupId) -> None:
    officer.actor = officer._worker.actor = replace(officer.actor, role=Role.MANAGER)
    assert readable(officer, group_id).name == "Reveungane"
    with pytest.raises(AppError):
        groups.end_group(officer, group_id, TODAY)


def test_a_moved_child_takes_the_answers_along(
    officer: Vault, group_id: GroupId, form_id: CaseId
) -> None:
    one = first(officer, group_id)
    assert one.id is not None
    given(officer, form_id, one.name, one.birth_date, member_id=one.id, group_id=group_id)
    target = GroupId(groups.add_group(officer, Group(name="Bjørnane")).id)
    members.move_members(officer, [one.id], target)
    (column,) = columns(officer, "", store.members(officer.db, target))
    assert column.cells[one.id].standing is Standing.ALL


def test_the_table_never_says_more_than_the_answers(
    officer: Vault, group_id: GroupId, form_id: CaseId
) -> None:
    there = store.members(officer.db, group_id)
    one, other, none = there
    given(officer, form_id, one.name, one.birth_date, statements=both(("p1",), ("p2", "p3")))
    given(officer, form_id, other.name, other.birth_date, statements=(said(),))
    (column,) = columns(officer, "", there)
    told = [column.cells[who.id].standing for who in (one, other, none) if who.id]
    assert told == [Standing.SOME, Standing.LACKING, Standing.NONE]
    assert column.answered() == 2


def test_the_table_shows_what_was_said_last_whatever_the_version(
    officer: Vault, form_id: CaseId
) -> None:
    group = a_group(officer, 1)
    (ada,) = store.members(officer.db, group)
    late = both((), ("p1", "p2", "p3"), on=date(2026, 10, 5))
    given(officer, form_id, ada.name, ada.birth_date, statements=late, member_id=ada.id)
    given(officer, form_id, ada.name, ada.birth_date, member_id=ada.id)
    (column,) = columns(officer, "", (ada,))
    assert column.cells[ada.id].standing is Standing.REFUSED


def test_only_a_yes_to_everything_is_ticked_off() -> None:
    ticked = [one for one in Standing if cell_look(Cell(standing=one))[0] == "done"]
    assert ticked == [Standing.ALL]


@pytest.mark.parametrize(
    ("born", "slip"),
    [
        (date(2022, 5, 3), True),  # swapped
        (date(2022, 3, 6), True),
        (date(2021, 3, 5), True),
        (date(2022, 3, 16), False),
        (date(2020, 1, 5), False),
    ],
)
def test_a_namesake_with_almost_the_same_birth_date_is_asked_about(
    officer: Vault, born: date, slip: bool
) -> None:
    group_id = a_group(officer, 0)
    there = Member(name="Jon Testdal", birth_date=date(2022, 3, 5), group_id=group_id)
    members.add_member(officer, there)
    twin = replace(there, name="Testdal, Jon", birth_date=born)
    if slip:
        with pytest.raises(members.AlmostTwiceError):
            members.add_member(officer, twin)
    added = members.add_member(officer, twin, anyway=slip)
    kept = next(one for one in store.members(officer.db, group_id) if one.birth_date == born)
    members.change_member(officer, replace(kept, note="Ny"))  # not asked about once more
    assert len(store.members(officer.db, group_id)) == 2
    assert added.undo is not None


def test_an_identity_number_is_no_part_of_a_name(officer: Vault, group_id: GroupId) -> None:
    number = "01017012345"
    for made in (
        Member(name=f"{number} Jon", group_id=group_id),
        Member(name="Jon", group_id=group_id, guardians=(Guardian(name=f"Mor {number}"),)),
    ):
        with pytest.raises(InvalidInputError):
            members.add_member(officer, made)
    with pytest.raises(InvalidInputError):
        groups.add_group(officer, Group(name=f"Gruppa til {number}"))

"""A school's list: its columns, its dates, its guardians, and what is new since the last one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from consents.filling import a_group
from gdpr_desktop.consents.groups import store
from gdpr_desktop.consents.groups.importing.headings import Use, use_of
from gdpr_desktop.consents.groups.importing.judge import Coming, Fate, ListJudge
from gdpr_desktop.consents.groups.importing.service import take_in
from gdpr_desktop.consents.groups.model import Group, Guardian, Member
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import GroupId, MemberId
from gdpr_desktop.tables.lists import read_list
from gdpr_desktop.tables.mapping import propose
from gdpr_desktop.tables.preview import Line, Watch, changed, read_lines
from gdpr_desktop.vault import Vault

TODAY = date(2026, 11, 20)
HEAD = ("Namn", "Fødselsdato", "Foresatt 1", "Foresatt 2")
NORA = ("Nora Testdal", "03.05.2019", "Mor Testdal", "Far Testdal")


def csv_of(path: Path, rows: Iterable[Sequence[str]]) -> Path:
    path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
    return path


def judged(
    tmp_path: Path,
    rows: Iterable[Sequence[str]],
    there: Sequence[Member] = (),
    group: str = "",
) -> tuple[Line, ...]:
    """The lines of a file, its columns as they are proposed."""
    file = read_list(csv_of(tmp_path / "a.csv", rows), births_until=TODAY)
    number, mapping = propose(file, use_of)
    return read_lines(file.sheets[number], mapping, ListJudge(TODAY, there, group), Watch())


def coming(line: Line) -> Coming:
    assert isinstance(line.value, Coming)
    return line.value


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("Namn", Use.NAME),
        ("Elev", Use.NAME),
        ("Elevnavn", Use.NAME),
        ("Fornavn", Use.FIRST_NAME),
        ("Fødselsnr.", Use.BORN),
        ("Fødselsnummer (11 siffer)", Use.BORN),
        ("Foresatt 1", Use.GUARDIAN_1),
        ("Føresette", Use.GUARDIAN_1),
        ("Foresatt 2 e-post", Use.EMAIL_2),
        ("E-post foresatt1", Use.EMAIL_1),
        ("E-post 1", Use.EMAIL_1),
        ("E-post 2", Use.EMAIL_2),
        ("Mor", Use.GUARDIAN_1),
        ("Far sin e-post", Use.EMAIL_2),
        ("Namn på forelder 2", ""),
        ("Foresatt 1 fødselsnummer", ""),
        ("Mobil", ""),
        ("Allergiar", ""),
    ],
)
def test_a_heading_says_what_the_column_is(heading: str, use: str) -> None:
    assert use_of(heading) == use


@pytest.mark.parametrize(
    "born", ["3.5.2019", "03.05.19", "2019-05-03", "3. mai 2019", "030519", "2019-05-03 00:00:00"]
)
def test_birth_dates_are_read_as_norwegians_write_them(tmp_path: Path, born: str) -> None:
    (line,) = judged(tmp_path, [HEAD, ("Nora Testdal", born, "", "")])
    assert coming(line).member.birth_date == date(2019, 5, 3)


@pytest.mark.parametrize("born", ["3.5.", "31.2.2019", "3.5.2031", "ukjend", "43588"])
def test_what_is_no_birth_date_stops_the_row_at_its_cell(tmp_path: Path, born: str) -> None:
    (line,) = judged(tmp_path, [HEAD, ("Nora Testdal", born, "Mor Testdal", "")])
    assert line.stops
    assert line.fault_in(Use.BORN)
    assert not line.goes_in


def test_a_cell_put_right_takes_the_row_in(tmp_path: Path) -> None:
    lines = judged(tmp_path, [HEAD, ("Nora Testdal", "tull", "Mor Testdal", "")])
    (line,) = changed(lines, 0, Use.BORN, "29.2.2020", ListJudge(TODAY))
    assert line.goes_in
    assert coming(line).member.birth_date == date(2020, 2, 29)


def test_of_identity_numbers_only_the_birth_dates_are_kept(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Fødselsnummer", "Namn"))
    book.active.append(("038519 99093", "Ola Test"))
    book.active.append((3851999174, "Kari Test"))  # the zero in front is gone
    book.save(tmp_path / "a.xlsx")
    file = read_list(tmp_path / "a.xlsx", births_until=TODAY)
    number, mapping = propose(file, use_of)
    assert "99093" not in repr(file)
    assert "99174" not in repr(file)
    lines = read_lines(file.sheets[number], mapping, ListJudge(TODAY), Watch())
    assert [coming(one).member.birth_date for one in lines] == [date(2019, 5, 3)] * 2


def test_a_date_cell_of_a_workbook_is_a_day(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Elev", "Født"))
    book.active.append(("Nora Testdal", date(2019, 5, 3)))
    book.save(tmp_path / "a.xlsx")
    file = read_list(tmp_path / "a.xlsx", births_until=TODAY)
    lines = read_lines(file.sheets[0], propose(file, use_of)[1], ListJudge(TODAY), Watch())
    assert coming(lines[0]).member.birth_date == date(2019, 5, 3)


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (("Mor Testdal", "Far Testhaug"), ["Mor Testdal", "Far Testhaug"]),
        (("Mor Testdal; Far Testhaug", ""), ["Mor Testdal", "Far Testhaug"]),
        (("Mor og Far Testdal", ""), ["Mor Testdal", "Far Testdal"]),
        (("Testdal, Mor", ""), ["Mor Testdal"]),
        (("Mor Testdal", "mor testdal"), ["Mor Testdal"]),
    ],
)
def test_one_or_two_columns_of_guardians(
    tmp_path: Path, cells: tuple[str, str], names: list[str]
) -> None:
    (line,) = judged(tmp_path, [HEAD, ("Nora Testdal", "3.5.2019", *cells)])
    assert [one.name for one in coming(line).member.guardians] == names


def test_a_stepmother_is_not_taken_for_a_parent(tmp_path: Path) -> None:
    head = ("Namn", "Født", "Foresatt 1", "Foresatt 1 relasjon")
    lines = judged(tmp_path, [head, ("Nora Test", "3.5.2019", "Eva Test", "Stemor")])
    assert lines[0].fault_in(Use.RELATION_1)
    assert not lines[0].goes_in
    (line,) = changed(lines, 0, Use.RELATION_1, "verge", ListJudge(TODAY))
    assert coming(line).member.guardians[0].relation == "guardian"


@pytest.mark.parametrize(("text", "secret"), [("Kode 6", True), ("x", True), ("nei", False)])
def test_a_protected_address_is_noted_and_no_address_kept(
    tmp_path: Path, text: str, secret: bool
) -> None:
    head = ("Namn", "Født", "Mor", "Adresse mor", "Adressesperre")
    row = ("Nora Test", "3.5.2019", "Eva Test", "Løynvegen 1", text)
    (line,) = judged(tmp_path, [head, row])
    member = coming(line).member
    assert member.protected is secret
    assert bool(member.guardians[0].address) is not secret


def test_the_same_child_twice_is_left_out_the_second_time(tmp_path: Path) -> None:
    again = ("Testdal, Nora", "3.5.19", "", "")
    lines = judged(tmp_path, [HEAD, NORA, again])
    assert [one.goes_in for one in lines] == [True, False]


def test_a_namesake_born_on_another_day_is_another_child(tmp_path: Path) -> None:
    lines = judged(tmp_path, [HEAD, NORA, ("Nora Testdal", "4.5.2019", "Mor Test", "")])
    assert all(one.goes_in for one in lines)


def member(number: int, name: str, born: date | None, **more: object) -> Member:
    return replace(
        Member(name=name, birth_date=born),
        id=MemberId(number),
        group_id=GroupId(1),
        **more,  # type: ignore[arg-type]
    )


def test_a_new_list_says_who_is_new_changed_as_before_and_gone(tmp_path: Path) -> None:
    parents = (Guardian(name="Mor Testdal"), Guardian(name="Far Testdal"))
    there = (
        member(1, "Nora Testdal", date(2019, 5, 3), guardians=parents),
        member(2, "Bo Test", None),
        member(3, "Ada Test", date(2019, 1, 1)),
    )
    rows = [HEAD, NORA, ("Bo Test", "2.2.2019", "", ""), ("Ny Test", "3.3.2019", "", "")]
    lines = judged(tmp_path, rows, there)
    fates = [coming(one).fate for one in lines]
    assert fates == [Fate.SAME, Fate.CHANGED, Fate.NEW, Fate.GONE]
    assert coming(lines[3]).member.name == "Ada Test"


def test_a_child_who_got_a_middle_name_is_the_same(tmp_path: Path) -> None:
    there = (member(1, "Nora Testdal", date(2019, 5, 3)),)
    lines = judged(tmp_path, [HEAD, ("Nora Li Testdal", "3.5.2019", "", "")], there)
    assert [coming(one).fate for one in lines] == [Fate.CHANGED]


def test_of_a_list_with_several_classes_only_that_of_the_group_is_taken(tmp_path: Path) -> None:
    there = (member(1, "Bo Test", date(2019, 2, 2)),)
    head = (*HEAD, "Klasse")
    rows = [head, (*NORA, "2a"), ("Bo Test", "2.2.2019", "", "", "2B")]
    lines = judged(tmp_path, rows, there, "2A")
    assert [one.goes_in for one in lines[:2]] == [True, False]
    assert coming(lines[2]).fate is Fate.GONE  # has gone over to the other class
    assert all(one.goes_in for one in judged(tmp_path, rows, (), "Ulvane"))


def test_a_list_that_is_silent_takes_no_care_order_away(tmp_path: Path) -> None:
    there = (member(1, "Nora Testdal", date(2019, 5, 3), care_order=True, protected=True),)
    head = (*HEAD, "Omsorgsovertaking")
    lines = judged(tmp_path, [head, (*NORA, "")], there)
    assert coming(lines[0]).member.care_order
    assert coming(lines[0]).member.protected


def kept(vault: Vault, group_id: GroupId) -> list[str]:
    return [one.name for one in store.members(vault.db, group_id)]


def test_a_list_becomes_a_group_and_is_undone_at_once(officer: Vault, tmp_path: Path) -> None:
    lines = judged(tmp_path, [HEAD, NORA, ("Bo Test", "2.2.2019", "Mor Test", "")])
    change = take_in(officer, Group(name="1A"), lines, TODAY, Watch())
    group_id = GroupId(change.ids[0])
    assert kept(officer, group_id) == ["Bo Test", "Nora Testdal"]
    assert change.undo is not None
    change.undo.verb(officer)
    with pytest.raises(AppError):
        store.group(officer.db, group_id)


def test_who_is_not_in_the_new_list_has_left_and_comes_back_with_undo(
    officer: Vault, tmp_path: Path
) -> None:
    group_id = a_group(officer, 3)
    there = store.members(officer.db, group_id)
    lines = judged(tmp_path, [HEAD, NORA], there)
    change = take_in(officer, store.group(officer.db, group_id), lines, TODAY, Watch())
    assert kept(officer, group_id) == ["Nora Testdal"]
    assert change.undo is not None
    change.undo.verb(officer)
    assert store.members(officer.db, group_id, left=True) == there


def test_nothing_is_half_imported_when_it_is_stopped(officer: Vault, tmp_path: Path) -> None:
    watch = Watch()
    watch.stop()
    lines = judged(tmp_path, [HEAD, NORA])
    with pytest.raises(AppError):
        take_in(officer, Group(name="1A"), lines, TODAY, watch)
    assert store.groups(officer.db, officer.actor) == ()


def test_a_group_that_was_changed_meanwhile_is_judged_anew(officer: Vault, tmp_path: Path) -> None:
    group_id = a_group(officer, 1)
    there = store.members(officer.db, group_id)
    stale = (replace(there[0], note="anna"),)
    lines = judged(tmp_path, [HEAD, NORA], stale)
    with pytest.raises(RefusedError):
        take_in(officer, store.group(officer.db, group_id), lines, TODAY, Watch())


def test_a_name_twice_with_almost_the_same_birth_date_is_pointed_at(tmp_path: Path) -> None:
    rows = (HEAD, NORA, ("Nora Testdal", "05.03.2019", "Mor Testdal", "Far Testdal"))
    _first, second = judged(tmp_path, rows)
    assert second.goes_in
    assert second.faults


def test_a_number_in_a_name_is_cut_or_stops_the_row(tmp_path: Path) -> None:
    rows = (HEAD, ("01017012345 Jon", *NORA[1:]), ("99999912345 Nora", *NORA[1:]))
    first_row, second = judged(tmp_path, rows)
    assert coming(first_row).member.name == "Jon"
    assert second.stops

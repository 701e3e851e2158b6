"""Consents from a spreadsheet: each row is judged like an answer that is registered by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from consents.filling import a_group, approve, given
from gdpr_desktop.consents.codes import Reason, Relation
from gdpr_desktop.consents.exchange.columns import PURPOSE, Columns, Use
from gdpr_desktop.consents.exchange.judge import ConsentJudge, Fate, coming
from gdpr_desktop.consents.exchange.service import gather, import_consents
from gdpr_desktop.consents.exchange.store import members as members_by_key
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.service import members
from gdpr_desktop.consents.groups.service.base import own
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId, MemberId, UserId
from gdpr_desktop.core.roles import Role
from gdpr_desktop.tables.lists import read_list
from gdpr_desktop.tables.mapping import propose
from gdpr_desktop.tables.preview import Line, Watch, changed, read_lines
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.reading import rows

TODAY = date(2026, 11, 20)
HEAD = ("Navn", "Født", "Gitt dato", "Gitt av", "p1", "p2", "p3")
MOR = ("Nora Testdal", "3.5.2022", "10.9.2026", "Mor Testdal", "ja", "ja", "nei")
FAR = ("Nora Testdal", "3.5.2022", "11.9.2026", "Far Testdal", "ja", "ja", "nei")


@pytest.fixture
def form(officer: Vault, form_id: CaseId) -> Form:
    """The approved kindergarten form."""
    return forms.form(officer.db, form_id)


def judged(
    tmp_path: Path, form: Form, cells: Iterable[Sequence[str]], vault: Vault | None = None
) -> tuple[Line, ...]:
    """The lines of a file with these rows below ``HEAD`` unless the first is a heading itself."""
    listed = list(cells)
    listed = listed if "Navn" in listed[0] else [HEAD, *listed]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(";".join(row) for row in listed), encoding="utf-8")
    file, judge = read_list(path, births_until=TODAY), ConsentJudge(form, TODAY)
    number, mapping = propose(file, Columns(form).use_of)
    lines = read_lines(file.sheets[number], mapping, judge, Watch())
    if vault is not None:
        reading = gather(vault, form.case.id, lines)
        try:
            while True:
                next(reading)
        except StopIteration as end:
            judge.meet(end.value)
        lines = judge.together(lines)
    return lines


def made(line: Line) -> Consent:
    found = coming(line).consent
    assert found is not None
    return found


def reasons(line: Line, form: Form) -> tuple[Reason, ...]:
    return validity(made(line), form, TODAY).reasons


@pytest.mark.parametrize(
    ("heading", "use"),
    [
        ("Barnets navn", Use.NAME),
        ("Gitt av", Use.GIVER),
        ("Gyldig til", Use.VALID_UNTIL),
        ("Arkivnr.", Use.ARCHIVE),
        ("Vise bilder på hjemmesiden", f"{PURPOSE}p2"),
        ("Vise bileta på heimesida", f"{PURPOSE}p2"),
        ("P3", f"{PURPOSE}p3"),
        ("Bilete", ""),
        ("Ta bilete", f"{PURPOSE}p1"),
        ("Nettside", f"{PURPOSE}p2"),
        ("Allergi", ""),
    ],
)
def test_a_heading_says_what_the_column_is(form: Form, heading: str, use: str) -> None:
    assert Columns(form).use_of(heading) == use


def test_the_answers_of_both_parents_make_one_valid_consent(tmp_path: Path, form: Form) -> None:
    first, second = judged(tmp_path, form, [MOR, FAR])
    assert made(first) == made(second)
    assert validity(made(first), form, TODAY).purposes == ("p1", "p2")
    assert coming(first).valid


def test_one_parent_alone_is_listed_as_not_valid(tmp_path: Path, form: Form) -> None:
    (line,) = judged(tmp_path, form, [MOR])
    assert line.goes_in
    assert not coming(line).valid
    assert Reason.MISSING_GIVER in reasons(line, form)


def test_a_consent_from_before_its_form_is_listed_as_such(tmp_path: Path, form: Form) -> None:
    (line,) = judged(tmp_path, form, [(*MOR[:2], "31.8.2026", *MOR[3:])])
    assert line.needs_a_look
    assert Reason.BEFORE_VERSION in reasons(line, form)


def test_an_undated_one_is_taken_in_and_not_valid(tmp_path: Path, form: Form) -> None:
    (line,) = judged(tmp_path, form, [(*MOR[:2], "", *MOR[3:])])
    assert line.goes_in
    assert Reason.UNDATED in reasons(line, form)


def test_two_givers_in_a_cell_are_two_answers(tmp_path: Path, form: Form) -> None:
    (line,) = judged(tmp_path, form, [(*MOR[:3], "Mor og Far Testdal", *MOR[4:])])
    assert [one.relation for one in made(line).statements] == [Relation.PARENT] * 2
    assert coming(line).valid


def test_a_small_child_does_not_answer_alone(tmp_path: Path, form: Form) -> None:
    (line,) = judged(tmp_path, form, [(*MOR[:3], "", *MOR[4:])])
    assert line.fault_in(Use.GIVER)
    assert not coming(line).valid


@pytest.mark.parametrize(
    ("column", "text", "use"),
    [
        (1, "32.1.2022", Use.BORN),
        (2, "10.9.2027", Use.GIVEN_ON),
        (2, "29.2.2026", Use.GIVEN_ON),
        (4, "kanskje", f"{PURPOSE}p1"),
        (0, "Nora Testd\ufffdl", Use.NAME),
    ],
)
def test_a_bad_cell_stops_the_row_until_it_is_put_right(
    tmp_path: Path, form: Form, column: int, text: str, use: str
) -> None:
    row = (*MOR[:column], text, *MOR[column + 1 :])
    lines = judged(tmp_path, form, [row, FAR])
    assert lines[0].fault_in(use)
    assert not lines[0].goes_in
    assert not coming(lines[1]).valid  # the father alone
    again = changed(lines, 0, use, MOR[column], ConsentJudge(form, TODAY))
    assert all(one.goes_in and coming(one).valid for one in again)


def test_what_is_left_open_is_no_yes(tmp_path: Path, form: Form) -> None:
    lines = judged(tmp_path, form, [(*MOR[:4], "ja", "", ""), (*FAR[:4], "ja", "ja", "")])
    assert validity(made(lines[0]), form, TODAY).purposes == ("p1",)


def test_the_same_answer_twice_counts_once(tmp_path: Path, form: Form) -> None:
    lines = judged(tmp_path, form, [MOR, MOR])
    assert [one.goes_in for one in lines] == [True, False]
    assert len(made(lines[0]).statements) == 1


def test_two_without_birth_date_are_not_made_one(tmp_path: Path, form: Form) -> None:
    lines = judged(tmp_path, form, [(MOR[0], "", *MOR[2:]), (FAR[0], "", *FAR[2:])])
    assert not lines[1].goes_in
    assert not any(coming(one).valid for one in lines)


def test_a_list_cannot_make_a_consent_last_longer_than_its_form(tmp_path: Path, form: Form) -> None:
    head = (*HEAD, "Gyldig til")
    lines = judged(tmp_path, form, [head, (*MOR, "1.1.2035"), (*FAR, "1.1.2035")])
    assert made(lines[0]).valid_until == date(2027, 7, 31)
    lines = judged(tmp_path, form, [head, (*MOR, "1.10.2026"), (*FAR, "")])
    assert made(lines[0]).valid_until == date(2026, 10, 1)
    assert Reason.EXPIRED in reasons(lines[0], form)


def test_the_version_in_use_on_the_day_is_taken(
    tmp_path: Path, officer: Vault, form_id: CaseId
) -> None:
    approve(officer, form_id, date(2026, 10, 1))
    both = forms.form(officer.db, form_id)
    lines = judged(tmp_path, both, [MOR, (*FAR[:2], "2.10.2026", *FAR[3:])])
    assert [made(one).version for one in lines] == [1, 2]


@pytest.mark.parametrize("version", ["3", "ny"])
def test_an_unknown_version_stops_the_row(tmp_path: Path, form: Form, version: str) -> None:
    (line,) = judged(tmp_path, form, [(*HEAD, "Versjon"), (*MOR, version)])
    assert line.fault_in(Use.VERSION)
    assert line.stops


def test_a_row_about_another_form_is_stopped(tmp_path: Path, form: Form) -> None:
    head = (*HEAD, "Skjema")
    lines = judged(tmp_path, form, [head, (*MOR, "Nyhetsbrev"), (*FAR, "Bilder i barnehagen")])
    assert [one.stops for one in lines] == [True, False]


def count(vault: Vault) -> int:
    return int(next(rows(vault.db, "SELECT count(*) AS n FROM consent"))["n"])


def test_consents_are_taken_in_and_taken_back_at_once(
    tmp_path: Path, officer: Vault, form: Form
) -> None:
    member = a_group(officer, 1)
    ada = ("Ada Testhaug", "1.1.2022", "10.9.2026", "Mor og Far Testhaug", "ja", "nei", "nei")
    lines = judged(tmp_path, form, [MOR, FAR, ada], officer)
    change = import_consents(officer, form.case.id, lines, Watch())
    assert count(officer) == 2
    (linked,) = store.of_members(officer.db, [MemberId(1)], form.case.id)
    assert linked.group_id == member
    assert linked.statements[0].noted_by
    assert change.undo is not None
    change.undo.verb(officer)
    assert count(officer) == 0


def test_what_the_group_knows_of_the_parents_counts(
    tmp_path: Path, officer: Vault, form: Form
) -> None:
    one = groups.members(officer.db, a_group(officer, 1))[0]
    members.change_member(officer, replace(one, parents=1, protected=True))
    row = ("Ada Testhaug", "1.1.2022", "10.9.2026", "Mor Testhaug", "ja", "nei", "nei")
    (line,) = judged(tmp_path, form, [row], officer)
    assert coming(line).valid
    assert made(line).subject.protected


def test_what_is_registered_already_is_left_out_and_an_answer_more_is_added(
    tmp_path: Path, officer: Vault, form: Form
) -> None:
    first = judged(tmp_path, form, [MOR], officer)
    import_consents(officer, form.case.id, first, Watch())
    lines = judged(tmp_path, form, [MOR, FAR], officer)
    assert [coming(one).fate for one in lines if one.goes_in] == [Fate.MORE]
    change = import_consents(officer, form.case.id, [one for one in lines if one.goes_in], Watch())
    kept = store.of_person_on(officer.db, form.case.id, store.match(made(lines[0]).subject))
    assert [len(one.statements) for one in kept] == [2]
    assert change.undo is not None
    change.undo.verb(officer)
    kept = store.of_person_on(officer.db, form.case.id, store.match(made(lines[0]).subject))
    assert [len(one.statements) for one in kept] == [1]


def test_nothing_is_kept_when_it_is_stopped(tmp_path: Path, officer: Vault, form: Form) -> None:
    watch = Watch()
    watch.stop()
    with pytest.raises(AppError):
        import_consents(officer, form.case.id, judged(tmp_path, form, [MOR]), watch)
    assert count(officer) == 0


def test_one_registered_meanwhile_is_not_overwritten(
    tmp_path: Path, officer: Vault, form: Form
) -> None:
    lines = judged(tmp_path, form, [MOR], officer)
    given(officer, form.case.id, "Nora Testdal", date(2022, 5, 3))
    with pytest.raises(RefusedError):
        import_consents(officer, form.case.id, lines, Watch())


def test_only_groups_that_the_actor_may_see_are_looked_in(officer: Vault) -> None:
    """A caseworker's list does not say who stands in the lists of others."""
    group_id = a_group(officer, 1)
    (one,) = groups.members(officer.db, group_id)
    key = groups.match(one)
    worker = replace(officer.actor, user_id=UserId(99), role=Role.CASEWORKER)
    assert members_by_key(officer.db, [key], officer.actor)[key].id == one.id
    assert members_by_key(officer.db, [key], worker) == {}
    archivist = replace(officer.actor, user_id=UserId(98), role=Role.ARCHIVIST)
    assert own(officer.db, group_id, archivist)
    assert set(members_by_key(officer.db, [key], archivist)) == {key}

"""Forms and lists of a group: one for each, or one long file; nobody reads of another."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from consents.filling import a_group, both, given
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import store as exports
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.documents import many
from gdpr_desktop.consents.forms.documents.lists import class_list, return_list
from gdpr_desktop.consents.forms.documents.service import sheet_of
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Guardian, Member
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId, GroupId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.correspondence.many_files import Shape, Watch, Written
from gdpr_desktop.vault import Vault

NN = Language.NYNORSK


@pytest.fixture
def group(officer: Vault) -> GroupId:
    """Three children; the parents of the last live apart."""
    made = a_group(officer, 3)
    last = groups.members(officer.db, made)[-1]
    mother, father = last.guardians
    apart = (mother, replace(father, address="Annanvegen 2"))
    change(officer, replace(last, guardians=apart))
    return made


def change(vault: Vault, member: Member) -> None:
    with vault.begin(Deed.WORK_ON_CASE) as work:
        work.require(Deed.WORK_ON_CASE, assigned=True)
        groups.update_member(work.db, member)


def exported(
    vault: Vault, form_id: CaseId, group: GroupId, shape: Shape, path: Path, *, index: bool = False
) -> Change:
    batch = many.batch_of(vault, form_id, group, NN)
    started = many.begin(vault, form_id, batch, shape, path)
    written = many.write(started, Watch(), index=index)
    assert isinstance(written, Written)
    return many.finish(vault, form_id, started, written)


def texts(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_one_form_for_each_and_one_to_each_home(
    officer: Vault, form_id: CaseId, group: GroupId, tmp_path: Path
) -> None:
    folder = tmp_path / "Skjema"
    exported(officer, form_id, group, Shape.FOLDER, folder, index=True)
    names = sorted(one.name for one in folder.iterdir())
    assert names == [*(f"000{n}.docx" for n in range(1, 5)), "Skjema.sha256", "index.xlsx"]
    assert set(re.findall(r"(Ada|Bo|Dina) Test", texts(folder / "0001.docx"))) == {"Ada"}
    third, fourth = texts(folder / "0003.docx"), texts(folder / "0004.docx")
    assert "Til Mor Testhaug." in third
    assert "Underskrift, Far" not in third
    assert "Til Far Testhaug." in fourth
    assert "Annanvegen" not in fourth
    rows = [row[1:3] for row in load_workbook(folder / "index.xlsx").active.values][1:]
    assert rows[2:] == [("Dina Testhaug", "Mor Testhaug"), ("Dina Testhaug", "Far Testhaug")]
    latest = store.form(officer.db, form_id).latest
    assert latest is not None
    assert latest.used_on == officer.clock.today()
    (letter,) = cases.letters(officer.db, form_id)
    assert letter.template == "consent_form"
    assert cases.timeline(officer.db, form_id)[0].detail["count"] == "4"
    assert not exports.begun(officer.db)


def test_one_long_file_has_every_form_with_its_slip_and_the_same_footer(
    officer: Vault, form_id: CaseId, group: GroupId, tmp_path: Path
) -> None:
    path = tmp_path / "lang.docx"
    exported(officer, form_id, group, Shape.LONG, path)
    document = Document(str(path))
    assert len(document.sections) == 4
    assert texts(path).count("Vedlegg 1: Eg trekkjer samtykket mitt") == 4
    number = store.form(officer.db, form_id).case.number
    assert number in document.sections[0].footer._element.xml


def test_stopped_or_failed_nothing_is_left(
    officer: Vault, form_id: CaseId, group: GroupId, tmp_path: Path
) -> None:
    batch = many.batch_of(officer, form_id, group, NN)
    started = many.begin(officer, form_id, batch, Shape.LONG, tmp_path / "lang.docx")
    watch = Watch()
    watch.stop()
    assert many.write(started, watch) is None
    many.give_up(officer, started)
    assert list(tmp_path.glob("*.docx")) == []
    assert cases.letters(officer.db, form_id) == ()


def test_an_empty_group_has_no_forms(officer: Vault, form_id: CaseId, tmp_path: Path) -> None:
    empty = a_group(officer, 0)
    assert empty not in {one.id for one in many.groups_to_print(officer, form_id)}
    batch = many.batch_of(officer, form_id, empty, NN)
    with pytest.raises(AppError):
        many.begin(officer, form_id, batch, Shape.LONG, tmp_path / "lang.docx")


def test_the_return_list_has_a_line_to_each_form_and_no_answers(
    officer: Vault, form_id: CaseId, group: GroupId
) -> None:
    text = return_list(officer, sheet_of(officer, form_id, NN), group).text()
    assert "Dina Testhaug, til Far Testhaug" in text
    assert text.count("☐") == 2 * 4
    assert "Ja" not in re.findall(r"\w+", text)


def _answers(vault: Vault, form_id: CaseId, group: GroupId) -> dict[str, list[str]]:
    found = store.form(vault.db, form_id)
    made = class_list(vault, sheet_of(vault, form_id, NN), found, group).text()
    lines = made.split("\n")
    names = [one.name for one in groups.members(vault.db, group)]
    return {name: lines[(at := lines.index(name)) + 1 : at + 4] for name in names}


def test_the_class_list_says_yes_only_where_it_is_allowed_today(
    officer: Vault, form_id: CaseId, group: GroupId
) -> None:
    ada, bo, dina = groups.members(officer.db, group)
    told = {"group_id": group, "version": 1}
    statements = both(("p1",), ("p2",))
    given(
        officer, form_id, ada.name, ada.birth_date, statements=statements, member_id=ada.id, **told
    )
    given(officer, form_id, bo.name, bo.birth_date, statements=both()[:1], member_id=bo.id, **told)
    assert _answers(officer, form_id, group) == {
        ada.name: ["Ja", "Nei", "–"],
        bo.name: ["–", "–", "–"],  # only one of two parents has answered
        dina.name: ["–", "–", "–"],
    }


def test_the_newest_answer_counts_and_an_older_yes_does_not_stand_behind_it(
    officer: Vault, form_id: CaseId, group: GroupId
) -> None:
    ada = groups.members(officer.db, group)[0]
    more = {"group_id": group, "member_id": ada.id}
    given(officer, form_id, ada.name, ada.birth_date, **more)
    given(officer, form_id, ada.name, ada.birth_date, statements=both((), ("p1", "p2")))
    assert _answers(officer, form_id, group)[ada.name] == ["Nei", "Nei", "–"]


def test_an_older_yes_registered_after_a_newer_no_is_no_yes_on_the_class_list(
    officer: Vault, form_id: CaseId, group: GroupId
) -> None:
    ada = groups.members(officer.db, group)[0]
    late = both((), ("p1", "p2", "p3"), on=date(2026, 10, 5))
    given(officer, form_id, ada.name, ada.birth_date, statements=late, member_id=ada.id)
    given(officer, form_id, ada.name, ada.birth_date, member_id=ada.id)
    assert _answers(officer, form_id, group)[ada.name] == ["Nei", "Nei", "Nei"]


def test_who_has_a_protected_address_is_no_more_than_a_no_on_the_list(
    officer: Vault, form_id: CaseId, group: GroupId
) -> None:
    ada = groups.members(officer.db, group)[0]
    change(officer, replace(ada, protected=True, guardians=(Guardian(name="Mor Testhaug"),)))
    given(officer, form_id, ada.name, ada.birth_date, member_id=ada.id, group_id=group)
    assert _answers(officer, form_id, group)[ada.name] == ["Nei", "Nei", "Nei"]

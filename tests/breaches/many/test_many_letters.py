"""Letters to many: each reads of nobody else, and the case knows them as one export."""

import errno
import hashlib
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from breaches.conftest import PASSWORD
from breaches.filling import decided
from gdpr_desktop.breaches import feature, store
from gdpr_desktop.breaches.many import letters, service, writing
from gdpr_desktop.breaches.many.letters import Batch, Reader, reader_of
from gdpr_desktop.breaches.many.model import Addressee
from gdpr_desktop.breaches.many.writing import Shape, Watch, Written
from gdpr_desktop.breaches.timeline_words import timeline_text
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import clear_up, take_place
from gdpr_desktop.casework.exports import store as exports
from gdpr_desktop.casework.person_search import clues_in, start
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Role
from gdpr_desktop.correspondence import many_files
from gdpr_desktop.vault import Vault, people

CHANGES = {"measures_done": "Vi har henta breva tilbake."}
TODAY = date(2026, 11, 20)


def person(number: int, **changes: object) -> Addressee:
    one = Addressee(
        row=number,
        name=f"Person {number}",
        address=PostalAddress(street=f"Vegen {number}", postal_code="6100", city="Fjellvik"),
    )
    return replace(one, **changes)


PEOPLE = (
    person(1),
    person(2, born=date(2010, 1, 1), language=Language.BOKMAL),
    person(3, born=date(2020, 1, 1)),
)


@pytest.fixture
def batch(officer: Vault, breach: CaseId) -> Batch:
    decided(officer, breach)
    return service.batch_of(officer, breach, PEOPLE, CHANGES)


def exported(
    vault: Vault, case_id: CaseId, batch: Batch, shape: Shape, path: Path, **more: bool
) -> Change:
    started = service.begin(vault, case_id, batch, shape, path)
    written = writing.write(
        batch, shape, started.export.temporary, Watch(), listed=started.listed, index=True
    )
    assert isinstance(written, Written)
    return service.finish(vault, case_id, started, written, **more)


def texts(path: Path) -> str:
    return "\n".join(one.text for one in Document(str(path)).paragraphs)


@pytest.mark.parametrize(
    ("born", "reader"),
    [
        (None, Reader.SELF),
        (date(2008, 11, 20), Reader.SELF),
        (date(2008, 11, 21), Reader.CHILD),
        (date(2013, 11, 20), Reader.CHILD),
        (date(2013, 11, 21), Reader.PARENTS),
    ],
)
def test_the_age_decides_who_reads_the_letter(born: date | None, reader: Reader) -> None:
    assert reader_of(person(1, born=born), TODAY) is reader


def test_each_letter_is_for_one_and_names_no_other(batch: Batch) -> None:
    found = [one.text() for one in letters.letters(batch)]
    for number, text in enumerate(found, 1):
        assert set(re.findall(r"Person \d", text)) == {f"Person {number}"}
        assert set(re.findall(r"Vegen \d", text)) == {f"Vegen {number}"}
    assert "Brevet handlar om Person 3" in found[2]
    made = [(one.template, one.language.value) for one in letters.letters(batch)]
    assert made == [
        ("breach_affected", "nn"),
        ("breach_affected_child", "nb"),
        ("breach_affected", "nn"),
    ]


def test_a_folder_has_numbers_for_names_and_is_one_entry(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    folder = tmp_path / "ut" / "Brev"
    folder.parent.mkdir()
    exported(officer, breach, batch, Shape.FOLDER, folder)
    names = sorted(one.name for one in folder.iterdir())
    assert names == ["0001.docx", "0002.docx", "0003.docx", "Brev.sha256", "index.xlsx"]
    assert list(folder.parent.iterdir()) == [folder]
    assert "Person 2" in texts(folder / "0002.docx")
    rows = load_workbook(folder / "index.xlsx").active.values
    assert [row[1] for row in rows][1:] == ["Person 1", "Person 2", "Person 3"]
    (letter,) = cases.letters(officer.db, breach)
    listed = folder / "Brev.sha256"
    assert letter.sha256 == hashlib.sha256(listed.read_bytes()).hexdigest()
    assert b"Person" not in listed.read_bytes()
    entry = cases.timeline(officer.db, breach)[0]
    assert (entry.code, entry.detail["count"]) == ("letter_exported", "3")
    assert "3" in timeline_text(entry)
    assert not exports.begun(officer.db)


def test_a_long_file_is_one_letter_with_its_own_digest(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    path = tmp_path / "lang.docx"
    path.write_bytes(b"fr\xc3\xa5 f\xc3\xb8r")
    exported(officer, breach, batch, Shape.LONG, path)
    assert texts(path).count("Person 1\n") == 1
    (letter,) = cases.letters(officer.db, breach)
    assert letter.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["lang.docx"]


def test_local_copies_of_many_are_deleted_as_those_of_one(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    folder = tmp_path / "Brev"
    exported(officer, breach, batch, Shape.FOLDER, folder)
    (letter,) = cases.letters(officer.db, breach)
    (folder / "0001.docx").write_bytes(b"endra")
    with pytest.raises(RefusedError):
        casework.delete_local_copy(officer, breach, letter)
    assert len(list(folder.iterdir())) == 5
    (folder / "0001.docx").unlink()
    listed = Path(letter.path)
    kept = listed.rename(tmp_path / "flytta.sha256")
    with pytest.raises(RefusedError):  # the letters are there still
        casework.delete_local_copy(officer, breach, letter)
    kept.rename(listed)
    casework.delete_local_copy(officer, breach, letter)
    assert not folder.exists()
    assert cases.letters(officer.db, breach)[0].local_copy_deleted_at is not None


@pytest.mark.parametrize("shape", Shape)
def test_what_is_stopped_leaves_nothing(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path, shape: Shape
) -> None:
    place, watch = tmp_path / "ut", Watch()
    place.mkdir()
    started = service.begin(officer, breach, batch, shape, place / "brev.docx")
    watch.stop()
    assert writing.write(batch, shape, started.export.temporary, watch, listed="x") is None
    service.give_up(officer, started)
    assert not list(place.iterdir())
    assert not exports.begun(officer.db)
    assert not cases.letters(officer.db, breach)


@pytest.mark.parametrize("shape", Shape)
def test_a_full_disk_leaves_nothing_and_says_so(
    officer: Vault,
    breach: CaseId,
    batch: Batch,
    tmp_path: Path,
    shape: Shape,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = tmp_path / "ut"
    place.mkdir()
    started = service.begin(officer, breach, batch, shape, place / "brev.docx")
    monkeypatch.setattr(many_files.os, "fsync", full)
    with pytest.raises(AppError) as caught:
        writing.write(batch, shape, started.export.temporary, Watch(), listed="x")
    assert caught.value.hint
    assert not list(place.iterdir())
    service.give_up(officer, started)
    assert not exports.begun(officer.db)


@pytest.mark.parametrize("moved", [False, True])
def test_a_folder_that_a_crash_cut_short_is_taken_away_at_the_next_unlock(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path, moved: bool
) -> None:
    place = tmp_path / "ut"
    place.mkdir()
    started = service.begin(officer, breach, batch, Shape.FOLDER, place / "Brev")
    writing.write(batch, Shape.FOLDER, started.export.temporary, Watch(), listed=started.listed)
    if moved:
        take_place(started.export)
    assert list(place.iterdir())
    assert clear_up(officer)
    assert not list(place.iterdir())
    assert not exports.begun(officer.db)


def test_a_folder_never_takes_the_place_of_anything(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    (tmp_path / "Brev").mkdir()
    with pytest.raises(AppError):
        service.begin(officer, breach, batch, Shape.FOLDER, tmp_path / "Brev")


def test_the_address_list_is_kept_only_when_asked_for_and_goes_with_the_case(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    exported(officer, breach, batch, Shape.LONG, tmp_path / "ein.docx")
    assert not service.kept_people(officer, breach)
    exported(officer, breach, batch, Shape.LONG, tmp_path / "to.docx", keep=True)
    assert service.kept_people(officer, breach) == PEOPLE
    assert "breach_addresses_kept" in [one.code for one in cases.timeline(officer.db, breach)]
    assert store.breach(officer.db, breach).addresses_kept == 3
    casework.close(officer, breach, "done")
    assert not service.kept_people(officer, breach)


def test_nobody_is_written_to_before_it_is_decided(officer: Vault, breach: CaseId) -> None:
    with pytest.raises(RefusedError):
        service.batch_of(officer, breach, PEOPLE, CHANGES)


def test_whoever_has_the_case_finds_people_in_its_address_list(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    exported(officer, breach, batch, Shape.FOLDER, tmp_path / "brev", keep=True)
    people.add_user(officer, "Annan", Role.CASEWORKER, PASSWORD)
    user = next(one for one in people.users(officer) if one.name == "Annan")
    casework.assign(officer, breach, caseworker="Annan", user_id=user.id)
    path, clock = officer.path, officer.clock
    officer.close()
    other = Vault.open(path, "Annan", PASSWORD, clock=clock)
    feature.subscribe(other)
    search = start(other, clues_in("Person", clock.today()))
    list(search.slices())
    found = {hit.text for hit in search.findings.hits if "Person" in hit.text}
    other.close()
    assert found


@pytest.mark.parametrize("moved", [False, True])
def test_what_somebody_has_put_in_a_folder_cut_short_is_left_and_told(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path, moved: bool
) -> None:
    place = tmp_path / "ut"
    place.mkdir()
    started = service.begin(officer, breach, batch, Shape.FOLDER, place / "Brev")
    writing.write(batch, Shape.FOLDER, started.export.temporary, Watch(), listed=started.listed)
    if moved:
        take_place(started.export)
    (folder,) = place.iterdir()
    (folder / "notat.docx").write_bytes(b"andre sitt")
    left = {"notat.docx"}
    if moved:
        (folder / "0002.docx").write_bytes(b"endra")
        left.add("0002.docx")
    told = clear_up(officer)
    assert {one.name for one in folder.iterdir()} == left
    assert any(folder.name in one for one in told[1:])
    assert not exports.begun(officer.db)
    assert not clear_up(officer)


def test_a_file_of_another_name_than_the_list_gives_is_never_taken(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path
) -> None:
    started = service.begin(officer, breach, batch, Shape.FOLDER, tmp_path / "Brev")
    writing.write(batch, Shape.FOLDER, started.export.temporary, Watch(), listed=started.listed)
    take_place(started.export)
    (tmp_path / "Brev" / "Brev.sha256").unlink()  # without it nobody knows whose letters these are
    assert len(clear_up(officer)) == 2
    assert len(list((tmp_path / "Brev").iterdir())) == 3


def test_a_kill_before_anything_is_made_leaves_no_row_and_no_file(
    officer: Vault, breach: CaseId, batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    place = tmp_path / "ut"
    place.mkdir()
    with monkeypatch.context() as patch:
        patch.setattr(exports, "set_file_id", killed)
        patch.setattr("gdpr_desktop.casework.exports.service.settle", killed)
        with pytest.raises(KeyboardInterrupt):
            service.begin(officer, breach, batch, Shape.LONG, place / "brev.docx")
    assert list(place.iterdir())
    assert clear_up(officer)
    assert not list(place.iterdir())
    assert not exports.begun(officer.db)


@pytest.mark.parametrize("good", [0, 1])
def test_a_letter_that_fails_midway_lets_go_of_the_file_and_says_itself_why(
    batch: Batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, good: int
) -> None:
    def failing(_batch: Batch):
        yield from list(letters.letters(batch))[:good]
        raise KeyError("a letter")

    def no_core(_letter: object) -> bytes:
        raise KeyError("a letter")

    if good:
        monkeypatch.setattr(writing, "letters", failing)
    else:
        monkeypatch.setattr("gdpr_desktop.letters.long_file.core_properties", no_core)
    with pytest.raises(KeyError, match="a letter"):
        writing.write(batch, Shape.LONG, tmp_path / "lang.docx", Watch())
    assert not (tmp_path / "lang.docx").exists()

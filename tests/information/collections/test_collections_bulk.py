"""One letter to each of a group: whole, in one file, known to the case or not there at all."""

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import pytest
from docx import Document

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.exports import clear_up
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.information.collections import service
from gdpr_desktop.information.collections.service import bulk
from gdpr_desktop.information.collections.service.letters import (
    export_letter,
)

from .conftest import order_for


def test_one_letter_to_each_of_a_group_in_one_file(vault, desk, tmp_path):
    case_id = desk.group(3)
    order = order_for(desk, case_id, sent_on=desk.today)
    path = tmp_path / "alle.zip"
    written = bulk.write(bulk.prepare(vault, case_id, order, path))
    bulk.record(vault, case_id, order, written)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        texts = [
            "\n".join(one.text for one in Document(io.BytesIO(archive.read(name))).paragraphs)
            for name in names
        ]
    assert [f"Ola Nr {n}" in text for n, text in enumerate(texts, 1)] == [True] * 3
    assert not any("Ola" in name for name in names)
    letter = cases.letters(vault.db, case_id)[0]
    assert (letter.file_name, letter.sha256) == ("alle.zip", written.sha256)
    entry = next(e for e in cases.timeline(vault.db, case_id) if e.code == "letter_exported")
    assert entry.detail["count"] == "3"
    assert all(sha in entry.detail["letters"] for _name, sha in written.letters)
    assert desk.read(case_id).told.told_on == desk.today
    assert [one for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []


def test_letters_that_cannot_be_recorded_leave_the_file_from_before(vault, desk, tmp_path):
    case_id = desk.group(2)
    order = order_for(desk, case_id, sent_on=desk.today)
    path = tmp_path / "alle.zip"
    path.write_bytes(b"other letters")
    written = bulk.write(bulk.prepare(vault, case_id, order, path))
    too_early = replace(order, sent_on=desk.today - timedelta(days=400))
    with pytest.raises(AppError):
        bulk.record(vault, case_id, too_early, written)
    assert path.read_bytes() == b"other letters"


def _killed(*_arguments: object) -> None:
    raise KeyboardInterrupt


def test_letters_cut_short_before_the_case_knew_are_taken_away_at_the_next_unlock(
    vault, desk, tmp_path
):
    case_id = desk.group(2)
    order = order_for(desk, case_id, sent_on=desk.today)
    path = tmp_path / "alle.zip"
    path.write_bytes(b"other letters")
    before = {one.name for one in tmp_path.iterdir()}
    written = bulk.write(bulk.prepare(vault, case_id, order, path))
    with pytest.MonkeyPatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("gdpr_desktop.casework.exports.service.settle", lambda *_all: None)
        patch.setattr(bulk, "mark_recorded", _killed)
        bulk.record(vault, case_id, order, written)
    assert path.read_bytes() == written.data
    (told,) = clear_up(vault)
    assert "alle.zip" in told
    assert path.read_bytes() == b"other letters"
    assert {one.name for one in tmp_path.iterdir()} == before
    assert cases.letters(vault.db, case_id) == ()
    assert desk.read(case_id).told is None


def _refused(*_arguments: object, **_named: object) -> None:
    raise RefusedError("no")


def test_a_letter_that_the_record_cannot_note_is_not_saved(vault, desk, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "gdpr_desktop.information.collections.service.letters.record_document", _refused
    )
    one, many = desk.register(), desk.group(2)
    with pytest.raises(RefusedError):
        export_letter(vault, one, order_for(desk, one), tmp_path / "brev.docx")
    order = order_for(desk, many)
    written = bulk.write(bulk.prepare(vault, many, order, tmp_path / "alle.zip"))
    with pytest.raises(RefusedError):
        bulk.record(vault, many, order, written)
    assert cases.letters(vault.db, one) == cases.letters(vault.db, many) == ()
    assert [path for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_group_without_an_address_is_named_and_nothing_is_written(vault, desk, tmp_path):
    case_id = desk.group(2)
    intake = desk.read(case_id).intake
    first, second = intake.recipients
    homeless = replace(second, address=PostalAddress())
    service.change_collection(vault, case_id, replace(intake, recipients=(first, homeless)))
    with pytest.raises(AppError) as error:
        bulk.prepare(vault, case_id, order_for(desk, case_id), tmp_path / "alle.zip")
    assert "2" in error.value.text


def test_letters_that_were_cancelled_leave_nothing_behind(vault, desk, tmp_path):
    case_id = desk.group(3)
    batch = bulk.prepare(vault, case_id, order_for(desk, case_id), tmp_path / "alle.zip")
    batch.stop.set()
    with pytest.raises(AppError):
        bulk.write(batch)
    assert not batch.path.exists()
    assert [one for one in tmp_path.iterdir() if one.is_file()] == []

"""Files of letters on this machine: unstructured personal data that should not stay."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from casework.conftest import register
from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId


def codes(vault, case_id) -> list[str]:
    return [entry.code for entry in store.timeline(vault.db, case_id)]


@pytest.fixture
def case_id(desk) -> CaseId:
    return register(desk)


def exported(vault, case_id, path: Path):
    path.write_bytes(b"brev")
    sha256 = hashlib.sha256(b"brev").hexdigest()
    casework.record_letter(
        vault, case_id, template="access_receipt", language="nn", path=path, sha256=sha256
    )
    return store.letters(vault.db, case_id)[0]


def test_deleting_the_local_copy_removes_the_file_and_keeps_the_record(desk, case_id, tmp_path):
    letter = exported(desk, case_id, tmp_path / "brev.docx")
    casework.delete_local_copy(desk, case_id, letter)
    assert not (tmp_path / "brev.docx").exists()
    kept = store.letters(desk.db, case_id)[0]
    assert kept.local_copy_deleted_at == desk.clock.now()
    assert kept.sha256 == letter.sha256
    assert codes(desk, case_id)[0] == "local_copy_deleted"
    with pytest.raises(RefusedError):
        casework.delete_local_copy(desk, case_id, kept)


def test_a_local_copy_that_is_gone_already_is_only_noted(desk, case_id, tmp_path):
    letter = exported(desk, case_id, tmp_path / "brev.docx")
    (tmp_path / "brev.docx").unlink()
    casework.delete_local_copy(desk, case_id, letter)
    assert store.letters(desk.db, case_id)[0].local_copy_deleted_at


@pytest.mark.parametrize("deed", ["unlink", "read_bytes"])
def test_a_local_copy_that_cannot_be_deleted_is_told_and_not_noted(
    desk, case_id, tmp_path, monkeypatch, deed
):
    letter = exported(desk, case_id, tmp_path / "brev.docx")

    def held(*_args, **_kwargs):
        raise PermissionError

    monkeypatch.setattr(Path, deed, held)
    with pytest.raises(AppError, match=r"brev\.docx"):
        casework.delete_local_copy(desk, case_id, letter)
    monkeypatch.undo()
    assert (tmp_path / "brev.docx").exists()
    assert store.letters(desk.db, case_id)[0].local_copy_deleted_at is None
    assert "local_copy_deleted" not in codes(desk, case_id)


def test_a_file_that_is_no_longer_the_letter_is_left_alone(desk, case_id, tmp_path):
    letter = exported(desk, case_id, tmp_path / "brev.docx")
    (tmp_path / "brev.docx").write_bytes(b"noko anna")
    with pytest.raises(RefusedError, match=r"brev\.docx"):
        casework.delete_local_copy(desk, case_id, letter)
    assert (tmp_path / "brev.docx").read_bytes() == b"noko anna"
    assert store.letters(desk.db, case_id)[0].local_copy_deleted_at is None


def test_only_files_that_the_case_knows_are_deleted(desk, case_id, tmp_path):
    letter = exported(desk, case_id, tmp_path / "brev.docx")
    other = tmp_path / "anna.docx"
    other.write_bytes(b"x")
    with pytest.raises(RefusedError):
        casework.delete_local_copy(desk, register(desk), letter)
    casework.delete_local_copy(desk, case_id, replace(letter, path=str(other)))
    assert other.exists()
    assert not (tmp_path / "brev.docx").exists()


def test_export_and_deletion_are_on_the_timeline_and_in_the_journal(desk, case_id, tmp_path):
    letter = exported(desk, case_id, tmp_path / "brev.docx")
    casework.delete_local_copy(desk, case_id, letter)
    done = ["local_copy_deleted", "letter_exported"]
    assert codes(desk, case_id)[:2] == done
    rows = desk.db.execute("SELECT deed FROM journal ORDER BY seq DESC LIMIT 2").fetchall()
    assert [row[0] for row in rows] == done

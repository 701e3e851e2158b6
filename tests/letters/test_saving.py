"""Onto the disk whole or not at all, and only when it says what it should."""

import errno
import hashlib
import os
import zipfile
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.letters import Letter, render, saving, skeleton
from letters.samples import MakeTemplate


@pytest.fixture
def letter(make: MakeTemplate) -> Letter:
    return render(make("# Til {{ name }}\n\n{{ note }}\n"), "nn", {"name": "Åse", "note": "a\nb"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "utført ß"
    folder.mkdir()
    return folder


def _fails(error: int) -> object:
    def fail(*_arguments: object, **_named: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


def test_the_hash_is_that_of_the_file_and_nothing_else_is_left(
    letter: Letter, folder: Path
) -> None:
    path = folder / "brev.docx"
    assert letter.save(path) == hashlib.sha256(path.read_bytes()).hexdigest()
    assert list(folder.iterdir()) == [path]
    assert [p.text for p in Document(str(path)).paragraphs] == ["Til Åse", "a\nb"]
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None


def test_an_old_file_is_replaced_whole(letter: Letter, folder: Path) -> None:
    path = folder / "brev.docx"
    path.write_bytes(b"gammal" * 100_000)
    assert letter.save(path) == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EACCES, errno.EIO])
def test_when_the_disk_fails_the_old_file_stays_and_nothing_lies_beside_it(
    letter: Letter, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: int
) -> None:
    path = folder / "brev.docx"
    path.write_bytes(b"gammal")
    owner = os if call == "fsync" else Path
    monkeypatch.setattr(owner, call, _fails(error))
    monkeypatch.setattr(saving.time, "sleep", lambda seconds: None)
    with pytest.raises(AppError, match=r"brev\.docx"):
        letter.save(path)
    assert path.read_bytes() == b"gammal"
    assert list(folder.iterdir()) == [path]


def test_a_file_that_is_held_for_a_moment_is_tried_again(
    letter: Letter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, tries = Path.replace, []

    def replace(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(saving.time, "sleep", lambda seconds: None)
    letter.save(folder / "brev.docx")
    assert len(tries) == 3


def test_a_folder_that_does_not_exist_is_said_so(letter: Letter, folder: Path) -> None:
    with pytest.raises(AppError, match="borte"):
        letter.save(folder / "borte" / "brev.docx")


def test_a_letter_that_lost_a_value_on_the_way_is_not_kept(
    letter: Letter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = skeleton.filled
    monkeypatch.setattr(skeleton, "filled", lambda *given: real(*given).replace("Åse", ""))
    with pytest.raises(AppError):
        letter.save(folder / "brev.docx")
    assert list(folder.iterdir()) == []


def test_a_disk_that_writes_something_else_is_found_out(
    letter: Letter, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda self: b"noko anna")
    with pytest.raises(AppError):
        letter.save(folder / "brev.docx")
    assert list(folder.iterdir()) == []

"""Documents that belong to no case: the whole file or none, and noted or not there."""

import hashlib
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.documents import export_document

NN = Language.NYNORSK


def _refuse(*_noted: object) -> Change:
    raise AppError("Disken er full.")


def test_the_file_is_noted_with_its_digest(vault, make, tmp_path):
    noted: list[tuple[str, Path, str]] = []

    def record(letter, path, sha256) -> Change:
        noted.append((letter.template, path, sha256))
        return Change(kinds=frozenset({Kind.SETTINGS}))

    path = tmp_path / "rapport.docx"
    change = export_document(vault, make(NN), path, record)
    assert change.kinds == {Kind.SETTINGS}
    assert noted == [("report", path, hashlib.sha256(path.read_bytes()).hexdigest())]
    assert [entry.name for entry in tmp_path.glob("*.docx")] == ["rapport.docx"]


@pytest.mark.parametrize("before", [None, b"eit eldre dokument"])
def test_what_cannot_be_noted_leaves_the_place_as_it_was(vault, make, tmp_path, before):
    folder = tmp_path / "ut"
    folder.mkdir()
    path = folder / "rapport.docx"
    if before:
        path.write_bytes(before)
    with pytest.raises(AppError, match="full"):
        export_document(vault, make(NN), path, _refuse)
    assert [one.read_bytes() for one in folder.iterdir()] == ([before] if before else [])


def test_a_file_that_is_replaced_leaves_nothing_beside_it(vault, make, tmp_path):
    folder = tmp_path / "ut"
    folder.mkdir()
    path = folder / "rapport.docx"
    path.write_bytes(b"eit eldre dokument")
    export_document(vault, make(NN), path, lambda *_noted: Change(kinds=frozenset()))
    assert [one.name for one in folder.iterdir()] == ["rapport.docx"]
    assert any("nn" in one.text for one in Document(str(path)).paragraphs)


def test_a_document_never_takes_the_place_of_the_register(vault, make):
    with pytest.raises(AppError):
        export_document(vault, make(NN), vault.path, None)
    assert vault.path.exists()

"""Files that no request is read from: each is refused quickly, with a sentence that tells why."""

import io
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.read import read_form
from requests import filling

TODAY = date(2026, 11, 22)
MB = 1024 * 1024
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MAIN = b"wordprocessingml.document.main+xml"


def _changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    content = filling.parts(data)
    return filling.packed({**content, name: change(content.get(name, b""))})


def _doctype(old: bytes) -> bytes:
    head = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return old.replace(b"<w:document", head + b"<w:document", 1).replace(b"Kari", b"&e;", 1)


def _deep(old: bytes) -> bytes:
    return old.replace(b"</w:body>", b"<w:sdt>" * 60_000 + b"</w:sdt>" * 60_000 + b"</w:body>")


def _plain_document(_data: bytes) -> bytes:
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph("Eg vil ha innsyn.")
    document.save(buffer)
    return buffer.getvalue()


def _many_parts(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(2100):
            archive.writestr(f"word/media/{number}.bin", b"")
    return buffer.getvalue()


def _typed(old: bytes) -> bytes:
    return old.replace(MAIN, b"wordprocessingml.template.main+xml")


BAD: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "pdf": lambda data: b"%PDF-1.7 ...",
    "odt": lambda data: filling.packed({"mimetype": b"x"}),
    "old word": lambda data: OLE + bytes(5000),
    "password": lambda data: OLE + bytes(900) + "EncryptedPackage".encode("utf-16-le"),
    "cut off": lambda data: data[:-400],
    "too large": lambda data: b"PK\x03\x04" + bytes(50 * MB),
    "bomb": lambda data: _changed(data, "word/media/a.bmp", lambda old: bytes(50 * MB)),
    "many parts": _many_parts,
    "macros": lambda data: _changed(data, "word/vbaProject.bin", lambda old: OLE),
    "template": lambda data: _changed(data, "[Content_Types].xml", _typed),
    "external entity": lambda data: _changed(data, filling.DOCUMENT, _doctype),
    "no document": lambda data: filling.packed(
        {name: part for name, part in filling.parts(data).items() if name != filling.DOCUMENT}
    ),
    "another document": _plain_document,
    "newer form": lambda data: _changed(
        data, filling.DOCUMENT, lambda old: old.replace(b"citizen-form.1.", b"citizen-form.2.")
    ),
    "unknown form": lambda data: _changed(
        data, filling.DOCUMENT, lambda old: old.replace(b".nn.access.", b".nn.other.")
    ),
}


@pytest.fixture(scope="module")
def form(municipality: Municipality) -> bytes:
    empty = filling.made(FormKind.ACCESS, Language.NYNORSK, municipality)
    return filling.filled(empty, {"name": "Kari Berg-Hansen"})


@pytest.mark.parametrize("make", BAD.values(), ids=BAD)
def test_wrong_or_harmful_file_is_refused_within_a_second(
    make: Callable[[bytes], bytes], form: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "skjema.docx"
    path.write_bytes(make(form))
    begun = time.perf_counter()
    with pytest.raises(AppError) as caught:
        read_form(path, TODAY)
    assert time.perf_counter() - begun < 1
    assert caught.value.text.endswith(".")
    assert caught.value.hint.endswith(".")


def test_a_file_that_is_very_deep_is_read_without_following_it_down(
    form: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "skjema.docx"
    path.write_bytes(_changed(form, filling.DOCUMENT, _deep))
    assert read_form(path, TODAY).subject.name == "Kari Berg-Hansen"


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "borte.docx", tmp_path):
        with pytest.raises(AppError, match=path.name):
            read_form(path, TODAY)


def test_what_word_puts_into_a_file_is_no_reason_to_refuse_it(form: bytes, tmp_path: Path) -> None:
    """A template of the citizen's own, a picture on the web: nobody follows these."""
    relation = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/attachedTemplate" Target="file:///C:/Malar/Privat.dotx" '
        b'TargetMode="External"/></Relationships>'
    )
    path = tmp_path / "skjema.docx"
    path.write_bytes(
        _changed(
            form,
            "word/_rels/document.xml.rels",
            lambda old: old.replace(b"</Relationships>", relation),
        )
    )
    assert read_form(path, TODAY).subject.name == "Kari Berg-Hansen"

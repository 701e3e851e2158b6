"""Small templates of our own, a frame, and letterheads made on the spot."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from gdpr_desktop.letters import Frame, Letter, Sender, Signer, Template, forget, load_template

HEAD = """
id = "small"
kind = "letter"
title = { nn = "Liten mal", nb = "Liten mal på bokmål" }
"""
FIELDS = """
[fields.name]
kind = "text"
required = true
label = { nn = "Namn", nb = "Navn" }
[fields.note]
kind = "lines"
[fields.story]
kind = "paragraphs"
[fields.day]
kind = "date"
[fields.urgent]
kind = "flag"
[fields.web]
kind = "link"
[fields.scope]
kind = "choice"
choices = { all = { nn = "alt", nb = "alt" }, part = { nn = "ein del", nb = "en del" } }
[fields.places]
kind = "list"
label = { nn = "Stader", nb = "Steder" }
[fields.places.items.name]
kind = "text"
required = true
label = { nn = "Namnet på staden", nb = "Navnet på stedet" }
[fields.places.items.found]
kind = "lines"
[fields.words]
kind = "list"
"""
MakeTemplate = Callable[..., Template]


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def make(tmp_path: Path) -> MakeTemplate:
    """Writes a template with the given body, the same in both languages."""
    folder = tmp_path / "templates"
    folder.mkdir()

    def write(body: str, *, name: str = "small", extra: str = "", fields: str = FIELDS) -> Template:
        head = HEAD.replace('"small"', f'"{name}"')
        (folder / f"{name}.toml").write_text(head + extra + fields, encoding="utf-8")
        for language in ("nn", "nb"):
            (folder / f"{name}.{language}.md").write_text(body, encoding="utf-8")
        return load_template(name, folder)

    return write


@pytest.fixture
def frame() -> Frame:
    return Frame(
        sender=Sender(
            name="Fjellvik & Vågen kommune",
            address=("Postboks 14", "6100 Fjellvik"),
            phone="70 00 00 00",
            email="post@fjellvik.example",
            organisation_number="987654321",
        ),
        recipient="Kari Berg-Hansen",
        recipient_address=("Strandgata 1", "6100 Fjellvik"),
        day=date(2026, 11, 22),
        our_reference="26/123-4",
        caseworker="Per Sakshaug",
        caseworker_phone="70 00 00 01",
        caseworker_email="per@fjellvik.example",
        signers=(Signer(name="Anne Ombod", title="Personvernombod"),),
        screening="Unnateke offentlegheit, offl. § 13, jf. fvl. § 13",
    )


def opened(letter: Letter, letterhead: bytes | None = None) -> WordDocument:
    """The letter's Word file as python-docx reads it."""
    return Document(io.BytesIO(letter.docx(letterhead)))


def parts(data: bytes) -> dict[str, bytes]:
    """Every part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    """A zip of the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def simple_letterhead() -> bytes:
    """A municipality's .docx: a header, a footer, text that must go, its own heading style."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "FJELLVIK KOMMUNE – eige brevhovud"
    section.footer.paragraphs[0].text = "Adresse i botnen"
    document.styles["Heading 1"].font.name = "Georgia"
    document.add_paragraph("Gammal tekst om Ola Dunk")
    document.add_paragraph("Meir", style="List Number")
    document.core_properties.author = "Ola Dunk"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def letterhead() -> bytes:
    return simple_letterhead()

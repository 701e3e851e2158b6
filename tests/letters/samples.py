"""What the tests of letters share: a template to write bodies for, and ways to look inside Word."""

import io
import zipfile
from collections.abc import Callable

from docx import Document
from docx.document import Document as WordDocument

from gdpr_desktop.letters import Letter, Template

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

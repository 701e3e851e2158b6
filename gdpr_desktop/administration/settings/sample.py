"""A letterhead tried out: what is worth knowing about it, and a letter to nobody to look at."""

import io
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

TEMPLATE = "access_receipt"
FILE_NAME = "prøvebrev.docx"
_RECIPIENT = "Prøve Prøvesen"  # nobody is called that
_ADDRESS = PostalAddress(street="Prøvevegen 1", postal_code="0001", city="Prøvestad")


class Note(StrEnum):
    """What is no fault, but good to know before a letterhead is used."""

    BODY_TEXT = "body_text"
    NO_EDGES = "no_edges"
    NO_HEADINGS = "no_headings"


def note_words(note: Note) -> str:
    """The sentence for a note."""
    return {
        Note.BODY_TEXT: _(
            "The text in the file itself is left out. Its header, footer and styles are used."
        ),
        Note.NO_EDGES: _("The file has neither header nor footer. Is it the right one?"),
        Note.NO_HEADINGS: _("The file has no style for headings, so the built-in one is used."),
    }[note]


def notes(content: bytes) -> tuple[Note, ...]:
    """What to know about a letterhead that ``check_letterhead`` has let through."""
    from docx import Document

    document = Document(io.BytesIO(content))
    section = document.sections[0]
    edges = (
        section.header, section.footer, section.first_page_header, section.first_page_footer,
    )  # fmt: skip
    names = {style.name.casefold() for style in document.styles if style.name}
    found = {
        Note.BODY_TEXT: any(paragraph.text.strip() for paragraph in document.paragraphs),
        Note.NO_EDGES: all(edge.is_linked_to_previous for edge in edges),
        Note.NO_HEADINGS: "heading 1" not in names,
    }
    return tuple(note for note, holds in found.items() if holds)


def sample_letter(municipality: Municipality, today: date) -> "Letter":
    """A receipt to a person who does not exist, with what is typed about the municipality."""
    from gdpr_desktop.letters import Frame, Sender, Signer, render

    officer = municipality.officer
    lines = (officer.email, officer.phone, *officer.address.lines())
    name = municipality.name or _("The municipality")
    facts = {
        "received": today,
        "due": today + timedelta(days=30),
        "municipality": name,
        "officer_name": officer.name or _("The officer's name"),
        "officer_contact": "\n".join(line for line in lines if line) or _("Phone and e-mail"),
        "dialogue_url": municipality.dialogue_url,
        "frame": Frame(
            sender=Sender.of(replace(municipality, name=name)),
            recipient=_RECIPIENT,
            recipient_address=_ADDRESS,
            day=today,
            our_reference=f"{today.year}/0",
            caseworker=officer.name,
            caseworker_phone=municipality.phone,
            caseworker_email=municipality.email,
            signers=(Signer(name=officer.name or name),),
        ),
    }
    return render(TEMPLATE, Language(municipality.language), facts)


def save_sample(
    municipality: Municipality, letterhead: bytes | None, today: date, path: Path
) -> tuple[Note, ...]:
    """Write the sample as Word to ``path``; what to know about the letterhead comes back.

    Raises ``AppError`` for a letterhead that cannot be used and a place that cannot be written.
    """
    from gdpr_desktop.letters import check_letterhead

    if path.suffix.lower() != ".docx":
        raise AppError(
            _("A letter must be saved as a file that ends in .docx."),
            hint=_("Choose another name."),
        )
    if letterhead is not None:
        check_letterhead(letterhead)
    sample_letter(municipality, today).save(path, letterhead)
    return notes(letterhead) if letterhead is not None else ()

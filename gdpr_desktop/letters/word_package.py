"""A whole Word file of one document: what a writer has written, on an empty letter's styles."""

from dataclasses import dataclass
from html import escape

from gdpr_desktop.letters.package import Base, pack
from gdpr_desktop.letters.word import WordWriter
from gdpr_desktop.letters.word_styles import XML_HEAD

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFacts:
    """What the file says of itself; ``locale`` is ``nn-NO`` or ``nb-NO``."""

    title: str
    author: str
    locale: str


def pack_document(base: Base, writer: WordWriter, facts: DocumentFacts) -> bytes:
    """The Word file; the same bytes for the same content. For what is written without values."""
    parts = {
        **base.parts,
        base.numbering_path: f"{base.numbering}{writer.numbering}</w:numbering>".encode(),
        **writer.media,
        "word/_rels/document.xml.rels": (
            f"{base.relations}{writer.relations}</Relationships>".encode()
        ),
        "word/document.xml": f"{base.head}{writer.body}{base.tail}".encode(),
        "docProps/core.xml": _core(facts),
    }
    return pack(parts.items())


def _core(facts: DocumentFacts) -> bytes:
    author = escape(facts.author, quote=False)
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(facts.title, quote=False)}</dc:title>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dc:language>{facts.locale}</dc:language></cp:coreProperties>"
    ).encode()

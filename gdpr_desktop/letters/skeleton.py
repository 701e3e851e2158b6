"""Word written once per shape of letter, then filled for each: one letter is a batch of one.

What is kept between letters holds placeholders only, never a value.
"""

import hashlib
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.builtin_letterhead import builtin_base
from gdpr_desktop.letters.footer import with_footer
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.frame_words import FRAME_WORDS
from gdpr_desktop.letters.package import Base, extend, pack
from gdpr_desktop.letters.values import PARAGRAPH_END, PLACEHOLDER, Value, number_of
from gdpr_desktop.letters.word import BREAK, WordWriter
from gdpr_desktop.letters.word_styles import XML_HEAD

if TYPE_CHECKING:
    from gdpr_desktop.letters.letter import Letter

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_LIMIT = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class _Skeleton:
    """The parts that are the same in every letter, packed, and the text between the values.

    ``slots`` has a value's number and what stands between its paragraphs, for each gap between
    ``pieces``.
    """

    packed: bytes
    pieces: tuple[str, ...]
    slots: tuple[tuple[int, str], ...]
    relations: str


_skeletons: dict[tuple[Hashable, ...], _Skeleton] = {}


def write_docx(letter: "Letter", letterhead: bytes | Path | None) -> bytes:
    """The letter as a Word file. Raises ``AppError`` for a letterhead that cannot be used."""
    head = read_letterhead(letterhead)
    digest = hashlib.sha256(head).digest() if head is not None else letter.sender
    key = (letter.language, digest, letter.shape, letter.footer, letter.by_hand)
    skeleton = _skeletons.get(key)
    if skeleton is None:
        if len(_skeletons) >= _LIMIT:
            _skeletons.pop(next(iter(_skeletons)))
        skeleton = _skeletons[key] = _build(letter, head)
    document = filled(skeleton.pieces, skeleton.slots, letter.values).encode()
    parts = [("word/document.xml", document), ("docProps/core.xml", core_properties(letter))]
    if PLACEHOLDER.search(skeleton.relations):
        relations = PLACEHOLDER.sub(
            lambda found: escape(letter.values[number_of(found[0])].url), skeleton.relations
        )
        parts.append((_RELATIONS, relations.encode()))
    return extend(skeleton.packed, parts)


_RELATIONS = "word/_rels/document.xml.rels"


def read_letterhead(letterhead: bytes | Path | None) -> bytes | None:
    """The municipality's letterhead file, unchecked."""
    if not isinstance(letterhead, Path):
        return letterhead
    try:
        return letterhead.read_bytes()
    except OSError as error:
        raise AppError(
            _("The letterhead {name} cannot be read.").format(name=letterhead.name),
            hint=_("Choose the file again in the settings."),
        ) from error


def forget() -> None:
    """Empties what is kept."""
    _skeletons.clear()
    _builtin.cache_clear()
    _own.cache_clear()


@lru_cache(maxsize=8)
def _builtin(sender: Sender | None, language: Language) -> Base:
    return builtin_base(sender, language)


@lru_cache(maxsize=4)
def _own(letterhead: bytes, language: Language) -> Base:
    from gdpr_desktop.letters.own_letterhead import own_base  # loads python-docx

    return own_base(letterhead, language)


def base_of(letter: "Letter", letterhead: bytes | None) -> Base:
    """The empty letter on the municipality's letterhead, else on ours, with its own footer."""
    if letterhead is None:
        base = _builtin(letter.sender, letter.language)
    else:
        base = _own(letterhead, letter.language)
    return with_footer(base, letter.footer)


def _build(letter: "Letter", letterhead: bytes | None) -> _Skeleton:
    base = base_of(letter, letterhead)
    writer = WordWriter(base, by_hand=letter.by_hand)
    writer.write(letter.content)
    document = f"{base.head}{writer.body}{base.tail}"
    pieces = tuple(PLACEHOLDER.split(document))
    numbers = map(number_of, PLACEHOLDER.findall(document))
    slots = tuple(zip(numbers, writer.separators, strict=True))
    relations = f"{base.relations}{writer.relations}</Relationships>"
    parts = {
        **base.parts,
        base.numbering_path: f"{base.numbering}{writer.numbering}</w:numbering>".encode(),
        **writer.media,
    }
    if not PLACEHOLDER.search(relations):
        parts[_RELATIONS] = relations.encode()
    return _Skeleton(packed=pack(parts.items()), pieces=pieces, slots=slots, relations=relations)


def filled(pieces: Sequence[str], slots: Sequence[tuple[int, str]], values: Sequence[Value]) -> str:
    """``pieces`` with the values between them, as XML."""
    escaped = [escape(value.text, quote=False).replace("\n", BREAK) for value in values]
    found = [pieces[0]]
    for (number, between), piece in zip(slots, pieces[1:], strict=True):
        found += (escaped[number].replace(PARAGRAPH_END, between), piece)
    return "".join(found)


def core_properties(letter: "Letter") -> bytes:
    """Title, author and language; the date is the letter's, and no name of a person or program."""
    author = escape(letter.sender.name if letter.sender else "", quote=False)
    moments = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{letter.day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if letter.day
    )
    return (
        f'{XML_HEAD}<cp:coreProperties xmlns:cp="{_CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(letter.title, quote=False)}</dc:title>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<dc:language>{FRAME_WORDS[letter.language].locale}</dc:language>{moments}"
        "</cp:coreProperties>"
    ).encode()

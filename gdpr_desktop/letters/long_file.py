"""Many letters in one Word file: each on pages of its own, with a first page of its own.

A letter is a section that begins on the next page. (One that begins on an odd page would keep two
people from sharing a sheet of paper, but LibreOffice then shows the first page's head on every
page, and moves the address out of the window of the envelope.) Letters go to the disk as they
come: none of them is kept here.
"""

import hashlib
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO
from xml.etree import ElementTree

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import paragraph_texts
from gdpr_desktop.letters.package import Base, write_parts, zip_entry
from gdpr_desktop.letters.skeleton import base_of, core_properties, filled
from gdpr_desktop.letters.values import PLACEHOLDER, number_of
from gdpr_desktop.letters.word import WordWriter
from gdpr_desktop.letters.word_styles import W

if TYPE_CHECKING:
    from gdpr_desktop.letters.letter import Letter

MOST = 3_000  # letters; Word is slow with longer files
_RELATION = re.compile(r'<Relationship Id="(letter\w+)" (Type="[^"]*" Target=")([^"]*)("[^>]*/>)')
_USED = re.compile(r'(?<=")letter(?:Link|Picture)[0-9]+(?=")')
_LIST = re.compile(r'(?<=<w:numId w:val=")[0-9]+(?="/>)')
_NUMBER = re.compile(r'(?<=<w:num w:numId=")[0-9]+(?=")')
_SETUP = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*</w:sectPr>)", re.DOTALL)
_EDGES = re.compile(r"word/(header|footer)[^/]*\.xml")
_OF_ALL = re.compile(
    r'<w:r><w:t xml:space="preserve"> \w+ </w:t></w:r>'
    r'<w:fldSimple w:instr=" NUMPAGES ">.*?</w:fldSimple>'
)
# what comes after each in a section's setup, by the order that Word asks for
_AFTER_TYPE = "pgSz pgMar paperSrc pgBorders lnNumType pgNumType".split()
_AFTER_NUMBER = (
    "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """A letter's XML around its values. ``relations`` are (its own id, start, target, end)."""

    pieces: tuple[str, ...]
    slots: tuple[tuple[int, str], ...]
    relations: tuple[tuple[str, str, str, str], ...]
    numbering: str


class LongFile:
    """Writes letters into ``file``, opened for writing. ``close`` ends it.

    ``letterhead`` is the municipality's own .docx. The language of the first letter is that of the
    file.
    """

    def __init__(self, file: BinaryIO, letterhead: bytes | None) -> None:
        self._archive = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._letterhead = letterhead
        self._base: Base | None = None
        self._document: IO[bytes] | None = None
        self._setup = self._tail = ""
        self._core = b""
        self._shapes: dict[object, _Shape] = {}
        self._relations: dict[str, str] = {}  # what follows the id, by itself
        self._numbering: list[str] = []
        self._media: dict[str, bytes] = {}
        self._next_number = 0
        self._held = ""  # the last letter: only then is it known whether another follows
        self._texts = hashlib.sha256()
        self.count = 0

    @property
    def digest(self) -> str:
        """Of the text of every paragraph: see ``check_long_file``."""
        return self._texts.hexdigest()

    def add(self, letter: "Letter") -> None:
        """One more letter."""
        base = self._base or self._begin(letter)
        key = (letter.language, letter.by_hand, letter.shape)
        shape = self._shapes.get(key)
        if shape is None:
            shape = self._shapes[key] = self._shaped(base, letter)
        body = filled(shape.pieces, shape.slots, letter.values)
        if self._held:
            self._write(_ended(self._held, self._setup))
        self._held = self._numbered(shape, self._linked(shape, body, letter))
        for text in paragraph_texts(letter.blocks):
            self._texts.update(f"{text}\0".encode() if text else b"")
        self.count += 1

    def close(self) -> None:
        """The rest of the file. Raises ``ValueError`` where no letter was added."""
        base = self._base
        if base is None or self._document is None:
            raise ValueError("a file without letters")
        self._write(f"{self._held}{self._tail}")
        self._document.close()
        numbering = f"{base.numbering}{''.join(self._numbering)}</w:numbering>"
        links = "".join(
            f'<Relationship Id="{number}" {rest}' for rest, number in self._relations.items()
        )
        parts = {
            **{name: _own_pages(name, data) for name, data in base.parts.items()},
            base.numbering_path: numbering.encode(),
            "word/_rels/document.xml.rels": f"{base.relations}{links}</Relationships>".encode(),
            "docProps/core.xml": self._core,
            **self._media,
        }
        write_parts(self._archive, parts.items())
        self._archive.close()

    def abandon(self) -> None:
        """Let go of the file, which is no Word file then, wherever it stopped."""
        with suppress(OSError, ValueError):
            if self._document is not None:
                self._document.close()
        with suppress(OSError, ValueError):
            self._archive.close()

    def _begin(self, letter: "Letter") -> Base:
        base = self._base = base_of(letter, self._letterhead)
        self._core = core_properties(letter)
        self._next_number = base.next_number
        setup = _SETUP.search(base.tail)
        self._setup = _section(setup[0] if setup else "<w:sectPr/>")
        self._tail = _SETUP.sub(lambda _found: self._setup, base.tail)
        self._document = self._archive.open(zip_entry("word/document.xml"), "w", force_zip64=True)
        self._write(base.head)
        return base

    def _write(self, text: str) -> None:
        assert self._document is not None, "there is a letter to write"
        self._document.write(text.encode())

    def _shaped(self, base: Base, letter: "Letter") -> _Shape:
        writer = WordWriter(base, by_hand=letter.by_hand)
        writer.write(letter.content)
        self._media |= writer.media
        numbers = map(number_of, PLACEHOLDER.findall(writer.body))
        return _Shape(
            pieces=tuple(PLACEHOLDER.split(writer.body)),
            slots=tuple(zip(numbers, writer.separators, strict=True)),
            relations=tuple(_RELATION.findall(writer.relations)),
            numbering=writer.numbering,
        )

    def _linked(self, shape: _Shape, body: str, letter: "Letter") -> str:
        """With ids for its links that no other letter has for another target."""
        if not shape.relations:
            return body
        found = {}
        for own, start, target, end in shape.relations:
            whole = PLACEHOLDER.sub(
                lambda hit: escape(letter.values[number_of(hit[0])].url), target
            )
            rest = f"{start}{whole}{end}"
            found[own] = self._relations.setdefault(rest, f"many{len(self._relations) + 1}")
        return _USED.sub(lambda hit: found.get(hit[0], hit[0]), body)

    def _numbered(self, shape: _Shape, body: str) -> str:
        """With numbered lists of its own, so that each begins anew."""
        count = len(_NUMBER.findall(shape.numbering))
        if not count or self._base is None:
            return body
        first, moved = self._base.next_number, self._next_number - self._base.next_number

        def own(hit: re.Match[str]) -> str:
            number = int(hit[0])
            return str(number + moved if number >= first else number)

        self._numbering.append(_NUMBER.sub(own, shape.numbering))
        self._next_number += count
        return _LIST.sub(own, body)


def check_long_file(path: Path, digest: str) -> None:
    """Raises ``AppError`` unless the file has the paragraphs that went into it, in their order."""
    found = hashlib.sha256()
    with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as document:
        depth, body = 0, None
        for event, element in ElementTree.iterparse(document, ("start", "end")):  # noqa: S314 — ours
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 2:
                body = element
            elif event == "end" and element.tag == f"{{{W}}}p":
                text = _text(element)
                found.update(f"{text}\0".encode() if text else b"")
            if event == "end" and depth == 2 and body is not None:
                body.clear()  # it would hold every letter
    if found.hexdigest() != digest:
        raise AppError(
            _("The saved letters do not say the same as the preview, so they were not kept."),
            hint=_("Report this as an error in the program."),
        )


def _text(paragraph: ElementTree.Element) -> str:
    marks = {f"{{{W}}}br": "\n"}
    return "".join(
        one.text or "" if one.tag == f"{{{W}}}t" else marks.get(one.tag, "")
        for one in paragraph.iter()
    )


def _section(setup: str) -> str:
    """A page setup that begins on the next page and counts its pages from 1."""
    if setup.endswith("/>"):
        setup = f"{setup[:-2]}></w:sectPr>"
    setup = re.sub(r"<w:(?:type|pgNumType)\b[^>]*?/>", "", setup)
    kind = '<w:type w:val="nextPage"/>'
    setup = _before(setup, [*_AFTER_TYPE, *_AFTER_NUMBER], kind)
    return _before(setup, _AFTER_NUMBER, '<w:pgNumType w:start="1"/>')


def _before(setup: str, names: list[str], xml: str) -> str:
    found = re.search(rf"<w:(?:{'|'.join(names)})\b|</w:sectPr>", setup)
    at = found.start() if found else len(setup)
    return f"{setup[:at]}{xml}{setup[at:]}"


def _ended(body: str, setup: str) -> str:
    """The letter with the end of its section in its last paragraph."""
    at = body.rindex("<w:p>") + len("<w:p>")
    if body.startswith("<w:pPr>", at):
        end = body.index("</w:pPr>", at)
        return f"{body[:end]}{setup}{body[end:]}"
    return f"{body[:at]}<w:pPr>{setup}</w:pPr>{body[at:]}"


def _own_pages(name: str, data: bytes) -> bytes:
    """Headers and footers that count the pages of the letter, not of the whole file."""
    if not _EDGES.fullmatch(name):
        return data
    text = _OF_ALL.sub("", data.decode())  # LibreOffice cannot count the pages of a section
    return re.sub(r"\bNUMPAGES\b", "SECTIONPAGES", text).encode()

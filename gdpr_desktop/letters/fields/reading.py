"""What stands in the fields of a form that somebody has filled in and saved.

Word keeps a field as a content control with its tag. LibreOffice before 7.5 loses tags: then
``naming.py`` finds them again. A field that still shows its placeholder is empty, where the program
says so. Text that was typed beside the fields is not read.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from xml.etree import ElementTree as Tree

from gdpr_desktop.letters.blocks import CHECKED
from gdpr_desktop.letters.word_file import Fault, WordFileError
from gdpr_desktop.letters.word_styles import W

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT = "/relationships/officeDocument"
_TICKS = frozenset({CHECKED, "☑", "✓", "✔", "✗", "✘", "x"})
_OFF = frozenset({"0", "false", "off"})
_SIGNS = {f"{{{W}}}br": "\n", f"{{{W}}}cr": "\n", f"{{{W}}}tab": " ", f"{{{W}}}noBreakHyphen": "-"}
_NOT_READ = frozenset({_FALLBACK, *(f"{{{W}}}{name}" for name in ("sdt", "del", "moveFrom"))})


class Shape(StrEnum):
    """What kind of field it is."""

    TEXT = "text"
    DATE = "date"
    BOX = "box"
    OTHER = "other"  # one that we do not make, or a frame around others


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadField:
    """One field: its ``text`` with line breaks, is its box ticked, which day was picked.

    ``name`` is what is read aloud for it; empty where the program has lost it.
    """

    tag: str
    name: str = ""
    shape: Shape = Shape.TEXT
    text: str = ""
    ticked: bool = False
    day: date | None = None


def read_fields(data: bytes) -> tuple[ReadField, ...]:
    """The fields of a Word file in reading order; a field that was copied is there twice.

    ``data`` has been through ``read_word_file``. Raises ``WordFileError``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            root = Tree.fromstring(archive.read(_main_part(archive)))  # noqa: S314 — looked through
    except (KeyError, Tree.ParseError, zipfile.BadZipFile) as error:
        raise WordFileError(Fault.DAMAGED) from error
    return tuple(_field(control) for control in root.iter(_w("sdt")))


def _main_part(archive: zipfile.ZipFile) -> str:
    """Most programs call it ``word/document.xml``, but the file itself says."""
    relations = Tree.fromstring(archive.read("_rels/.rels"))  # noqa: S314 — looked through
    for relation in relations:
        if relation.get("Type", "").endswith(_DOCUMENT):
            return posixpath.normpath(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _w(name: str) -> str:
    return f"{{{W}}}{name}"


def _field(control: Tree.Element) -> ReadField:
    properties = control.find(_w("sdtPr"))
    if properties is None:
        return ReadField(tag="", shape=Shape.OTHER)
    content = control.find(_w("sdtContent"))
    text = _text(content) if content is not None else ""
    if (shown := properties.find(_w("showingPlcHdr"))) is not None and _is_on(shown, _w("val")):
        text = ""
    return ReadField(
        tag=_value(properties, "tag"),
        name=_value(properties, "alias"),
        shape=_shape(properties),
        text=text,
        ticked=_ticked(properties, text),
        day=_day(properties) if text else None,
    )


def _value(properties: Tree.Element, name: str) -> str:
    found = properties.find(_w(name))
    return found.get(_w("val"), "") if found is not None else ""


def _shape(properties: Tree.Element) -> Shape:
    if properties.find(f"{{{_W14}}}checkbox") is not None:
        return Shape.BOX
    if properties.find(_w("date")) is not None:
        return Shape.DATE
    return Shape.TEXT if properties.find(_w("text")) is not None else Shape.OTHER


def _is_on(element: Tree.Element, name: str) -> bool:
    return element.get(name, "1").casefold() not in _OFF


def _ticked(properties: Tree.Element, text: str) -> bool:
    box = properties.find(f"{{{_W14}}}checkbox")
    if box is None:
        return False
    state = box.find(f"{{{_W14}}}checked")
    if state is not None and _is_on(state, f"{{{_W14}}}val"):
        return True
    return text.strip().casefold() in _TICKS  # typed where the box was


def _day(properties: Tree.Element) -> date | None:
    picked = properties.find(_w("date"))
    written = picked.get(_w("fullDate"), "") if picked is not None else ""
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _text(content: Tree.Element) -> str:
    """The text as it reads now, without what is in a field inside this one.

    No recursion: a file made to do harm may be as deep as it likes.
    """
    pieces: list[str] = []
    waiting = list(content)[::-1]
    while waiting:
        element = waiting.pop()
        if element.tag == _w("t"):
            pieces.append(element.text or "")
        elif element.tag in _SIGNS:
            pieces.append(_SIGNS[element.tag])
        elif element.tag not in _NOT_READ:
            if element.tag == _w("p"):
                pieces.append("\n")
            waiting += list(element)[::-1]
    return "".join(pieces).strip()

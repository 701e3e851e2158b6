"""A Word file from outside, looked through before it is opened.

What is wrong is told as a ``Fault``; whoever asked has the words for it.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from xml.parsers import expat

MB = 1024 * 1024
MAX_PACKED = 50 * MB
MAX_UNPACKED = 300 * MB
MAX_ENTRIES = 2000
MAX_RATIO = 200  # unpacked to packed
RATIO_FLOOR = 1 * MB  # smaller parts may be as empty as they like
MAX_XML = 4 * MB  # all the XML parts together; a letterhead with many styles has half of one
MAX_TAGS = 300_000  # in all of them
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_XML = (".xml", ".rels", ".vml", ".svg")
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LINK = "/relationships/hyperlink"
_FETCHING_FIELD = re.compile(
    r"\x00\s*(DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|DATABASE|LINK|RD)\b", re.IGNORECASE
)
_PACKED = (_OLE[:4], b"PK\x03\x04")  # another file inside this one
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Fault(StrEnum):
    """Why a Word file is not used."""

    UNREADABLE = "unreadable"  # missing, or held by another program
    TOO_LARGE = "too_large"
    NOT_WORD = "not_word"
    OLD_WORD = "old_word"
    PASSWORD = "password"
    DAMAGED = "damaged"
    TOO_MANY_PARTS = "too_many_parts"
    TOO_LARGE_UNPACKED = "too_large_unpacked"
    HARMFUL = "harmful"  # packed as only bombs are
    MACROS = "macros"
    TOO_MUCH_TEXT = "too_much_text"
    ANOTHER_KIND = "another_kind"  # a template, a workbook
    FILE_INSIDE = "file_inside"
    FETCHES = "fetches"  # something from outside
    DEFINITIONS = "definitions"  # a DOCTYPE


class WordFileError(Exception):
    """A Word file that is not used; ``name`` is the file's, or of what it fetches."""

    def __init__(self, fault: Fault, name: str = "") -> None:
        super().__init__(fault)
        self.fault = fault
        self.name = name


def read_word_file(source: bytes | Path, *, to_be_opened: bool = True) -> bytes:
    """The content of a plain .docx of sane size and without macros.

    Where it is ``to_be_opened`` in Word by us it may also hold no other file, and fetch nothing;
    reading a file's text does neither. Raises ``WordFileError``.

    Limits: ``safety.md`` T17–T20. Nothing is unpacked before the sizes are known.
    """
    data = _read(source)
    _check_kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(data))
            _check_names(entries)
            _check_parts(archive, entries, to_be_opened=to_be_opened)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError) as error:
        raise WordFileError(Fault.DAMAGED) from error
    return data


def _read(source: bytes | Path) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        try:
            with source.open("rb") as file:
                data = file.read(MAX_PACKED + 1)
        except OSError as error:
            raise WordFileError(Fault.UNREADABLE, source.name) from error
    if len(data) > MAX_PACKED:
        raise WordFileError(Fault.TOO_LARGE)
    return data


def _check_kind(data: bytes) -> None:
    if data.startswith(_OLE):
        raise WordFileError(Fault.PASSWORD if _ENCRYPTED in data else Fault.OLD_WORD)
    if not data.startswith(b"PK"):
        raise WordFileError(Fault.NOT_WORD)
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - (1 << 16) - 22))
    if end >= 0 and int.from_bytes(data[end + 10 : end + 12], "little") > MAX_ENTRIES:
        raise WordFileError(Fault.TOO_MANY_PARTS)  # told by the zip: spares reading its list


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise WordFileError(Fault.TOO_MANY_PARTS)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise WordFileError(Fault.TOO_LARGE_UNPACKED)
    swollen = any(
        entry.file_size > RATIO_FLOOR and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if swollen or (unpacked > RATIO_FLOOR and unpacked > MAX_RATIO * packed):
        raise WordFileError(Fault.HARMFUL)


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename.casefold() for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise WordFileError(Fault.PASSWORD)
    if any("vbaproject" in name or "vbadata" in name or "activex" in name for name in names):
        raise WordFileError(Fault.MACROS)
    if len(names) != len(entries):
        raise WordFileError(Fault.DAMAGED)
    if "[content_types].xml" not in names or "_rels/.rels" not in names:
        raise WordFileError(Fault.NOT_WORD)


def _check_parts(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], *, to_be_opened: bool
) -> None:
    xml = [entry for entry in entries if entry.filename.casefold().endswith(_XML)]
    if sum(entry.file_size for entry in xml) > MAX_XML:
        raise WordFileError(Fault.TOO_MUCH_TEXT)
    if to_be_opened:
        _refuse_files_inside(archive, [entry for entry in entries if entry not in xml])
    kinds: list[str] = []
    tags = [0]
    for entry in xml:
        handler: Handler | None = None
        if entry.filename.casefold().endswith(".rels"):
            handler = _relation if to_be_opened else _ignored
        elif entry.filename.casefold() == "[content_types].xml":
            handler = _collector(kinds)
        _parse(archive, entry, handler, tags, fetching=not to_be_opened)
    if any("macroenabled" in kind.casefold() or "vba" in kind.casefold() for kind in kinds):
        raise WordFileError(Fault.MACROS)
    if _DOCUMENT not in kinds:
        raise WordFileError(Fault.ANOTHER_KIND)


def _refuse_files_inside(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """No letter needs a zip, a workbook or an old Office file inside itself."""
    for entry in entries:
        with archive.open(entry) as file:
            begins = file.read(4)
        if begins in _PACKED or entry.filename.casefold().startswith("word/embeddings/"):
            raise WordFileError(Fault.FILE_INSIDE)


Handler = Callable[[str, dict[str, str]], None]


class _Fields:
    """Listens for what Word's fields would do."""

    def __init__(self) -> None:
        self._inside = False
        self._pieces: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = name.endswith(":instrText")
        if name.endswith(":fldChar"):
            self._pieces.append("\0")
        if name.endswith(":fldSimple"):
            self._pieces += ("\0", attributes.get("w:instr", ""))

    def text(self, text: str) -> None:
        if self._inside:
            self._pieces.append(text)

    def check(self) -> None:
        if found := _FETCHING_FIELD.search("".join(self._pieces)):
            raise _fetches(found[1])


def _parse(
    archive: zipfile.ZipFile,
    entry: zipfile.ZipInfo,
    handler: Handler | None,
    tags: list[int],
    *,
    fetching: bool,
) -> None:
    """``fetching``: fields that fetch something are let through, nobody follows them."""
    parser = expat.ParserCreate()
    fields = _Fields()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = handler or fields.start
    parser.CharacterDataHandler = fields.text
    try:
        with archive.open(entry) as file:
            while chunk := file.read(MB):
                tags[0] += chunk.count(b"<")
                if tags[0] > MAX_TAGS:
                    raise WordFileError(Fault.TOO_MUCH_TEXT)
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
            if not fetching:
                fields.check()
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise WordFileError(Fault.DAMAGED) from error


def _refuse_doctype(*_arguments: object) -> None:
    raise WordFileError(Fault.DEFINITIONS)


def _ignored(_name: str, _attributes: dict[str, str]) -> None:
    """What is never followed can point anywhere."""


def _relation(_name: str, attributes: dict[str, str]) -> None:
    if attributes.get("TargetMode", "").casefold() != "external":
        target = attributes.get("Target", "")
        if re.match(r"[a-z][a-z0-9+.-]+:|//|\\\\", target, re.IGNORECASE):
            raise _fetches(target)
        return
    if not attributes.get("Type", "").endswith(_LINK):
        raise _fetches(attributes.get("Target", ""))


def _fetches(target: str) -> WordFileError:
    name = posixpath.basename(target.replace("\\", "/").rstrip("/"))[:60]
    return WordFileError(Fault.FETCHES, name)


def _collector(kinds: list[str]) -> Handler:
    def collect(_name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        kinds.append(kind)
        name = attributes.get("PartName", f".{attributes.get('Extension', '')}").casefold()
        if kind.endswith("xml") and not name.endswith(_XML):
            raise WordFileError(Fault.DAMAGED)  # it would be read as XML, and was not looked at

    return collect

"""The municipality's own letterhead: a .docx from outside, looked through before it is opened."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _

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


class LetterheadError(AppError):
    """A letterhead that is not used."""


def check_letterhead(letterhead: bytes | Path) -> None:
    """Raises ``LetterheadError``, with what is wrong and what to do, unless the file is a plain
    .docx: no macros, nothing fetched from outside, of sane size, and Word can open it.

    Limits: ``safety.md`` T17–T20. Nothing is unpacked before the sizes are known.
    """
    data = _read(letterhead)
    _check_kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_sizes(entries, len(data))
            _check_names(entries)
            _check_parts(archive, entries)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError) as error:
        raise _damaged() from error
    _try(data)


def _read(letterhead: bytes | Path) -> bytes:
    if isinstance(letterhead, bytes):
        data = letterhead
    else:
        try:
            with letterhead.open("rb") as file:
                data = file.read(MAX_PACKED + 1)
        except OSError as error:
            raise LetterheadError(
                _("The letterhead {name} cannot be read.").format(name=letterhead.name),
                hint=_("Choose another file."),
            ) from error
    if len(data) > MAX_PACKED:
        raise LetterheadError(
            _("The letterhead is larger than {limit} MB.").format(limit=MAX_PACKED // MB),
            hint=_("Make its pictures smaller in Word."),
        )
    return data


def _damaged() -> LetterheadError:
    return LetterheadError(
        _("The letterhead is damaged, or is not a Word file."),
        hint=_("Open it in Word and save it as .docx."),
    )


def _check_kind(data: bytes) -> None:
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise LetterheadError(
                _("The letterhead is protected with a password."),
                hint=_("Remove the password in Word and save it again."),
            )
        raise LetterheadError(
            _("The letterhead is in the old Word format, whatever its name says."),
            hint=_("Open it in Word and save it as .docx."),
        )
    if not data.startswith(b"PK"):
        raise LetterheadError(
            _("The letterhead is not a Word file."), hint=_("Choose a file that ends in .docx.")
        )
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - (1 << 16) - 22))
    if end >= 0 and int.from_bytes(data[end + 10 : end + 12], "little") > MAX_ENTRIES:
        raise _too_many()  # told by the zip itself: spares reading its list


def _too_many() -> LetterheadError:
    return LetterheadError(
        _("The letterhead holds more than {limit} parts.").format(limit=MAX_ENTRIES),
        hint=_("Make a new, simple letterhead in Word."),
    )


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    if len(entries) > MAX_ENTRIES:
        raise _too_many()
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED:
        raise LetterheadError(
            _("The letterhead is larger than {limit} MB when it is unpacked.").format(
                limit=MAX_UNPACKED // MB
            ),
            hint=_("Make a new, simple letterhead in Word."),
        )
    swollen = any(
        entry.file_size > RATIO_FLOOR and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        for entry in entries
    )
    if swollen or (unpacked > RATIO_FLOOR and unpacked > MAX_RATIO * packed):
        raise LetterheadError(
            _("The letterhead is packed in a way that only harmful files are."),
            hint=_("Make a new, simple letterhead in Word."),
        )


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = {entry.filename.casefold() for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise LetterheadError(
            _("The letterhead is protected with a password."),
            hint=_("Remove the password in Word and save it again."),
        )
    if any("vbaproject" in name or "vbadata" in name or "activex" in name for name in names):
        raise _macros()
    if len(names) != len(entries):
        raise _damaged()
    if "[content_types].xml" not in names or "_rels/.rels" not in names:
        raise LetterheadError(
            _("The letterhead is not a Word file."), hint=_("Choose a file that ends in .docx.")
        )


def _macros() -> LetterheadError:
    return LetterheadError(
        _("The letterhead holds macros."),
        hint=_("Save it in Word as .docx, without macros."),
    )


def _check_parts(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    xml = [entry for entry in entries if entry.filename.casefold().endswith(_XML)]
    if sum(entry.file_size for entry in xml) > MAX_XML:
        raise _too_much()
    _refuse_files_inside(archive, [entry for entry in entries if entry not in xml])
    kinds: list[str] = []
    tags = [0]
    for entry in xml:
        handler: Handler | None = None
        if entry.filename.casefold().endswith(".rels"):
            handler = _relation
        elif entry.filename.casefold() == "[content_types].xml":
            handler = _collector(kinds)
        _parse(archive, entry, handler, tags)
    if any("macroenabled" in kind.casefold() or "vba" in kind.casefold() for kind in kinds):
        raise _macros()
    if _DOCUMENT not in kinds:
        raise LetterheadError(
            _("The letterhead is not an ordinary Word document."),
            hint=_("Open it in Word and save it as .docx, not as a template."),
        )


def _too_much() -> LetterheadError:
    return LetterheadError(
        _("The letterhead holds too much text."),
        hint=_("Make a new, simple letterhead in Word."),
    )


def _refuse_files_inside(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """No letter needs a zip, a workbook or an old Office file inside itself."""
    for entry in entries:
        with archive.open(entry) as file:
            begins = file.read(4)
        if begins in _PACKED or entry.filename.casefold().startswith("word/embeddings/"):
            raise LetterheadError(
                _("The letterhead has another file inside it."),
                hint=_("Take embedded objects away in Word, and save it again."),
            )


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
            raise _external(found[1])


def _parse(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, handler: Handler | None, tags: list[int]
) -> None:
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
                    raise _too_much()
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
            fields.check()
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise _damaged() from error


def _refuse_doctype(*_arguments: object) -> None:
    raise LetterheadError(
        _("The letterhead holds definitions that no Word file has."),
        hint=_("Make a new, simple letterhead in Word."),
    )


def _relation(_name: str, attributes: dict[str, str]) -> None:
    if attributes.get("TargetMode", "").casefold() != "external":
        target = attributes.get("Target", "")
        if re.match(r"[a-z][a-z0-9+.-]+:|//|\\\\", target, re.IGNORECASE):
            raise _external(target)
        return
    if not attributes.get("Type", "").endswith(_LINK):
        raise _external(attributes.get("Target", ""))


def _external(target: str) -> LetterheadError:
    name = posixpath.basename(target.replace("\\", "/").rstrip("/"))[:60]
    return LetterheadError(
        _("The letterhead fetches something from outside: {name}.").format(name=name),
        hint=_("Put pictures into the file itself, and detach its template, in Word."),
    )


def _collector(kinds: list[str]) -> Handler:
    def collect(_name: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("ContentType", "")
        kinds.append(kind)
        name = attributes.get("PartName", f".{attributes.get('Extension', '')}").casefold()
        if kind.endswith("xml") and not name.endswith(_XML):
            raise _damaged()  # it would be read as XML without having been looked through

    return collect


def _try(data: bytes) -> None:
    from gdpr_desktop.core.municipality import Language
    from gdpr_desktop.letters.own_letterhead import own_base

    own_base(data, Language.NYNORSK)

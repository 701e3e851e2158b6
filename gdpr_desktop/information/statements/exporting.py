"""A statement as a file: Word, HTML or Markdown, noted in the record with what it was made from."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import is_too_long
from gdpr_desktop.core.text import _
from gdpr_desktop.information.statements.building import Built, build
from gdpr_desktop.information.statements.html import write_article, write_page
from gdpr_desktop.information.statements.markdown import write_markdown
from gdpr_desktop.information.statements.short import build_short
from gdpr_desktop.information.statements.sources import Gathered, gather
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.vault import Vault


class Format(StrEnum):
    """What kind of file."""

    WORD = "docx"
    HTML = "html"  # a piece to paste into a publishing system
    PAGE = "page"  # a whole page
    MARKDOWN = "md"

    @property
    def suffix(self) -> str:
        """How its name ends."""
        return ".html" if self is Format.PAGE else f".{self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which file is wanted."""

    format: Format = Format.WORD
    language: Language = Language.NYNORSK
    short: bool = False

    @property
    def kind(self) -> str:
        """The code that the document is known by: one of each is in use at a time."""
        return f"statement_short_{self.format.value}" if self.short else f"statement_{self.format}"


def built(vault: Vault, entry: Entry, order: Order) -> Built:
    """The statement as ordered, from the record as it stands."""
    return _built(entry, gather(vault, entry), order)


def _built(entry: Entry, gathered: Gathered, order: Order) -> Built:
    make = build_short if order.short else build
    return make(entry.content, gathered.around, order.language)


def text_of(made: Built, format: Format) -> str:  # noqa: A002
    """The text of a file that is not Word's."""
    writers = {
        Format.HTML: write_article,
        Format.PAGE: write_page,
        Format.MARKDOWN: write_markdown,
    }
    return writers[format](made)


def file_name(made: Built, order: Order) -> str:
    """«Personvernerklæring for nettstaden nn.html»."""
    safe = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in made.title)
    return f"{' '.join(safe.split())[:80].strip()} {order.language}{order.format.suffix}"


def export_statement(vault: Vault, entry: Entry, order: Order, path: Path) -> Change:
    """Write the file to ``path`` and note it. The caller has asked before one is replaced.

    Where the file cannot be written or noted the place is as it was. Raises ``AppError``.
    """
    gathered = gather(vault, entry)
    for one in gathered.sources:
        store.entry(vault.db, one)  # refused where one cannot be read: the text would lack it
    made = _built(entry, gathered, order)
    _refuse(vault, order.format, path)
    kept = path.read_bytes() if path.is_file() else None
    if order.format is Format.WORD:
        sha256 = made.letter().save(path, vault.letterhead())
    else:
        sha256 = _write(path, text_of(made, order.format).encode("utf-8"))
    try:
        return record_document(
            vault,
            kind=order.kind,
            title=made.title,
            language=order.language.value,
            path=path,
            sha256=sha256,
            about=entry.id,
            sources=gathered.sources,
        )
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
            if kept is not None:
                path.write_bytes(kept)
        raise


def _refuse(vault: Vault, format: Format, path: Path) -> None:  # noqa: A002
    from gdpr_desktop.letters.file_names import check_path

    check_path(path)
    own = {vault.path.with_suffix(s).absolute() for s in (vault.path.suffix, ".keys", ".lock")}
    if path.suffix.lower() != format.suffix or path.absolute() in own:
        raise AppError(
            _("The file must have a name that ends in {suffix}.").format(suffix=format.suffix),
            hint=_("Choose another name."),
        )
    if is_too_long(path):
        raise AppError(
            _("The name of the file, or of the folders it lies in, is too long."),
            hint=_("Choose a shorter name, or a folder that is not so deep."),
        )


def _write(path: Path, data: bytes) -> str:
    """Whole or not at all, and read back."""
    fresh: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".letter-", suffix=".tmp")
        fresh = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if fresh.read_bytes() != data:
            raise OSError
        fresh.chmod(0o644)  # it is to be published
        fresh.replace(path)
    except OSError as error:
        if fresh is not None:
            with contextlib.suppress(OSError):
                fresh.unlink(missing_ok=True)
        raise AppError(
            _("{name} cannot be written.").format(name=path.name),
            hint=_("Check that the disk has room, or choose another place."),
        ) from error
    return hashlib.sha256(data).hexdigest()

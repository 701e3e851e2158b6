"""The forms as files in a folder, ready for the web site. Nothing in them is about anybody."""

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.correspondence.form_links import STATEMENT, Links
from gdpr_desktop.letters.fields.check import FieldsCheck
from gdpr_desktop.letters.saving import save_file
from gdpr_desktop.requests.citizen_forms.content import FormOrder
from gdpr_desktop.requests.citizen_forms.html import write_page
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.tags import made_fields
from gdpr_desktop.requests.citizen_forms.texts import form_words
from gdpr_desktop.requests.citizen_forms.word import write_word


class FormFormat(StrEnum):
    """What kind of file; the value is how its name ends."""

    WORD = "docx"
    PAGE = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """One file to be made."""

    kind: FormKind
    language: Language
    format: FormFormat

    @property
    def name(self) -> str:
        """«skjema-innsyn-nn.docx»: a name that a web address can end in."""
        words = form_words(self.kind, self.language)
        return f"skjema-{words.file}-{self.language}.{self.format}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOrder:
    """Which files are wanted."""

    kinds: tuple[FormKind, ...] = tuple(FormKind)
    languages: tuple[Language, ...] = tuple(Language)
    formats: tuple[FormFormat, ...] = tuple(FormFormat)

    def files(self) -> Iterator[FormFile]:
        """One for each form, language and kind of file."""
        return (
            FormFile(kind=kind, language=language, format=one)
            for kind in self.kinds
            for language in self.languages
            for one in self.formats
        )


def in_the_way(order: ExportOrder, folder: Path) -> tuple[str, ...]:
    """Names of files that are in the folder already."""
    return tuple(file.name for file in order.files() if (folder / file.name).exists())


def export_forms(
    order: ExportOrder,
    municipality: Municipality,
    links: Links,
    folder: Path,
    stopped: Callable[[], bool] = bool,
) -> int:
    """Write the files to ``folder``, and replace those of the same names; how many were written.

    For the worker: ``stopped`` is asked before each. Each file is whole or not there at all.
    What an export that was ended by force has left behind is taken away. Raises ``AppError`` for
    a folder that cannot be written to.
    """
    _tidy(folder)
    count = 0
    for file in order.files():
        if stopped():
            break
        _write(file, municipality, links, folder / file.name)
        count += 1
    return count


def _unfinished(path: Path) -> Path:
    """Where a file stands while it is written: known, so that what is left is found again."""
    return path.with_name(f".{path.name}.tmp")


def _tidy(folder: Path) -> None:
    for file in ExportOrder().files():
        with contextlib.suppress(OSError):
            _unfinished(folder / file.name).unlink(missing_ok=True)


def _write(file: FormFile, municipality: Municipality, links: Links, path: Path) -> None:
    statement = links[STATEMENT].in_(file.language) if STATEMENT in links else ""
    order = FormOrder(
        kind=file.kind,
        language=file.language,
        municipality=municipality,
        statement_url=statement,
    )
    if file.format is FormFormat.PAGE:
        save_file(write_page(order).encode("utf-8"), path, temporary=_unfinished(path))
    else:
        expected = made_fields(file.kind, file.language)
        save_file(write_word(order), path, temporary=_unfinished(path), check=FieldsCheck(expected))
    if os.name == "posix":
        path.chmod(0o644)  # it is to be published

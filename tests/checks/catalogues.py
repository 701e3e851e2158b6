"""Our words and their translations: collect, merge, compile (``update``); find faults (``check``).

The program's source strings are English. ``personvernpulten.pot`` lists them; each language has
a ``.po`` that people edit and two ``.mo`` that the program reads: a small one with the words that
are said before a register is open, and one with all. All are written the same way each
time, without dates and line numbers, so that a diff shows words and nothing else.
"""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("nn", "nb")
DOMAIN = "personvernpulten"
START = f"{DOMAIN}-start"
# what the program says before a register is open
BEFORE_UNLOCKING = tuple(f"gdpr_desktop/{one}" for one in ("app.py", "core/", "ui/", "vault/"))
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
WIDTH = 96
MOST_SHOWN = 40
NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
HEADER = r"""{comment}
msgid ""
msgstr ""
"Project-Id-Version: Personvernpulten\n"
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

_MNEMONIC = re.compile(r"&(?=\w)")
_PLACEHOLDER = re.compile(r"(?<!\{)\{(\w*)[^{}]*\}(?!\})")


def extract() -> Catalog:
    """All source strings of the program, with the files that they stand in. Each folder once."""
    return _extracted(ROOT / "gdpr_desktop")


@cache
def _extracted(folder: Path) -> Catalog:
    catalogue = Catalog(charset="utf-8")
    found = extract_from_dir(folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for file, _line, message, _comments, context in sorted(found, key=lambda entry: entry[0]):
        catalogue.add(message, locations=[(f"gdpr_desktop/{file}", None)], context=context)
    return catalogue


def template_path() -> Path:
    """The list of source strings."""
    return ROOT / "resources" / "languages" / f"{DOMAIN}.pot"


def po_path(language: str) -> Path:
    """The translations that people edit."""
    return ROOT / "resources" / "languages" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def mo_path(language: str) -> Path:
    """The translations that the program reads."""
    return po_path(language).with_suffix(".mo")


def start_path(language: str) -> Path:
    """The few of them that the program reads at once."""
    return mo_path(language).with_stem(START)


def load_po(language: str) -> Catalog:
    """The edited translations; empty where there are none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compiled(language: str, *, start: bool = False) -> bytes:
    """The edited translations as the program reads them; the same bytes each time.

    ``start``: only those that are said before a register is open.
    """
    catalogue = load_po(language)
    if start:
        for message in list(extract()):
            if message.id and not _is_said_first(message):
                catalogue.delete(message.id, message.context)
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _is_said_first(message: Message) -> bool:
    return any(file.startswith(BEFORE_UNLOCKING) for file, _line in message.locations)


def update() -> None:
    """Write the template, merge it into each language, drop what the code no longer says."""
    template = extract()
    _write_text(template_path(), template, language="", comment="# Source strings.")
    for language in LANGUAGES:
        catalogue = load_po(language)
        catalogue.update(template, no_fuzzy_matching=True)
        comment = "# Edited by hand; python3 dev.py text merges new source strings in."
        _write_text(po_path(language), catalogue, language=language, comment=comment)
        mo_path(language).write_bytes(compiled(language))
        start_path(language).write_bytes(compiled(language, start=True))
        missing = sum(1 for message in catalogue if message.id and not _translated(message))
        print(f"{language}: {len(catalogue)} texts, {missing} not translated")


def _write_text(path: Path, catalogue: Catalog, *, language: str, comment: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.format(language=language, comment=comment).encode())
        write_po(
            file,
            catalogue,
            width=WIDTH,
            omit_header=True,
            sort_by_file=True,
            ignore_obsolete=True,
            include_previous=False,
            include_lineno=False,
            no_location=bool(language),  # where each stands is in the template, once
        )


def faults(language: str) -> Iterator[str]:
    """What is wrong with ``language``, one sentence each."""
    catalogue = load_po(language)
    known = _by_key(catalogue)
    source = _by_key(extract())
    for key, message in source.items():
        if key not in known:
            yield f"not in the catalogue: {message.id!r}"
    for key, message in known.items():
        if key not in source:
            yield f"no longer said by the program: {message.id!r}"
        yield from _faults_of(message)
    for obsolete in catalogue.obsolete.values():
        yield f"obsolete: {obsolete.id!r}"
    for path, start in ((mo_path(language), False), (start_path(language), True)):
        if not path.exists():
            yield "not compiled: run python3 dev.py text"
        elif path.read_bytes() != compiled(language, start=start):
            yield "compiled from something else: run python3 dev.py text"
            return


def _faults_of(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield f"fuzzy: {message.id!r}"
    if not _translated(message):
        yield f"not translated: {message.id!r}"
        return
    for original, translation in zip(_forms(message.id), _forms(message.string), strict=True):
        if _placeholders(original) != _placeholders(translation):
            yield f"other placeholders: {original!r} → {translation!r}"
        if len(_MNEMONIC.findall(original)) != len(_MNEMONIC.findall(translation)):
            yield f"the & of the keyboard is lost or doubled: {original!r} → {translation!r}"


def _by_key(catalogue: Catalog) -> dict[tuple[object, ...], Message]:
    """The texts of a catalogue, without its header, by context and source string."""
    return {(text.context, *_forms(text.id)): text for text in catalogue if text.id}


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """One form, or two where there is a plural."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def _translated(message: Message) -> bool:
    forms = _forms(message.string)
    return len(forms) == len(_forms(message.id)) and all(form.strip() for form in forms)


def _placeholders(words: str) -> list[str]:
    return sorted(_PLACEHOLDER.findall(words))


def main(arguments: list[str]) -> int:
    """``update`` or ``check``; the exit code."""
    if arguments == ["update"]:
        update()
        return 0
    found = [f"{language}: {fault}" for language in LANGUAGES for fault in faults(language)]
    print("\n".join(found[:MOST_SHOWN]))
    if len(found) > MOST_SHOWN:
        print(f"… and {len(found) - MOST_SHOWN} more")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

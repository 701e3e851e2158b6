"""Saves a list of entries as .csv: what a spreadsheet opens without running anything in it."""

import csv
import io
import os
from collections.abc import Generator
from pathlib import Path

from gdpr_desktop.administration.journal import lists
from gdpr_desktop.administration.journal.model import Entry, JournalFilter
from gdpr_desktop.administration.journal.words import deed_words, detail_words, when_words
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.errors import from_os_error
from gdpr_desktop.vault.files import replace_file

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula; without control characters."""
    kept = "".join(sign if sign.isprintable() else " " for sign in text)
    return f"'{kept}" if text.startswith(_FORMULA) else kept


def export(vault: Vault, chosen: JournalFilter, path: Path) -> Generator[int, None, int]:
    """Write what ``chosen`` matches to ``path``; yields how many so far, returns how many.

    Semicolons and a mark of the encoding, as Norwegian spreadsheets want it. That it was saved is
    written in the journal first. Raises ``VaultError`` when the file cannot be written.
    """
    names = lists.names(vault.db)
    head = (_("No."), _("When"), _("Who"), _("What"), _("Case"), _("Detail"))
    text = io.StringIO()
    sheet = csv.writer(text, delimiter=";", lineterminator="\r\n")
    sheet.writerow(head)
    count = 0
    for piece in lists.all_of(vault.db, chosen):
        sheet.writerows(_row(entry, names) for entry in piece)
        count += len(piece)
        yield count
    with vault.begin(Deed.READ_JOURNAL) as work:
        work.log(None, "journal_exported", entries=count, **_detail(chosen))
        try:
            replace_file(path, text.getvalue().encode("utf-8-sig"))  # the last act: old or new
        except OSError as error:
            raise from_os_error(error) from error
    return count


def suggested_name(vault: Vault) -> str:
    """The name of the file: the register and the day, no person."""
    name = _("{register} journal {day}").format(
        register=vault.path.stem, day=vault.clock.today().isoformat()
    )
    return name.replace(os.sep, " ") + ".csv"


def _row(entry: Entry, names: dict[int, str]) -> tuple[str, ...]:
    cells = (
        when_words(entry),
        entry.user,
        deed_words(entry),
        entry.case_number,
        detail_words(entry, names),
    )
    return (str(entry.seq), *(safe_cell(cell) for cell in cells))


def _detail(chosen: JournalFilter) -> dict[str, object]:
    found = {
        "by": chosen.user,
        "case": chosen.case_id,
        "what": chosen.what.value if chosen.what else None,
        "since": chosen.since.isoformat() if chosen.since else None,
        "until": chosen.until.isoformat() if chosen.until else None,
    }
    return {name: value for name, value in found.items() if value is not None}

"""Keeps what lists and searches read of the record in step with the rules of this program."""

from typing import Any

from gdpr_desktop import __version__
from gdpr_desktop.casework.person_search import Where, add_source
from gdpr_desktop.casework.person_search.store import table_source
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.entries.unreadable import is_readable
from gdpr_desktop.vault import Vault, settings

_CHECKED = "record_checked_by"  # the version whose rules the counts of findings come from

# where somebody may be named in the record, and in what it said before
TEXTS = (
    table_source("entry", Where.RECORD, "name data", case="NULL"),
    table_source("entry_version", Where.RECORD, "note data", case="NULL"),
    table_source("document", Where.RECORD, "title file_name path", case="NULL"),
    table_source("filled_checklist", Where.RECORD, "about_name data", case="NULL"),
)


def subscribe() -> None:
    """Let the search for a person go through the record too."""
    for source in TEXTS:
        add_source(source)


def catch_up(vault: Vault) -> None:
    """Count the findings anew where another version of the program counted them last."""
    if vault.read_only or vault.setting(_CHECKED) == __version__:
        return
    with vault.begin_upkeep() as work:
        for kind in EntryKind:
            for entry_id in store.ids(work.db, kind):
                _count_anew(work.db, entry_id)
        settings.write(work.db, _CHECKED, __version__)


def _count_anew(db: Any, entry_id: EntryId) -> None:
    """One that cannot be read must not keep the rest of the register shut."""
    found = store.entry(db, entry_id, unreadable=True)
    if is_readable(found):
        store.refresh(db, entry_id, found.content)

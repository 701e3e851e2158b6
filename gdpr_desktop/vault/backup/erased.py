"""Cases that were anonymised stay so after a restore.

A room that anonymises says here how the list is read from the file and what is to be done with
the cases in it. Each backup carries the list; a restore leaves it in the restored file, and
``reapply`` is called when that file is opened.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from gdpr_desktop.vault import settings

if TYPE_CHECKING:
    from gdpr_desktop.vault.vault import Vault

Lister = Callable[[Database], Iterable[int]]
Eraser = Callable[["Vault", tuple[int, ...]], object]

PENDING = "erase_again_after_restore"
_listers: list[Lister] = []
_erasers: list[Eraser] = []


def register(lister: Lister, eraser: Eraser) -> None:
    """``lister(db)`` gives the ids of all cases anonymised; ``eraser(vault, ids)`` does it again.

    ``eraser`` must pass over cases that are gone or anonymised already.
    """
    if lister not in _listers:
        _listers.append(lister)
        _erasers.append(eraser)


def erased_cases(db: Database) -> tuple[int, ...]:
    """The cases anonymised so far, by all who registered."""
    return tuple(sorted({case_id for lister in _listers for case_id in lister(db)}))


def reapply(vault: "Vault") -> int:
    """Anonymise again what a restore brought back; returns how many cases were on the list."""
    pending = tuple(vault.setting(PENDING, ()))
    if not pending or not _erasers or vault.read_only:
        return 0
    for eraser in _erasers:
        eraser(vault, pending)
    with vault.begin_upkeep() as work:
        settings.write(work.db, PENDING, [])
        work.log(None, "erased_again", cases=list(pending))
    return len(pending)

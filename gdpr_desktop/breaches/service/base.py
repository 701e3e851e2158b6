"""What every deed on a breach begins with, and how a step is written and taken back."""

from typing import Any

from gdpr_desktop.breaches import store
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.nouns import noun
from gdpr_desktop.casework.deed import begin_on, require_open, require_readable
from gdpr_desktop.casework.undo import Steps, with_undo
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

__all__ = ["opened", "put", "read_breach", "with_undo"]

# what later rests on each step: sent or closed is not taken back
_GONE = frozenset(
    {
        "breach_notified",
        "breach_followed_up",
        "breach_notice_withdrawn",
        "breach_people_told",
        "closed",
    }
)
_BLOCKERS = {
    "breach_described": frozenset({"closed"}),
    "breach_scoped": frozenset({"closed"}),
    "advised": frozenset({"decided", *_GONE}),
    "breach_lessons": frozenset({"closed"}),
}


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Breach:
    """The breach of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return store.breach(work.db, case_id)


def read_breach(vault: Vault, case_id: CaseId) -> Breach:
    """The breach, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.breach(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def _opened_again(work: Any, case_id: CaseId, deed: Deed, _column: str) -> Breach:
    return opened(work, case_id, deed)


put = Steps(
    write=store.put_step,
    opened=_opened_again,
    noun=noun,
    gone=_GONE,
    blockers=_BLOCKERS,
).put

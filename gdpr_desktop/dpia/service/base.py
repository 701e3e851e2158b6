"""What every deed on an assessment begins with, and how a step is written and taken back."""

from typing import Any

from gdpr_desktop.casework.deed import begin_on, record, require_open, require_readable
from gdpr_desktop.casework.undo import Steps, with_undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId, EventId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.nouns import noun
from gdpr_desktop.dpia.states import may_follow
from gdpr_desktop.vault import Vault

__all__ = ["go_to", "opened", "opened_to_write", "put", "read_dpia", "with_undo"]

# what later rests on a step: what was sent, decided or closed is not taken back under it
_GONE = frozenset(
    {"dpia_sent", "dpia_advised", "dpia_advice_anew", "dpia_approved", "dpia_sent_back", "closed"}
)


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Dpia:
    """The assessment of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return store.dpia(work.db, case_id)


def opened_to_write(work: Any, case_id: CaseId) -> Dpia:
    """The same, where answers, risks and measures may be changed now."""
    found = opened(work, case_id)
    if not found.writable:
        raise RefusedError(
            _("The assessment cannot be changed now."),
            hint=_("Take it back, or wait until it is sent back to you."),
        )
    return found


def read_dpia(vault: Vault, case_id: CaseId) -> Dpia:
    """The assessment, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.dpia(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def go_to(work: Any, found: Dpia, then: State, code: str, **detail: str) -> EventId:
    """Move to another state, and tell of it on the timeline. Raises ``RefusedError``.

    Returns the id of the entry on the timeline.
    """
    if not may_follow(found.state, then):
        raise RefusedError(
            _("This cannot be done now: the assessment has moved on."),
            hint=_("Look at where it stands, and begin again from there."),
        )
    store.put_step(work.db, found.case.id, state=then.value)
    return record(work, found.case.id, code, **detail)


def _opened_again(work: Any, case_id: CaseId, deed: Deed, _column: str) -> Dpia:
    return opened(work, case_id, deed)


put = Steps(write=store.put_step, opened=_opened_again, noun=noun, gone=_GONE).put

"""The case is closed: nothing comes of the processing, it is over, or a no is kept. And opened."""

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import begin_on, record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice.rules import beginning_again, ending
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.service.base import opened
from gdpr_desktop.vault import Vault

_CODES = {State.DROPPED: "dpia_dropped", State.ENDED: "dpia_ended"}


def close(vault: Vault, case_id: CaseId, *, reason: str) -> Change:
    """Close the case, with why. Everything in it is kept. Raises ``InvalidInputError``."""
    why = clean_text(reason)
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        problems = required("reason", why, _("Write why the case is closed."))
        require_valid([*problems, *text_length("reason", why)])
        then = ending(found)
        if then is not found.state:
            store.put_step(work.db, case_id, state=then.value)
        record(work, case_id, _CODES.get(then, "dpia_kept"), text=why)
        casework.close(vault, case_id, then.value)
    return work.change


def reopen(vault: Vault, case_id: CaseId, reason: str) -> Change:
    """Open it again: to be written on, or to be asked whether one is needed."""
    with vault.begin(Deed.REOPEN_CASE) as work:
        if begin_on(work, Deed.REOPEN_CASE, case_id).open:
            raise RefusedError(_("The case is open."))
        found = store.dpia(work.db, case_id)
        store.put_step(work.db, case_id, state=beginning_again(found).value)
        casework.reopen(vault, case_id, reason)
    return work.change

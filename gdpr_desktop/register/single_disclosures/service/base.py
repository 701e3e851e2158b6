"""What every deed on a single disclosure begins with, and how a step is written and taken back."""

from typing import Any

from gdpr_desktop.casework.deed import begin_on, require_open, require_readable
from gdpr_desktop.casework.undo import Steps, with_undo
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.single_disclosures import store
from gdpr_desktop.register.single_disclosures.model import SingleDisclosure
from gdpr_desktop.register.single_disclosures.words import noun
from gdpr_desktop.vault import Vault

__all__ = ["opened", "put", "read_disclosure", "with_undo"]

_GONE = frozenset({"letter_exported", "disclosure_answered", "closed"})
_BLOCKERS = {
    "advised": frozenset({"decided", "disclosure_answered", "closed"}),
    "disclosure_informed": frozenset({"closed"}),
}


def opened(
    work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE, *, answered: bool = False
) -> SingleDisclosure:
    """The disclosure of an open case that the actor may do ``deed`` on.

    Not answered yet, unless ``answered``: what was sent stays as it was sent.
    """
    require_open(begin_on(work, deed, case_id))
    found = store.disclosure(work.db, case_id)
    if found.dispatch is not None and not answered:
        raise RefusedError(
            _("The request has been answered."),
            hint=_("Close the case and open it again, if more must be done."),
        )
    return found


def read_disclosure(vault: Vault, case_id: CaseId) -> SingleDisclosure:
    """The disclosure, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = store.disclosure(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def _opened_again(work: Any, case_id: CaseId, deed: Deed, column: str) -> SingleDisclosure:
    return opened(work, case_id, deed, answered=column == "informing")


put = Steps(
    write=store.put_step,
    opened=_opened_again,
    noun=noun,
    gone=_GONE,
    blockers=_BLOCKERS,
).put

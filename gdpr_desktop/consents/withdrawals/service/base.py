"""What every deed on a withdrawal begins with, and how a step is written and taken back."""

from dataclasses import replace
from typing import Any

from gdpr_desktop.casework.deed import begin_on, require_open, require_readable
from gdpr_desktop.casework.undo import Steps, with_undo
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.consents.withdrawals import store
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.consents.withdrawals.nouns import noun
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

__all__ = ["opened", "put", "read_withdrawal", "whole", "with_undo"]


def whole(db: Any, case_id: CaseId) -> Withdrawal:
    """The case, with the consent and what its version says, where the consent is still kept."""
    found = store.withdrawal(db, case_id)
    if not found.registered.consent_id:
        return found
    consent = given.consent(db, found.registered.consent_id)
    version = forms.form(db, consent.form_id).version(consent.version)
    return replace(found, consent=consent, content=version.content if version else None)


def read_withdrawal(vault: Vault, case_id: CaseId) -> Withdrawal:
    """The withdrawal, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = whole(vault.db, case_id)
    require_readable(vault, found.case)
    return found


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Withdrawal:
    """The withdrawal of an open case that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return whole(work.db, case_id)


def taken_back(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Withdrawal:
    """The same, once it is said what is taken back."""
    found = opened(work, case_id, deed)
    if found.waits:
        raise RefusedError(
            _("It is not settled whether the request is about this consent."),
            hint=_("Settle that first."),
        )
    return found


def _opened_again(work: Any, case_id: CaseId, deed: Deed, _column: str) -> Withdrawal:
    return opened(work, case_id, deed)


put = Steps(
    write=store.put_step,
    opened=_opened_again,
    noun=noun,
    gone=frozenset({"closed"}),
).put

"""What every deed on a form begins with, and how a step is written and taken back."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework.deed import begin_on, require_open, require_readable
from gdpr_desktop.casework.undo import Steps, with_undo
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.nouns import noun
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

__all__ = ["opened", "put", "read_form", "with_undo"]

# what later rests on a step: what was approved or closed is not taken back under it
_GONE = frozenset({"consent_form_approved", "closed"})


def opened(work: Any, case_id: CaseId, deed: Deed = Deed.WORK_ON_CASE) -> Form:
    """The form, in use, that the actor may do ``deed`` on."""
    require_open(begin_on(work, deed, case_id))
    return _on(store.form(work.db, case_id), work.clock.today())


def read_form(vault: Vault, case_id: CaseId) -> Form:
    """The form, for who may see it. Raises ``RefusedError`` for a role that may not."""
    found = _on(store.form(vault.db, case_id), vault.clock.today())
    require_readable(vault, found.case)
    return found


def _on(found: Form, today: date) -> Form:
    return replace(found, known=replace(found.known, today=today))


def _opened_again(work: Any, case_id: CaseId, deed: Deed, _column: str) -> Form:
    return opened(work, case_id, deed)


put = Steps(write=store.put_step, opened=_opened_again, noun=noun, gone=_GONE).put

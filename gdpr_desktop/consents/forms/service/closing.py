"""A form is taken out of use: nobody is asked on it any more. Answers on it still hold."""

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import required, text_length
from gdpr_desktop.casework.deed import record
from gdpr_desktop.consents.forms.service.base import opened
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

RETIRED, NEVER_USED = "retired", "never_used"  # how the case of a form ends


def retire_form(vault: Vault, case_id: CaseId, *, reason: str) -> Change:
    """Take a form out of use; why is kept. Raises ``InvalidInputError``."""
    why = clean_text(reason)
    with vault.begin(Deed.CLOSE_CASE) as work:
        found = opened(work, case_id, Deed.CLOSE_CASE)
        problems = required("reason", why, _("Write why the form is taken out of use."))
        require_valid([*problems, *text_length("reason", why)])
        record(work, case_id, "consent_form_retired", text=why)
        used = any(one.used_on is not None for one in found.versions)
        casework.close(vault, case_id, RETIRED if used else NEVER_USED)
    return work.change

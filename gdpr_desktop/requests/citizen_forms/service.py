"""A request that was read from a form: registered as any other, with the file named in the case."""

from collections.abc import Callable

from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.requests.citizen_forms.model import FormSource
from gdpr_desktop.vault import Vault

READ_FROM_FORM = "read_from_form"  # on the timeline, and in the journal


def register_from(vault: Vault, source: FormSource, register: Callable[[], Change]) -> Change:
    """Do ``register``, and note which file the request was read from, in one unit of work."""
    with vault.begin(Deed.REGISTER_CASE) as work:
        case_id = CaseId(register().id)
        record(work, case_id, READ_FROM_FORM, file=source.name, sha256=source.sha256)
    return work.change

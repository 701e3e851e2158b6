"""What the dialogs of follow-up share: the form, read when the dialog is made."""

from typing import Any

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.forms.guidance import step_texts
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.consents.forms.steps import Step
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault import Vault


class FollowUpDialog(CaseDialog):
    """A deed of the step of follow-up, on one form."""

    def __init__(self, vault: Vault, case_id: CaseId, *arguments: Any, **named: Any) -> None:
        self.found: Form = read_form(vault, case_id)
        named.setdefault("why", step_texts(Step.REVIEW.value).why)
        super().__init__(vault, case_id, *arguments, **named)

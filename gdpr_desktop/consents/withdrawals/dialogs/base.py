"""What the dialogs of a withdrawal share: the case, read when the dialog is made."""

from typing import Any

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.consents.withdrawals.guidance import step_texts
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.steps import Step
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.vault import Vault


class WithdrawalDialog(CaseDialog):
    """A deed on one withdrawal; ``found`` is as it stood when the dialog was made.

    With a ``step`` it says in the handbook's words why the step is there; about a ``task`` its
    drafts carry the task's number.
    """

    step: Step | None = None

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        *arguments: Any,
        task: TaskId | None = None,
        **named: Any,
    ) -> None:
        self.found: Withdrawal = read_withdrawal(vault, case_id)
        self._task_id = task
        if self.step is not None:
            named.setdefault("why", step_texts(self.step.value).why)
        super().__init__(vault, case_id, *arguments, **named)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        whole = form if self._task_id is None else f"{form}.{self._task_id}"
        super().keep_draft_of(whole, case_id)

"""What the dialogs of a breach share: the breach, read when the dialog is made."""

from typing import Any

from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.steps import Step
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.ids import CaseId, TaskId
from gdpr_desktop.vault import Vault


class BreachDialog(CaseDialog):
    """A deed on one breach; ``breach`` is as it stood when the dialog was made.

    With a ``step`` it says in the handbook's words why the step is there; about a ``task`` its
    drafts carry the task's number. ``wide`` is in pixels.
    """

    step: Step | None = None
    wide = 560

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        *arguments: Any,
        task: TaskId | None = None,
        **named: Any,
    ) -> None:
        self.breach: Breach = read_breach(vault, case_id)
        self._task_id = task
        named.setdefault("width", self.wide)
        if self.step is not None:
            named.setdefault("why", step_texts(self.step.value).why)
        super().__init__(vault, case_id, *arguments, **named)

    def keep_draft_of(self, form: str, case_id: CaseId | None) -> None:
        whole = form if self._task_id is None else f"{form}.{self._task_id}"
        super().keep_draft_of(whole, case_id)

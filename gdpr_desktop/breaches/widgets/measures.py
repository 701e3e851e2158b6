"""The measures of a breach, a block to each with its buttons."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.breaches.actions import Action, may
from gdpr_desktop.breaches.following.measures import measure_actions, measure_line
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.widgets.task_rows import TaskRows, TaskWords

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class MeasureRows(TaskRows):
    """``action_chosen`` carries the ``Chosen`` of the button, and the measure's id."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(TaskWords(line=self._line, actions=measure_actions), parent)
        self._vault = vault

    def show_breach(self, found: Breach) -> None:
        """Show its measures; without buttons when the case is closed or not for the role."""
        works = may(Action.MEASURE_DONE, self._vault.actor.role)
        self.setVisible(bool(found.measures))
        self.show_tasks(found.measures, enabled=found.case.open and works)

    def _line(self, task: Task) -> str:
        return measure_line(task, self._vault.clock.today())

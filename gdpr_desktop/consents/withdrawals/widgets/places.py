"""The places of a withdrawal, a block to each with its buttons."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.model import Task
from gdpr_desktop.casework.widgets.task_rows import TaskRows, TaskWords
from gdpr_desktop.consents.withdrawals.actions import (
    Action,
    Chosen,
    action_words,
    may,
    place_actions,
)
from gdpr_desktop.consents.withdrawals.model import Withdrawal
from gdpr_desktop.consents.withdrawals.summary import place_line

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


class PlaceRows(TaskRows):
    """``action_chosen`` carries the ``Chosen`` of the button, and the task's id."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(TaskWords(line=self._line, actions=self._actions), parent)
        self._vault = vault
        self._found: Withdrawal | None = None

    def show_withdrawal(self, found: Withdrawal) -> None:
        """Show its places; without buttons when the case is closed or not for the role."""
        if self._found is not None and self._found != found:
            self.show_tasks((), enabled=False)  # the lines say more than the tasks hold
        self._found = found
        works = may(Action.END, self._vault.actor.role)
        self.setVisible(bool(found.stops))
        self.show_tasks(found.stops, enabled=found.case.open and works)

    def _line(self, task: Task) -> str:
        assert self._found is not None, "shown of a withdrawal"
        return place_line(self._found, task, self._vault.clock.today())

    def _actions(self, task: Task) -> tuple[tuple[Chosen, str], ...]:
        assert self._found is not None, "shown of a withdrawal"
        offered = place_actions(self._found, task)
        return tuple((Chosen(action=one, task=task.id), action_words(one)) for one in offered)

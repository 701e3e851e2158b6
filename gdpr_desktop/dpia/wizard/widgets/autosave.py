"""Answers are saved as they are typed: a moment after the last key, and whenever one goes on.

Who types without a pause is saved every few seconds all the same.

What could not be saved stays where it was typed, and is tried again.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.content import Answer
from gdpr_desktop.dpia.wizard.service import cleaned, save_answer
from gdpr_desktop.dpia.wizard.widgets.question_block import QuestionBlock

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_WAIT = 700  # milliseconds after the last key
_LONGEST = 3_000  # milliseconds, where somebody types without a pause
_AGAIN = 10_000  # milliseconds, after it went wrong


class Autosave(QObject):
    """Keeps the answers of the blocks that were ``edited``. ``saved``: Change, answer."""

    waiting = Signal()
    saved = Signal(object, object)
    failed = Signal(object)  # AppError

    def __init__(self, vault: "Vault", parent: QObject) -> None:
        super().__init__(parent)
        self._vault = vault
        self._blocks: dict[str, QuestionBlock] = {}
        self._case_id: CaseId | None = None
        self._version = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save_now)
        self._longest = QTimer(self)  # is not put off by what is typed
        self._longest.setSingleShot(True)
        self._longest.timeout.connect(self.save_now)

    def begin(self, case_id: CaseId, version: str) -> None:
        """The answers that come are of this case, and of this version of the catalogue."""
        self._case_id, self._version = case_id, version
        self._blocks.clear()
        self._wait_for_nothing()

    @property
    def is_waiting(self) -> bool:
        """Is there anything that is not saved?"""
        return bool(self._blocks)

    def unsaved(self) -> tuple[tuple[Answer, Answer], ...]:
        """What waits: each answer as it was, and as it is typed."""
        return tuple((one.known, cleaned(one.answer())) for one in self._blocks.values())

    def edited(self, block: QuestionBlock) -> None:
        """An answer was changed: save it soon."""
        self._blocks[block.question.id] = block
        self._timer.start(_WAIT)
        if not self._longest.isActive():
            self._longest.start(_LONGEST)
        self.waiting.emit()

    def save_now(self) -> bool:
        """Save what waits; False where something could not be."""
        self._wait_for_nothing()
        problem: AppError | None = None
        for block in list(self._blocks.values()):
            try:
                self._save(block)
            except InvalidInputError as error:
                block.show_problems(error.problems)
                problem = error
            except AppError as error:
                problem = error
                break
        if problem is None:
            return True
        self._timer.start(_AGAIN)
        self.failed.emit(problem)
        return False

    def stop(self) -> None:
        """The register is being locked, or another case is shown."""
        self._wait_for_nothing()
        self._blocks.clear()

    def _wait_for_nothing(self) -> None:
        self._timer.stop()
        self._longest.stop()

    def _save(self, block: QuestionBlock) -> None:
        if self._case_id is None:
            self._blocks.clear()
            return
        answer = block.answer()
        change = save_answer(
            self._vault, self._case_id, answer, version=self._version, before=block.known
        )
        block.saved(answer)
        block.show_problems(())
        self._blocks.pop(block.question.id, None)  # who is told, asks whether anything waits
        self.saved.emit(change, answer)

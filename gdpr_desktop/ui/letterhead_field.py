"""The letterhead: built-in, or the municipality's own Word file, checked when it is chosen."""

import base64
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import notices, tasks
from gdpr_desktop.ui.elided_label import ElidedLabel
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import button

# The content of a .docx that may be a letterhead; raises ``AppError``.
CheckLetterhead = Callable[[Path], bytes]

_IN_DRAFT = 2_000_000  # bytes; a larger one is asked for again


class LetterheadField(QWidget):
    """``content()`` is None for the built-in one. ``check`` runs in the worker."""

    problem_changed = Signal(str)
    draft_changed = Signal()

    def __init__(self, check: CheckLetterhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self._content: bytes | None = None
        self._choice = RadioChoice(
            (
                (False, _("The built-in one, with the name of the municipality")),
                (True, _("Our own Word file (.docx)")),
            )
        )
        self._choice.set_value(False)
        self._choice.value_changed.connect(self._on_choice_changed)
        self._name = ElidedLabel("", "muted")
        self._pick = button(_("Choose a file…"))
        self._pick.clicked.connect(self._on_pick_clicked)
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._pick)
        row.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._choice)
        layout.addLayout(row)
        self._pick.setEnabled(False)
        self.setFocusProxy(self._choice)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self._choice.set_accessible(name, description)

    def content(self) -> bytes | None:
        """The .docx chosen, or None for the built-in letterhead."""
        return self._content if self._choice.value() else None

    def set_content(self, content: bytes | None) -> None:
        """Show what the file has."""
        self._content = content
        self._choice.set_value(content is not None)
        self._name.setText(_("The letterhead in use") if content is not None else "")

    def draft_state(self) -> dict[str, Any]:
        """What is chosen, with the file itself unless it is large."""
        content = self._content or b""
        kept = base64.b64encode(content).decode() if len(content) <= _IN_DRAFT else ""
        return {"own": self._choice.value(), "name": self._name.text(), "content": kept}

    def restore_draft(self, state: dict[str, Any]) -> None:
        """Show what ``draft_state`` gave; a file that was too large must be chosen again."""
        if "content" in state:
            self._content = base64.b64decode(state["content"]) or None
            self._name.setText(state.get("name", self._name.text()) if self._content else "")
        self._choice.set_value(state.get("own", self._choice.value()))

    def problem(self) -> str:
        """A sentence when an own file is wanted but none is chosen."""
        if self._choice.value() and self._content is None:
            return _("Choose the Word file, or use the built-in letterhead.")
        return ""

    def _on_choice_changed(self, own: bool) -> None:
        self._pick.setEnabled(own)
        self.problem_changed.emit("")
        self.draft_changed.emit()

    def _on_pick_clicked(self) -> None:
        path = notices.open_path(
            self, _("Choose the letterhead"), Path.home(), _("Word files") + " (*.docx)"
        )
        if path is None:
            return
        check = self._check
        self._name.setText(path.name)
        self._pick.setEnabled(False)
        tasks.run(
            lambda: check(path),
            title=_("Checking the letterhead"),
            on_done=self._on_checked,
            on_error=self._on_refused,
        )

    def _on_checked(self, content: bytes) -> None:
        self._content = content
        self._pick.setEnabled(True)
        self.problem_changed.emit("")
        self.draft_changed.emit()

    def _on_refused(self, error: AppError) -> None:
        self._content = None
        self._name.setText("")
        self._pick.setEnabled(True)
        self.problem_changed.emit(str(error))

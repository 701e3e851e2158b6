"""How many: exactly, about, or not known."""

import re
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Known
from gdpr_desktop.breaches.facts.rules import is_improbable
from gdpr_desktop.breaches.model import Count
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.typed import TypedField
from gdpr_desktop.ui.labels import label


def read_count(text: str) -> int:
    """Read ``1200``, ``1 200`` or ``1.200``. Raises ``AppError``."""
    digits = re.sub(r"[\s.\u00a0]", "", text)
    if not re.fullmatch(r"[0-9]{1,12}", digits):
        raise AppError(
            _("«{text}» is not a number of people or records.").format(text=text.strip()[:40]),
            hint=_("Type it in digits."),
        )
    return int(digits)


def show_count(number: int) -> str:
    """``1 200``"""
    return f"{number:,}".replace(",", "\u00a0")


class _Number(TypedField):
    """Digits, with or without spaces between the thousands."""

    def __init__(self) -> None:
        super().__init__(read_count, show_count)

    def number(self) -> int | None:
        """The number typed; None when it is blank or unreadable."""
        found: int | None = self._current()
        return found

    def set_number(self, number: int | None) -> None:
        """Show a number, or none."""
        self._set(number)


class CountField(QWidget):
    """How well it is known, and the number. A very high one is allowed, but questioned."""

    value_changed = Signal(object)  # Count
    problem_changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.known = Choice([(one, words(one)) for one in Known])
        self.number = _Number()
        self.number.setObjectName(f"{name}.number")
        self.improbable = label("", "warning")
        self.improbable.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.known, 3)
        row.addWidget(self.number, 2)
        row.addStretch(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.improbable)
        self.setFocusProxy(self.known)
        self.known.value_changed.connect(self._on_changed)
        self.number.value_changed.connect(self._on_changed)
        self.number.problem_changed.connect(self.problem_changed)
        self.set_value(Count())

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return self.number.editors()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        how, number = _("how well it is known"), _("number")
        self.known.setAccessibleName(f"{name}: {how}")
        self.known.setAccessibleDescription(description)
        self.number.set_accessible(f"{name}: {number}", description)

    def value(self) -> Count:
        """What is said; ``number`` None where it is unknown, blank or unreadable."""
        known = self.known.value()
        unknown = known is Known.UNKNOWN
        return Count(known=known, number=None if unknown else self.number.number())

    def set_value(self, count: Count) -> None:
        """Show ``count``."""
        self.known.set_value(count.known)
        self.number.set_number(count.number)
        self._on_changed()

    def draft_state(self) -> dict[str, Any]:
        """What is chosen and typed."""
        return {"known": self.known.draft_state(), "number": self.number.draft_state()}

    def restore_draft(self, state: dict[str, Any]) -> None:
        """Put it back; what is not there had not been changed."""
        now = self.draft_state()
        self.known.restore_draft(state.get("known", now["known"]))
        self.number.restore_draft(state.get("number", now["number"]))

    def _on_changed(self, *_value: object) -> None:
        count = self.value()
        self.number.setVisible(count.known is not Known.UNKNOWN)
        high = is_improbable(count)
        text = _("That is more than live in any municipality. Check the number.") if high else ""
        self.improbable.setText(text)
        self.improbable.setVisible(high)
        self.value_changed.emit(count)

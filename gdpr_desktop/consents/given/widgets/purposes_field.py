"""Yes, no or not answered for each purpose of a form. Nothing is answered beforehand."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.core.text import _, current_language
from gdpr_desktop.ui.accessible import plain
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.labels import button, label, line

YES, NO, OPEN = "yes", "no", "open"


class PurposesField(QWidget):
    """``answers()`` are the keys answered yes and those answered no; the others are open."""

    value_changed = Signal(object)

    def __init__(self, purposes: Iterable[Purpose] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, RadioChoice] = {}
        self._name = ""
        self.all_yes, self.all_no = button(_("All yes"), "link"), button(_("All no"), "link")
        self.all_yes.clicked.connect(partial(self._answer_all, YES))
        self.all_no.clicked.connect(partial(self._answer_all, NO))
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.all_yes)
        links.addWidget(self.all_no)
        links.addStretch(1)
        self._holder = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(links)
        self._column.addWidget(self._holder)
        self.set_purposes(purposes)

    def editors(self) -> tuple[QWidget, ...]:
        """Nothing is framed in red: the sentence says enough."""
        return ()

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self._name = name
        self.all_yes.setAccessibleDescription(name)
        self.all_no.setAccessibleDescription(name)

    def set_purposes(self, purposes: Iterable[Purpose]) -> None:
        """Ask about these, all of them open."""
        old, self._holder = self._holder, QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._choices.clear()
        for one in purposes:
            if self._choices:
                column.addWidget(line())
            column.addWidget(self._row(one))
        swap(self._column, old, self._holder)
        self.setFocusProxy(next(iter(self._choices.values()), self.all_yes))

    def _row(self, purpose: Purpose) -> QWidget:
        words = purpose.text.in_(current_language())
        choice = RadioChoice(
            ((YES, _("Yes")), (NO, _("No")), (OPEN, _("Left open"))), horizontal=True
        )
        choice.set_value(OPEN)
        choice.set_accessible(plain(words), "")
        choice.value_changed.connect(self._on_choice_changed)
        self._choices[purpose.key] = choice
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(words))
        column.addWidget(choice)
        return row

    def answers(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys answered yes, and those answered no."""
        return self._keys(YES), self._keys(NO)

    def set_answers(self, yes: Iterable[str], no: Iterable[str]) -> None:
        """Show these; all others are open."""
        said = dict.fromkeys(no, NO) | dict.fromkeys(yes, YES)
        for key, choice in self._choices.items():
            choice.set_value(said.get(key, OPEN))

    def draft_state(self) -> dict[str, str]:
        """The answers, as JSON can hold them."""
        return {key: str(choice.value()) for key, choice in self._choices.items()}

    def restore_draft(self, state: dict[str, str]) -> None:
        """Put back what ``draft_state`` gave."""
        for key, value in state.items():
            if key in self._choices:
                self._choices[key].set_value(value)

    def _keys(self, value: str) -> tuple[str, ...]:
        return tuple(key for key, choice in self._choices.items() if choice.value() == value)

    def _answer_all(self, value: str, _checked: bool = False) -> None:
        for choice in self._choices.values():
            choice.set_value(value)

    def _on_choice_changed(self, _value: object) -> None:
        self.value_changed.emit(self.answers())

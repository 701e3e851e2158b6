"""One of the sixteen points: how it stands, what is to be changed, and what a person answers."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.consents.checking.points import Finding, Outcome, outcome_of
from gdpr_desktop.consents.checking.words import (
    asked_words,
    field_words,
    finding_words,
    outcome_words,
    point_place,
    point_title,
)
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.model import PointAnswer
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, icons
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import button, label

_ICONS = {
    Outcome.NOT_MET: ("problem", "danger"),
    Outcome.UNANSWERED: ("open", "muted"),
    Outcome.DOUBT: ("warning", "warning"),
    Outcome.MET: ("done", "ok"),
    Outcome.NOT_RELEVANT: ("info", "muted"),
}
_ROLES = {Outcome.NOT_MET: "problem", Outcome.DOUBT: "warning"}
_SIGN = 20  # pixels


class PointRow(QWidget):
    """A point with its findings. ``change_wanted`` carries the finding to be put right."""

    change_wanted = Signal(object)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.outcome: Outcome | None = None
        self.buttons: list[QPushButton] = []
        self._sign = QLabel()
        self._sign.setFixedWidth(_SIGN)
        words = _("{number}. {title}").format(number=number, title=point_title(number))
        self._state = label("", "muted")
        self._state.setWordWrap(False)
        self._title = label(words, "label")
        self._inner = QVBoxLayout()
        self._inner.setSpacing(4)
        self._findings = QWidget()
        self._inner.addWidget(self._findings)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._state, 0, 2)
        grid.addLayout(self._inner, 1, 1, 1, 2)
        self.answer: RadioChoice | None = None
        self.why: LineField | None = None
        self._asked: QWidget | None = None
        if asked_words(number):
            self._add_answer()

    def _add_answer(self) -> None:
        self.answer = RadioChoice(((True, _("Yes")), (False, _("No"))), horizontal=True)
        self.why = LineField()
        self.why.line.setPlaceholderText(_("How do you know?"))
        self._asked = QWidget()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        self.answer.setObjectName(f"yes_{self.number}")
        self.why.setObjectName(f"why_{self.number}")
        column.addWidget(forms.FieldRow(asked_words(self.number), self.answer))
        column.addWidget(forms.FieldRow("", self.why))
        self.why.set_accessible(
            _("{question} How do you know?").format(question=asked_words(self.number)), ""
        )
        self._inner.addWidget(self._asked)

    def show_findings(
        self, findings: Iterable[Finding], content: FormContent, *, asked: bool, place: bool = True
    ) -> None:
        """How the point stands now; ``asked``: it is one that a person answers."""
        shown = tuple(findings)
        self.outcome = outcome_of(shown)
        icons.set_icon(self._sign, *_ICONS[self.outcome], _SIGN)
        state = outcome_words(self.outcome)
        self._sign.setAccessibleName(state)
        self._state.setText(f"{state} · {point_place(self.number)}" if place else state)
        self.buttons = []
        old, self._findings = self._findings, self._lines(shown, content)
        swap(self._inner, old, self._findings)
        if self._asked is not None:
            self._asked.setVisible(asked)

    def _lines(self, findings: tuple[Finding, ...], content: FormContent) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for one in findings:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(label(finding_words(one, content), _ROLES.get(one.outcome, "muted")), 1)
            if one.field:
                row.addWidget(self._button(one), 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        return holder

    def _button(self, one: Finding) -> QPushButton:
        made = button(_("Go to «{field}»").format(field=field_words(one.field)), "link")
        made.clicked.connect(partial(self.change_wanted.emit, one))
        self.buttons.append(made)
        return made

    def show_answer(self, answer: PointAnswer) -> None:
        """Show what was answered before."""
        if self.answer is not None and self.why is not None:
            self.answer.set_value(answer.yes)
            self.why.set_text(answer.why)

    def given(self) -> PointAnswer | None:
        """What is answered now; None while it is not, or is not asked."""
        if self.answer is None or self.why is None or self._asked is None:
            return None
        yes = self.answer.value()
        if yes is None or self._asked.isHidden():
            return None
        return PointAnswer(number=self.number, yes=yes, why=self.why.text())

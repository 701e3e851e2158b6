"""What comes of the answers, as it is shown while they are given."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.register.assessments.model import Answers, Kind, Verdict
from gdpr_desktop.register.assessments.questions import questionnaire, words
from gdpr_desktop.register.assessments.weighing import sides
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.notes import NoteBox


def bullets(texts: Iterable[str]) -> str:
    """Lines with a mark before each."""
    return "\n".join(f"• {one}" for one in texts)


class ResultPanel(QWidget):
    """The outcome, what it takes, what to look out for, what is to be done."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._codes = words(kind).codes
        self.box = NoteBox(role="side")
        self.needs, self.warnings = label(""), label("", "warning")
        self.steps_title, self.steps = label(_("What is to be done"), "label"), label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in (self.box, self.needs, self.warnings, self.steps_title, self.steps):
            column.addWidget(one)

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what came of the answers."""
        if verdict.closed:
            self.box.say(self._codes[verdict.closed], _("This cannot be used here"))
        else:
            outcome = self._codes[verdict.outcome] if verdict.outcome else _("Not finished yet")
            self.box.say(outcome, _("Outcome"))
        day = _("Tell people by {day}.").format(day=long_date(verdict.day)) if verdict.day else ""
        self._show(self.needs, [self._codes[one] for one in verdict.needs] + [day] * bool(day))
        self._show(self.warnings, [self._codes[one] for one in verdict.warnings])
        own = () if verdict.day else verdict.steps
        self._show(self.steps, [self._codes[one] for one in own])
        self.steps_title.setVisible(bool(own))

    def show_texts(self, title: str, text: str, reasons: list[str], steps: list[str]) -> None:
        """The same, in words that are made already."""
        self.box.say(text, title)
        self._show(self.needs, [])
        self._show(self.warnings, reasons)
        self._show(self.steps, steps)
        self.steps_title.setVisible(bool(steps))

    def _show(self, where: QWidget, texts: list[str]) -> None:
        where.setText(bullets(texts))  # type: ignore[attr-defined]
        where.setVisible(bool(texts))


class SidesPanel(QWidget):
    """What was answered, in columns: for, against, unsure. Nothing is counted."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self._texts = words(kind).questions
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        self.columns = []
        for number, title in enumerate((_("For"), _("Against"), _("Unsure"))):
            grid.addWidget(label(title, "label"), 0, number)
            text = label("")
            text.setProperty("alignment", "AlignTop")  # by name: see the note in theme.py
            grid.addWidget(text, 1, number)
            grid.setColumnStretch(number, 1)
            self.columns.append(text)

    def show_answers(self, answers: Answers) -> None:
        """Put each question in its column."""
        for where, names in zip(
            self.columns, sides(questionnaire(self._kind), answers), strict=True
        ):
            where.setText(bullets(self._texts[one].text for one in names) or "–")

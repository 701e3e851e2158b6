"""Is each section enough? A line to each, with room for what is lacking."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import SectionVerdict
from gdpr_desktop.dpia.advice.words import carried_words, verdict_words
from gdpr_desktop.ui import accessible
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import label


class VerdictsField(QWidget):
    """``sections`` are (id, title). What is lacking is asked for only where it is not enough."""

    def __init__(self, sections: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.choices: dict[str, Choice] = {}
        self.texts: dict[str, TextArea] = {}
        self._marks: dict[str, QLabel] = {}
        self._carried: dict[str, SectionVerdict] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        pairs = tuple((one, verdict_words(one)) for one in (None, True, False))
        for number, (section, title) in enumerate(sections):
            choice, text = Choice(pairs), TextArea(lines=2, max_length=5000)
            choice.setObjectName(f"verdict_{section}")
            text.setObjectName(f"lacking_{section}")
            accessible.name(choice, title, "")
            accessible.name(text, _("What is lacking in «{section}»").format(section=title), "")
            text.editor.setPlaceholderText(_("What is lacking"))
            text.hide()
            choice.value_changed.connect(partial(self._on_chosen, section))
            mark = self._marks[section] = label("", "help")
            mark.hide()
            row = 3 * number
            grid.addWidget(label(title), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(choice, row, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(mark, row + 1, 0, 1, 2)
            grid.addWidget(text, row + 2, 0, 1, 2)
            self.choices[section], self.texts[section] = choice, text

    def set_verdicts(self, verdicts: Iterable[SectionVerdict]) -> None:
        """Show what has been said."""
        for one in verdicts:
            if one.section in self.choices:
                self.choices[one.section].set_value(one.sufficient)
                self.texts[one.section].set_text(one.feedback)
                self._carried[one.section] = one
                self._mark(one.section)

    def verdicts(self) -> tuple[SectionVerdict, ...]:
        """Those that say something."""
        found = (
            SectionVerdict(
                section=section,
                sufficient=choice.value(),
                feedback=self.texts[section].text() if choice.value() is False else "",
                carried=self._carried_from(section),
            )
            for section, choice in self.choices.items()
        )
        return tuple(one for one in found if one.sufficient is not None)

    def _on_chosen(self, section: str, value: bool | None) -> None:
        self.texts[section].setVisible(value is False)
        self._mark(section)

    def _carried_from(self, section: str) -> int:
        """The number that the verdict comes from; 0 once it is another."""
        before = self._carried.get(section)
        if before is None:
            return 0
        now = (self.choices[section].value(), self.texts[section].text())
        return before.carried if now == (before.sufficient, before.feedback) else 0

    def _mark(self, section: str) -> None:
        before = self._carried.get(section)
        shown = bool(self._carried_from(section))
        self._marks[section].setText(carried_words(before) if before is not None else "")
        self._marks[section].setVisible(shown)

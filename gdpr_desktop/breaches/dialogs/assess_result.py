"""What comes of an assessment, beside the questions: the picture, three answers, the reasons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Assessment, SeverityChoices, advise
from gdpr_desktop.breaches.assessing.from_case import flags_of
from gdpr_desktop.breaches.assessing.words import advice_lines, part_lines, reason_words, risk_words
from gdpr_desktop.breaches.widgets.severity_picture import SeverityPicture
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll


class ResultPanel(PageScroll):
    """Follows the choices. Words that change are read aloud."""

    def __init__(self) -> None:
        page = QFrame()
        super().__init__(page)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # to be scrolled by key
        self.setAccessibleName(_("What comes of it"))
        page.setProperty("role", "side")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 24, 24, 24)
        column.setSpacing(10)
        column.addWidget(label(_("What comes of it"), "heading"))
        self.risk = label("", "label")
        self.answers = label("")
        self.reasons = label("", "muted")
        self.picture = SeverityPicture()
        self.meaning = label("")
        self.parts = tuple((label("", "label"), label("", "help")) for _part in range(4))
        for widget in (self.risk, self.answers, self.reasons):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(label(_("Severity"), "label"))
        column.addWidget(self.picture)
        column.addWidget(self.meaning)
        for name, why in self.parts:
            column.addWidget(name)
            column.addWidget(why)
        column.addStretch(1)

    def show_severity(self, choices: SeverityChoices | None, assessment: Assessment | None) -> None:
        """The picture, what the band means, and how the number came to be."""
        self.picture.show_choices(choices)
        if choices is None:
            self.meaning.setText(_("Make the four choices to see it."))
            self._show_parts(())
            return
        band = factors.band_words(choices.severity().band)
        flags = flags_of(assessment) if assessment is not None else ()
        lines = [f"{band.title}. {band.text}", *(factors.flag_words(flag) for flag in flags)]
        self.meaning.setText("\n".join(lines))
        self._show_parts(part_lines(choices))

    def _show_parts(self, rows: tuple[tuple[str, str, str], ...]) -> None:
        for index, (name, why) in enumerate(self.parts):
            row = rows[index] if rows else ("", "", "")
            name.setText(" ".join(row[:2]))
            why.setText(row[2])
            name.setVisible(bool(rows))
            why.setVisible(bool(row[2]))

    def show_advice(self, assessment: Assessment | None) -> None:
        """The three answers with their reasons; None while questions are left."""
        before = self.answers.text()
        if assessment is None:
            self.risk.setText(_("Answer all questions to see what the law asks for."))
            self.answers.setText("")
            self.reasons.setText("")
            self._hide_empty()
            return
        advice = advise(assessment)
        self.risk.setText(risk_words(advice.risk))
        self.answers.setText("\n".join(f"• {line}" for line in advice_lines(advice)))
        self.reasons.setText("\n".join(reason_words(one) for one in advice.reasons[1:]))
        self._hide_empty()
        if before and before != self.answers.text():
            announce(self, f"{self.risk.text()}. {self.answers.text()}")

    def _hide_empty(self) -> None:
        for part in (self.answers, self.reasons):
            part.setVisible(bool(part.text()))

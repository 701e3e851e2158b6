"""A section of the form of an activity, and the page that it stands on."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.guidance.widgets import WhyTopic
from gdpr_desktop.law.articles import cited
from gdpr_desktop.register.activities.advice import finding_words
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Finding, Severity, foremost
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.page_scroll import PageScroll

if TYPE_CHECKING:
    from gdpr_desktop.register.entries.dialogs.base import EntryDialog

_TONES = {Severity.ERROR: "problem", Severity.WARNING: "warning", Severity.HINT: "muted"}
_MOST, _OF_ONE = 7, 3  # findings shown at the top of a page; and of one kind


class Part(QWidget):
    """Fields of one section. ``shows`` names the fields of the activity whose findings it has."""

    shows: tuple[str, ...] = ()
    topic = ""  # the place whose guidance belongs here

    def __init__(self, dialog: "EntryDialog") -> None:
        super().__init__(dialog)
        self.dialog, self.vault = dialog, dialog.vault
        self.form = forms.form_layout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.form)
        self.build()

    def build(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def show_values(self, activity: Activity) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def into(self, activity: Activity) -> Activity:
        """``activity`` with what is filled in here."""
        raise NotImplementedError


class PartPage(PageScroll):
    """A part under its heading and findings. ``expand`` brings it forward: problems find it so."""

    finding_count_changed = Signal(int)

    def __init__(self, title: str, text: str, part: Part, show: Callable[[], None]) -> None:
        page = QWidget()
        super().__init__(page)
        self.part, self.title = part, title
        self.shown: tuple[Finding, ...] = ()
        self._bring_forward = show
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(8, 0, 16, 8)
        self._column.setSpacing(8)
        self._column.addWidget(label(title, "heading"))
        self._column.addWidget(label(text, "muted"))
        if part.topic:
            self._column.addWidget(WhyTopic(part.topic))
        self._findings = QWidget()
        self._column.addWidget(self._findings)
        self._column.addSpacing(8)
        self._column.addWidget(part)
        self._column.addStretch(1)

    def expand(self) -> None:
        """Come forward."""
        self._bring_forward()

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Say at the top what is missing here; the gravest come first."""
        found = tuple(findings)
        if found == self.shown:
            return
        self.shown = found
        old, self._findings = self._findings, QWidget()
        column = QVBoxLayout(self._findings)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        shown = foremost(found, _OF_ONE)[:_MOST]
        for one in shown:
            words = finding_words(one)
            if one.article:
                words += " " + _("(article {article})").format(article=cited(one.article))
            column.addWidget(label(words, _TONES[one.severity]))
        if left := len(found) - len(shown):
            more = ngettext("… and {count} more", "… and {count} more", left).format(count=left)
            column.addWidget(label(more, "muted"))
        swap(self._column, old, self._findings)

"""The form of an activity: sections to the left, what is missing said as one types."""

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities import changes
from gdpr_desktop.register.activities.dialogs import parts_first as first
from gdpr_desktop.register.activities.dialogs import parts_last as last
from gdpr_desktop.register.activities.dialogs import parts_middle as middle
from gdpr_desktop.register.activities.dialogs.part import Part, PartPage
from gdpr_desktop.register.activities.facts import PARTS
from gdpr_desktop.register.activities.findings import completeness
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.dialogs.base import EntryDialog
from gdpr_desktop.register.entries.model import Entry, EntryKind, Severity
from gdpr_desktop.ui import form_state, icons
from gdpr_desktop.ui.fields.typed import TypedField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_SIZE = QSize(1060, 760)
_CHARACTERS = 140  # in a line, so that larger text gets a wider window
_STILL = 400  # milliseconds without typing until the findings are looked for
_SIGNS = {Severity.ERROR: ("problem", "danger"), Severity.WARNING: ("warning", "warning")}


class ActivityDialog(EntryDialog):
    """``part`` is one of ``PARTS``: the section to begin with."""

    kind = EntryKind.ACTIVITY

    def __init__(
        self,
        vault: Vault,
        entry: Entry | None = None,
        parent: QWidget | None = None,
        part: str = "",
    ) -> None:
        title = _("Change the activity") if entry else _("New processing activity")
        super().__init__(vault, entry, parent, title, _("Save"), width=_SIZE.width())
        self.before: Activity = entry.content if entry else Activity(name=Bilingual())
        self._approved = changes.approved_activity(vault, entry) if entry else None
        self.add_language_switch()
        self.progress, self.bar = label("", "muted"), QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("How much is answered"))
        self.form.addRow(self.progress)
        self.form.addRow(self.bar)
        self.sections, self.stack = QListWidget(), QStackedWidget()
        self.pages: list[PartPage] = []
        self._add_parts()
        self._lay_out()
        self._show_activity()
        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.sections.setCurrentRow(PARTS.index(part) if part in PARTS else 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_STILL)
        self._soon.timeout.connect(self._on_still)
        form_state.watch(self.stack, self._on_changed)
        self.look()

    def _add_parts(self) -> None:
        self.about, self.purposes = first.AboutPart(self), first.PurposesPart(self)
        self.people, self.retention = first.PeoplePart(self), middle.RetentionPart(self)
        self._add(_("About the processing"), _("What it is, and who answers."), self.about)
        self._add(_("Purposes and basis"), _("Why, and what makes it lawful."), self.purposes)
        self._add(_("Who and what"), _("About whom, and which data."), self.people)
        text = _("Where data come from, and who is given them.")
        self._add(_("Sources and recipients"), text, first.PartiesPart(self))
        text = _("Another country's rules hold there.")
        self._add(_("Transfers out of the EEA"), text, middle.TransfersPart(self))
        self._add(_("Retention"), _("No longer than needed."), self.retention)
        text = _("Where data lie, and what looks after them.")
        self._add(_("Security and systems"), text, middle.SecurityPart(self))
        self._add(_("Information"), _("What people are told."), last.InformationPart(self))
        text = _("What may weigh heavily on people.")
        self._add(_("Profiling, DPIA and risk"), text, last.DecisionsPart(self))
        text = _("What lies in e-mail, folders and drawers.")
        self._add(_("Unstructured data"), text, last.UnstructuredPart(self))
        self._add(_("Steps and note"), _("What is left to do."), last.StepsPart(self))
        self.retention.follow(self.people.data)

    def _add(self, title: str, text: str, part: Part) -> None:
        page = PartPage(title, text, part, partial(self._show_section, len(self.pages)))
        self.pages.append(page)
        self.stack.addWidget(page)
        self.sections.addItem(QListWidgetItem(title))

    def _lay_out(self) -> None:
        self.sections.setProperty("role", "sections")
        self.sections.setAccessibleName(_("Sections of the activity"))
        metrics = self.sections.fontMetrics()
        words = (self.sections.item(row).text() for row in range(self.sections.count()))
        longest = max(metrics.horizontalAdvance(f"{text} (99)") for text in words)
        self.sections.setFixedWidth(longest + 64)
        for row in range(self.sections.count()):
            self.sections.item(row).setSizeHint(QSize(longest + 48, metrics.height() + 16))
        self.sections.setIconSize(QSize(16, 16))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.sections)
        columns.addWidget(self.stack, 1)
        self.page_layout.addLayout(columns, 1)
        for widget in (self.sections, self.stack):  # both scroll: the window itself need not
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            widget.setMinimumHeight(280)

    def showEvent(self, event: QShowEvent) -> None:
        fresh = not event.spontaneous()
        super().showEvent(event)
        if fresh:
            room = self.screen().availableGeometry()
            wide = max(_SIZE.width(), _CHARACTERS * self.fontMetrics().averageCharWidth())
            self.resize(min(wide, room.width() - 32), min(_SIZE.height(), room.height() - 64))
            self.look()  # a draft may have been put back

    def _show_section(self, index: int) -> None:
        self.sections.setCurrentRow(index)

    def _show_activity(self) -> None:
        for page in self.pages:
            page.part.show_values(self.before)

    def content(self) -> Activity:
        """What is filled in; a date that cannot be read is left out."""
        activity = self.before
        for page in self.pages:
            activity = page.part.into(activity)
        return activity

    def do(self) -> Change:
        reason = self.purposes.basis_reason.text()
        return changes.save_activity(self.vault, self.entry, self.content(), reason=reason)

    def field_problems(self) -> list[FieldProblem]:
        """In all sections, not only in the one that is shown."""
        fields = self.findChildren(TypedField)
        return [
            FieldProblem(field=field.objectName(), text=problem)
            for field in fields
            if (problem := field.problem())
        ]

    def _on_still(self) -> None:
        typing = isinstance(focused := self.focusWidget(), QLineEdit)
        if not (typing and isinstance(focused.parentWidget(), TypedField)):
            self.look()  # a date is not judged while it is half typed

    def look(self) -> None:
        """Say what is missing in what is filled in now."""
        activity = self.content()
        found = activity.findings()
        for row, page in enumerate(self.pages):
            own = tuple(one for one in found if one.field in page.part.shows)
            page.show_findings(own)
            grave = [one for one in own if one.severity is not Severity.HINT]
            self._mark(row, page.title, len(grave), own[0].severity if grave else None)
        done, asked = completeness(activity)
        words = _("{done} of {asked} questions are answered as they must be.")
        self.progress.setText(words.format(done=done, asked=asked))
        self.bar.setRange(0, asked)
        self.bar.setValue(done)
        rebased = changes.rebased(self._approved, activity) if self._approved else ()
        self.purposes.reason_row.setVisible(bool(rebased))

    def _mark(self, row: int, title: str, count: int, gravest: Severity | None) -> None:
        item = self.sections.item(row)
        item.setText(f"{title} ({count})" if count else title)
        item.setIcon(icons.icon(*(_SIGNS[gravest] if gravest else ("done", "ok")), 16))
        told = _("{section}: {count} missing or wrong").format(section=title, count=count)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told if count else title)

    def _on_changed(self, *_value: object) -> None:
        self._soon.start()

    def _state(self) -> tuple[Any, ...]:
        return (self.draft_state(),)  # another written form on the screen is no change

"""What was sent to the authority, version by version, the newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.model import Notification
from gdpr_desktop.breaches.notifying.sheet.changes import Line, compared, count_changes
from gdpr_desktop.breaches.notifying.summary import sent_rows
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import icons
from gdpr_desktop.ui.facts_panel import Facts, FactsPanel
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import label
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import Vault


class SentDialog(InformationDialog):
    """Nothing is changed here: what was sent stays as it was sent."""

    accepted_value = Signal(object)  # never sent: every dialog of a case has it

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("What was sent to the authority"), 860, 760)
        sent = read_breach(vault, case_id).notifications
        text = _("Kept as it was sent. Marks show what is different from the one before.")
        self.body.addWidget(label(text, "muted"))
        self.versions: list[Section] = []
        for index in reversed(range(len(sent))):
            before = sent[index - 1] if index else None
            section = self._version(sent[index], before)
            section.set_expanded(index == len(sent) - 1)
            self.versions.append(section)
            self.body.addWidget(section)
        self.body.addStretch(1)

    def _version(self, one: Notification, before: Notification | None) -> Section:
        title = _("{number}. {kind}").format(number=one.number, kind=words(one.kind))
        section = Section(title)
        lines = compared(one.sheet, before.sheet if before else None)
        section.set_summary(_summary(one, lines, first=before is None))
        facts = FactsPanel()
        facts.show_facts(Facts(facts=sent_rows(one)))
        section.body.addWidget(facts)
        column = QVBoxLayout()
        column.setSpacing(8)
        for each in lines:
            column.addWidget(_line(each))
        section.body.addLayout(column)
        return section

    def discard(self) -> None:
        """Locking: nothing is lost."""
        self.close()


def _summary(one: Notification, lines: tuple[Line, ...], *, first: bool) -> str:
    when = long_instant(one.sent_at)
    if first:
        return when
    changed = count_changes(lines)
    text = ngettext("{count} line is different", "{count} lines are different", changed)
    return f"{when}, {text.format(count=changed)}"


def _line(line: Line) -> QWidget:
    """A label and its value; a sign and a word where it is different from the one before."""
    mark = _mark(line)
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    sign = QLabel()
    sign.setFixedWidth(20)
    if mark:
        icons.set_icon(sign, "note", "accent", 16)
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(2)
    head = f"{line.label} ({mark})" if mark else line.label
    column.addWidget(label(head, "label"))
    value = label(line.value, "muted" if line.gone else "")
    value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(value)
    if line.changed and line.before:
        column.addWidget(label(_("Before: {text}").format(text=line.before), "muted"))
    layout.addLayout(column, 1)
    return row


def _mark(line: Line) -> str:
    if line.gone:
        return _("no longer there")
    if line.new:
        return _("new since last time")
    return _("changed since last time") if line.changed else ""

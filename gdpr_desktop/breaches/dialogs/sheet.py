"""The notification sheet: to be copied field by field into the authority's form, or as Word."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.breaches.actions import Action, may
from gdpr_desktop.breaches.dialogs.sheet_rows import SheetLine
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.notifying.service import sheet_of
from gdpr_desktop.breaches.notifying.sheet import (
    Place,
    RowState,
    SheetRow,
    SheetSection,
    as_text,
    contradictions,
    is_late,
    lacking,
)
from gdpr_desktop.breaches.notifying.words import contradiction_words
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.casework import store as cases
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, allows, scope
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.municipality_form import LanguageField
from gdpr_desktop.ui.notes import NoteBox, WhyNote
from gdpr_desktop.vault import Vault

_ACTIONS = {
    Place.INTAKE: Action.CHANGE_INTAKE,
    Place.FACTS: Action.COURSE,
    Place.SCOPE: Action.SCOPE,
    Place.ASSESSMENT: Action.ASSESS,
    Place.DECISION: Action.DECISION,
    Place.NOTIFY: Action.NOTIFY,
    Place.TELL: Action.TOLD,
    Place.MEASURES: Action.MEASURE_ADD,
    Place.LESSONS: Action.LESSONS,
}


class SheetDialog(FormDialog):
    """``action_wanted`` tells what fills in a missing line, or comes next, once it has closed.

    ``accepted_value`` carries the ``Change`` of an export.
    """

    action_wanted = Signal(object)

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("Notification sheet")
        super().__init__(parent, title, _("Export to &Word …"), width=820)
        self._vault, self._case_id = vault, case_id
        found = read_breach(vault, case_id)
        self.cancel_button.setText(_("Close"))
        self._open = found.case.open and not vault.read_only
        exports = allows(
            vault.actor.role, Deed.SEND_LETTER, assigned=cases.assigned(found.case, vault.actor)
        )
        self.save_button.setVisible(exports and not vault.read_only)
        self._build_head()
        self.language.set_value(found.case.language)
        self.sections: tuple[SheetSection, ...] = ()
        self._lines = QWidget()
        self.page_layout.addWidget(self._lines)
        self.page_layout.addStretch(1)
        self.copied = label("", "ok")
        self.button_row.insertWidget(0, self.copied, 1)
        self._add_next(found)
        self.language.value_changed.connect(self._on_language_chosen)
        self._show()

    def _build_head(self) -> None:
        self.form.addRow(
            WhyNote(
                _(
                    "The authority wants the notification in its own form in Altinn. The fields"
                    " stand here in the same order: copy each one into the form. What you do not"
                    " know within 72 hours is sent later (article 33(4))."
                )
            )
        )
        self.status = NoteBox()
        self.clashes = NoteBox()
        self.form.addRow(self.status)
        self.form.addRow(self.clashes)
        self.language = LanguageField()
        self.language.setObjectName("language")
        self.language.set_accessible(_("Language of the sheet"), "")
        self.copy_all_button = button(_("Copy &all"))
        self.copy_all_button.clicked.connect(self._on_copy_all_clicked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.language, 1)
        row.addWidget(self.copy_all_button)
        self.form.addRow(row)

    def _add_next(self, found: Breach) -> None:
        """What comes when the form has been sent."""
        self._next = Action.FOLLOW_UP if found.notifications else Action.NOTIFY
        self.sent_button = button(_("&It has been sent …"))
        offered = self._open and not found.withdrawn and may(self._next, self._vault.actor.role)
        self.sent_button.setVisible(offered)
        self.sent_button.clicked.connect(self._on_sent_clicked)
        self.button_row.insertWidget(self.button_row.count() - 1, self.sent_button)

    def _on_sent_clicked(self) -> None:
        self.close()
        self.action_wanted.emit(self._next)

    def _show(self) -> None:
        self.sections = sheet_of(self._vault, self._case_id, self.language.value())
        self._tell_status()
        old, self._lines = self._lines, QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for section in self.sections:
            shown = [row for row in section.rows if _is_shown(row)]
            if shown:
                column.addWidget(label(section.title, "heading"))
                for row in shown:
                    column.addWidget(self._line(row))
                column.addWidget(line())
        swap(self.page_layout, old, self._lines)

    def _line(self, row: SheetRow) -> SheetLine:
        made = SheetLine(row, linked=row.place is not None and self._may_fill(row.place))
        made.copy_wanted.connect(self._on_copy_wanted)
        made.place_wanted.connect(self._on_place_wanted)
        return made

    def _may_fill(self, place: Place) -> bool:
        """May this person fill it in now?"""
        if place is Place.SETTINGS:
            return scope(self._vault.actor.role, Deed.CHANGE_SETTINGS) is not None
        return self._open and may(_ACTIONS[place], self._vault.actor.role)

    def _tell_status(self) -> None:
        found = read_breach(self._vault, self._case_id)
        left = len(lacking(self.sections))
        text = ngettext(
            "{count} line must still be filled in, now or in a follow-up.",
            "{count} lines must still be filled in, now or in a follow-up.",
            left,
        ).format(count=left)
        parts = [text if left else _("Everything that must be told is filled in.")]
        if not found.notifications:
            ended = is_late(found, self._vault.clock.now())
            due = long_instant(found.clock.due)
            sentence = _("The 72 hours ended {when}.") if ended else _("The 72 hours end {when}.")
            parts.append(sentence.format(when=due))
        self.status.say(" ".join(parts))
        clashes = contradictions(found)
        words = "\n".join(contradiction_words(one) for one in clashes)
        self.clashes.say(words, _("This does not go together") if clashes else "")

    def _on_language_chosen(self) -> None:
        self._show()

    def _on_copy_wanted(self, row: SheetRow) -> None:
        self._copy(row.value, _("Copied: {field}").format(field=row.label))

    def _on_copy_all_clicked(self) -> None:
        self._copy(as_text(self.sections), _("The whole sheet is copied."))

    def _copy(self, text: str, told: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.setText(told)
        announce(self, told)

    def _on_place_wanted(self, place: Place) -> None:
        self.close()
        if place is Place.SETTINGS:
            bus.tool_wanted.emit("settings")
        else:
            self.action_wanted.emit(_ACTIONS[place])

    def is_dirty(self) -> bool:
        return False  # nothing is typed here

    def save(self) -> None:
        """Show it as the document that it becomes, and export that."""
        from gdpr_desktop.breaches.notifying.sheet import report
        from gdpr_desktop.correspondence.dialogs.document import DocumentDialog

        vault, case_id = self._vault, self._case_id
        dialog = DocumentDialog(
            vault,
            _("Notification sheet to Word"),
            partial(report.report, vault, case_id),
            record=partial(report.record_export, vault, case_id),
            suggested=partial(report.suggested_name, vault, case_id),
            parent=self,
        )
        dialog.language.set_value(self.language.value())
        dialog.accepted_value.connect(self._on_exported)
        dialog.open()

    def _on_exported(self, change: Change) -> None:
        self.copied.setText(_("The sheet is saved as a Word file."))
        announce(self, self.copied.text())
        self.accepted_value.emit(change)


def _is_shown(row: SheetRow) -> bool:
    return row.state is not RowState.NOT_NEEDED or bool(row.help)

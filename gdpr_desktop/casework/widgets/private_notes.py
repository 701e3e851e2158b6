"""«Private notes» on a case: seen by officers only, and sealed with their own key."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.model import FEATURE_OF
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui import forms, notices
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.deed_dialog import DeedDialog
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.sections import Section
from gdpr_desktop.vault import private
from gdpr_desktop.vault.private import PrivateNote

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


FORM = "private_note"  # the draft's; with the id of the note that is corrected


def is_for(role: Role) -> bool:
    """Does ``role`` get to see the section?"""
    return scope(role, Deed.READ_PRIVATE_NOTES) is not None


class PrivateNotes(Section):
    """The notes of the case shown; nothing of them is read before ``show_case``."""

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(
            _("Private notes"),
            why=_(
                "Only data protection officers can read these notes. They have a key of their "
                "own, so that not even someone who can open the register by other means can "
                "read them. They are in no letter and in no export. Remember that the data "
                "subject may have a right of access to what is written here."
            ),
            parent=parent,
        )
        self._vault = vault
        self._case_id: CaseId | None = None
        self._shown: tuple[PrivateNote, ...] | None = None
        self._list = QWidget()
        self.body.addWidget(self._list)
        self.add_button = button(_("New private note…"))
        self.add_button.clicked.connect(self._on_add_clicked)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, case_id: CaseId) -> None:
        """Read the notes of a case anew."""
        found = private.notes(self._vault, case_id)
        if (case_id, found) == (self._case_id, self._shown):
            return
        self._case_id, self._shown = case_id, found
        old, self._list = self._list, QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for note in found:
            column.addWidget(self._row(note))
        swap(self.body, old, self._list)
        text = ngettext("{count} note", "{count} notes", len(found)).format(count=len(found))
        self.set_summary(text if found else _("No notes"))

    def _row(self, note: PrivateNote) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(label(_head(note), "muted"), 1)
        if note.text is not None:
            correct = button(_("Correct"), "link")
            correct.clicked.connect(partial(self._on_correct_clicked, note))
            head.addWidget(correct)
        delete = button(_("Delete"), "link")
        delete.clicked.connect(partial(self._on_delete_clicked, note))
        head.addWidget(delete)
        column.addLayout(head)
        unreadable = _("This note cannot be opened. It was altered, or its key is lost.")
        text = label(note.text if note.text is not None else unreadable)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        return holder

    def _on_add_clicked(self) -> None:
        if self._case_id is not None:
            self._open(PrivateNoteDialog(self._vault, self._case_id, None, self))

    def resume(self, note_id: int | None) -> None:
        """Open the dialog of a draft: a new note, or the one corrected if it is still there."""
        note = next((one for one in self._shown or () if one.id == note_id), None)
        if self._case_id is not None and (note_id is None or note is not None):
            self._open(PrivateNoteDialog(self._vault, self._case_id, note, self))

    def _on_correct_clicked(self, note: PrivateNote) -> None:
        self._open(PrivateNoteDialog(self._vault, note.case_id, note, self))

    def _open(self, dialog: "PrivateNoteDialog") -> None:
        dialog.accepted_value.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, change: Change) -> None:
        bus.tell(change, self)

    def _on_delete_clicked(self, note: PrivateNote) -> None:
        sure = notices.ask(
            self,
            _("Delete the private note?"),
            _("It cannot be brought back, except from a backup."),
            _("Delete the note"),
            dangerous=True,
        )
        if sure:
            bus.tell(private.delete_note(self._vault, note.id), self)


class PrivateNoteDialog(DeedDialog):
    """A new private note, or an old one corrected."""

    def __init__(
        self, vault: "Vault", case_id: CaseId, note: PrivateNote | None, parent: QWidget | None
    ) -> None:
        title = _("Correct the private note") if note else _("New private note")
        super().__init__(vault, parent, title, _("Save the note"))
        self._case_id, self._note = case_id, note
        self.feature = FEATURE_OF[cases.case(vault.db, case_id).kind]
        self.keep_draft_of(f"{FORM}.{note.id}" if note else FORM, case_id)
        self.text = TextArea(max_length=private.LONGEST, lines=8)
        self.text.set_text(note.text or "" if note else "")
        forms.add_row(
            self.form,
            _("&Note"),
            self.text,
            _("Only data protection officers can read it."),
            required=True,
            name="text",
        )

    def do(self) -> Change:
        if self._note:
            return private.correct_note(self.vault, self._note.id, self.text.text())
        return private.add_note(self.vault, self._case_id, self.text.text())


def _head(note: PrivateNote) -> str:
    written = _("{name}, {time}").format(name=note.author, time=long_instant(note.created_at))
    if note.changed_at is None:
        return written
    return _("{written}, corrected {time}").format(
        written=written, time=long_instant(note.changed_at)
    )

"""What is said about one part of an assessment: read, written, answered and settled."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdpr_desktop.casework.widgets.undoable_deeds import UndoableDeeds
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.roles import Deed, Role, allows
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice import commenting
from gdpr_desktop.dpia.advice.rules import comments_on, is_written
from gdpr_desktop.dpia.advice.widgets.verdict import VerdictRow
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Comment
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.contents import swap
from gdpr_desktop.ui.labels import button, label

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


class _Deeds(UndoableDeeds):
    def tell(self, change: Change) -> None:
        """Tell all, and offer the way back at the foot of the window."""
        self._tell(change)


class CommentsStrip(QWidget):
    """Shows one part at a time; ``changed`` carries the ``Change`` of each deed.

    At a section it also says whether the officer finds it enough, and asks the officer.
    """

    changed = Signal(object)

    def __init__(self, vault: "Vault", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._case_id: CaseId | None = None
        self._about = ""
        self._deeds = _Deeds(vault, self)
        self.verdict = VerdictRow(vault)
        self.verdict.changed.connect(self._on_done)
        self._list = QWidget()
        self.add_button = button(_("Write a comment …"), "link")
        self.add_button.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.verdict)
        self._column.addWidget(self._list)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show(self, case_id: CaseId | None = None, about: str = "") -> None:
        """Show what is said about a part (see ``Comment``); without a case it is Qt's ``show``."""
        super().show()
        if case_id is not None:
            self._case_id, self._about = case_id, about
            self.refresh()

    def refresh(self) -> None:
        """Read anew."""
        if self._case_id is not None:
            self.show_found(read_dpia(self._vault, self._case_id), self._about)

    def show_found(self, found: Dpia, about: str) -> None:
        """The same from what has been read already: a page with many parts reads once."""
        self._case_id, self._about = found.case.id, about
        self.verdict.show_found(found, about)
        old, self._list = self._list, QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        said = comments_on(found.content, about)
        for one in said:
            column.addWidget(self._row(one, writes=self._writes(found)))
        swap(self._column, old, self._list)
        self._list.setVisible(bool(said))
        self.add_button.setVisible(self._writes(found))

    def _writes(self, found: Dpia) -> bool:
        actor = self._vault.actor
        own = actor.user_id in (found.case.assignee, found.case.registered_by)
        allowed = allows(actor.role, Deed.WORK_ON_CASE, assigned=own)
        return found.case.open and is_written(found) and allowed

    def _row(self, one: Comment, *, writes: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(_head(one), "muted"), 1)
        column.addLayout(head)
        settled = one.settled_at is not None
        column.addWidget(_text(one.text, "muted" if settled else ""))
        if one.answer:
            words = _("{name} answers: {text}").format(name=one.answered_by, text=one.answer)
            column.addWidget(_text(words, "muted" if settled else ""))
        if writes:
            column.addLayout(self._buttons(one))
        return holder

    def _buttons(self, one: Comment) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for made in self._offered(one):
            made.setAccessibleDescription(one.text)
            row.addWidget(made)
        row.addStretch(1)
        return row

    def _offered(self, one: Comment) -> tuple[QPushButton, ...]:
        settled = one.settled_at is not None
        made = []
        if not settled:
            words = _("Change the answer …") if one.answer else _("Answer …")
            answer = button(words, "link")
            answer.clicked.connect(partial(self._on_answer_clicked, one))
            made.append(answer)
        if not one.officer or self._vault.actor.role is Role.OFFICER:
            settle = button(_("Open again") if settled else _("Settled"), "link")
            settle.clicked.connect(partial(self._on_settle_clicked, one))
            made.append(settle)
        if commenting.may_remove(one, self._vault.actor.name):
            remove = button(_("Take away"), "link")
            remove.clicked.connect(partial(self._on_remove_clicked, one))
            made.append(remove)
        return tuple(made)

    def _on_add_clicked(self) -> None:
        from gdpr_desktop.dpia.advice.dialogs.comment import CommentDialog

        if self._case_id is not None:
            self._open(CommentDialog(self._vault, self._case_id, self._about, self))

    def _on_answer_clicked(self, one: Comment) -> None:
        from gdpr_desktop.dpia.advice.dialogs.comment import AnswerDialog

        if self._case_id is not None:
            self._open(AnswerDialog(self._vault, self._case_id, one, self))

    def _open(self, dialog: "FormDialog") -> None:
        dialog.accepted_value.connect(self._on_done)
        dialog.open()

    def _on_settle_clicked(self, one: Comment) -> None:
        assert self._case_id is not None, "a comment is of a case"
        settled = one.settled_at is None
        deed = partial(commenting.settle_comment, settled=settled)
        self._do(partial(deed, self._vault, self._case_id, one.key))

    def _on_remove_clicked(self, one: Comment) -> None:
        assert self._case_id is not None, "a comment is of a case"
        self._do(partial(commenting.remove_comment, self._vault, self._case_id, one.key))

    def _do(self, deed: "partial[Change]") -> None:
        try:
            change = deed()
        except AppError as error:
            notices.error(self, error)
            return
        self._on_done(change)

    def _on_done(self, change: Change) -> None:
        self.refresh()
        self.changed.emit(change)
        self._deeds.tell(change)


def _head(one: Comment) -> str:
    name = _("{name}, officer").format(name=one.name) if one.officer else one.name
    words = _("{name}, {time}").format(name=name, time=long_instant(one.at))
    return _("{words} – settled").format(words=words) if one.settled_at is not None else words


def _text(text: str, role: str) -> QWidget:
    made = label(text, role)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made

"""The work files of a case: what became of each, its password, and whether it is waited for."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.dpia.work_file import making
from gdpr_desktop.dpia.work_file.model import SentFile
from gdpr_desktop.dpia.work_file.words import sent_words, state_words
from gdpr_desktop.ui import notices
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault


class FilesOut(QWidget):
    """Hidden while nothing has been sent. ``changed`` carries the ``Change``.

    Raises ``RefusedError`` where the case is not the actor's to see.
    """

    changed = Signal(object)

    def __init__(self, vault: Vault, case_id: CaseId) -> None:
        super().__init__()
        self._vault, self._case_id = vault, case_id
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(label(_("Work files that were sent"), "heading"))
        self.show_files()

    def show_files(self) -> None:
        """Read them anew, the newest first."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.deleteLater()
        files = read_dpia(self._vault, self._case_id).sent_files
        self._rows = [self._row(sent) for sent in reversed(files)]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(files))

    def _row(self, sent: SentFile) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(sent_words(sent)))
        below = QHBoxLayout()
        below.setSpacing(12)
        state = label(state_words(sent), "muted")
        below.addWidget(state, 1)
        if sent.password:
            show = button(_("Show the password"), "link")
            show.setAccessibleDescription(sent.file_name)
            show.clicked.connect(partial(self._show_password, state, sent))
            below.addWidget(show)
        if sent.taken_in_at is None:
            waits = sent.cancelled_at is None
            words = _("Do not wait for it") if waits else _("Wait for it again")
            turn = button(words, "link")
            turn.setAccessibleDescription(sent.file_name)
            turn.clicked.connect(partial(self._turn, sent))
            below.addWidget(turn)
        column.addLayout(below)
        return row

    def _show_password(self, state: QWidget, sent: SentFile, _checked: bool = False) -> None:
        state.setProperty("text", sent.password)
        announce(self, sent.password)

    def _turn(self, sent: SentFile, _checked: bool = False) -> None:
        verb = making.cancel if sent.cancelled_at is None else making.wait_again
        try:
            change = verb(self._vault, self._case_id, sent.key)
        except AppError as error:
            notices.error(self, error)
            return
        self.show_files()
        self.changed.emit(change)

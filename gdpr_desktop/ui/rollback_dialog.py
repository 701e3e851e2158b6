"""Right after unlocking: this file is older than the one last used here. Lock, or go on?"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.page_scroll import PageScroll, fit

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault
    from gdpr_desktop.vault.rollback import RolledBack


class RollbackDialog(QDialog):
    """Locking is the default, and what Escape does."""

    confirmed = Signal(object)  # the vault, which can be written in now

    def __init__(self, parent: QWidget | None, vault: "Vault", found: "RolledBack") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(_("An older file"))
        self._vault = vault
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(label(_("This file is older than the one last used here"), "heading"))
        for text in _sentences(vault, found):
            column.addWidget(label(text))
        self._problem = label("", "problem")
        self._problem.hide()
        column.addWidget(self._problem)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PageScroll(page), 1)
        layout.addWidget(line())
        layout.addLayout(self._buttons())
        fit(self, column, 600)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(8)
        self.go_on_button = button(_("Work on in the older file"), "danger")
        self.go_on_button.clicked.connect(self._on_go_on)
        self.lock_button = button(_("Lock"), "primary")
        self.lock_button.setDefault(True)
        self.lock_button.clicked.connect(self.reject)
        row.addWidget(self.go_on_button)
        row.addStretch(1)
        row.addWidget(self.lock_button)
        self.lock_button.setFocus()
        return row

    def _on_go_on(self) -> None:
        from gdpr_desktop.vault.rollback import accept_rollback

        try:
            accept_rollback(self._vault)
        except AppError as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self.confirmed.emit(self._vault)
        self.accept()
        self.close()

    def reject(self) -> None:
        self._vault.close()
        super().reject()
        self.close()


def _sentences(vault: "Vault", found: "RolledBack") -> tuple[str, ...]:
    name = vault.path.name
    ends = _("«{name}» ends with no. {number} of the journal, written {time}.").format(
        name=name, number=found.file_seq, time=long_instant(found.file_at or found.seen_at)
    )
    seen = _("The file last used here had come to no. {number}, {time}.").format(
        number=found.seen_seq, time=long_instant(found.seen_at)
    )
    missing = ngettext(
        "{count} entry is missing here: what was registered, written or saved then is not in"
        " this file.",
        "{count} entries are missing here: what was registered, written or saved then is not in"
        " this file.",
        found.missing,
    ).format(count=found.missing)
    return (
        f"{ends} {seen}",
        missing,
        _(
            "Somebody may have put an old copy back. Lock, and look for the newest file, or"
            " restore the newest backup."
        ),
        _(
            "If you know why the file is older, you can work on in it. That is written in the"
            " journal, and this is then the file last used here. Nothing is changed until you"
            " choose."
        ),
    )

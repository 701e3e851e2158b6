"""Opening a work file, and what is to be done with it when it is closed. No register is needed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, icons, tasks, vault_calls
from gdpr_desktop.ui.attempt_pause import AttemptPause
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.labels import button, label, line
from gdpr_desktop.ui.page_scroll import PageScroll
from gdpr_desktop.ui.unlock_page import busy_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_CARD = 520  # pixels


class _Card(QWidget):
    """A card in the middle of the window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("work_file", True)
        card = QWidget()
        card.setFixedWidth(_CARD)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(0, 24, 0, 24)
        self.column.setSpacing(12)
        page = QWidget()
        middle = QHBoxLayout(page)
        middle.addStretch(1)
        middle.addWidget(card, 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(PageScroll(page))

    def add_head(self, sign: str, title: str) -> None:
        """A sign and a title."""
        picture = QLabel()
        icons.set_icon(picture, sign, "accent", 40)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture)
        row.addWidget(label(title, "title"), 1)
        self.column.addLayout(row)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and hasattr(focused, "click"):
            focused.click()  # Enter does what Space does
            return
        super().keyPressEvent(event)


class WorkFilePage(_Card):
    """Asks for the password; emits ``opened`` with the open vault."""

    opened = Signal(object)
    other_requested = Signal()
    cancelled = Signal()

    def __init__(self, path: Path, *, open_file: Callable[[Path, str], Any]) -> None:
        super().__init__()
        self.path, self._open_file = path, open_file
        self.add_head("letter", _("Open a work file"))
        text = _(
            "Somebody has sent you an assessment to work on. It lies in an encrypted file, and the"
            " password is told to you apart from it."
        )
        self.column.addWidget(label(text))
        form = forms.form_layout()
        name = label(path.name, "label")
        name.setToolTip(str(path))
        folder = label(_("In the folder {folder}").format(folder=path.parent), "muted")
        self.password = PasswordField()
        self.password.entered.connect(self.open)
        self.column.addWidget(name)
        self.column.addWidget(folder)
        for words in self._warnings():
            self.column.addWidget(label(words, "warning"))
        help_text = _("Capitals, blanks and hyphens do not matter.")
        forms.add_row(form, _("&Password"), self.password, help_text, name="password")
        self.column.addLayout(form)
        self._make_buttons()

    def _warnings(self) -> tuple[str, ...]:
        return vault_calls.work_file_warnings(self.path) if self.path.exists() else ()

    def _make_buttons(self) -> None:
        self.open_button = button(_("Open the work file"), "primary")
        self.open_button.clicked.connect(self.open)
        self._pause = AttemptPause(self.open_button)
        self._busy = busy_bar(_("Opening the work file"))
        self._busy.hide()
        self.other_button = button(_("Open another file…"), "link")
        self.other_button.clicked.connect(self.other_requested)
        self.back_button = button(_("I have a register"), "link")
        self.back_button.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self.other_button)
        row.addStretch(1)
        row.addWidget(self.back_button)
        self.column.addWidget(self.open_button)
        self.column.addWidget(self._busy)
        self.column.addWidget(line())
        self.column.addLayout(row)

    def focus_first(self) -> None:
        """Go to the password."""
        self.password.setFocus()

    def open(self) -> None:
        """Open the file in the worker."""
        if self._pause.left > 0:
            return
        forms.clear_problems(self)
        password = self.password.text()
        if not password.strip():
            self._show_problem(_("Type the password that was told to you."))
            return
        self._set_busy(True)
        tasks.run(
            partial(self._open_file, self.path, password),
            title=_("Opening the work file"),
            on_done=self._on_opened,
            on_error=self._on_refused,
            quiet=True,
        )

    def _on_opened(self, vault: Any) -> None:
        self._set_busy(False)
        self.password.clear()
        self.opened.emit(vault)

    def _on_refused(self, error: AppError) -> None:
        self._set_busy(False)
        self._show_problem(str(error))
        if vault_calls.is_wrong_password(error):
            self.password.line.selectAll()
        self.password.setFocus()
        self._pause.start(vault_calls.seconds_to_wait(error))

    def _show_problem(self, text: str) -> None:
        forms.show_problems(self, (FieldProblem(field="password", text=text),))

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (self.password, self.open_button, self.other_button, self.back_button):
            widget.setEnabled(not busy)


class ClosedPage(_Card):
    """The file is closed and whole: it is sent back as it came."""

    again_requested = Signal()
    ended = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.add_head("done", _("The file is ready to be sent back"))
        for text in (
            _("Everything is saved in {file}, in the folder {folder}.").format(
                file=path.name, folder=path.parent
            ),
            _(
                "Send that file back the way you got it. The one who sent it knows the password:"
                " do not write it in the same message."
            ),
            _(
                "Keep the file until you have heard that it was taken in. Then delete it, also"
                " where you received it."
            ),
        ):
            self.column.addWidget(label(text))
        self.folder_button = button(_("Show the file in its folder"), "primary")
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.again_button = button(_("Open it again"), "link")
        self.again_button.clicked.connect(self.again_requested)
        self.end_button = button(_("Quit the program"), "link")
        self.end_button.clicked.connect(self.ended)
        row = QHBoxLayout()
        row.addWidget(self.again_button)
        row.addStretch(1)
        row.addWidget(self.end_button)
        self.column.addWidget(self.folder_button)
        self.column.addWidget(line())
        self.column.addLayout(row)

    def focus_first(self) -> None:
        """Go to the next thing to do."""
        self.folder_button.setFocus()

    def _on_folder_clicked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

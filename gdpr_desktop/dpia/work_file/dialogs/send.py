"""An assessment is sent to another computer: to whom, where the file is put, and the password."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, InvalidInputError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.place import ask_path
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.actions import Action
from gdpr_desktop.dpia.work_file import making
from gdpr_desktop.dpia.work_file.making import Sent
from gdpr_desktop.dpia.work_file.steps import Steps
from gdpr_desktop.dpia.work_file.widgets.files_out import FilesOut
from gdpr_desktop.dpia.work_file.widgets.password_box import PasswordBox
from gdpr_desktop.dpia.work_file.words import file_name
from gdpr_desktop.ui import forms, tasks
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label
from gdpr_desktop.vault import Vault

_LOOK = 150  # milliseconds between two looks at how far the worker has come


class SendDialog(CaseDialog):
    """Stays open with the password, until it is closed by hand."""

    form_code = Action.WORK_FILE.value

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            case_id,
            parent,
            _("Send to another computer"),
            _("Make the file …"),
            intro=_(
                "The assessment is put in an encrypted file, with its risks, attachments and"
                " comments. Whoever gets it opens it in this program, without the register. When"
                " it comes back, you see what was changed."
            ),
            width=620,
        )
        self.made: Sent | None = None
        self._working = False
        self._steps = Steps()
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._tell_how_far)
        self.recipient = LineField(max_length=80)
        help_text = _("The name stands with what is written in the file.")
        forms.add_row(
            self.form, _("&Who is to write"), self.recipient, help_text, True, name="recipient"
        )
        self.working = label("", "muted")
        self.working.hide()
        self.form.addRow(self.working)
        self.secret = PasswordBox()
        self.page_layout.addWidget(self.secret)
        self.out = FilesOut(vault, case_id)
        self.out.changed.connect(self._on_out_changed)
        self.page_layout.addWidget(self.out)

    def is_dirty(self) -> bool:
        return self.made is None and super().is_dirty()

    def save(self) -> None:
        """Ask for the place, and have the file made in the worker."""
        if self.made is not None:
            self.accept()
            return
        if self._working:
            return
        forms.clear_problems(self)
        self._general.hide()
        recipient = self.recipient.text()
        if problems := making.recipient_problems(recipient):
            self.show_problems(problems)
            return
        title = store.dpia(self.vault.db, self.case_id).about.title
        kinds = _("Work files") + " (*.dpia)"
        path = ask_path(self, self.windowTitle(), file_name(title), kinds)
        if path is not None:
            self._make(recipient, path)

    def _make(self, recipient: str, path: Path) -> None:
        self._steps = steps = Steps()
        self._set_working(True)
        tasks.run(
            partial(making.send, self.vault, self.case_id, recipient, path, steps),
            title=self.windowTitle(),
            on_done=self._on_made,
            on_error=self._on_failed,
            stop=steps.stopped.set,
            quiet=True,
        )

    def _set_working(self, working: bool) -> None:
        self._working = working
        self._tell_how_far()
        self.working.setVisible(working)
        for widget in (self.recipient, self.save_button):
            widget.setEnabled(not working)
        if working:
            self._look.start()
        else:
            self._look.stop()

    def _tell_how_far(self) -> None:
        words, percent = _("The file is being made …"), self._steps.percent
        self.working.setText(f"{words} {percent}\N{NO-BREAK SPACE}%" if percent else words)

    def reject(self) -> None:
        """While the worker is at it: stop that, and stay."""
        if self._working:
            self._steps.stopped.set()
        else:
            super().reject()

    def _on_made(self, made: Sent) -> None:
        self._set_working(False)
        self.made, self._before = made, None
        self.recipient.setEnabled(False)
        self.cancel_button.hide()
        self.save_button.setText(_("Close"))
        self.out.show_files()
        self.end_draft()
        self.secret.tell(made.password, made.recipient, made.path.name)
        QTimer.singleShot(0, self, self._grow)  # so that all of the password is seen
        self.accepted_value.emit(made.change)

    def _on_failed(self, error: AppError) -> None:
        self._set_working(False)
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)

    def _on_out_changed(self, change: Change) -> None:
        bus.tell(change, self)

    def _may_leave(self) -> bool:
        return not self._working and super()._may_leave()

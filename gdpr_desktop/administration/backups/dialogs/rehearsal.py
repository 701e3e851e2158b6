"""Trying out a restore: the person's password, then all of it but the swap."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, tasks, vault_calls
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.unlock_page import busy_bar
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import keeping


class RehearsalDialog(FormDialog):
    """``accepted_value`` is a ``Rehearsal``."""

    def __init__(self, parent: QWidget | None, vault: Vault, backup: Path) -> None:
        super().__init__(
            parent,
            _("Try out a restore"),
            _("Try it out"),
            intro=_(
                "The backup is unpacked, opened with your password and checked, as if everything "
                "else were lost. Then what was unpacked is deleted. The register is not touched."
            ),
        )
        self._vault, self._backup = vault, backup
        self.user = QLineEdit(vault.actor.name)
        self.user.setMaxLength(120)
        self.password = PasswordField()
        self.password.entered.connect(self.save)
        forms.add_row(self.form, _("&User"), self.user, name="user")
        forms.add_row(
            self.form,
            _("&Password"),
            self.password,
            _("The one you had when the backup was made."),
            name="password",
        )
        self._busy = busy_bar(_("Trying out the restore"))
        self._busy.hide()
        self.page_layout.addWidget(self._busy)
        self.password.setFocus()

    def save(self) -> None:
        """Check in the worker; the dialog stays until it is done."""
        forms.clear_problems(self)
        self._general.hide()
        user, password = self.user.text().strip(), self.password.text()
        if not password:
            text = _("Type your password.")
            self.show_problems((FieldProblem(field="password", text=text),))
            return
        self._set_busy(True)
        tasks.run(
            partial(keeping.rehearse, self._vault, self._backup, user, password),
            title=_("Trying out the restore"),
            on_done=self._on_rehearsed,
            on_error=self._on_refused,
            quiet=True,
        )

    def _set_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        for widget in (self.user, self.password, self.save_button):
            widget.setEnabled(not busy)

    def _on_rehearsed(self, told: object) -> None:
        self._set_busy(False)
        self._before = None
        self.accepted_value.emit(told)
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self._set_busy(False)
        if vault_calls.is_wrong_password(error):
            self.show_problems((FieldProblem(field="password", text=str(error)),))
        else:
            self.show_error(error)

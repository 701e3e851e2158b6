"""At the unlock screen: in with the recovery key, and a new password for an officer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, tasks, vault_calls
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import TextArea
from gdpr_desktop.ui.new_password import NewPassword

Recover = Callable[[Path, tuple[str, ...], str, str], Any]


class RecoveryDialog(FormDialog):
    """``accepted_value`` carries the open vault."""

    def __init__(
        self, parent: QWidget | None, path: Path, officers: tuple[str, ...], recover: Recover
    ) -> None:
        super().__init__(
            parent,
            _("Open with the recovery key"),
            _("Set the password and open"),
            intro=_(
                "The recovery key gives a data protection officer a new password. That it was "
                "used is written in the journal and told to every user."
            ),
        )
        self._path, self._recover = path, recover
        self.key = TextArea(max_length=200, lines=2, identifiers=False)
        forms.add_row(
            self.form,
            _("&Recovery key"),
            self.key,
            _("The seven groups from the paper. Blanks, and upper or lower case, do not matter."),
            required=True,
            name="recovery",
        )
        self.officer = Choice((name, name) for name in officers)
        forms.add_row(self.form, _("&Officer"), self.officer, required=True, name="officer")
        self.new = NewPassword(self.form, self)
        self.new.second.entered.connect(self.save)

    def save(self) -> None:
        """Check what is typed, then open in the worker."""
        forms.clear_problems(self)
        problems: list[FieldProblem] = []
        groups: tuple[str, ...] = ()
        try:
            groups = vault_calls.read_recovery(self.key.text())
        except InvalidInputError as error:
            problems += error.problems
        self.new.user = self.officer.value() or ""
        problems += self.new.problems()
        if problems:
            self.show_problems(problems)
            return
        recover, path = self._recover, self._path
        officer, password = self.officer.value(), self.new.text()
        self.setEnabled(False)
        tasks.run(
            lambda: recover(path, groups, officer, password),
            title=_("Opening the register"),
            on_done=self._on_opened,
            on_error=self._on_refused,
        )

    def _on_opened(self, vault: Any) -> None:
        self.setEnabled(True)
        self._before = None
        self.accept()
        self.accepted_value.emit(vault)

    def _on_refused(self, error: AppError) -> None:
        self.setEnabled(True)
        if isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        elif vault_calls.is_wrong_password(error):
            text = _("This is not the recovery key of this register. A newer one may exist.")
            self.show_problems((FieldProblem(field="recovery", text=text),))
        else:
            self.show_error(error)

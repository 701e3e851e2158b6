"""Change one's own password."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.errors import AppError, FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, tasks, vault_calls
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.new_password import NewPassword


class ChangePasswordDialog(FormDialog):
    """``change(old, new)`` takes a second and runs in the worker; ``accepted_value`` is None."""

    def __init__(
        self,
        parent: QWidget | None,
        change: Callable[[str, str], None],
        *,
        user: str = "",
        municipality: str = "",
        intro: str = "",
    ) -> None:
        title = _("Change the password")
        super().__init__(parent, title, title, intro=intro)
        self._change = change
        self.old = PasswordField()
        forms.add_row(self.form, _("&Present password"), self.old, required=True, name="old")
        self.new = NewPassword(self.form, self)
        self.new.user, self.new.municipality = user, municipality
        self.new.second.entered.connect(self.save)

    def save(self) -> None:
        """Check, then change in the worker; the dialog stays until it is done."""
        forms.clear_problems(self)
        problems = self.new.problems()
        if not self.old.text():
            text = _("Type the present password.")
            problems.insert(0, FieldProblem(field="old", text=text))
        if problems:
            self.show_problems(problems)
            return
        change, old, new = self._change, self.old.text(), self.new.text()
        self.setEnabled(False)
        tasks.run(
            lambda: change(old, new),
            title=_("Changing the password"),
            on_done=self._on_changed,
            on_error=self._on_refused,
        )

    def _on_changed(self, _nothing: object) -> None:
        self.setEnabled(True)
        self._before = None
        self.accepted_value.emit(None)
        self.accept()

    def _on_refused(self, error: AppError) -> None:
        self.setEnabled(True)
        if vault_calls.is_wrong_password(error):
            text = _("This is not your present password.")
            self.show_problems((FieldProblem(field="old", text=text),))
        elif isinstance(error, InvalidInputError):
            self.show_problems(error.problems)
        else:
            self.show_error(error)

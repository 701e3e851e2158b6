"""A new password, typed twice, with a sentence about its strength."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QWidget

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import vault_calls
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.forms import add_row
from gdpr_desktop.ui.labels import label, restyle


class NewPassword:
    """Adds the two fields to a form. ``user`` and ``municipality`` are easily guessed parts."""

    def __init__(self, form: QFormLayout, parent: QWidget) -> None:
        self.user = self.municipality = ""
        self.first, self.second = PasswordField(), PasswordField()
        add_row(
            form,
            _("&New password"),
            self.first,
            _("At least 12 characters. Four unrelated words are easy to remember."),
            required=True,
            name="password",
        )
        self._strength = label("", "muted", parent=parent)
        self._strength.hide()
        form.addRow(self._strength)
        add_row(form, _("&Repeat the password"), self.second, required=True, name="repeated")
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self._tell)
        self.first.text_changed.connect(lambda _text, timer=self._timer: timer.start())

    def text(self) -> str:
        """The password."""
        return self.first.text()

    def problems(self) -> list[FieldProblem]:
        """What is wrong with what is typed."""
        found = [FieldProblem(field="password", text=text) for text in self._weaknesses()]
        if not found and self.first.text() != self.second.text():
            text = _("The two passwords are not the same.")
            found.append(FieldProblem(field="repeated", text=text))
        return found

    def clear(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()

    def _weaknesses(self) -> tuple[str, ...]:
        return vault_calls.password_problems(self.first.text(), self.user, self.municipality)

    def _tell(self) -> None:
        weaknesses = self._weaknesses() if self.first.text() else ()
        self._strength.setVisible(bool(self.first.text()))
        self._strength.setText(" ".join(weaknesses) or _("This is a good password."))
        self._strength.setProperty("role", "muted" if weaknesses else "ok")
        restyle(self._strength)

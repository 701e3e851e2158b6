"""A new user, another role, a new password, a removal."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from gdpr_desktop.administration.users.dialogs.base import WorkerDialog
from gdpr_desktop.administration.users.words import role_help, role_words
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.roles import Role
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.ui.labels import label, restyle
from gdpr_desktop.ui.new_password import NewPassword
from gdpr_desktop.vault import Vault, people
from gdpr_desktop.vault.users import LONGEST_NAME, User


class RoleChoice:
    """A choice of role in a form, with a sentence about the one chosen."""

    def __init__(self, dialog: WorkerDialog, role: Role) -> None:
        self.field = Choice((each, role_words(each)) for each in Role)
        self._row = forms.add_row(
            dialog.form, _("&Role"), self.field, role_help(role), required=True, name="role"
        )
        self.field.value_changed.connect(self._tell)
        self.field.set_value(role)
        self._tell(role)

    def value(self) -> Role:
        """The role chosen."""
        return Role(self.field.value())

    def _tell(self, role: Role) -> None:
        self._row.set_help(role_help(role))


class NewUserDialog(WorkerDialog):
    """``accepted_value`` carries the ``User``."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        super().__init__(
            parent,
            _("New user"),
            _("Add the user"),
            intro=_(
                "Tell the person the password by word of mouth. It works once: at the first "
                "unlock they choose one of their own."
            ),
            working=_("Making a key for the user"),
        )
        self._vault = vault
        self.name = LineField(max_length=LONGEST_NAME)
        forms.add_row(
            self.form,
            _("&Name"),
            self.name,
            _("First and last name. It is shown in the journal, and is typed to unlock."),
            required=True,
            name="user",
        )
        self.role = RoleChoice(self, Role.CASEWORKER)
        self.password = NewPassword(self.form, self)
        self.password.municipality = vault.municipality().name
        self.password.second.entered.connect(self.save)

    def job(self) -> Callable[[], Any]:
        self.password.user = self.name.text()
        problems = self.password.problems()
        if not self.name.text():
            problems.insert(0, FieldProblem(field="user", text=_("Type a name.")))
        require_valid(problems)
        return partial(
            people.add_user,
            self._vault,
            self.name.text(),
            self.role.value(),
            self.password.text(),
            must_change=True,
        )


class RoleDialog(WorkerDialog):
    """Another role for ``user``."""

    def __init__(self, parent: QWidget | None, vault: Vault, user: User) -> None:
        super().__init__(
            parent,
            _("Change the role of {name}").format(name=user.name),
            _("Change the role"),
            working=_("Changing the role"),
        )
        self._vault, self._user = vault, user
        self.role = RoleChoice(self, user.role)
        if user.role is Role.OFFICER:
            text = _(
                "Who is no longer officer cannot read private notes any more: "
                "the notes get a new key."
            )
            self.form.addRow(label(text, "muted"))

    def job(self) -> Callable[[], Any]:
        return partial(people.change_role, self._vault, self._user.id, self.role.value())


class ResetPasswordDialog(WorkerDialog):
    """A new password for ``user``, who has forgotten the old one."""

    def __init__(self, parent: QWidget | None, vault: Vault, user: User) -> None:
        super().__init__(
            parent,
            _("New password for {name}").format(name=user.name),
            _("Set the password"),
            intro=_(
                "The old password stops working at once. Tell the person the new one by word of "
                "mouth. It works once: at the next unlock they choose one of their own."
            ),
            working=_("Making a new key for the user"),
        )
        self._vault, self._user = vault, user
        self.password = NewPassword(self.form, self)
        self.password.user = user.name
        self.password.municipality = vault.municipality().name
        self.password.second.entered.connect(self.save)

    def job(self) -> Callable[[], Any]:
        require_valid(self.password.problems())
        return partial(people.reset_password, self._vault, self._user.id, self.password.text())


class RemoveUserDialog(WorkerDialog):
    """Says what happens, then shuts ``user`` out."""

    def __init__(self, parent: QWidget | None, vault: Vault, user: User) -> None:
        super().__init__(
            parent,
            _("Remove {name}?").format(name=user.name),
            _("Remove the user"),
            intro=_(
                "{name} can no longer open the register. Nobody else needs a new password."
            ).format(name=user.name),
            working=_("Changing the key of the register. This can take some seconds."),
        )
        self._vault, self._user = vault, user
        self.save_button.setProperty("kind", "danger")
        restyle(self.save_button)
        for text in (
            _("The whole register is encrypted anew with a new key."),
            _("Cases, letters and the journal keep the name. Assigned cases are not moved."),
            _("Old backups still open with the old password. Delete those that are not needed."),
        ):
            self.form.addRow(label(f"•  {text}"))
        self.cancel_button.setFocus()

    def job(self) -> Callable[[], Any]:
        return partial(people.remove_user, self._vault, self._user.id)

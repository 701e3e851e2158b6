"""The list of users, with what can be done about each, and the recovery key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gdpr_desktop.administration.users.dialogs.recovery_key import RecoveryKeyDialog
from gdpr_desktop.administration.users.dialogs.user import (
    NewUserDialog,
    RemoveUserDialog,
    ResetPasswordDialog,
    RoleDialog,
)
from gdpr_desktop.administration.users.words import (
    recovery_words,
    role_words,
    short_day_words,
)
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.text import _
from gdpr_desktop.ui.accessible import announce
from gdpr_desktop.ui.bus import bus
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.flow_layout import FlowLayout
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.ui.list_model import Column, Count, WindowedModel
from gdpr_desktop.ui.list_view import ListView
from gdpr_desktop.vault import Vault, people, recovery
from gdpr_desktop.vault.users import User

_LIST_HEIGHT = 240  # pixels at least


class _Users:
    """The rows: those at work first, then those removed."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._rows: tuple[User, ...] = ()

    def count(self) -> Count:
        self._rows = tuple(sorted(people.users(self._vault), key=_order))
        return Count(len(self._rows))

    def page(self, offset: int, limit: int) -> tuple[User, ...]:
        return self._rows[offset : offset + limit]

    def sort(self, key: str, descending: bool) -> None:
        """Only one order."""


def _order(user: User) -> tuple[bool, int]:
    return user.removed, user.id


def _role(user: User) -> str:
    if user.removed_at:
        return _("Removed {day}").format(day=short_day_words(user.removed_at))
    return role_words(user.role)


def _tone(user: User) -> str:
    return "muted" if user.removed else ""


def _columns() -> tuple[Column, ...]:
    def column(
        header: str, text: Callable[[User], str], width: int, *, optional: bool = False
    ) -> Column:
        return Column(header=header, text=text, tone=_tone, width=width, optional=optional)

    return (
        column(_("Name"), lambda user: user.name, 170),
        column(_("Role"), _role, 160),
        column(_("Added"), lambda user: short_day_words(user.created_at), 100, optional=True),
        column(_("Last unlocked"), lambda user: short_day_words(user.last_unlocked), 110),
    )


class UsersDialog(InformationDialog):
    """Who can open the register."""

    def __init__(self, parent: QWidget | None, vault: Vault) -> None:
        super().__init__(parent, _("Users"), 820, 620)
        self._vault = vault
        self.model = WindowedModel(_Users(vault), _columns(), parent=self)
        self.list = ListView(self.model, "users")
        self.list.setAccessibleName(_("Users"))
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._make_buttons()
        self._said = label("", "ok")
        self._said.hide()
        self._recovery = label("")
        self.recovery_button = button(_("Make a recovery key…"))
        self.recovery_button.clicked.connect(self._on_recovery_clicked)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._row(self.new, self.role, self.reset, self.remove))
        self.body.addWidget(self._said)
        self.body.addSpacing(12)
        self.body.addWidget(label(_("Recovery key"), "label"))
        self.body.addWidget(self._recovery)
        self.body.addWidget(self.recovery_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._refresh()
        self.list.setFocus()

    def _make_buttons(self) -> None:
        self.new = button(_("New user…"))
        self.new.clicked.connect(self._on_new_clicked)
        self.role = button(_("Change role…"))
        self.role.clicked.connect(partial(self._start, RoleDialog))
        self.reset = button(_("New password…"))
        self.reset.clicked.connect(partial(self._start, ResetPasswordDialog))
        self.remove = button(_("Remove…"), "danger")
        self.remove.clicked.connect(partial(self._start, RemoveUserDialog))

    @staticmethod
    def _row(*buttons: QWidget) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder, spacing=8)
        for each in buttons:
            row.addWidget(each)
        return holder

    def select(self, user_id: int) -> None:
        """Choose a user in the list."""
        line = self.model.find(user_id)
        if line is not None:
            self.list.selectRow(line)

    def selected(self) -> User | None:
        """The user chosen."""
        lines = self.list.selectionModel().selectedRows()
        return self.model.row(lines[0].row()) if lines else None

    def _on_selection_changed(self) -> None:
        user = self.selected()
        other = user is not None and not user.removed and user.id != self._vault.actor.user_id
        for each in (self.role, self.reset, self.remove):
            each.setEnabled(other)

    def _on_new_clicked(self) -> None:
        self._open(NewUserDialog(self, self._vault), _("The user has been added."))

    def _start(self, dialog: type[RoleDialog | ResetPasswordDialog | RemoveUserDialog]) -> None:
        user = self.selected()
        if user is not None:
            said = {
                RoleDialog: _("The role has been changed."),
                ResetPasswordDialog: _("The new password works from now on."),
                RemoveUserDialog: _("The user has been removed, and the key changed."),
            }[dialog]
            self._open(dialog(self, self._vault, user), said)

    def _on_recovery_clicked(self) -> None:
        said = _("The new recovery key works from now on. An older one does not.")
        self._open(RecoveryKeyDialog(self, self._vault), said)

    def _open(self, dialog: FormDialog, said: str) -> None:
        self._said.hide()
        dialog.accepted_value.connect(partial(self._on_done, said))
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _on_done(self, said: str, _value: object) -> None:
        self._said.setText(said)
        self._said.show()
        announce(self, said)
        bus.tell(Change(kinds=frozenset({Kind.USER})), self)

    def _on_dialog_finished(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        user = self.selected()
        self.model.refresh()
        if user is not None:
            self.select(user.id)
        self._recovery.setText(recovery_words(recovery.state(self._vault)))
        self._on_selection_changed()

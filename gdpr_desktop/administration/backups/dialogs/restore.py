"""Putting a backup in place: from the menu over the register that is open, or from the first
screen to wherever the person says.

The dialog asks which, where and who; the desk carries it through, also when the dialog is gone.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gdpr_desktop.core.clock import Clock, SystemClock
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.errors import AppError, FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms, notices, tasks, vault_calls
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.fields.password import PasswordField
from gdpr_desktop.ui.labels import button
from gdpr_desktop.ui.unlock_page import busy_bar
from gdpr_desktop.vault import Vault
from gdpr_desktop.vault.backup import folder as folders
from gdpr_desktop.vault.backup import keeping, restoring
from gdpr_desktop.vault.backup.restoring import Live, Prepared

if TYPE_CHECKING:
    from gdpr_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person filled in."""

    backup: Path
    register: Path
    user: str
    password: str = field(repr=False)


class PathField(QWidget):
    """A path that is typed or chosen. ``choose(start)`` opens the system's dialog."""

    chosen = Signal()

    def __init__(self, choose: Callable[[QWidget, Path], Path | None]) -> None:
        super().__init__()
        self._choose = choose
        self.line = QLineEdit()
        self.line.setMaxLength(1000)
        self._pick = button(_("Choose…"))
        self._pick.clicked.connect(self._on_pick_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._pick)
        self.setFocusProxy(self.line)

    def editors(self) -> tuple[QWidget, ...]:
        """The widgets that carry the mark of a problem."""
        return (self.line,)

    def set_accessible(self, name: str, description: str) -> None:
        """Pass the names inwards."""
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(description)
        self._pick.setAccessibleName(_("Choose: {name}").format(name=name))

    def path(self) -> Path | None:
        """What is filled in; None when nothing is."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | None) -> None:
        """Show a path."""
        self.line.setText(str(path) if path else "")

    def _on_pick_clicked(self) -> None:
        path = self._choose(self, self.path() or Path.home())
        if path is not None:
            self.set_path(path)
            self.chosen.emit()


def _choose_backup(parent: QWidget, start: Path) -> Path | None:
    filter = _("Backups") + " (*.backup)"
    return notices.open_path(parent, _("Choose a backup"), start, filter)


def _choose_place(parent: QWidget, start: Path) -> Path | None:
    filter = _("Registers") + " (*.register)"
    return notices.place_path(parent, _("Where shall the register lie?"), start, filter)


class RestoreDialog(FormDialog):
    """``fixed`` is the register that is open; without it the person says where.

    ``wished`` carries a ``Wish``; the dialog stays open until the desk closes it.
    """

    wished = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        *,
        backup: Path | None,
        register: Path,
        user: str = "",
        fixed: bool = False,
    ) -> None:
        super().__init__(
            parent,
            _("Restore a backup"),
            _("Check the backup"),
            intro=_(
                "The backup is unpacked and checked first. Nothing is replaced before you have "
                "said yes, and a register that is replaced is kept."
            ),
        )
        self._fixed, self._register = fixed, register
        self._make_fields(user)
        self.backup.set_path(backup)
        self.place.set_path(register)

    def _make_fields(self, user: str) -> None:
        self.backup = PathField(_choose_backup)
        self.backup.chosen.connect(self._suggest)
        self.place = PathField(_choose_place)
        self.user = QLineEdit(user)
        self.user.setMaxLength(120)
        self.password = PasswordField()
        self.password.entered.connect(self.save)
        forms.add_row(self.form, _("&Backup"), self.backup, required=True, name="backup")
        if not self._fixed:
            help_text = _("The register itself. Choose an existing one to replace it.")
            forms.add_row(
                self.form, _("P&lace"), self.place, help_text, required=True, name="place"
            )
        forms.add_row(self.form, _("&User"), self.user, required=True, name="user")
        forms.add_row(
            self.form,
            _("&Password"),
            self.password,
            _("The one this user had when the backup was made."),
            required=True,
            name="password",
        )
        self._busy = busy_bar(_("Checking the backup"))
        self._busy.hide()
        self.page_layout.addWidget(self._busy)

    def save(self) -> None:
        """Hand over what is filled in."""
        forms.clear_problems(self)
        self._general.hide()
        backup = self.backup.path()
        register = self._register if self._fixed else self.place.path()
        needed = (
            ("backup", backup, _("Choose a backup first.")),
            ("place", register, _("Choose where the register shall lie.")),
            ("user", self.user.text().strip(), _("Type the user name.")),
            ("password", self.password.text(), _("Type the password.")),
        )
        problems = [
            FieldProblem(field=name, text=text) for name, value, text in needed if not value
        ]
        if problems or backup is None or register is None:
            self.show_problems(problems)
            return
        self.wished.emit(
            Wish(
                backup=backup,
                register=register.absolute(),
                user=self.user.text().strip(),
                password=self.password.text(),
            )
        )

    def set_busy(self, busy: bool) -> None:
        """The worker is at it."""
        self._busy.setVisible(busy)
        for widget in (self.backup, self.place, self.user, self.password, self.save_button):
            widget.setEnabled(not busy)

    def refuse(self, error: AppError) -> None:
        """Show why it cannot be done, where it belongs."""
        self.set_busy(False)
        name = "password" if vault_calls.is_wrong_password(error) else "backup"
        self.show_problems((FieldProblem(field=name, text=str(error)),))

    def _suggest(self) -> None:
        backup = self.backup.path()
        place = self.place.path()
        if backup and place and not place.exists():
            self.place.set_path(place.with_name(f"{folders.register_name(backup)}.register"))


class RestoreDesk(QObject):
    """Carries one restore through: check, ask, lock, swap, show the unlock screen."""

    def __init__(self, window: "MainWindow", anchors: Path, vault: Vault | None) -> None:
        super().__init__(window)
        self._window, self._anchors, self._vault = window, anchors, vault
        self._clock: Clock = vault.clock if vault else SystemClock()
        self._live: Live | None = restoring.live_of(vault) if vault else None
        self._wish: Wish | None = None
        self.dialog: RestoreDialog | None = None

    def show(self, backup: Path | None, register: Path, user: str) -> None:
        """Open the dialog."""
        dialog = RestoreDialog(
            self._window,
            backup=backup,
            register=register,
            user=user,
            fixed=self._vault is not None,
        )
        dialog.wished.connect(self._on_wished)
        self.dialog = dialog
        dialog.open()

    def _on_wished(self, wish: Wish) -> None:
        self._wish = wish
        if self.dialog is not None:
            self.dialog.set_busy(True)
        tasks.run(
            partial(
                restoring.prepare,
                wish.backup,
                wish.register,
                wish.user,
                wish.password,
                anchors=self._anchors,
                live=self._live,
                clock=self._clock,
            ),
            title=_("Checking the backup"),
            on_done=self._on_prepared,
            on_error=self._on_refused,
            quiet=True,
        )

    def _alive(self) -> RestoreDialog | None:
        dialog = self.dialog
        return dialog if dialog is not None and shiboken6.isValid(dialog) else None

    def _on_refused(self, error: AppError) -> None:
        if dialog := self._alive():
            dialog.refuse(error)

    def _on_prepared(self, prepared: Prepared) -> None:
        dialog = self._alive()
        if dialog is None or not dialog.isVisible():  # locked meanwhile
            prepared.discard()
            return
        dialog.set_busy(False)
        if not self._may_go_on(dialog, prepared):
            prepared.discard()
            return
        dialog.discard()
        # what the worker is at may need the register: the swap waits until it is closed
        self._window.locking.lock(then=partial(self._put_in_place, prepared))

    def _put_in_place(self, prepared: Prepared) -> None:
        tasks.run(
            partial(prepared.replace, self._clock, replaced=_("replaced"), older_is_fine=True),
            title=_("Putting the backup in place"),
            on_done=self._on_replaced,
            on_error=self._on_not_replaced,
        )

    def _may_go_on(self, dialog: RestoreDialog, prepared: Prepared) -> bool:
        title = _("Restore the backup from {time}?").format(
            time=long_instant(prepared.manifest.made)
        )
        if prepared.older:
            text = " ".join(filter(None, (str(prepared.older), _let_in_words(prepared))))
            return notices.ask(dialog, title, text, _("Restore the older one"), dangerous=True)
        if prepared.replaces:
            text = _("The register that lies there now is kept under another name.")
            return notices.ask(dialog, title, text, _("Restore"), dangerous=True)
        return True

    def _on_replaced(self, register: Path) -> None:
        wish = self._wish
        self._window.show_file(
            register,
            wish.user if wish else "",
            "",
            _("The backup is in place. Unlock it with the password it had."),
        )
        self.deleteLater()

    def _on_not_replaced(self, error: AppError) -> None:
        notices.error(self._window, error)
        self.deleteLater()


def _let_in_words(prepared: Prepared) -> str:
    if not prepared.let_in_again:
        return ""
    return _(
        "These users were removed after that and can open it again: {names}. "
        "Remove them anew at once."
    ).format(names=", ".join(prepared.let_in_again))


def restore_over(window: "MainWindow", vault: Vault, backup: Path | None) -> RestoreDesk:
    """From the menu: over the register that is open. Raises ``RefusedError``."""
    desk = RestoreDesk(window, keeping.anchors_of(vault), vault)
    desk.show(backup, vault.path, vault.actor.name)
    return desk


def restore_anywhere(window: "MainWindow", anchors: Path, register: Path, user: str) -> RestoreDesk:
    """From the first screen: nothing is open. ``register`` is where it is suggested to lie."""
    desk = RestoreDesk(window, anchors, None)
    desk.show(None, register, user)
    return desk

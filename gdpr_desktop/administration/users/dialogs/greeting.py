"""What meets the person after unlocking: a password to choose, things to be told."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from gdpr_desktop.administration.users.dialogs.recovery_key import RecoveryKeyDialog
from gdpr_desktop.administration.users.words import attempts_words
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.roles import Deed, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import vault_calls
from gdpr_desktop.ui.change_password_dialog import ChangePasswordDialog
from gdpr_desktop.ui.information_dialog import InformationDialog
from gdpr_desktop.ui.labels import button, label
from gdpr_desktop.vault import Vault, announcements, people, recovery
from gdpr_desktop.vault.announcements import Announcement


def greet(window: Any, vault: Vault) -> None:
    """``window`` has ``say`` and ``lock``, and shows the open ``vault``."""
    if told := attempts_words(vault.failed_attempts):
        window.say(told, tone="warning")
    if people.me(vault).must_change and not vault.read_only:
        _have_password_chosen(window, vault)
    else:
        _tell(window, vault)


def _have_password_chosen(window: Any, vault: Vault) -> None:
    dialog = ChangePasswordDialog(
        window,
        partial(vault_calls.change_password, vault),
        user=vault.actor.name,
        municipality=vault.municipality().name,
        intro=_(
            "The password you have now was chosen by someone else. Choose one that only you "
            "know. Cancel locks the register."
        ),
    )
    dialog.accepted_value.connect(partial(_on_password_chosen, window, vault))
    dialog.rejected.connect(partial(_lock_later, window))
    dialog.open()


def _on_password_chosen(window: Any, vault: Vault, _value: object) -> None:
    window.say(_("The password is changed."))
    _tell(window, vault)


def _lock_later(window: Any) -> None:
    QTimer.singleShot(0, window, window.lock)  # not from within the dialog that it closes


def _tell(window: Any, vault: Vault) -> None:
    told = announcements.unseen(vault)
    if told:
        dialog = AnnouncementsDialog(window, told)
        dialog.accepted.connect(partial(_on_announcements_read, window, vault, told))
        dialog.open()
    else:
        _offer_recovery_key(window, vault)


def _on_announcements_read(window: Any, vault: Vault, told: tuple[Announcement, ...]) -> None:
    announcements.mark_seen(vault, told)
    _offer_recovery_key(window, vault)


def _offer_recovery_key(window: Any, vault: Vault) -> None:
    if scope(vault.actor.role, Deed.MANAGE_USERS) is None or vault.read_only:
        return
    state = recovery.state(vault)
    if state is not None and state.to_be_replaced:
        window.say(
            _("The recovery key has been used, or is known to someone who left."),
            tone="warning",
            action=_("Make a new recovery key"),
            on_action=partial(_make_recovery_key, window, vault),
        )


def _make_recovery_key(window: Any, vault: Vault) -> None:
    dialog = RecoveryKeyDialog(window, vault)
    dialog.accepted_value.connect(partial(_on_recovery_key_made, window))
    dialog.open()


def _on_recovery_key_made(window: Any, _value: object) -> None:
    window.say(_("The new recovery key works from now on. An older one does not."))


class AnnouncementsDialog(InformationDialog):
    """Something about the keys that every user must have seen."""

    def __init__(self, parent: QWidget | None, told: tuple[Announcement, ...]) -> None:
        super().__init__(parent, _("You must know this"), 560, 320)
        for one in told:
            self.body.addWidget(label(announcements.words(one, long_instant(one.at))))
        self.read_button = button(_("I have read this"))
        self.read_button.clicked.connect(self.accept)
        self.body.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def accept(self) -> None:
        """Read; closing it in another way shows it again at the next unlock."""
        super().accept()
        self.close()

"""The window's way to the vault: opens, makes, changes the password."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.ui import vault_calls

if TYPE_CHECKING:
    from gdpr_desktop.ui.new_vault import NewVault
    from gdpr_desktop.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultGate:
    """``data_dir`` holds the anchors; ``new_folder`` is where a new file is suggested to lie.

    ``check_letterhead`` gives the content of a .docx that may be a letterhead, or raises
    ``AppError``.
    """

    data_dir: Path
    new_folder: Path
    check_letterhead: Callable[[Path], bytes]

    def open(self, path: Path, user: str, password: str) -> "Vault":
        """Open; for the worker."""
        return vault_calls.open_vault(path, user, password, anchors=self.data_dir / "anchors")

    def open_work_file(self, path: Path, password: str) -> "Vault":
        """Open a file that holds one case; for the worker."""
        return vault_calls.open_work_file(path, password, anchors=self.data_dir / "anchors")

    def recover(self, path: Path, groups: tuple[str, ...], officer: str, password: str) -> "Vault":
        """Open with the recovery key; for the worker."""
        anchors = self.data_dir / "anchors"
        return vault_calls.recover_vault(path, groups, officer, password, anchors=anchors)

    def create(self, new: "NewVault") -> "Vault":
        """Make; for the worker."""
        return vault_calls.create_vault(new, anchors=self.data_dir / "anchors")

    def warnings(self, vault: "Vault") -> tuple[str, ...]:
        """What must be told after unlocking."""
        return vault_calls.warnings(vault)

    def tone(self, vault: "Vault") -> str:
        """How grave the warnings are."""
        return vault_calls.tone(vault)

    def ask_about_older(
        self, parent: QWidget, vault: "Vault", go_on: Callable[["Vault"], None]
    ) -> QWidget:
        """Open the dialog; ``go_on`` is called when the older file is to be used."""
        from gdpr_desktop.ui.rollback_dialog import RollbackDialog

        assert vault.rollback is not None
        dialog = RollbackDialog(parent, vault, vault.rollback)
        dialog.confirmed.connect(go_on)
        dialog.open()
        return dialog

    def watch_for_room(self, parent: QWidget, vault: "Vault", found: Callable[[], None]) -> None:
        """Where the disk is full, call ``found`` when it is not any more."""
        if vault.disk_full:
            from gdpr_desktop.ui.room_watch import RoomWatch

            RoomWatch(vault, parent).found_room.connect(found)

    def change_password(self, parent: QWidget, vault: "Vault", done: Callable[[], None]) -> QWidget:
        """Open the dialog; ``done`` is called when the password is changed."""
        from gdpr_desktop.ui.change_password_dialog import ChangePasswordDialog

        dialog = ChangePasswordDialog(
            parent,
            partial(vault_calls.change_password, vault),
            user=vault.actor.name,
            municipality=vault.municipality().name,
        )
        dialog.accepted_value.connect(lambda _value: done())
        dialog.open()
        return dialog

"""Dialogs that every kind of entry has."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.register.entries.model import Entry

if TYPE_CHECKING:
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


def deed_dialog(key: str, vault: "Vault", entry: Entry, parent: QWidget) -> "FormDialog":
    """The dialog of one of the common deeds: «revise», «retire» or «replace»."""
    from gdpr_desktop.register.entries.dialogs import ending

    kinds = {
        "revise": ending.ReviseDialog,
        "retire": ending.RetireDialog,
        "replace": ending.ReplaceDialog,
    }
    return kinds[key](vault, entry, parent)

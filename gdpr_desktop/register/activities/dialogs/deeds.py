"""What the buttons of an activity open, beside the form itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.register.activities.shelf import PRINT
from gdpr_desktop.register.assessments import dialogs as assessments
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.register.library import deeds as library

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def do(
    parent: QWidget,
    vault: "Vault",
    entry: Entry | None,
    key: str,
    done: Callable[[Change], None],
) -> None:
    """Open it; ``done`` is told when something was done. «start» needs no entry."""
    if key == PRINT and entry is not None:
        from gdpr_desktop.register.activities.dialogs.printing import print_dialog

        dialog = print_dialog(parent, vault, entry)
        dialog.accepted_value.connect(done)
        dialog.open()
        return
    if entry is not None and library.do(parent, vault, entry, key, done):
        return
    assessments.do(parent, vault, entry, key, done)

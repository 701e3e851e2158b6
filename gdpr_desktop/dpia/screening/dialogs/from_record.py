"""What the button on an activity of the record opens: its assessment, or a new one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.dpia.screening.dialogs.start import StartDialog
from gdpr_desktop.dpia.screening.lists import about_activity
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.ui.bus import bus

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def do(
    parent: QWidget,
    vault: "Vault",
    entry: Entry | None,
    _key: str,
    done: Callable[[Change], None],
) -> None:
    """Show the assessment of the activity where there is one, else begin one."""
    assert entry is not None, "the button stands on an activity"
    there = about_activity(vault, entry.id)
    if there:
        bus.case_wanted.emit("dpia", there[0][0])
        return
    dialog = StartDialog(vault, parent, activity=entry.id)
    dialog.accepted_value.connect(partial(_begun, done))
    dialog.open()


def _begun(done: Callable[[Change], None], change: Change) -> None:
    done(change)
    bus.case_wanted.emit("dpia", change.id)

"""The dialogs of guided assessments. They are imported when they are opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.register.assessments.model import Kind
from gdpr_desktop.register.entries.model import Entry

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

ASSESS, READ = "assess", "assessments"


def do(
    parent: QWidget,
    vault: "Vault",
    entry: Entry | None,
    key: str,
    done: Callable[[Change], None],
) -> bool:
    """Do the deed ``key`` of ``deeds.offered`` or ``deeds.groups``; False for a key of others.

    «start» needs no entry: it goes on with the draft of a new activity.
    """
    deed, _colon, part = key.partition(":")
    if deed == "start":
        start(parent, vault, done)
    elif entry is None or deed not in (ASSESS, READ):
        return False
    elif deed == READ:
        from gdpr_desktop.register.assessments.dialogs.kept import KeptDialog

        KeptDialog(vault, entry, parent).open()
    elif part:
        _assess(parent, vault, entry, part, done)
    else:
        from gdpr_desktop.register.assessments.dialogs.choose import ChooseDialog

        chooser = ChooseDialog(vault, entry, done, parent)
        chooser.open()
    return True


def _assess(
    parent: QWidget, vault: "Vault", entry: Entry, kind: str, done: Callable[[Change], None]
) -> None:
    from gdpr_desktop.register.assessments.dialogs.assessment import AssessmentDialog

    dialog = AssessmentDialog(vault, entry, Kind(kind), parent)
    dialog.accepted_value.connect(done)
    dialog.open()


def start(parent: QWidget, vault: "Vault", done: Callable[[Change], None]) -> None:
    """A new activity, guided from the first question."""
    from gdpr_desktop.register.assessments.dialogs.starting import StartDialog

    dialog = StartDialog(vault, parent)
    dialog.accepted_value.connect(done)
    dialog.open()

"""What is brought in and packed for a claim of portability."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.portability import service as portable
from gdpr_desktop.requests.portability.dialogs.bring_in import BringInDialog
from gdpr_desktop.requests.portability.dialogs.package import PackageDialog
from gdpr_desktop.requests.portability.dialogs.typed import TypedDataDialog
from gdpr_desktop.requests.portability.model import Column, Draft, Found
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.vault import Vault

_ROWS = (
    ("Namn", "Kurs", "Telefon", "Vurdering"),
    ("Kari Nordmann", "Trekkspel", "+47 70 00 00 00", "Øver for lite"),
)


def pictures(
    vault: Vault,
    case_id: CaseId,
    part_id: PartId,
    window: QWidget,
    take: Callable[[str, QDialog], None],
    close: Callable[[QDialog], None],
) -> None:
    """A table before it is kept, typed data, and the package with what it lacks."""
    task = service.read_request(vault, case_id).tasks[-1]
    found = (Found(rows=_ROWS, formulas=frozenset({3})),)
    columns = tuple(Column(name=name) for name in _ROWS[0])
    draft = Draft(title=task.title, source="kurs.csv", columns=columns, rows=_ROWS[1:])
    portable.bring_in(vault, part_id, task.id, draft)
    dialogs: tuple[tuple[str, FormDialog], ...] = (
        (
            "bring-in",
            BringInDialog(
                vault, part_id, task.id, found, place=task.title, source="kurs.csv", parent=window
            ),
        ),
        ("typed", TypedDataDialog(vault, case_id, part_id, task, window)),
        ("package", PackageDialog(vault, case_id, part_id, window)),
    )
    for name, dialog in dialogs:
        dialog.open()
        take(f"dialog-portability-{name}", dialog)
        close(dialog)

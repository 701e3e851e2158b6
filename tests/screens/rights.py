"""The assessment form of every right, on a case where something was found."""

from collections.abc import Callable
from datetime import timedelta

import portability
from PySide6.QtWidgets import QDialog

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.model import Person, TaskOutcome
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.requests import service
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.model import Channel, Intake, Right, Step
from gdpr_desktop.requests.rights import OFFERED, rules_of
from gdpr_desktop.requests.widgets.deeds import _part_dialog
from gdpr_desktop.ui.dialog import FormDialog
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault


def pictures(
    window: MainWindow, take: Callable[[str, QDialog], None], close: Callable[[QDialog], None]
) -> None:
    """Each form as it opens, and what it says when it is saved at once."""
    vault = window.vault
    assert vault is not None
    for right in OFFERED:
        if Step.ASSESS not in rules_of(right).steps:
            continue
        case_id = _case(vault, right)
        part = service.read_request(vault, case_id).parts[0]
        dialog: FormDialog = _part_dialog(Action.ASSESS, part)(vault, case_id, part.id, window)
        dialog.open()
        take(f"dialog-assess-{right}", dialog)
        dialog.save()
        take(f"dialog-assess-{right}-problems", dialog)
        close(dialog)
        if Step.PACK in rules_of(right).steps:
            portability.pictures(vault, case_id, part.id, window, take, close)


def _case(vault: Vault, right: Right) -> CaseId:
    intake = Intake(
        received=vault.clock.today() - timedelta(days=3),
        channel=Channel.EDIALOG,
        subject=Person(name="Kari Nordmann"),
        rights=(right,),
        wording="Eg sluttar i kulturskulen, og vil ikkje at noko skal stå att om meg.",
    )
    change = service.register_request(vault, intake, unstructured="E-post og papir")
    case_id = CaseId(change.id)
    casework.add_task(vault, case_id, kind="collect", title="Kulturskulesystemet")
    for task in service.read_request(vault, case_id).tasks:
        casework.answer_task(
            vault,
            task.id,
            outcome=TaskOutcome.FOUND,
            note="Påmelding og rekningar",
            answered_on=vault.clock.today(),
        )
    return case_id

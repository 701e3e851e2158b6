"""What the authority is sent of a breach, and what comes from it."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.breaches.dialogs.authority import AnswerDemandDialog, AuthorityLetterDialog
from gdpr_desktop.breaches.dialogs.notify import FollowUpDialog, NotifyDialog, WithdrawDialog
from gdpr_desktop.breaches.dialogs.sent import SentDialog
from gdpr_desktop.breaches.dialogs.sheet import SheetDialog
from gdpr_desktop.breaches.model import AuthorityLetter, Intake, NotifyChannel
from gdpr_desktop.breaches.notifying.authority import note_letter
from gdpr_desktop.breaches.notifying.service import Sending, note_first, note_follow_up
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault


def pictures(
    window: MainWindow, take: Callable[[str, QWidget], None], close: Callable[[QDialog], None]
) -> None:
    """The dialogs about the authority, of a breach that was notified too late."""
    vault = window.vault
    assert vault is not None
    for name, dialog in _dialogs(vault, window):
        dialog.open()
        take(f"breach-{name}", dialog)
        if isinstance(dialog, NotifyDialog):
            dialog.save()
            take(f"breach-{name}-problems", dialog)
        close(dialog)


def _dialogs(vault: Vault, window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    case_id = _registered(vault)
    yield "sheet", SheetDialog(vault, case_id, window)
    yield "notify", NotifyDialog(vault, case_id, window)
    _send(vault, case_id)
    yield "follow-up", FollowUpDialog(vault, case_id, window)
    yield "withdraw", WithdrawDialog(vault, case_id, window)
    yield "sent", SentDialog(vault, case_id, window)
    yield "authority-letter", AuthorityLetterDialog(vault, case_id, window)
    task_id = read_breach(vault, case_id).demands[0].id
    yield "answer-demand", AnswerDemandDialog(vault, case_id, task_id, window)


def _registered(vault: Vault) -> CaseId:
    at = vault.clock.now() - timedelta(hours=75)
    intake = Intake(
        title="Vedtak til feil forelder",
        what="Eit vedtak blei sendt til feil adresse.",
        discovered=at,
        discovered_by="Nora Testdal",
        aware=at,
        unit="Barnevernet",
    )
    return CaseId(register_breach(vault, intake).id)


def _send(vault: Vault, case_id: CaseId) -> None:
    today = vault.clock.today()
    sending = Sending(
        sent_at=vault.clock.now(),
        channel=NotifyChannel.ALTINN,
        receipt="AR-100",
        by=vault.actor.name,
        asked=True,
        missing="Kor mange det gjeld",
        follow_up_on=today + timedelta(days=7),
        late_reason="Ingen på vakt hadde rolla i Altinn.",
    )
    note_first(vault, case_id, sending)
    note_follow_up(vault, case_id, sending)
    letter = AuthorityLetter(received_on=today, reference="26/00123", what="Spør om loggen")
    note_letter(vault, case_id, letter, demand="Send loggen", due=today + timedelta(days=14))

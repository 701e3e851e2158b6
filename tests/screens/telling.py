"""What people are told of a breach: the letters, the round of telling, the address list."""

from collections.abc import Callable
from datetime import timedelta

import many
from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.breaches.codes import BreachKind, Consequence, DataCategory, Seen
from gdpr_desktop.breaches.dialogs.drop import DropAddressesDialog
from gdpr_desktop.breaches.dialogs.letter import LetterDialog
from gdpr_desktop.breaches.dialogs.told import ToldDialog
from gdpr_desktop.breaches.facts.service import describe_scope
from gdpr_desktop.breaches.model import AuthorityLetter, Intake, Scope
from gdpr_desktop.breaches.notifying.authority import note_letter
from gdpr_desktop.breaches.service.intake import register_breach
from gdpr_desktop.breaches.telling.facts import AFFECTED, CONTROLLER, PROCESSOR, PUBLIC
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault


def pictures(
    window: MainWindow, take: Callable[[str, QWidget], None], close: Callable[[QDialog], None]
) -> None:
    """The dialogs, of a breach where a protected address got out and telling is ordered."""
    vault = window.vault
    assert vault is not None
    case_id = _ordered(vault)
    for template in (AFFECTED, PUBLIC, PROCESSOR, CONTROLLER):
        _shown(LetterDialog(vault, case_id, template, window), template, take, close)
    told = ToldDialog(vault, case_id, window)
    told.open()
    take("breach-told", told)
    told.number.set_text("nokre")
    told.save()
    _shown(told, "breach-told-problems", take, close)
    _shown(DropAddressesDialog(vault, case_id, window), "breach-drop-addresses", take, close)
    many.pictures(window, case_id, take, close)


def _shown(
    dialog: QDialog,
    name: str,
    take: Callable[[str, QWidget], None],
    close: Callable[[QDialog], None],
) -> None:
    dialog.open()
    take(name, dialog)
    close(dialog)


def _ordered(vault: Vault) -> CaseId:
    at = vault.clock.now() - timedelta(hours=3)
    intake = Intake(
        title="Klasseliste på nettsida",
        what="Ei liste over elevar låg open på nettsida til skulen.",
        discovered=at,
        discovered_by="Nora Testdal",
        aware=at,
    )
    case_id = CaseId(register_breach(vault, intake).id)
    scope = Scope(
        kinds=(BreachKind.CONFIDENTIALITY,),
        data=(DataCategory.IDENTITY_NUMBER, DataCategory.PROTECTED_ADDRESS),
        seen=Seen.UNKNOWN,
        consequences=(Consequence.IDENTITY_THEFT, Consequence.SAFETY),
    )
    describe_scope(vault, case_id, scope)
    order = AuthorityLetter(
        received_on=vault.clock.today(),
        reference="26/00001",
        what="Pålegg om å underrette",
        orders_telling=True,
    )
    note_letter(vault, case_id, order, due=None)
    return case_id

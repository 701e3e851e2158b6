"""A consent is taken back: the dialog, the case, its places and the letter."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store as consents
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.page import WITHDRAWALS
from gdpr_desktop.consents.withdrawals.actions import Action, Chosen
from gdpr_desktop.consents.withdrawals.checks import takeable
from gdpr_desktop.consents.withdrawals.dialogs.register import WithdrawDialog
from gdpr_desktop.consents.withdrawals.model import Ended, TaskOutcomeCode, Withdrawal
from gdpr_desktop.consents.withdrawals.places import proposed
from gdpr_desktop.consents.withdrawals.service.base import read_withdrawal
from gdpr_desktop.consents.withdrawals.service.registering import register_withdrawal
from gdpr_desktop.consents.withdrawals.service.stopping import end_place
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

FORMS = (Action.MISTAKE, Action.ADD, Action.TOLD, Action.FILE, Action.ASSIGN)
OF_A_PLACE = (Action.END, Action.CHANGE)
AT_THE_END = (Action.LETTER, Action.CLOSE)


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on the first consent of the demo that can be taken back."""
    assert window.vault is not None, "it is unlocked"
    tab = window.workspace.page_of("consents")
    page = tab.show_shelf(WITHDRAWALS)
    take("consent-withdrawals")
    found = _takeable(window.vault)
    if found is None:
        return
    dialog = WithdrawDialog(window.vault, found.id, page)
    dialog.open()
    take("dialog-consent-withdraw", dialog)
    dialog.who.set_value(dialog._known_givers()[0])
    registered = dialog.registered()
    close(dialog)
    case_id = CaseId(register_withdrawal(window.vault, registered).id)
    page.refresh()
    tab.show_case(case_id)
    take("consent-withdrawal-case")
    places = page.case_view.found.stops
    chosen = [Chosen(action=one) for one in FORMS]
    chosen += [Chosen(action=one, task=places[0].id) for one in OF_A_PLACE if places]
    _forms(page, chosen, take, close)
    _end_all(window.vault, read_withdrawal(window.vault, case_id))
    page.refresh()
    _forms(page, [Chosen(action=one) for one in AT_THE_END], take, close)


def _forms(
    page: object,
    chosen: list[Chosen],
    take: Callable[..., None],
    close: Callable[[QDialog], None],
) -> None:
    view = page.case_view  # type: ignore[attr-defined]
    for one in chosen:
        dialog = view.deeds.dialog_of(one, view.found)
        dialog.open()
        take(f"dialog-{one.action.value.replace('_', '-')}", dialog)
        close(dialog)


def _takeable(vault: Vault) -> Consent | None:
    last = vault.db.conn.execute("SELECT coalesce(max(id), 0) FROM consent").fetchone()[0]
    for number in range(1, min(last, 100) + 1):
        found = consents.consent(vault.db, ConsentId(number))
        version = forms.form(vault.db, found.form_id).version(found.version)
        if version is not None and takeable(found, version.content):
            return found
    return None


def _end_all(vault: Vault, found: Withdrawal) -> None:
    today = vault.clock.today()
    for task in found.stops:
        place = found.place(task)
        outcome = TaskOutcomeCode.STOPPED if found.release else proposed(place)
        ended = Ended(
            task=task.id, outcome=outcome, other_basis=place.other_basis, note="Trykt og delt ut."
        )
        end_place(vault, task.id, ended, today)

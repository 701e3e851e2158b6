"""What ends by itself: the form that waits, and the dialogs of follow-up."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from gdpr_desktop.consents.exchange.dialogs.person_export import PersonExportDialog
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.renewal.dialogs.expired import ExpiredDialog
from gdpr_desktop.consents.renewal.dialogs.renew import RenewDialog
from gdpr_desktop.consents.renewal.dialogs.review import ReviewDialog
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.consents.renewal.sending import asking_tasks
from gdpr_desktop.consents.renewal.service import bundled
from gdpr_desktop.ui.main_window import MainWindow


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on the forms of the demo that something waits on."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    tab = window.workspace.page_of("consents")
    for name in forms.names(vault.db, vault.actor):
        ended = bundled(vault, name.id, [Why.EXPIRED])
        if ended:
            tab.show_case(name.id)
            take("consent-form-ended")
            _take(ReviewDialog(vault, name.id, tab), "review", take, close)
            _take(ExpiredDialog(vault, name.id, None, tab), "expired", take, close)
            _take(PersonExportDialog(vault, ended[0].id, tab), "person", take, close)
        if asking_tasks(forms.form(vault.db, name.id)):
            _take(RenewDialog(vault, name.id, tab), "renew", take, close)


def _take(
    dialog: QDialog, name: str, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    dialog.open()
    take(f"dialog-consent-{name}", dialog)
    close(dialog)

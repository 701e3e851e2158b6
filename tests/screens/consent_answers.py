"""Answers on a consent form: registered one by one and in a heap, corrected, and looked at."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.consents.codes import How, Relation
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given.dialogs.correct import CorrectDialog
from gdpr_desktop.consents.given.dialogs.quick import QuickDialog
from gdpr_desktop.consents.given.dialogs.register import RegisterDialog
from gdpr_desktop.consents.given.dialogs.start import StartDialog
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.ui.main_window import MainWindow


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, on the first form and group that the demo register has."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    found = forms.names(vault.db, vault.actor)
    if not found:
        return
    form_id = found[0].id
    dialog = RegisterDialog(vault, form_id, window)
    _shown(take, "dialog-consent-answer", dialog)
    dialog.person.name.set_text("Nora Testdal")
    dialog.answer.relation.set_value(Relation.GUARDIAN)
    dialog.answer.given_on.set_date(vault.clock.today() - timedelta(days=900))
    dialog.answer.how.set_value(How.ORAL)
    dialog.answer.purposes.all_yes.click()
    dialog.save()
    take("dialog-consent-answer-problems", dialog)
    close(dialog)
    _heap(window, form_id, take, close)
    row = vault.db.execute("SELECT id FROM consent ORDER BY id LIMIT 1").fetchone()
    if row is not None:
        for name, kind in (("correct", CorrectDialog), ("start", StartDialog)):
            made = kind(vault, ConsentId(row[0]), window)
            _shown(take, f"dialog-consent-{name}", made)
            close(made)


def _heap(window, form_id, take, close) -> None:
    vault = window.vault
    known = groups.groups(vault.db, vault.actor)
    quick = QuickDialog(vault, form_id, window, known[0].id if known else None)
    _shown(take, "dialog-consent-heap", quick)
    quick.given_on.set_date(vault.clock.today())
    if quick.heap.left():
        quick.begin(quick.heap.left()[0])
        quick.pad.answer_next(True)
        quick.keep()
        take("dialog-consent-heap-line", quick)
    quick.back()
    close(quick)


def _shown(take: Callable[..., None], name: str, dialog: QWidget) -> None:
    dialog.open()
    take(name, dialog)

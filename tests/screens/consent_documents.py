"""What comes out of a consent form: a picture of each dialog, on the first form that is in use."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.actions import Action
from gdpr_desktop.consents.forms.dialogs.letter import LetterDialog
from gdpr_desktop.consents.forms.dialogs.print import PrintDialog
from gdpr_desktop.consents.forms.dialogs.print_group import PrintGroupDialog
from gdpr_desktop.consents.forms.dialogs.return_list import Kind, ReturnListDialog
from gdpr_desktop.ui.main_window import MainWindow


def pictures(
    window: MainWindow,
    take: Callable[[str, QWidget], None],
    close: Callable[[QDialog], None],
) -> None:
    """Form, forms of a group, both lists, the letter to the photographed."""
    vault = window.vault
    assert vault is not None
    form_id = next(one.id for one in store.names(vault.db, vault.actor) if one.kind == "picture")
    printed = PrintDialog(vault, form_id, window)
    printed.filled.set_value(True)
    lists = ReturnListDialog(vault, form_id, window)
    lists.kind.set_value(Kind.ANSWERS)
    letter = LetterDialog(vault, form_id, Action.LETTER_PHOTOGRAPHED.value, window)
    group = PrintGroupDialog(vault, form_id, window)
    for name, dialog in (
        ("print", printed),
        ("print-group", group),
        ("class-list", lists),
        ("photographed", letter),
    ):
        dialog.open()
        QCoreApplication.processEvents()
        take(f"consent-{name}", dialog)
        close(dialog)

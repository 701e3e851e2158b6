"""The list of consents, «Har vi lov?» and the list for the photographer."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog

from gdpr_desktop.consents.allowed.dialogs.allowed import GROUP, AllowedDialog
from gdpr_desktop.consents.allowed.dialogs.photo_list import PhotoListDialog
from gdpr_desktop.consents.given.lists import Chip
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.page import GIVEN
from gdpr_desktop.ui.main_window import MainWindow


def pictures(
    window: MainWindow, take: Callable[..., None], close: Callable[[QDialog], None]
) -> None:
    """Take them, of what the demo register has."""
    vault = window.vault
    assert vault is not None, "it is unlocked"
    page = window.workspace.page_of("consents").show_shelf(GIVEN)
    take("consents-given")
    if not page.model.rowCount():
        return
    row = page.model.row(0)
    page.show_consent(row.id)
    take("consents-given-chosen")
    page.check_chips([Chip.LACKING])
    take("consents-given-lacking")
    page.check_chips([])
    known = groups.groups(vault.db, vault.actor)
    group_id = known[0].id if known else None
    dialog = AllowedDialog(vault, page, group_id)
    dialog.open()
    asked = dialog.purpose._values[1:]
    dialog.purpose.set_value(next(iter(asked), None))
    take("dialog-allowed-group", dialog)
    dialog.members.view.setCurrentIndex(dialog.members.model.index(0, 0))
    take("dialog-allowed-group-chosen", dialog)
    assert dialog.who.value() == GROUP
    dialog.who.set_value("person")
    dialog.purpose.set_value(next(iter(asked), None))
    dialog.name.set_text(row.name)
    dialog.answer()
    take("dialog-allowed-person", dialog)
    close(dialog)
    made = PhotoListDialog(vault, page, group_id)
    made.open()
    made.purposes.set_value(asked[:3])
    made.preview.refresh()
    take("dialog-photo-list", made)
    close(made)

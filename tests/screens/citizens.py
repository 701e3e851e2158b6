"""The forms for citizens: as files, on the web, and one that was filled in."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QDialog

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.requests.citizen_forms.dialogs.forms import FormsDialog
from gdpr_desktop.requests.citizen_forms.dialogs.intake import FilledIntakeDialog
from gdpr_desktop.requests.citizen_forms.dialogs.links import LinksDialog
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormKind, FormSource
from gdpr_desktop.ui.main_window import MainWindow

FILLED = FilledForm(
    kind=FormKind.GENERAL,
    form_language=Language.NYNORSK,
    rights=("access", "erasure"),
    subject=Person(
        name="Kari Berg-Hansen",
        birth_date=date(1985, 2, 3),
        address=PostalAddress(street="Fjordvegen 4", postal_code="6999", city="Fjordvik"),
        phone="900 00 000",
    ),
    wording="Kva gjeld det?\nBileta på nettsida til skulen.",
    source=FormSource(name="skjema-personvern-nn.docx", sha256="0" * 64),
)


def citizen_dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """Each over the window, one at a time."""
    vault = window.vault
    assert vault is not None
    for name, dialog in (
        ("citizen-forms", FormsDialog(window, vault)),
        ("citizen-forms-links", LinksDialog(window, vault)),
        ("citizen-forms-filled", FilledIntakeDialog(vault, window, FILLED)),
    ):
        dialog.open()
        yield name, dialog

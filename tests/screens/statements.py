"""The form of a privacy statement, section by section, and its export."""

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.information.statements.dialogs.export import ExportDialog
from gdpr_desktop.information.statements.dialogs.statement import StatementDialog
from gdpr_desktop.information.statements.durations import duration
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Cookie, CookieNeed, Part, Topic
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.ui.main_window import MainWindow
from gdpr_desktop.vault import Vault

NAME = "Personvernerklæring for nettstaden"
SECTIONS = ("about", "who", "record", "topics", "cookies", "logs", "texts", "version")


def statement_dialogs(window: MainWindow) -> Iterator[tuple[str, QDialog]]:
    """One statement of the website."""
    vault = window.vault
    assert vault is not None
    entry = _statement(vault)
    form = StatementDialog(vault, entry, window)
    form.open()
    for section in SECTIONS:
        form.show_section(section)
        yield f"statement-{section}", form
    export = ExportDialog(vault, entry, window)
    export.open()
    yield "statement-export", export


def _statement(vault: Vault) -> Entry:
    known = store.named(vault.db, EntryKind.STATEMENT, NAME)
    if known is not None:
        return store.entry(vault.db, known)
    news = Part(
        topic=Topic.NEWSLETTERS,
        purpose=Bilingual(nn="Å sende nytt frå kommunen", nb="Å sende nytt fra kommunen"),
        basis=Basis.CONSENT,
        data=same("E-postadresse"),
    )
    cookie = Cookie(name="sid", duration=duration("30 dagar"), need=CookieNeed.NECESSARY)
    made = PrivacyStatement(name=same(NAME), parts=(news,), cookies=(cookie,))
    return store.entry(vault.db, EntryId(service.add_entry(vault, made).id))

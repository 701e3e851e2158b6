"""What is done with retention, with windows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries.model import Entry, EntryKind
from gdpr_desktop.register.retention import reports, service
from gdpr_desktop.register.retention.shelf import ANSWER, OVERVIEW

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault

Done = Callable[[Change], None]


def new(parent: QWidget, vault: "Vault", done: Done) -> None:
    """Ask which year and whom."""
    from gdpr_desktop.register.retention.dialogs.rounds import StartDialog

    _open(StartDialog(vault, parent), done)


def do(parent: QWidget, vault: "Vault", entry: Entry, key: str, done: Done) -> None:
    """Write the form, or enter the answer."""
    if key == ANSWER:
        from gdpr_desktop.register.retention.dialogs.answer import AnswerDialog

        _open(AnswerDialog(vault, entry, parent), done)
    else:
        _open(form_dialog(vault, entry, parent), done)


def tool(parent: QWidget, vault: "Vault", key: str, done: Done) -> None:
    """Show one of the two overviews."""
    made = overview_dialog if key == OVERVIEW else status_dialog
    _open(made(vault, parent), done)


def _open(dialog: "FormDialog", done: Done) -> None:
    dialog.accepted_value.connect(done)
    dialog.open()


def form_dialog(vault: "Vault", entry: Entry, parent: QWidget) -> "FormDialog":
    """The form to the manager before it is exported."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog

    return DocumentDialog(
        vault,
        _("Form for the confirmation of erasure"),
        partial(reports.form, vault, entry),
        record=partial(_record_form, vault, entry),
        suggested=partial(_form_name, vault, entry),
        parent=parent,
    )


def overview_dialog(vault: "Vault", parent: QWidget) -> "FormDialog":
    """How long everything is kept."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog

    return DocumentDialog(
        vault,
        _("How long data are kept"),
        partial(reports.overview, vault),
        record=partial(_record, vault, EntryKind.ACTIVITY),
        suggested=partial(_overview_name, vault),
        parent=parent,
    )


def status_dialog(vault: "Vault", parent: QWidget) -> "FormDialog":
    """Who has answered, and who has not."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog

    return DocumentDialog(
        vault,
        _("Who has answered"),
        partial(reports.status, vault),
        record=None,
        suggested=partial(_status_name, vault),
        parent=parent,
    )


def _form_name(vault: "Vault", entry: Entry, language: Language) -> str:
    title = _("Form for the confirmation of erasure", language=language)
    return _file_name(vault, entry.name, title)


def _overview_name(vault: "Vault", language: Language) -> str:
    return _file_name(vault, "", _("How long data are kept", language=language))


def _status_name(vault: "Vault", language: Language) -> str:
    return _file_name(vault, "", _("Who has answered", language=language))


def _file_name(vault: "Vault", subject: str, title: str) -> str:
    from gdpr_desktop.letters.file_names import document_name

    return document_name(subject, title, vault.clock.today())


def _record_form(vault: "Vault", entry: Entry, letter: "Letter", path: Path, sha256: str) -> Change:
    """The round itself is no source: its answer does not put the form out of date."""
    with vault.begin(Deed.KEEP_RECORD):
        service.note_sent(vault, entry.id, vault.clock.today())
        return record_document(
            vault,
            kind=letter.template,
            title=letter.title,
            language=letter.language.value,
            path=path,
            sha256=sha256,
            about=entry.id,
            sources=entry.content.activity_ids,
        )


def _record(vault: "Vault", kind: EntryKind, letter: "Letter", path: Path, sha256: str) -> Change:
    from gdpr_desktop.register.entries import store

    return record_document(
        vault,
        kind=letter.template,
        title=letter.title,
        language=letter.language.value,
        path=path,
        sha256=sha256,
        about=None,
        sources=[number for number, _name in store.names(vault.db, kind)],
    )

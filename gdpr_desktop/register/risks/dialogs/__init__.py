"""What is done with risk assessments, with windows."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries.model import Entry

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.ui.dialog import FormDialog
    from gdpr_desktop.vault import Vault


def do(
    parent: QWidget, vault: "Vault", entry: Entry, _key: str, done: Callable[[Change], None]
) -> None:
    """Show the report, to be exported."""
    dialog = report_dialog(vault, entry, parent)
    dialog.accepted_value.connect(done)
    dialog.open()


def report_dialog(vault: "Vault", entry: Entry, parent: QWidget) -> "FormDialog":
    """The report before it is exported."""
    from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
    from gdpr_desktop.register.risks.report import report

    return DocumentDialog(
        vault,
        _("Report of the risk assessment"),
        partial(report, vault, entry),
        record=partial(_record, vault, entry),
        suggested=partial(_file_name, vault, entry),
        parent=parent,
    )


def _file_name(vault: "Vault", entry: Entry, language: Language) -> str:
    from gdpr_desktop.letters.file_names import document_name

    title = _("Risk assessment", language=language)
    return document_name(entry.name, title, vault.clock.today())


def _record(vault: "Vault", entry: Entry, letter: "Letter", path: Path, sha256: str) -> Change:
    assessment = entry.content
    return record_document(
        vault,
        kind="risk_report",
        title=letter.title,
        language=letter.language.value,
        path=path,
        sha256=sha256,
        about=entry.id,
        sources=[entry.id, *assessment.activities, *assessment.systems],
    )

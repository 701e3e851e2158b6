"""One activity to Word."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.register.activities.report import KIND, report
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries.model import Entry
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


def print_dialog(parent: QWidget, vault: Vault, entry: Entry) -> DocumentDialog:
    """The document of ``entry`` before it is exported."""
    return DocumentDialog(
        vault,
        _("Write «{name}» to Word").format(name=entry.name),
        partial(report, vault, entry),
        record=partial(_record, vault, entry),
        suggested=partial(_file_name, vault, entry),
        intro=_("All that the record has about this activity, internal notes too."),
        parent=parent,
    )


def _file_name(vault: Vault, entry: Entry, language: Language) -> str:
    from gdpr_desktop.letters.file_names import document_name

    name, kind = entry.content.name.in_(language), _("Processing activity", language=language)
    return document_name(name, kind, vault.clock.today())


def _record(vault: Vault, entry: Entry, letter: "Letter", path: Path, sha256: str) -> Change:
    content = entry.content
    linked = (content.unit_id, *content.systems, *content.processors, *content.arrangements)
    return record_document(
        vault,
        kind=KIND,
        title=letter.title,
        language=letter.language.value,
        path=path,
        sha256=sha256,
        about=entry.id,
        sources=[entry.id, *(one for one in linked if one is not None)],
    )

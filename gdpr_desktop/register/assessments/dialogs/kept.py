"""The assessments that are kept with an entry: one is chosen, read, and written out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.letters.file_names import document_name
from gdpr_desktop.register.activities.parts import Assessment
from gdpr_desktop.register.assessments.report import pointed_to, report
from gdpr_desktop.register.assessments.words import kind_title
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class KeptDialog(DocumentDialog):
    """The newest is shown first. What is written out is noted with the entry."""

    def __init__(self, vault: Vault, entry: Entry, parent: QWidget | None = None) -> None:
        self.entry = entry
        super().__init__(
            vault,
            _("Assessments of «{name}»").format(name=entry.name),
            self.report,
            record=self._record_written,
            suggested=self._suggested_name,
            parent=parent,
        )

    def build_fields(self) -> None:
        kept: tuple[Assessment, ...] = self.entry.content.assessments
        newest = list(enumerate(kept))[::-1]
        self.chosen = Choice(
            (number, f"{kind_title(one)}, {long_date(one.made_on)}") for number, one in newest
        )
        forms.add_row(self.form, _("&Assessment"), self.chosen, name="chosen")

    def assessment(self) -> Assessment:
        """The one that is chosen."""
        kept: tuple[Assessment, ...] = self.entry.content.assessments
        return kept[self.chosen.value()]

    def report(self, language: Language) -> "Letter":
        """The document about it."""
        assessment, db = self.assessment(), self.vault.db
        names = {
            str(one): "".join(store.names_of(db, [EntryId(one)])) for one in pointed_to(assessment)
        }
        return report(
            assessment,
            about=self.entry.name,
            municipality=self.vault.municipality(),
            language=language,
            names=names,
        )

    def _suggested_name(self, language: Language) -> str:
        one = self.assessment()
        return document_name(self.entry.name, kind_title(one, language), one.made_on)

    def _record_written(self, letter: "Letter", path: Path, sha256: str) -> Change:
        return record_document(
            self.vault,
            kind=letter.template,
            title=letter.title,
            language=letter.language.value,
            path=path,
            sha256=sha256,
            about=self.entry.id,
            sources=(),  # what was concluded then stays so, whatever changes
        )

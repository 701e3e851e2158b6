"""The short version for publishing before it is exported."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.officers import officers
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.correspondence.documents import record_document
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.reports.export import as_written, suggested_name
from gdpr_desktop.dpia.reports.names import names_in, parts_in
from gdpr_desktop.dpia.reports.short import short_version
from gdpr_desktop.dpia.service.base import read_dpia
from gdpr_desktop.ui.notes import NoteBox
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class ShortDialog(DocumentDialog):
    """Without names and without what tells how the data are guarded."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self._found = read_dpia(vault, case_id)
        self.names_note = NoteBox()
        super().__init__(
            vault,
            _("Short version to publish"),
            self._make_short,
            record=partial(record_document, vault, case_id),
            suggested=self._name,
            intro=as_written(
                _(
                    "Names, security, the risks and the measures are left out. Read through what"
                    " is left before it is published: somebody wrote it for another reader."
                )
            ),
            parent=parent,
        )

    def build_fields(self) -> None:
        if self._found.content.answer("publish").choice == "no":
            text = _("It is answered that the assessment shall not be published.")
            self.form.addRow(NoteBox(text))
        elif self._found.state is not State.IN_FORCE:
            text = _("The assessment is not approved yet.")
            if self._found.approval is not None and self._found.approval.approved:
                text = _("This is written after the approval, and is not approved anew.")
            self.form.addRow(NoteBox(text))
        self.form.addRow(self.names_note)

    def _make_short(self, language: Language) -> "Letter":
        made = short_version(self.vault, self._found, language)
        self.names_note.say("\n".join(self._names(made.text())))
        return made

    def _names(self, text: str) -> Iterator[str]:
        advisers = officers(self.vault)
        if names := names_in(self._found, text, advisers):
            said = _(
                "The text names {names}. Take the names out of the assessment, or of the file."
            )
            yield said.format(names=", ".join(names))
        if parts := parts_in(self._found, text, advisers):
            said = _("These may be names of people in the case: {names}. Look whether they are.")
            yield said.format(names=", ".join(parts))

    def _name(self, language: Language) -> str:
        kind = _("Impact assessment short version", language=language)
        return suggested_name(self.vault, self._found, kind)

"""The short version for publishing before it is exported."""

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
from gdpr_desktop.dpia.reports.export import suggested_name
from gdpr_desktop.dpia.reports.short import names_in, short_version
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
            intro=_(
                "Names, security, the risks and the measures are left out. Read through what"
                " is left before it is published: somebody wrote it for another reader."
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
        names = names_in(self._found, made.text(), officers(self.vault))
        text = _("The text names {names}. Take the names out of the assessment, or of the file.")
        self.names_note.say(text.format(names=", ".join(names)) if names else "")
        return made

    def _name(self, language: Language) -> str:
        kind = _("Impact assessment short version", language=language)
        return suggested_name(self.vault, self._found, kind)

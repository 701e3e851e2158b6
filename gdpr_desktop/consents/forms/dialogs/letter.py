"""The letter to those who are photographed, for adults or in words for children."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.codes import LanguageLevel
from gdpr_desktop.consents.forms.documents.facts import PHOTOGRAPHED, PHOTOGRAPHED_CHILD
from gdpr_desktop.consents.forms.documents.photographed import (
    PhotographedLetters,
    refuse_other_kind,
)
from gdpr_desktop.consents.forms.documents.service import printable
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs import letter
from gdpr_desktop.correspondence.model import LetterOrder
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import RadioChoice
from gdpr_desktop.vault import Vault


class LetterDialog(letter.LetterDialog):
    """One letter of one form. ``accepted_value`` carries the ``Change`` of the export."""

    def __init__(
        self, vault: Vault, case_id: CaseId, template: str, parent: QWidget | None = None
    ) -> None:
        self._form = read_form(vault, case_id)
        refuse_other_kind(self._form)
        super().__init__(vault, PhotographedLetters(vault, case_id), template, parent)

    def _build_fields(self) -> None:
        """Who reads it comes first."""
        self.reader = RadioChoice(
            (
                (PHOTOGRAPHED, _("Adults, young people and parents")),
                (PHOTOGRAPHED_CHILD, _("Children")),
            )
        )
        child = printable(self._form).content.level is LanguageLevel.CHILD
        self.reader.set_value(PHOTOGRAPHED_CHILD if child else PHOTOGRAPHED)
        forms.add_row(self.form, _("Who &reads it"), self.reader, name="reader")
        super()._build_fields()

    def order(self) -> LetterOrder:
        """The letter as ordered now, in the words for its readers."""
        return replace(super().order(), template=self.reader.value())

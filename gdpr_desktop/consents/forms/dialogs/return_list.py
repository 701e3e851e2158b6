"""Lists of a group: which forms have come back, and who has said yes and no to what."""

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.forms.documents.lists import class_list, return_list
from gdpr_desktop.consents.forms.documents.many import groups_to_print
from gdpr_desktop.consents.forms.documents.service import export_sheet, sheet_of
from gdpr_desktop.consents.forms.service.base import read_form
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.choice import Choice, RadioChoice
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class Kind(StrEnum):
    """Which list."""

    RETURNS = "returns"
    ANSWERS = "answers"


class ReturnListDialog(DocumentDialog):
    """``accepted_value`` carries the ``Change`` of the export."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        self.case_id = case_id
        self._form = read_form(vault, case_id)
        self._sheet = sheet_of(vault, case_id)
        self._groups = groups_to_print(vault, case_id)
        super().__init__(
            vault,
            _("Lists for a group"),
            self._made,
            suggested=self._name,
            parent=parent,
        )

    def build_fields(self) -> None:
        """Which list, and of which group."""
        self.kind = RadioChoice(
            (
                (Kind.RETURNS, _("Which forms have come back, to tick off")),
                (Kind.ANSWERS, _("Who has said yes and no, as it is today")),
            )
        )
        self.kind.set_value(Kind.RETURNS)
        forms.add_row(self.form, _("Which li&st"), self.kind, name="kind")
        self.group = Choice([(one.id, one.name) for one in self._groups])
        forms.add_row(self.form, _("&Group"), self.group, name="group")

    def do(self) -> Change:
        made = self.letter()
        sheet = replace(self._sheet, language=self.language.value())
        return export_sheet(self.vault, self.case_id, sheet, self.path, made, used=False)

    def _made(self, language: Language) -> "Letter":
        group_id = self.group.value()
        if group_id is None:
            raise AppError(
                _("No group has anybody in it."),
                hint=_("Make one under «Groups», and put people into it."),
            )
        sheet = replace(self._sheet, language=language)
        if self.kind.value() is Kind.ANSWERS:
            return class_list(self.vault, sheet, self._form, group_id)
        return return_list(self.vault, sheet, group_id)

    def _name(self, language: Language) -> str:
        from gdpr_desktop.letters import file_name

        template = self._made(language).template
        return file_name(self._sheet.number, template, language, self._sheet.day)

"""The case is filed: the archive's number, and the two titles."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import guidance
from gdpr_desktop.information.collections.actions import Action
from gdpr_desktop.information.collections.dialogs.base import CollectionDialog
from gdpr_desktop.information.collections.steps import Step
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class FilingDialog(CollectionDialog):
    """Archive case number, archive title, public title."""

    action = Action.FILE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        title = _("File in the archive")
        super().__init__(vault, case_id, parent, title, _("Save"), why=guidance.why(Step.FILE))
        case = self.collection.case
        neutral = _("Information on personal data collected", language=case.language)
        self.archive_number = LineField(max_length=60)
        self.archive_title = LineField(max_length=LINE_LENGTH)
        self.public_title = LineField(max_length=LINE_LENGTH)
        rows = (
            (
                _("Archive case &number"),
                self.archive_number,
                case.archive_number,
                _("The step is done when the number is here."),
                "archive_number",
            ),
            (
                _("Archive &title"),
                self.archive_title,
                case.archive_title or neutral,
                _("Seen by those who may see the case."),
                "archive_title",
            ),
            (
                _("&Public title"),
                self.public_title,
                case.public_title or neutral,
                _("Can be read by all: no name, no number."),
                "public_title",
            ),
        )
        for words, field, text, help_, name in rows:
            field.set_text(text)
            forms.add_row(self.form, words, field, help_, name=name)

    def do(self) -> Change:
        return casework.file_case(
            self.vault,
            self.case_id,
            archive_number=self.archive_number.text(),
            archive_title=self.archive_title.text(),
            public_title=self.public_title.text(),
        )

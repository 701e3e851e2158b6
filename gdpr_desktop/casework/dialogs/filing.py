"""A case is filed: the archive's number, and the two titles."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.casework.dialogs.base import CaseDialog
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class FilingDialog(CaseDialog):
    """Archive case number, archive title, public title.

    ``neutral`` is what the case is about in words that anybody may read, in the case's language.
    """

    form_code = "file"

    def __init__(
        self,
        vault: Vault,
        case_id: CaseId,
        parent: QWidget | None = None,
        *,
        neutral: str = "",
        why: str = "",
    ) -> None:
        title = _("File in the archive")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        self.archive_number = LineField(max_length=60)
        self.archive_title = LineField(max_length=LINE_LENGTH)
        self.public_title = LineField(max_length=LINE_LENGTH)
        self._add(
            "archive_number",
            _("Archive case &number"),
            self.archive_number,
            self.case.archive_number,
            _("The step is done when the number is here."),
        )
        self._add(
            "archive_title",
            _("Archive &title"),
            self.archive_title,
            self.case.archive_title or neutral,
            _("Seen by those who may see the case."),
        )
        self._add(
            "public_title",
            _("&Public title"),
            self.public_title,
            self.case.public_title or neutral,
            _("Can be read by all: no name, no number."),
        )

    def _add(self, name: str, words: str, field: LineField, text: str, help_: str) -> None:
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

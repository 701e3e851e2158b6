"""The case is filed: the archive's number, and the two titles."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.checks import LINE_LENGTH
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance
from gdpr_desktop.requests.actions import Action
from gdpr_desktop.requests.dialogs.base import RequestDialog
from gdpr_desktop.requests.model import Request, Right
from gdpr_desktop.requests.words import rights_words
from gdpr_desktop.ui import forms
from gdpr_desktop.ui.fields.text import LineField
from gdpr_desktop.vault import Vault


class FilingDialog(RequestDialog):
    """Archive case number, archive title, public title."""

    action = Action.FILE

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        why = guidance.step_texts("archive").why
        title = _("File in the archive")
        super().__init__(vault, case_id, parent, title, _("Save"), why=why)
        case = self.request.case
        self.archive_number = LineField(max_length=60)
        self.archive_number.set_text(case.archive_number)
        forms.add_row(
            self.form,
            _("Archive case &number"),
            self.archive_number,
            _("The step is done when the number is here."),
            name="archive_number",
        )
        neutral = _neutral_title(self.request)
        self.archive_title = LineField(max_length=LINE_LENGTH)
        self.archive_title.set_text(case.archive_title or neutral)
        forms.add_row(
            self.form,
            _("Archive &title"),
            self.archive_title,
            _("Seen by those who may see the case."),
            name="archive_title",
        )
        self.public_title = LineField(max_length=LINE_LENGTH)
        self.public_title.set_text(case.public_title or neutral)
        forms.add_row(
            self.form,
            _("&Public title"),
            self.public_title,
            _("Can be read by all: no name, no number."),
            name="public_title",
        )

    def do(self) -> Change:
        return casework.file_case(
            self.vault,
            self.case_id,
            archive_number=self.archive_number.text(),
            archive_title=self.archive_title.text(),
            public_title=self.public_title.text(),
        )


def _neutral_title(request: Request) -> str:
    """What the case is about, in words that anybody may read."""
    language, rights = request.case.language, [part.right for part in request.parts]
    if rights == [Right.ACCESS]:
        return _("Request for access to personal data", language=language)
    said = rights_words(rights, language)
    text = _("Data protection: {rights}", language=language)
    return text.format(rights=said[:1].lower() + said[1:])

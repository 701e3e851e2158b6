"""A request is filed: the archive's number, and the two titles."""

from PySide6.QtWidgets import QWidget

from gdpr_desktop.casework.dialogs import filing
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import guidance, service
from gdpr_desktop.requests.model import Request, Right
from gdpr_desktop.requests.words import rights_words
from gdpr_desktop.vault import Vault


class FilingDialog(filing.FilingDialog):
    """Proposes a title that names the rights, and nobody."""

    def __init__(self, vault: Vault, case_id: CaseId, parent: QWidget | None = None) -> None:
        neutral = _neutral_title(service.read_request(vault, case_id))
        why = guidance.step_texts("archive").why
        super().__init__(vault, case_id, parent, neutral=neutral, why=why)


def _neutral_title(request: Request) -> str:
    """What the case is about, in words that anybody may read."""
    language, rights = request.case.language, [part.right for part in request.parts]
    if rights == [Right.ACCESS]:
        return _("Request for access to personal data", language=language)
    said = rights_words(rights, language)
    text = _("Data protection: {rights}", language=language)
    return text.format(rights=said[:1].lower() + said[1:])

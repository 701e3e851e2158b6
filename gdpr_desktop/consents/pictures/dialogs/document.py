"""An answer about a picture as a Word document."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gdpr_desktop.consents.pictures import service
from gdpr_desktop.consents.pictures.model import PictureAnswer
from gdpr_desktop.consents.pictures.report import picture_report, suggested_name
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.dialogs.document import DocumentDialog
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


class PictureDocumentDialog(DocumentDialog):
    """Shows the answer as it will look, and exports it."""

    def __init__(self, vault: Vault, found: PictureAnswer, parent: QWidget | None = None) -> None:
        super().__init__(
            vault,
            _("Answer about a picture"),
            partial(picture_report, vault, found),
            record=partial(_record, vault, found),
            suggested=partial(suggested_name, vault, found),
            parent=parent,
        )


def _record(
    vault: Vault,
    found: PictureAnswer,
    _letter: "Letter",
    _path: Path,
    sha256: str,
) -> Change:
    return service.note_written(vault, found.id, sha256)

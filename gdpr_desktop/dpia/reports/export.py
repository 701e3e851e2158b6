"""Documents of one assessment on their way out: the file's name, and that it was exported."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.dpia.assessment import Dpia

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.vault import Vault


def record_export(
    vault: "Vault", case_id: CaseId, letter: "Letter", path: Path, sha256: str
) -> Change:
    """Keep the document on the timeline like a letter, so that its local copy is not forgotten."""
    return casework.record_letter(
        vault,
        case_id,
        template=letter.template,
        language=letter.language.value,
        path=path.absolute(),
        sha256=sha256,
    )


def suggested_name(vault: "Vault", found: Dpia, kind: str) -> str:
    """A file name without personal data: number, kind and day."""
    from gdpr_desktop.letters.file_names import document_name

    return document_name(found.case.number, kind, vault.clock.today())

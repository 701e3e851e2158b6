"""What the documents of one assessment have in common on their way out."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def suggested_name(vault: "Vault", found: Dpia, kind: str) -> str:
    """A file name without personal data: number, kind and day."""
    from gdpr_desktop.letters.file_names import document_name

    return document_name(found.case.number, kind, vault.clock.today())


def as_written(intro: str) -> str:
    """``intro``, and what the choice of language does not do."""
    own = _("What is written in the assessment stays in the language it was written in.")
    return f"{intro} {own}"

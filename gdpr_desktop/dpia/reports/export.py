"""The names of the documents of one assessment on their way out."""

from typing import TYPE_CHECKING

from gdpr_desktop.dpia.assessment import Dpia

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def suggested_name(vault: "Vault", found: Dpia, kind: str) -> str:
    """A file name without personal data: number, kind and day."""
    from gdpr_desktop.letters.file_names import document_name

    return document_name(found.case.number, kind, vault.clock.today())

"""The names of the documents of one breach on their way out."""

from typing import TYPE_CHECKING

from gdpr_desktop.breaches.model import Breach

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault


def suggested_name(vault: "Vault", found: Breach, kind: str) -> str:
    """A file name without personal data: number, kind and day."""
    from gdpr_desktop.letters.file_names import document_name

    return document_name(found.case.number, kind, vault.clock.today())

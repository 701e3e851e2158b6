"""The steps that build the file, oldest first. A released step is never changed.

A new step is a module ``mNNNN_name`` with ``apply(db)`` and a docstring, importing nothing of
ours, and one line here. It is listed by name so that the packaged program finds it too.
"""

from collections.abc import Callable
from typing import Protocol

from sqlite_utils import Database

from gdpr_desktop.vault.migrations import (
    m0001_foundation,
    m0002_casework,
    m0003_requests,
    m0004_keys,
    m0005_journal_marks,
    m0006_drafts,
    m0007_template_copy,
    m0008_erasure,
    m0009_exports,
    m0010_register,
    m0011_checklists,
    m0012_disclosures,
    m0013_collections,
    m0014_disclosure_reference,
    m0015_request_parts,
    m0016_part_notes,
    m0017_portable_data,
    m0018_part_recipients,
    m0019_request_filters,
    m0020_task_unstructured,
    m0021_breaches,
    m0022_consents,
    m0023_assessments,
)


class Step(Protocol):
    """A module of this folder."""

    __name__: str

    @property
    def apply(self) -> Callable[[Database], None]:
        """Build or change tables; runs in a transaction with foreign keys off."""


MODULES: tuple[Step, ...] = (
    m0001_foundation,
    m0002_casework,
    m0003_requests,
    m0004_keys,
    m0005_journal_marks,
    m0006_drafts,
    m0007_template_copy,
    m0008_erasure,
    m0009_exports,
    m0010_register,
    m0011_checklists,
    m0012_disclosures,
    m0013_collections,
    m0014_disclosure_reference,
    m0015_request_parts,
    m0016_part_notes,
    m0017_portable_data,
    m0018_part_recipients,
    m0019_request_filters,
    m0020_task_unstructured,
    m0021_breaches,
    m0022_consents,
    m0023_assessments,
)

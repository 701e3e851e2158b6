"""A unit, and the role that answers for the data it handles (the chief executive over all)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.register.entries.model import EntryDue, EntryId, EntryKind, Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """``responsible`` is a role («einingsleiar»); ``contact`` an e-mail address."""

    KIND: ClassVar[EntryKind] = EntryKind.UNIT
    LINKS: ClassVar[Mapping[str, EntryKind]] = {"parent_id": EntryKind.UNIT}

    name: Bilingual
    parent_id: EntryId | None = None
    responsible: Bilingual = field(default_factory=Bilingual)
    field_of_work: Bilingual = field(default_factory=Bilingual)  # «barnehage», «helse»
    contact: str = ""
    note: str = ""

    @property
    def title(self) -> str:
        """The name in lists."""
        return self.name.in_(Language.NYNORSK)

    def findings(self) -> tuple[Finding, ...]:
        """Somebody must answer for it."""
        if self.responsible:
            return ()
        return (
            Finding(
                code="no_responsible", severity=Severity.ERROR, article="24", field="responsible"
            ),
        )

    def dues(self) -> tuple[EntryDue, ...]:
        """Nothing falls due."""
        return ()

    def words(self) -> tuple[str, ...]:
        """What a search finds it by."""
        return (self.name.nn, self.name.nb, self.responsible.nn, self.responsible.nb, self.contact)

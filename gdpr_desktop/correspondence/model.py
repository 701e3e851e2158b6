"""A letter to write, how it goes, and what a feature says of the letters of its cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language


class DispatchChannel(StrEnum):
    """How a letter travels. A public cloud share is deliberately not here."""

    EDIALOG = "edialog"
    DIGITAL_POST = "digital_post"
    REGISTERED_POST = "registered_post"
    ORDINARY_POST = "ordinary_post"
    COLLECTED_WITH_ID = "collected_with_id"
    ENCRYPTED_STICK = "encrypted_stick"
    EMAIL = "email"
    ORAL = "oral"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterOrder:
    """A letter to write: ``changes`` are facts the person put in place of the case's own.

    ``sent_on`` None: exported, but not sent yet; the step is then not taken.
    """

    template: str
    language: Language
    changes: Mapping[str, object] = field(default_factory=dict)
    sent_on: date | None = None
    channel: str = ""
    original: bool = False  # the shipped wording, though the municipality has its own


class CaseLetters(Protocol):
    """The letters of one case, as its feature knows them. Every call reads the case anew.

    ``own_facts`` are the names of facts that are the case's own: changed there, never in one
    letter.
    """

    @property
    def case_id(self) -> CaseId: ...

    @property
    def own_facts(self) -> frozenset[str]: ...

    def facts(self, order: LetterOrder) -> Mapping[str, object]:
        """All facts of the letter, ``order.changes`` and the ``frame`` among them.

        Raises ``RefusedError`` for who may not see the case.
        """

    def refuse_wrong(self, order: LetterOrder) -> None:
        """Raise ``AppError`` for a letter that does not fit the case; inside a unit of work."""

    def take_step(self, order: LetterOrder) -> None:
        """What the case knows by the letter being sent, if it is; inside a unit of work."""

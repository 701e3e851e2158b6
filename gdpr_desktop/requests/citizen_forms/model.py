"""A form that a citizen may use, and what stands in a filled one."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.requests.model import OnBehalfOf


class FormKind(StrEnum):
    """The forms. Each but the last has the value of its right."""

    ACCESS = "access"  # art. 15
    RECTIFICATION = "rectification"  # art. 16
    ERASURE = "erasure"  # art. 17
    RESTRICTION = "restriction"  # art. 18
    OBJECTION = "objection"  # art. 21
    PORTABILITY = "portability"  # art. 20
    AUTOMATED = "automated"  # art. 22
    WITHDRAWAL = "withdrawal"  # art. 7(3)
    GENERAL = "general"  # all of them, as boxes


class FieldKind(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    LINES = "lines"
    DATE = "date"
    ONE = "one"  # of a few
    SOME = "some"  # of a few, or none


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """``fills_in`` is HTML's word for what browsers may fill in themselves. ``adds`` has the
    right that a choice asks for, beside the form's own."""

    id: str
    kind: FieldKind
    choices: tuple[str, ...] = ()
    fills_in: str = ""
    adds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """Fields under a heading. The right's own section has the id ``wish``."""

    id: str
    fields: tuple[FormField, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenForm:
    """What is asked, without words."""

    kind: FormKind
    sections: tuple[FormSection, ...]
    articles: tuple[str, ...]
    handbook: tuple[str, ...]

    @property
    def fields(self) -> tuple[FormField, ...]:
        """All of them, in reading order."""
        return tuple(field for section in self.sections for field in section.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSource:
    """The file a request was read from. It is not kept: its SHA-256 tells it again."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """What a citizen wrote. ``notes`` are sentences about what could not be read as it stood."""

    kind: FormKind
    form_language: Language
    rights: tuple[str, ...]  # values of ``Right``; none when no box was ticked
    subject: Person
    on_behalf_of: OnBehalfOf = OnBehalfOf.SELF
    representative: Person | None = None
    wording: str = ""
    wants_oral_answer: bool = False
    language: Language = Language.NYNORSK
    notes: tuple[str, ...] = ()
    source: FormSource

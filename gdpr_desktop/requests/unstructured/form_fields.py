"""The fields of the form: their names in a Word file, and in which order they stand."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.fields.naming import MadeField
from gdpr_desktop.letters.fields.reading import Shape
from gdpr_desktop.requests.unstructured.model import Fate, Kind
from gdpr_desktop.requests.unstructured.words import words

VERSION = 1
YES, NO = "yes", "no"
NOTHING = "nothing"  # the box for those who have looked everywhere and found nothing
_PREFIX = "loose"
_WORDS = 5  # in a tag without a choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """``loose.1.nn.2026-0012_7_1f0a3.email-what``; the address says whose form it is."""

    version: int = VERSION
    language: Language
    address: str
    field: str
    choice: str = ""

    def __str__(self) -> str:
        parts = (_PREFIX, str(self.version), self.language.value, self.address, self.field)
        return ".".join((*parts, self.choice) if self.choice else parts)


def mark_of(department: str) -> str:
    """What stands for a department in the address: the same as long as it has its name."""
    return f"{zlib.crc32(department.casefold().encode()) & 0xFFFFF:05x}"


def read_tag(text: str) -> Tag | None:
    """The tag of one of our fields; None for what another has made."""
    parts = text.split(".")
    if parts[0] != _PREFIX or not _WORDS <= len(parts) <= _WORDS + 1:
        return None
    if parts[2] not in set(Language) or not (parts[1].isascii() and parts[1].isdigit()):
        return None
    return Tag(
        version=int(parts[1][:9]),
        language=Language(parts[2]),
        address=parts[3],
        field=parts[4],
        choice=parts[5] if len(parts) > _WORDS else "",
    )


class Answered(StrEnum):
    """What is asked of each kind of place."""

    WHAT = "what"
    WHERE = "where"
    ACCESS = "access"
    FATE = "fate"
    SYSTEM = "system"
    DONE_ON = "done_on"
    NEED = "need"


LABELS = {
    Answered.WHAT: N_("What is it?"),
    Answered.WHERE: N_("Where does it lie?"),
    Answered.ACCESS: N_("Who has access?"),
    Answered.FATE: N_("What shall become of it?"),
    Answered.SYSTEM: N_("If it moves: to which system?"),
    Answered.DONE_ON: N_("Moved or deleted on"),
    Answered.NEED: N_("If it stays: why is that necessary?"),
}
ANSWERED_BY, ANSWERED_ON = "answered_by", "answered_on"
KNOWS_ACCESS, KNOWS_ERASURE = "knows_access", "knows_erasure"
CLOSING = {
    KNOWS_ACCESS: N_("Do you know the routine for access?"),
    KNOWS_ERASURE: N_("Do you know the routine for erasure?"),
    ANSWERED_BY: N_("Your name and role"),
    ANSWERED_ON: N_("Answered on"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field, or a row of boxes where there are ``choices`` (value, words)."""

    id: str
    label: str  # shown above it
    name: str  # read aloud: the kind of place with it, so that each is known apart
    shape: Shape = Shape.TEXT
    lines: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def kind_fields(kind: Kind, language: Language) -> Iterator[Field]:
    """What is asked of one kind of place."""
    for one, text in LABELS.items():
        label = _(text, language=language)
        fates = tuple((fate.value, words(fate, language)) for fate in Fate)
        yield Field(
            id=f"{kind.value}-{one.value}",
            label=label,
            name=f"{words(kind, language)}: {label}",
            shape=Shape.DATE if one is Answered.DONE_ON else Shape.TEXT,
            lines=one is Answered.WHAT,
            choices=fates if one is Answered.FATE else (),
        )


def closing_fields(language: Language) -> Iterator[Field]:
    """Who answers, and the checklist's questions on the routines."""
    both = ((YES, _("Yes", language=language)), (NO, _("No", language=language)))
    for name, text in CLOSING.items():
        label = _(text, language=language)
        dated = name == ANSWERED_ON
        asks = name in (KNOWS_ACCESS, KNOWS_ERASURE)
        yield Field(
            id=name,
            label=label,
            name=label,
            shape=Shape.DATE if dated else Shape.TEXT,
            choices=both if asks else (),
        )


def nothing_field(language: Language) -> Field:
    """The first box."""
    text = _("We have looked in all these places, and found nothing.", language=language)
    label = _("Found nothing?", language=language)
    return Field(id=NOTHING, label=label, name=label, choices=((YES, text),))


def all_fields(language: Language) -> Iterator[Field]:
    """Every field in the order of the page."""
    yield nothing_field(language)
    for kind in Kind:
        yield from kind_fields(kind, language)
    yield from closing_fields(language)


def made_fields(address: str, language: Language) -> tuple[MadeField, ...]:
    """The fields as a form is made with them."""
    found = []
    for field in all_fields(language):
        for choice, told in field.choices or (("", ""),):
            tag = Tag(language=language, address=address, field=field.id, choice=choice)
            found.append(
                MadeField(
                    tag=str(tag),
                    name=f"{field.name} {told}".strip(),
                    shape=Shape.BOX if choice else field.shape,
                )
            )
    return tuple(found)

"""The lines of the notification sheet, and what they are made from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.law.identifiers import Kind, find


class RowState(StrEnum):
    """How a line of the sheet stands."""

    FILLED = "filled"
    MISSING = "missing"  # it must be told
    NOT_YET = "not_yet"  # «to be determined»: only in a notification that is followed up
    NOT_NEEDED = "not_needed"


class Place(StrEnum):
    """Where a line is filled in."""

    INTAKE = "intake"
    FACTS = "facts"
    SCOPE = "scope"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    NOTIFY = "notify"
    TELL = "tell"
    MEASURES = "measures"
    LESSONS = "lessons"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """A field of the authority's form. ``masked``: an identity number was taken out of the value.

    ``help`` says what to do where something is lacking, ``place`` where.
    """

    field: str
    label: str
    value: str
    state: RowState
    help: str = ""
    place: Place | None = None
    masked: bool = False

    @property
    def lacks(self) -> bool:
        """Must it still be told?"""
        return self.state in (RowState.MISSING, RowState.NOT_YET)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """A part of the form, in its order."""

    title: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the sheet is made from. ``later``: something was sent before, so this is a follow-up."""

    found: Breach
    municipality: Municipality
    language: Language
    now: datetime
    late_reason: str = ""
    withdrawal: str = ""  # why it is withdrawn

    @property
    def later(self) -> bool:
        """Was the authority told before?"""
        return bool(self.found.notifications)

    def say(self, text: str) -> str:
        """``text`` (of a table of ``N_``) in the language of the sheet."""
        return _(text, language=self.language)


_IDENTITY = frozenset((Kind.NATIONAL_ID, Kind.D_NUMBER))


def without_identity_numbers(text: str, put: str) -> str:
    """``text`` with ``put`` in the place of each identity number."""
    for one in reversed(find(text)):
        if one.kind in _IDENTITY and (one.certain or one.synthetic):
            text = text[: one.start] + put + text[one.end :]
    return text


def must(
    asked: Asked, field: str, label: str, value: str, place: Place, help_: str = ""
) -> SheetRow:
    """What art. 33(3) asks for, or the form marks as needed: marked when it is empty.

    Here and below ``label`` and ``help_`` are texts of ``N_``; help is for the screen alone.
    """
    state = RowState.FILLED if value.strip() else RowState.MISSING
    return _row(asked, field, label, value, state, place, help_)


def must_or_later(
    asked: Asked, field: str, label: str, value: str, place: Place, help_: str = ""
) -> SheetRow:
    """The same, of a field where «to be determined» may be chosen for now (art. 33(4))."""
    if value.strip():
        return _row(asked, field, label, value, RowState.FILLED, place, help_)
    later = _("To be determined", language=asked.language)
    return _row(asked, field, label, later, RowState.NOT_YET, place, help_)


def maybe(asked: Asked, field: str, label: str, value: str, place: Place | None = None) -> SheetRow:
    """What is told where it is known."""
    state = RowState.FILLED if value.strip() else RowState.NOT_NEEDED
    return _row(asked, field, label, value, state, place, "")


def not_needed(asked: Asked, field: str, label: str, why: str = "") -> SheetRow:
    """A field of the form that stays empty here, and why."""
    return _row(asked, field, label, "", RowState.NOT_NEEDED, None, why)


def _row(
    asked: Asked,
    field: str,
    label: str,
    value: str,
    state: RowState,
    place: Place | None,
    help_: str,
) -> SheetRow:
    put = _("[identity number left out]", language=asked.language)
    told = without_identity_numbers(value.strip(), put)
    lacks = state in (RowState.MISSING, RowState.NOT_YET)
    return SheetRow(
        field=field,
        label=asked.say(label),
        value=told,
        state=state,
        help=_(help_) if help_ and (lacks or state is RowState.NOT_NEEDED) else "",
        place=place if lacks else None,
        masked=told != value.strip(),
    )

"""What the members of a group have answered, form by form: never better than it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from gdpr_desktop.consents.codes import Reason
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.known import said_last
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.groups.store import match
from gdpr_desktop.consents.validity import validity
from gdpr_desktop.core.ids import CaseId, MemberId

if TYPE_CHECKING:
    from gdpr_desktop.vault import Vault

_AT_ONCE = 500
_MOST_FORMS = 6  # columns; the others are seen in the list of consents


class Standing(StrEnum):
    """How a member stands on a form."""

    ALL = "all"  # yes to everything
    SOME = "some"  # yes to some of it
    LACKING = "lacking"  # something must be put right: until then a no
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NONE = "none"  # no answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """``usable`` of ``asked`` purposes may be used; ``reasons`` say why not more."""

    standing: Standing
    usable: int = 0
    asked: int = 0
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """A form in use, and how each member stands on it."""

    form_id: CaseId
    title: str
    cells: Mapping[MemberId, Cell]

    def answered(self) -> int:
        """How many have answered."""
        return sum(one.standing is not Standing.NONE for one in self.cells.values())


def columns(vault: "Vault", unit: str, members: Sequence[Member]) -> tuple[FormColumn, ...]:
    """The forms that somebody in the group has answered, and those of the group's unit."""
    found = _by_form(vault.db, members)
    names = [
        one
        for one in forms.names(vault.db, vault.actor)
        if one.id in found or (unit and one.unit == unit)
    ]
    names.sort(key=lambda one: -len(found.get(one.id, {})))
    return tuple(
        FormColumn(
            form_id=one.id,
            title=one.title,
            cells=_cells(vault, one.id, members, found.get(one.id, {})),
        )
        for one in names[:_MOST_FORMS]
    )


def _by_form(db: Any, members: Sequence[Member]) -> dict[CaseId, dict[MemberId, Consent]]:
    """The consent of each member on each form: that in which something was said last.

    One that was registered outside of the group counts where name and birth date are the same.
    """
    ids = [one.id for one in members if one.id is not None]
    keys = {match(one): one.id for one in members if one.id is not None and one.birth_date}
    rows: list[tuple[MemberId, Consent]] = []
    for start in range(0, len(ids), _AT_ONCE):
        for consent in store.of_members(db, ids[start : start + _AT_ONCE]):
            assert consent.member_id is not None
            rows.append((consent.member_id, consent))
    for key, member_id in keys.items():
        rows += [(member_id, one) for one in store.of_person(db, key) if one.member_id is None]
    found: dict[CaseId, dict[MemberId, Consent]] = {}
    for member_id, consent in sorted(rows, key=_newness):
        found.setdefault(consent.form_id, {})[member_id] = consent
    return found


def _newness(row: tuple[MemberId, Consent]) -> tuple[bool, date, int, int]:
    """What waits for a request to be settled comes last, and so counts."""
    consent = row[1]
    return consent.pending is not None, said_last(consent), consent.version, consent.id


def _cells(
    vault: "Vault",
    form_id: CaseId,
    members: Sequence[Member],
    given: Mapping[MemberId, Consent],
) -> dict[MemberId, Cell]:
    form, today = forms.form(vault.db, form_id), vault.clock.today()
    found = {}
    for member in members:
        assert member.id is not None
        consent = given.get(member.id)
        if consent is None:
            found[member.id] = Cell(standing=Standing.NONE)
            continue
        told = validity(consent, form, today)
        version = form.version(consent.version)
        asked = len(version.content.purposes) if version is not None else 0
        found[member.id] = Cell(
            standing=_standing(told.reasons, len(told.purposes), asked),
            usable=len(told.purposes),
            asked=asked,
            reasons=told.reasons,
        )
    return found


def _standing(reasons: tuple[Reason, ...], usable: int, asked: int) -> Standing:
    if reasons == (Reason.REFUSED,):
        return Standing.REFUSED
    if reasons == (Reason.WITHDRAWN,):
        return Standing.WITHDRAWN
    if reasons or not usable:
        return Standing.LACKING
    return Standing.ALL if usable == asked else Standing.SOME

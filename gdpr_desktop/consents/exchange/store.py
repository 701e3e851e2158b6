"""Consents and members by many match keys at once: for lists that come in."""

from collections.abc import Iterable, Iterator
from typing import Any

from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.groups.store import member_of, visible
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.vault.reading import rows

AT_ONCE = 500  # keys in one question


def _parts(keys: Iterable[str]) -> Iterator[list[str]]:
    all_ = sorted(set(keys))
    for start in range(0, len(all_), AT_ONCE):
        yield all_[start : start + AT_ONCE]


def known(
    db: Any, form_id: CaseId, keys: Iterable[str]
) -> Iterator[dict[str, tuple[Consent, ...]]]:
    """What is registered on a form, newest first, in pieces."""
    for part in _parts(keys):
        marks = ",".join("?" * len(part))
        sql = f"SELECT * FROM consent WHERE match_key IN ({marks}) AND form_id = ? ORDER BY id DESC"
        found: dict[str, tuple[Consent, ...]] = {}
        for row in rows(db, sql, [*part, form_id]):
            found[row["match_key"]] = (*found.get(row["match_key"], ()), consent_of(row))
        yield found


def members(db: Any, keys: Iterable[str], actor: Actor) -> dict[str, Member]:
    """The one who is in a group of the actor's now with each key; nobody where there are several.

    The actor's: those that they may see.
    """
    where, values = visible(actor)
    found: dict[str, list[Member]] = {}
    for part in _parts(keys):
        marks = ",".join("?" * len(part))
        sql = (
            "SELECT m.* FROM consent_member m JOIN consent_group g"
            f" ON g.id = m.group_id WHERE m.match_key IN ({marks}) AND m.left_on IS NULL"
            f" AND g.ended_on IS NULL AND {where}"
        )
        for row in rows(db, sql, [*part, *values]):
            found.setdefault(row["match_key"], []).append(member_of(row))
    return {key: those[0] for key, those in found.items() if len(those) == 1}

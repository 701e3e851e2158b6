"""Whose consents are asked about: by name, and by group."""

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any

import msgspec

from gdpr_desktop.casework import plain_search
from gdpr_desktop.casework.lists import match_expression, typed_words, visible
from gdpr_desktop.casework.model import CaseKind, Person, match_key
from gdpr_desktop.consents.forms.model import Version
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.given.store import consent_of
from gdpr_desktop.consents.groups.model import Member
from gdpr_desktop.consents.groups.store import member_of
from gdpr_desktop.core.actor import Actor
from gdpr_desktop.core.ids import CaseId, ConsentId, MemberId
from gdpr_desktop.vault.reading import rows

_AT_ONCE = 500  # rows asked for in one question
HITS = 300  # the newest rows that are looked at for names
_BAR, _AFTER_BAR = "|", "}"
_NUMBER = re.compile(r"[\d.]+")


def words_of(typed: str) -> str:
    """What is typed without its numbers: they tell the birth date."""
    return " ".join(word for word in typed_words(typed) if not _NUMBER.fullmatch(word))


def numbers_of(typed: str) -> tuple[str, ...]:
    """Years and dates among what is typed."""
    return tuple(word for word in typed_words(typed) if _NUMBER.fullmatch(word))


def name_key(name: str) -> str:
    """The part of a match key before the birth date."""
    return match_key(Person(name=name)).partition(_BAR)[0]


def names(db: Any, text: str) -> tuple[str, ...]:
    """Name keys of those whose name has all words of ``text``: the very name first, then newest."""
    expression = match_expression(text)
    if not expression:
        return ()
    found = plain_search.either_way(partial(_hits, db, text, expression))
    exact = name_key(text)
    there = rows(db, _ANY_OF_NAME, _range(exact))
    first = [exact] if next(there, None) else []
    return tuple(dict.fromkeys([*first, *found]))


_ANY_OF_NAME = "SELECT 1 AS n FROM consent WHERE match_key >= ? AND match_key < ? LIMIT 1"


def _hits(db: Any, text: str, expression: str, plain: bool) -> list[str]:
    newest = (
        "SELECT -rowid AS id FROM consent_search WHERE consent_search MATCH ?"
        f" ORDER BY rowid LIMIT {HITS}"
    )
    value = expression
    if plain:
        condition, value = plain_search.holding(typed_words(text))
        newest = (
            f"SELECT -w.id AS id FROM consent_words w WHERE {condition} ORDER BY w.id LIMIT {HITS}"
        )
    sql = f"SELECT c.match_key FROM ({newest}) hit CROSS JOIN consent c ON c.id = hit.id"
    return [str(row["match_key"]).partition(_BAR)[0] for row in rows(db, sql, [value])]


def keys_of(db: Any, name: str) -> tuple[str, ...]:
    """The match keys of all with the name: one to each birth date, and one to none."""
    sql = "SELECT DISTINCT match_key FROM consent WHERE match_key >= ? AND match_key < ?"
    return tuple(row["match_key"] for row in rows(db, sql, _range(name)))


def unborn(name: str) -> str:
    """The match key of the name without a birth date."""
    return f"{name}{_BAR}"


def birth_date(key: str) -> date | None:
    """The birth date in a match key."""
    text = key.partition(_BAR)[2]
    return date.fromisoformat(text) if text else None


def of_keys(db: Any, keys: Iterable[str]) -> tuple[Consent, ...]:
    """All consents with these match keys. Never only some: the one left out might be a no."""
    wanted = list(dict.fromkeys(keys))
    sql = f"SELECT * FROM consent WHERE match_key IN ({','.join('?' * len(wanted))}) ORDER BY id"
    return tuple(consent_of(row) for row in rows(db, sql, wanted))


def _range(key: str) -> list[object]:
    return [f"{key}{_BAR}", f"{key}{_AFTER_BAR}"]


def others_of_members(
    db: Any, members: Iterable[MemberId], known: Iterable[ConsentId]
) -> tuple[Consent, ...]:
    """Consents of these members beside those that are ``known``."""
    wanted, there = list(members), set(known)
    sql = f"SELECT id FROM consent WHERE member_id IN ({','.join('?' * len(wanted))})"
    ids = [row["id"] for row in rows(db, sql, wanted)]  # by the index alone
    left = [one for one in ids if one not in there]
    found: list[Consent] = []
    for start in range(0, len(left), _AT_ONCE):
        part = left[start : start + _AT_ONCE]
        sql = f"SELECT * FROM consent WHERE id IN ({','.join('?' * len(part))}) ORDER BY id"
        found += (consent_of(row) for row in rows(db, sql, part))
    return tuple(found)


def members(db: Any, ids: Iterable[MemberId]) -> dict[MemberId, Member]:
    """What the groups know of those whom consents belong to."""
    wanted = list(ids)
    sql = f"SELECT * FROM consent_member WHERE id IN ({','.join('?' * len(wanted))})"
    found = (member_of(row) for row in rows(db, sql, wanted))
    return {one.id: one for one in found if one.id is not None}


def form_ids(db: Any) -> frozenset[CaseId]:
    """Every form there is, whoever may see it."""
    return frozenset(CaseId(row["case_id"]) for row in rows(db, "SELECT case_id FROM consent_form"))


def versions_in_use(db: Any, actor: Actor) -> dict[CaseId, Version]:
    """The newest version of each form in use that the actor may see, by the form's title."""
    where, values = visible(["f.kind = ?", "f.state = 'open'"], [CaseKind.CONSENT_FORM], actor)
    sql = (
        "SELECT f.id, v.data FROM case_file f JOIN consent_form_version v ON v.case_id = f.id"
        f" WHERE {' AND '.join(where)} AND v.number ="
        " (SELECT max(number) FROM consent_form_version WHERE case_id = f.id)"
        " ORDER BY f.subject_sort, f.id"
    )
    return {
        CaseId(row["id"]): msgspec.json.decode(row["data"], type=Version)
        for row in rows(db, sql, values)
    }

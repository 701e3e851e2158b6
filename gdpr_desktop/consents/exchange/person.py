"""Everything about one person in the consents: read once, given as JSON or for Word.

The JSON is stable, for other programs and for requests (art. 15 and 20). It is an object with

- ``format`` «personvernpulten.consents» and ``version`` 1; ``made_on`` (day), ``controller``;
- ``person``: ``name``, ``birth_date`` (or null);
- ``consents``, each with ``form`` (``number``, ``title``, ``kind``, ``unit``, ``version``,
  ``approved_on``), ``valid_from``, ``valid_until``, ``processing_began_on``, ``asked_again_on``,
  ``use_ended_on``, ``withdrawal_pending``, ``note``, and the lists ``answers`` (``relation``,
  ``name``, ``given_on``, ``how``, ``yes``, ``no``, ``told``, ``note``, ``capacity_by``,
  ``proof``: ``archive_number``, ``file_name``, ``sha256``) and ``withdrawals`` (``withdrawn_on``,
  ``channel``, ``name``, ``purposes``);
- ``groups``: ``name``, ``unit``, ``year``, ``left_on``, ``guardians`` (``name``, ``relation``).

Days are ISO dates or null, codes are those of ``codes.py``, purposes are texts as they stood on the
form. Later versions only add names.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.consents.exchange.lookup.store import memberships
from gdpr_desktop.consents.forms import store as forms
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store
from gdpr_desktop.consents.given.model import Consent, Statement, Subject
from gdpr_desktop.consents.given.service.base import readable
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.core.ids import ConsentId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed, allows
from gdpr_desktop.vault import Vault

FORMAT, VERSION = "personvernpulten.consents", 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonConsents:
    """What was found: consents with their forms, and the lists the person stands in."""

    subject: Subject
    controller: str
    day: date
    language: Language
    consents: tuple[tuple[Consent, Form], ...] = ()
    groups: tuple[tuple[Group, Member], ...] = ()
    hidden: int = 0  # consents on forms that the one who asks may not see
    namesakes: int = 0  # consents of the same name that may be of somebody else: not among them


def person_consents(vault: Vault, consent_id: ConsentId) -> PersonConsents:
    """All that is known about whom this consent is about, by name and birth date.

    A name alone is not enough: without a birth date only what is of the same member is there.
    Raises ``RefusedError`` for a consent that is not the actor's to see.
    """
    one = readable(vault, consent_id)
    own_consents, namesakes = _of_person(vault.db, one)
    found, hidden = [], 0
    for each in own_consents:
        form = forms.form(vault.db, each.form_id)
        own = cases.assigned(form.case, vault.actor)
        if allows(vault.actor.role, Deed.READ_CASE, assigned=own):
            found.append((each, form))
        else:
            hidden += 1
    municipality = vault.municipality()
    return PersonConsents(
        subject=one.subject,
        controller=municipality.name,
        day=vault.clock.today(),
        language=municipality.language,
        consents=tuple(found),
        groups=_lists_of(vault, one),
        hidden=hidden,
        namesakes=namesakes,
    )


def _of_person(db: Any, one: Consent) -> tuple[list[Consent], int]:
    """The consents that are the person's for certain, oldest first, and how many may be."""
    alike = {each.id: each for each in store.of_person(db, store.match(one.subject))}
    own = alike if one.subject.birth_date is not None else {one.id: one}
    members = {each.member_id for each in own.values() if each.member_id is not None}
    own = own | {each.id: each for each in store.of_members(db, members)}
    unborn = store.match(replace(one.subject, birth_date=None))
    maybe = {*alike, *(each.id for each in store.of_person(db, unborn))} - own.keys()
    return [own[number] for number in sorted(own)], len(maybe)


def _lists_of(vault: Vault, one: Consent) -> tuple[tuple[Group, Member], ...]:
    found = memberships(vault.db, store.match(one.subject), vault.actor)
    certain = one.subject.birth_date is not None
    return tuple((group, each) for group, each in found if certain or each.id == one.member_id)


def as_json(found: PersonConsents) -> bytes:
    """The object described above, in UTF-8, for people to read too."""
    tree = {
        "format": FORMAT,
        "version": VERSION,
        "made_on": _day(found.day),
        "controller": found.controller,
        "person": {
            "name": found.subject.name,
            "birth_date": _day(found.subject.birth_date),
        },
        "consents": [_consent(one, form, found.language) for one, form in found.consents],
        "groups": [_group(group, member) for group, member in found.groups],
    }
    return (json.dumps(tree, ensure_ascii=False, indent=2) + "\n").encode()


def purpose_texts(
    keys: tuple[str, ...], consent: Consent, form: Form, language: Language
) -> list[str]:
    """Purposes as they stood on the version that was answered."""
    version = form.version(consent.version)
    found = (version.content.purpose(key) if version is not None else None for key in keys)
    texts = [one.text.in_(language) if one is not None else "" for one in found]
    return [text or key for text, key in zip(texts, keys, strict=True)]


def _consent(one: Consent, form: Form, language: Language) -> dict[str, Any]:
    version = form.version(one.version)
    content = version.content if version is not None else form.draft
    return {
        "form": {
            "number": form.case.number,
            "title": content.title.in_(language),
            "kind": content.kind.value,
            "unit": content.unit,
            "version": one.version,
            "approved_on": _day(version.approved_on if version is not None else None),
        },
        "valid_from": _day(one.valid_from),
        "valid_until": _day(one.valid_until),
        "processing_began_on": _day(one.started_on),
        "asked_again_on": _day(one.asked_on),
        "use_ended_on": _day(one.settled_on),
        "withdrawal_pending": one.pending is not None,
        "note": one.note,
        "answers": [_answer(each, one, form, language) for each in one.statements],
        "withdrawals": [
            {
                "withdrawn_on": _day(each.withdrawn_on),
                "channel": each.channel.value,
                "name": each.name,
                "purposes": purpose_texts(each.purposes, one, form, language),
            }
            for each in one.withdrawals
        ],
    }


def _answer(said: Statement, one: Consent, form: Form, language: Language) -> dict[str, Any]:
    return {
        "relation": said.relation.value,
        "name": said.name,
        "given_on": _day(said.given_on),
        "how": said.how.value,
        "yes": purpose_texts(said.yes, one, form, language),
        "no": purpose_texts(said.no, one, form, language),
        "told": said.told,
        "note": said.note,
        "capacity_by": said.capacity_by,
        "proof": {
            "archive_number": said.proof.archive_number,
            "file_name": said.proof.file_name,
            "sha256": said.proof.sha256,
        },
    }


def _group(group: Group, member: Member) -> dict[str, Any]:
    return {
        "name": group.name,
        "unit": group.unit,
        "year": group.year,
        "left_on": _day(member.left_on),
        "guardians": [
            {"name": one.name, "relation": str(one.relation)} for one in member.guardians
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None

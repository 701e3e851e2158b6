"""What the record of processing says of an activity, as far as a breach can use it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from gdpr_desktop.breaches.codes import DataCategory, PeopleCategory
from gdpr_desktop.breaches.model import Link
from gdpr_desktop.core.text import current_language
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Sensitivity
from gdpr_desktop.register.entries import store as entries
from gdpr_desktop.register.entries.model import EntryId, EntryKind

Code = TypeVar("Code", PeopleCategory, DataCategory)

# parts of words in nynorsk and bokmål; what fits none stands in the text all the same
_PEOPLE = {
    PeopleCategory.INHABITANTS: r"innbygg|borgar|borger",
    PeopleCategory.EMPLOYEES: r"tilset|ansatt|medarbei",
    PeopleCategory.PUPILS: r"\bbarn(?!evern)|elev",
    PeopleCategory.PARENTS: r"foreld|føreset|foresat|verje|verge",
    PeopleCategory.PATIENTS: r"pasient",
    PeopleCategory.APPLICANTS: r"jobbsø",
    PeopleCategory.POLITICIANS: r"folkeval|politikar|politiker",
}
_DATA = {
    DataCategory.NAME: r"\bna[mv]n",
    DataCategory.CONTACT: r"adresse|telefon|e-post|kontakt",
    DataCategory.BIRTH_DATE: r"fødselsdat",
    DataCategory.IDENTITY_NUMBER: r"fødselsnummer|personnummer",
    DataCategory.PASSWORD: r"passord|brukarnamn|brukernavn",
    DataCategory.ACCOUNT: r"kontonummer|kortnummer",
    DataCategory.FINANCES: r"inntekt|økonomi|løn\b|lønn|stønad|gjeld",
    DataCategory.FAMILY: r"famili|sivilstand",
    DataCategory.PICTURE: r"bilet|bilde|foto|film|video",
    DataCategory.CHILD_WELFARE: r"barnevern",
    DataCategory.SOCIAL_WELFARE: r"sosial(?:hjelp|ten|tjen)",
    DataCategory.HEALTH: r"hels|sjuk|syk|diagnos|allergi|medisin",
    DataCategory.ETHNICITY: r"etnisk",
    DataCategory.BELIEFS: r"relig|livssyn",
    DataCategory.UNION: r"fagforeining|fagforening",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an activity brings with it."""

    people: tuple[PeopleCategory, ...] = ()
    people_text: str = ""
    data: tuple[DataCategory, ...] = ()
    data_text: str = ""
    vulnerable: bool = False
    systems: tuple[Link, ...] = ()
    processors: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people_text or self.data_text or self.systems or self.processors)


def names(db: Any, kind: EntryKind) -> dict[str, int]:
    """The entries of one kind that are not over, name → id."""
    return {name: int(entry_id) for entry_id, name in entries.names(db, kind)}


def known_of(db: Any, entry_id: int) -> Known:
    """People, data, systems and processors of an activity. Raises ``AppError`` when it is gone."""
    activity: Activity = entries.entry(db, EntryId(entry_id)).content
    language = current_language()
    people = [one.text.in_(language) for one in activity.subjects]
    data = [one.text.in_(language) for one in activity.data]
    return Known(
        people=_fitting(_PEOPLE, people),
        people_text=", ".join(people),
        data=tuple(dict.fromkeys((*_fitting(_DATA, data), *_by_sensitivity(activity)))),
        data_text=", ".join(data),
        vulnerable=any(one.vulnerable for one in activity.subjects),
        systems=_links(db, activity.systems),
        processors=_links(db, activity.processors),
    )


def _fitting(patterns: Mapping[Code, str], texts: list[str]) -> tuple[Code, ...]:
    said = "\n".join(texts).casefold()
    return tuple(code for code, pattern in patterns.items() if re.search(pattern, said))


def _by_sensitivity(activity: Activity) -> tuple[DataCategory, ...]:
    found = {one.sensitivity for one in activity.data}
    pairs = (
        (Sensitivity.NATIONAL_ID, DataCategory.IDENTITY_NUMBER),
        (Sensitivity.CRIMINAL, DataCategory.CRIMINAL),
    )
    return tuple(code for sensitivity, code in pairs if sensitivity in found)


def _links(db: Any, ids: tuple[EntryId, ...]) -> tuple[Link, ...]:
    found = []
    for one in ids:
        found += [Link(name=name, entry=one) for name in entries.names_of(db, (one,))]
    return tuple(found)

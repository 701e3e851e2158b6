"""What the record of processing already says, as answers: nothing is guessed.

A «no» is given only where the record says no in so many words: that nothing stands there may as
well mean that nobody has asked.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.catalogue import from_assessments, from_processors
from gdpr_desktop.dpia.catalogue.pieces import filled, lines
from gdpr_desktop.dpia.content import About, Answer
from gdpr_desktop.law.articles import cited
from gdpr_desktop.register.activities import words
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Answer as Said
from gdpr_desktop.register.activities.parts import Party, Purpose, Sensitivity
from gdpr_desktop.register.countries import country_name
from gdpr_desktop.register.processors.model import Processor
from gdpr_desktop.register.systems.model import System

_NATIONAL = "NO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An activity with what it points to, and the first page of the assessment."""

    about: About
    activity: Activity
    systems: tuple[System, ...] = ()
    processors: tuple[Processor, ...] = ()
    arrangements: tuple[str, ...] = ()


def answers(source: Source, language: Language) -> tuple[Answer, ...]:
    """All that can be filled in, in no order; answers of which nothing is known are left out."""
    made = [one(source, language) for one in _MADE]
    made += from_processors.answers(source.activity, source.processors, language)
    made += from_assessments.answers(source.activity, source.systems, language)
    return tuple(one for one in made if one)


def _what(source: Source, language: Language) -> Answer:
    text = source.about.description or source.activity.description.in_(language)
    return filled("what", text)


def _systems(source: Source, language: Language) -> Answer:
    named = [
        _with(one.name, one.description.in_(language))
        for one in source.systems
        if one.name.casefold() not in source.about.systems.casefold()
    ]
    return filled("systems", lines((source.about.systems, *named)))


def _novelty(source: Source, _language: Language) -> Answer:
    return filled("novelty", choice=source.about.novelty.value)


def _storage(source: Source, language: Language) -> Answer:
    return filled("storage", lines(_place(one, language) for one in source.systems))


def _place(system: System, language: Language) -> str:
    country = country_name(system.country, language) if system.country != _NATIONAL else ""
    where = ", ".join(one for one in (system.place, country) if one)
    return f"{system.name}: {where}" if where else ""


def _source(source: Source, language: Language) -> Answer:
    parties = source.activity.sources
    picks = ("subject",) if any(one.subject for one in parties) else ()
    others = (words.party_words(one, language) for one in parties if not one.subject)
    return filled("source", lines(others), picks=picks)


def _sharing(source: Source, _language: Language) -> Answer:
    return filled("sharing", choice="yes" if source.activity.recipients else "")


def _recipients(source: Source, language: Language) -> Answer:
    rows = tuple(_recipient(one, language) for one in source.activity.recipients)
    return filled("recipients", rows=rows)


def _recipient(party: Party, language: Language) -> tuple[str, ...]:
    law = words.law_words(party.lifted_by, language)
    if party.released and not law:
        law = _("Released by the person", language=language)
    return (party.text.in_(language), "", party.purpose.in_(language), law)


def _data(source: Source, language: Language) -> Answer:
    rows = []
    for one in source.activity.data:
        ordinary = one.sensitivity is Sensitivity.ORDINARY
        what = "" if ordinary else words.sensitivity_words(one.sensitivity, language)
        rows.append((one.text.in_(language), what))
    return filled("data", rows=rows)


def _special(source: Source, _language: Language) -> Answer:
    special = source.activity.has_special or source.activity.has_criminal
    return filled("special", choice="yes" if special else "")


def _special_which(source: Source, language: Language) -> Answer:
    kinds = (Sensitivity.SPECIAL, Sensitivity.CRIMINAL)
    named = [one.text.in_(language) for one in source.activity.data if one.sensitivity in kinds]
    picks = ("criminal",) if source.activity.has_criminal else ()
    return filled("special_which", lines(named), picks=picks)


def _subjects(source: Source, language: Language) -> Answer:
    rows = ((one.text.in_(language), "") for one in source.activity.subjects)
    return filled("subjects", rows=rows)


def _vulnerable(source: Source, language: Language) -> Answer:
    named = (one.text.in_(language) for one in source.activity.subjects if one.vulnerable)
    return filled("vulnerable", lines(named))


def _confidential(source: Source, _language: Language) -> Answer:
    kinds = {one.sensitivity for one in source.activity.data}
    return filled("confidential", choice="yes" if Sensitivity.CONFIDENTIAL in kinds else "")


def _retention(source: Source, language: Language) -> Answer:
    found = []
    for one in source.activity.data:
        kept = words.retention_words(one.retention, language)
        found.append(f"{one.text.in_(language)}: {kept}" if kept else "")
    return filled("retention", lines((*found, source.activity.retention_reason)))


def _purposes(source: Source, language: Language) -> Answer:
    name = source.activity.name.in_(language)
    rows = ((name, one.text.in_(language)) for one in source.activity.purposes if one.text)
    return filled("purposes", rows=rows)


def _basis(source: Source, _language: Language) -> Answer:
    return filled("basis", picks=sorted(one.value for one in source.activity.bases))


def _basis_law(source: Source, language: Language) -> Answer:
    found = (_based(one, language) for one in source.activity.purposes)
    return filled("basis_law", lines(found))


def _based(purpose: Purpose, language: Language) -> str:
    if not purpose.bases:
        return ""
    bases = "; ".join(words.basis_words(one, language) for one in purpose.bases)
    said = f"{purpose.text.in_(language)}: {bases}"
    return f"{said}. {purpose.reason}" if purpose.reason else said


def _basis_special(source: Source, language: Language) -> Answer:
    activity = source.activity
    found = [
        _with(words.condition_words(one.condition, language), words.laws_words(one.laws, language))
        for one in activity.special
    ]
    return filled("basis_special", lines((*found, words.laws_words(activity.criminal, language))))


def _joint(source: Source, _language: Language) -> Answer:
    found = source.arrangements
    return filled("joint", lines(found), choice="yes" if found else "")


def _security(source: Source, language: Language) -> Answer:
    own = source.activity.security
    measures = [own.physical, own.technical, own.organisational]
    measures += [one.measures for one in source.systems]
    return filled("security", lines(one.in_(language) for one in measures))


def _information(source: Source, language: Language) -> Answer:
    activity = source.activity
    ways = (words.way_words(one, language) for one in activity.information)
    return filled("information", lines((*ways, activity.information_note.in_(language))))


def _automated(source: Source, _language: Language) -> Answer:
    activity = source.activity
    if activity.automated is not None or activity.automatic is Said.YES:
        return filled("automated", choice="yes")
    return filled("automated", choice="no" if activity.automatic is Said.NO else "")


def _automated_how(source: Source, language: Language) -> Answer:
    one = source.activity.automated
    if one is None:
        return Answer(question="automated_how")
    said: list[Bilingual] = [one.logic, one.consequences]
    found = (cited(one.permitted_by), *(text.in_(language) for text in said))
    return filled("automated_how", lines(found))


def _documents(source: Source, language: Language) -> Answer:
    activity = source.activity
    name = _with(activity.name.in_(language), activity.number)
    text = _("The record of processing: {name}", language=language)
    found = [text.format(name=name)]
    if activity.risk_assessed_on is not None:
        text = _("Risk assessment of {day}", language=language)
        found.append(text.format(day=long_date(activity.risk_assessed_on, language)))
    return filled("documents", lines(found))


def _with(text: str, more: str) -> str:
    return f"{text} ({more})" if more else text


_MADE: Iterable[Callable[[Source, Language], Any]] = (
    _what,
    _systems,
    _novelty,
    _storage,
    _source,
    _sharing,
    _recipients,
    _data,
    _special,
    _special_which,
    _subjects,
    _vulnerable,
    _confidential,
    _retention,
    _purposes,
    _basis,
    _basis_law,
    _basis_special,
    _joint,
    _security,
    _information,
    _automated,
    _automated_how,
    _documents,
)

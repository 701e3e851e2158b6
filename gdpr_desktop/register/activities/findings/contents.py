"""About whom, what, and for how long: art. 30(1)(c) and (f), and words that give away more."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.register.activities.findings.found import error, hint, name_of, warning
from gdpr_desktop.register.activities.parts import After, DataCategory, Retention, Sensitivity
from gdpr_desktop.register.entries.model import Finding

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity

# Beginnings of words, in either written form, that tell of health (handbook 3.5: the threshold is
# low), of crime, and of identity numbers.
_HEALTH = (
    "allergi|sjukefråv|sjukefrav|sykefrav|sjukmeld|sykmeld|sjukdom|sykdom|gravid|legebes|"
    "legeerkl|legeattest|diagnos|helse|medisin|funksjonsned|funksjonshem|vaksin|psykisk|"
    "rusmiddel|rusprob|intoleran|pasient|epikrise|cøliaki|diabetes|astma|journalnotat"
)
_CRIME = "straff|politiattest|vandel|domfell|lovbrot|lovbrudd|siktels|sikting|tiltalt"
_NUMBER = "fødselsnummer|fødselsnr|personnummer|personnr|d-nummer|fnr|identitetsnummer"
_NO_HEALTH = re.compile(r"helse-? ?og ?sikkerhe|helsestasjon", re.IGNORECASE)


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-zæøå])(?:{words})", re.IGNORECASE)


_HEALTH_WORDS, _CRIME_WORDS, _NUMBER_WORDS = map(_pattern, (_HEALTH, _CRIME, _NUMBER))
_PROPOSED = re.compile(r"\s*(?:framlegg|forslag):", re.IGNORECASE)  # as the library begins them
_OPEN = frozenset({Sensitivity.ORDINARY, Sensitivity.CONFIDENTIAL})


def rules(activity: "Activity") -> Iterator[Finding]:
    """All findings about people, data and retention."""
    if not activity.subjects:
        yield error("no_subjects", "30(1)(c)", "subjects")
    if not activity.data:
        yield error("no_data", "30(1)(c)", "data")
    known = {name_of(one.text) for one in activity.subjects}
    for category in activity.data:
        name = name_of(category.text)
        if set(category.subjects) - known:
            yield hint("subject_unknown", "30(1)(c)", "data", name)
        yield from _words(category)
        yield from _retention(category, bool(activity.retention_reason.strip()))


def _words(category: DataCategory) -> Iterator[Finding]:
    if category.sensitivity not in _OPEN:
        return
    name, text = name_of(category.text), _both(category.text)
    if _HEALTH_WORDS.search(_NO_HEALTH.sub("", text)):
        yield warning("health_words", "9(1)", "data", name)
    if _CRIME_WORDS.search(text):
        yield warning("crime_words", "10", "data", name)
    if category.sensitivity is Sensitivity.ORDINARY and _NUMBER_WORDS.search(text):
        yield hint("number_words", "", "data", name)


def _both(text: Bilingual) -> str:
    return f"{text.nn}\n{text.nb}"


def said(retention: Retention | None) -> bool:
    """Does it say how long, in any way?"""
    return retention is not None and (
        retention.months is not None or retention.permanent or bool(retention.criteria)
    )


def _retention(category: DataCategory, excused: bool) -> Iterator[Finding]:
    name, retention = name_of(category.text), category.retention
    if retention is None or not said(retention):
        if not excused:
            yield error("retention_missing", "30(1)(f)", "retention", name)
        return
    if _PROPOSED.match(retention.criteria.nn) or _PROPOSED.match(retention.criteria.nb):
        yield warning("retention_proposed", "5(1)(e)", "retention", name)
    if retention.permanent and not retention.law.act:
        yield error("permanent_without_law", "5(1)(e)", "retention", name)
    elif retention.then is After.ARCHIVE and not retention.law.act:
        yield warning("archive_without_law", "5(1)(e)", "retention", name)
    if retention.months is not None and not retention.permanent and not retention.counted_from:
        yield hint("retention_start_missing", "30(1)(f)", "retention", name)

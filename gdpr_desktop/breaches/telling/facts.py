"""What the letters about a breach say, from the case as it stands.

No facts name a person: name and address are of the frame, and are typed for the one letter.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import (
    BreachKind,
    Happened,
    PeopleException,
    PeopleTelling,
    Protection,
    Seen,
)
from gdpr_desktop.breaches.model import Breach, Scope
from gdpr_desktop.breaches.telling.advice import (
    Advised,
    Reader,
    data_words,
    effect_words,
    people_words,
    protective_advice,
    when_words,
)
from gdpr_desktop.core.clock import OSLO, Clock, local_date
from gdpr_desktop.core.dates import clock_time, long_date, weekday
from gdpr_desktop.core.municipality import Language

AFFECTED, CHILD, PUBLIC = "breach_affected", "breach_affected_child", "breach_public_notice"
PROCESSOR, CONTROLLER = "breach_processor_ask", "breach_controller_notice"
OWN = frozenset(
    {
        "why_told",
        "discovered",
        "data_seen",
        "data_changed",
        "data_lost",
        "seen_by",
        "breached_data",
        "likely_effects",
        "protective_advice",
        "authority_told",
    }
)  # changed in the case, never in one letter
_ANSWER_WITHIN = timedelta(hours=24)


def told_facts(found: Breach, language: Language, reader: Reader) -> dict[str, object]:
    """What those whose data it was are told (art. 34(2)): in a letter, or in a public notice."""
    scope = found.scope or Scope()
    return {
        **breach_facts(found, language, reader),
        "why_told": why_told(found),
        "data_seen": BreachKind.CONFIDENTIALITY in scope.kinds or not scope.kinds,
        "data_changed": BreachKind.INTEGRITY in scope.kinds,
        "data_lost": BreachKind.AVAILABILITY in scope.kinds,
        "seen_by": _seen_by(scope),
        "authority_told": found.notified is not None,
        "protective_advice": _advice(protective_advice(scope, language, reader)),
        "own_advice": "",
        "on_behalf_of": "",
    }


def _seen_by(scope: Scope) -> str:
    """Who has, or may have, seen the data: not those who have them encrypted."""
    astray = scope.seen in (Seen.KNOWN, Seen.UNKNOWN)
    return "protected" if astray and scope.protection is Protection.INTACT else scope.seen.value


def breach_facts(
    found: Breach, language: Language, reader: Reader = Reader.ADULT
) -> dict[str, object]:
    """What happened, to which data, with what consequences, and what is done about it."""
    scope = found.scope or Scope()
    return {
        "happened_what": found.intake.what,
        "happened_when": happened_when(found, language),
        "discovered": local_date(found.intake.discovered),
        "breached_data": tuple({"name": one} for one in data_words(scope, language, reader)),
        "likely_effects": tuple({"text": one} for one in effect_words(scope, language, reader)),
        "effects_text": scope.consequences_text,
        "measures_done": _sentences(one.title for one in found.measures if one.done),
        "measures_planned": _sentences(one.title for one in found.measures if not one.done),
    }


def _sentences(titles: Iterable[str]) -> str:
    """Each on its own line, with a mark at its end."""
    told = (one.strip() for one in titles)
    return "\n\n".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in told)


def public_facts(found: Breach, language: Language, clock: Clock) -> dict[str, object]:
    """The public notice; it stands in the place of letters only by art. 34(3)(c)."""
    scope = found.scope or Scope()
    return {
        **told_facts(found, language, Reader.ADULT),
        "people_affected": scope.people_text or people_words(scope, language),
        "how_to_know": "",
        "beside_letters": not disproportionate(found),
        "published_where": "",
        "published_from": clock.today(),
    }


def processor_facts(found: Breach, language: Language, clock: Clock) -> dict[str, object]:
    """What a processor is asked, and by when: soon enough for our own 72 hours."""
    scope = found.scope or Scope()
    return {
        "processor": scope.processors[0].name if scope.processors else "",
        "service": scope.systems[0].name if scope.systems else "",
        "known_so_far": "",
        "answer_before": moment_words(_answer_before(found, clock), language),
    }


def controller_facts(found: Breach, language: Language) -> dict[str, object]:
    """What we, as its processor, tell a controller (art. 33(2))."""
    scope = found.scope or Scope()
    count = scope.people_count
    return {
        **breach_facts(found, language),
        # a firm reads this: «you» is not the one whose data it was
        "likely_effects": tuple({"text": words(one, language)} for one in scope.consequences),
        "controller": "",
        "service": scope.systems[0].name if scope.systems else "",
        "aware_when": moment_words(found.intake.aware, language),
        "people_affected": scope.people_text or people_words(scope, language),
        "people_number": "" if count.number is None else str(count.number),
        "still_missing": "",
    }


def why_told(found: Breach) -> str:
    """The code of why people are told: ``must``, ``ordered`` or ``voluntary``."""
    decision = found.decision
    if decision is not None and decision.people is PeopleTelling.MUST:
        return "must"
    if any(one.orders_telling for one in found.authority_letters):
        return "ordered"
    return "must" if disproportionate(found) else "voluntary"


def disproportionate(found: Breach) -> bool:
    """Are single letters out of proportion, so that a public notice takes their place?"""
    exempted = found.decision.exempted if found.decision is not None else None
    return exempted is not None and exempted.exception is PeopleException.DISPROPORTIONATE


def happened_when(found: Breach, language: Language) -> str:
    """When it happened, in the words of the letter; empty where it is not known."""
    course = found.course
    if course is None or course.happened is Happened.UNKNOWN or course.happened_from is None:
        return ""
    start = local_date(course.happened_from)
    end = local_date(course.happened_to) if course.happened_to is not None else start
    if course.happened is Happened.PERIOD and end > start:
        return when_words("period", language, _beginning(start, end), long_date(end))
    kind = Happened.SINCE if course.happened is Happened.SINCE else Happened.MOMENT
    return when_words(kind.value, language, long_date(start), "")


def moment_words(at: datetime, language: Language) -> str:
    """«fredag 20. november 2026 kl. 15:00», on Norwegian clocks."""
    local = at.astimezone(OSLO)
    day, time = weekday(local.date(), language), clock_time(local, language)
    return f"{day} {long_date(local.date())} kl.\N{NO-BREAK SPACE}{time}"


def _answer_before(found: Breach, clock: Clock) -> datetime:
    """In a day, or half-way to the end of the 72 hours where less is left."""
    now = clock.now()
    soon = now + _ANSWER_WITHIN
    left = found.clock.due - now
    if timedelta(0) < left < 2 * _ANSWER_WITHIN:
        soon = now + left / 2
    whole = soon.replace(minute=0, second=0, microsecond=0)
    return whole if whole > now else soon.replace(second=0, microsecond=0)


def _beginning(start: date, end: date) -> str:
    """«2.» of «2. og 12. februar 2026»: what the end says too is not said twice."""
    if start.year != end.year:
        return long_date(start)
    return f"{start.day}." if start.month == end.month else long_date(start).rpartition(" ")[0]


def _advice(found: tuple[Advised, ...]) -> tuple[dict[str, object], ...]:
    return tuple({"about": one.about, "points": one.points} for one in found)

"""What a statement lacks. Codes are ``point_1`` … ``point_19`` of checklist 12.1, and four more.

The content alone (``PrivacyStatement.findings``) knows the ids of its activities, not what they
say, nor the municipality: what these may meet is then taken as met. With the activities and the
municipality given everything is checked; the page and the approval do so.
"""

import re
from collections.abc import Iterable, Iterator

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Municipality, Officer
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import CookieNeed
from gdpr_desktop.information.statements.points import ARTICLES, Point
from gdpr_desktop.information.statements.points import points as points
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.entries.model import Finding, Severity
from gdpr_desktop.register.processors.model import Processor

_WARNINGS = (2, 18, 19)  # the handbook's points that the articles do not ask for as such
_FROM_RECORD = frozenset({4, 5, 6, 7, 8, 9, 10, 14, 15, 16, 18, 19})
_FIELDS = {
    1: "controller",
    2: "controller",
    3: "officer",
    8: "transfers",
    9: "recipients",
    12: "cookie_choice",
    15: "provision",
    18: "erasure",
    19: "security",
}
# provisions that are no longer in force, as people copy them from older statements
_OUTDATED = re.compile(
    r"ekomlov(?:a|en)\s*§\s*2-7\s*b|§\s*2-7\s?b\b|personopplysningsloven av 2000|meldeplikt til"
    r" Datatilsynet|konsesjon frå Datatilsynet|åndsverklov(?:a|en)\s*§\s*45\s?c",
    re.IGNORECASE,
)
# counting visitors is no part of what they asked for: ekomlova § 3-15 wants consent
_COUNTING = re.compile(r"statisti|analyse|telje|telle|marknadsf|markedsf|reklame", re.IGNORECASE)
_ELSEWHERE = Municipality(name="-", email="-", officer=Officer(name="-", email="-"))


def statement_findings(
    statement: PrivacyStatement,
    activities: Iterable[Activity] | None = None,
    municipality: Municipality | None = None,
    *,
    processors: Iterable[Processor] = (),
) -> tuple[Finding, ...]:
    """What is missing, the gravest first. ``activities`` None: they are not at hand."""
    around = Surroundings(
        municipality=municipality or _ELSEWHERE,
        activities=tuple(activities or ()),
        processors=tuple(processors),
    )
    deferred = _FROM_RECORD if activities is None and statement.activities else frozenset()
    return findings_in(statement, around, deferred=deferred)


def findings_in(
    statement: PrivacyStatement, around: Surroundings, *, deferred: frozenset[int] = frozenset()
) -> tuple[Finding, ...]:
    """The same, of surroundings; points in ``deferred`` count only where a use lacks them."""
    checked = points(statement, around)
    found = [
        _finding(point)
        for point in checked
        if not point.met and (point.lacking or point.number not in deferred)
    ]
    found += _others(statement)
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _finding(point: Point) -> Finding:
    return Finding(
        code=f"point_{point.number}",
        severity=Severity.WARNING if point.number in _WARNINGS else Severity.ERROR,
        article=ARTICLES[point.number],
        about=", ".join(name.nn or name.nb for name in point.lacking),
        field=_FIELDS.get(point.number, ""),
    )


def _others(statement: PrivacyStatement) -> Iterator[Finding]:
    unsorted = [one.name for one in statement.cookies if one.need is CookieNeed.UNKNOWN]
    if unsorted:
        yield Finding(
            code="cookie_unsorted",
            severity=Severity.ERROR,
            about=", ".join(unsorted),
            field="cookies",
        )
    counting = [
        one.name
        for one in statement.cookies
        if one.need is CookieNeed.NECESSARY and _COUNTING.search(_all(one.purpose))
    ]
    if counting:
        yield Finding(
            code="cookie_counting",
            severity=Severity.WARNING,
            about=", ".join(counting),
            field="cookies",
        )
    texts = tuple(_texts(statement))
    outdated = sorted({hit.group() for text in texts for hit in _OUTDATED.finditer(_all(text))})
    if outdated:
        yield Finding(
            code="outdated_law", severity=Severity.WARNING, about=", ".join(outdated), field="texts"
        )
    if any(bool(text.nn) != bool(text.nb) for text in texts):
        lacks = [name for name in ("nn", "nb") if any(_lacks(text, name) for text in texts)]
        yield Finding(code="one_language", severity=Severity.WARNING, about=", ".join(lacks))
    if statement.review_on is None:
        yield Finding(code="no_review", severity=Severity.WARNING, field="review_on")


def _lacks(text: Bilingual, name: str) -> bool:
    return bool(text) and not getattr(text, name)


def _all(text: Bilingual) -> str:
    return f"{text.nn}\n{text.nb}"


def _texts(value: object) -> Iterator[Bilingual]:
    """Every text in both languages inside a content, wherever it stands."""
    if isinstance(value, Bilingual):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    else:
        for name in getattr(type(value), "__dataclass_fields__", ()):
            yield from _texts(getattr(value, name))

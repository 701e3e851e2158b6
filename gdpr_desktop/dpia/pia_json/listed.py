"""What that program has a field for, and we a text: kept as lines under a heading.

It can be read and changed by a person, and is found again when the file is written.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.dpia.codes import RiskKind

_LISTS = (N_("Consequences:"), N_("Threats:"), N_("Sources of risk:"))
_TITLES = {
    RiskKind.CONFIDENTIALITY: N_("Somebody sees what they should not"),
    RiskKind.INTEGRITY: N_("Data are changed by mistake or on purpose"),
    RiskKind.AVAILABILITY: N_("Data are gone when they are needed"),
}
_STATUS = (
    N_("Assessed in PIA: waits"),
    N_("Assessed in PIA: must be mended"),
    N_("Assessed in PIA: can be better"),
    N_("Assessed in PIA: acceptable"),
)
_PLAN, _PERSON, _DAY = N_("Plan:"), N_("Answers for it:"), N_("By:")
_POINT = "- "


class Lists(NamedTuple):
    """The three lists of a risk."""

    impacts: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class Evaluated(NamedTuple):
    """What somebody meant of one part; ``status`` 0–3 as in that program."""

    status: int = 0
    comment: str = ""
    plan: str = ""
    person: str = ""
    day: date | None = None


def risk_title(kind: RiskKind) -> str:
    """What a risk of that program is called here."""
    return _(_TITLES[kind])


def is_risk_title(title: str) -> bool:
    """Is it one of those, in any language?"""
    return any(title in _all(one) for one in _TITLES.values())


def joined(lists: Lists) -> str:
    """The lists as one text."""
    lines: list[str] = []
    for heading, items in zip(_LISTS, lists, strict=True):
        if items:
            lines += [_(heading), *(f"{_POINT}{one}" for one in items)]
    return "\n".join(lines)


def split(text: str) -> Lists:
    """The lists out of a text; lines that stand under no heading are consequences."""
    found: tuple[list[str], ...] = ([], [], [])
    at = found[0]
    for line in text.splitlines():
        place = next((n for n, one in enumerate(_LISTS) if line.strip() in _all(one)), None)
        if place is not None:
            at = found[place]
        elif line.strip():
            at.append(line.removeprefix(_POINT).strip())
    return Lists(*map(tuple, found))


def evaluation_text(found: Evaluated) -> str:
    """An evaluation as the text of a comment."""
    lines = [_(_STATUS[found.status])]
    lines += [found.comment] if found.comment else []
    lines += [_(_PLAN), found.plan] if found.plan else []
    lines += [f"{_(_PERSON)} {found.person}"] if found.person else []
    lines += [f"{_(_DAY)} {found.day.isoformat()}"] if found.day else []
    return "\n".join(lines)


def evaluation_in(text: str) -> Evaluated | None:
    """The evaluation that a comment holds; None for a comment of another kind."""
    first, _end, rest = text.partition("\n")
    status = next((n for n, one in enumerate(_STATUS) if first.strip() in _all(one)), None)
    if status is None:
        return None
    lines = rest.split("\n") if rest else []
    day = _last_day(lines)
    person = _last_person(lines)
    at = next((n for n, line in enumerate(lines) if line in _all(_PLAN)), len(lines))
    return Evaluated(
        status=status,
        comment="\n".join(lines[:at]),
        plan="\n".join(lines[at + 1 :]),
        person=person,
        day=day,
    )


def _last_day(lines: list[str]) -> date | None:
    value = _taken(lines, _DAY)
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        lines.append(f"{_(_DAY)} {value}")  # somebody wrote something else there
        return None


def _last_person(lines: list[str]) -> str:
    return _taken(lines, _PERSON) or ""


def _taken(lines: list[str], label: str) -> str | None:
    """Take the last line when it begins with ``label``; what stands behind it."""
    for words in _all(label):
        if lines and lines[-1].startswith(f"{words} "):
            return lines.pop().removeprefix(f"{words} ").strip()
    return None


def _all(message: str) -> Sequence[str]:
    """A text in every language, so that a file is understood whoever wrote it."""
    return (message, *(_(message, language=one) for one in Language))

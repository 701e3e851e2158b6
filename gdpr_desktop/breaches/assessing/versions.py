"""The assessments of a breach beside each other: what each said, and what was changed."""

from dataclasses import dataclass

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Assessment, advise
from gdpr_desktop.breaches.assessing.words import (
    authority_words,
    part_lines,
    people_words,
    risk_words,
    score_words,
)
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.model import Breach, Version
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an assessment. ``before`` is what it was, None where it is as it was."""

    label: str
    text: str
    before: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One assessment: its heading, and its lines."""

    title: str
    lines: tuple[Line, ...]

    @property
    def changed(self) -> tuple[Line, ...]:
        """Only what is otherwise than before."""
        return tuple(line for line in self.lines if line.before is not None)


def versions_shown(found: Breach) -> tuple[Shown, ...]:
    """All assessments, the newest first, each compared with the one before it."""
    before: dict[str, str] | None = None
    shown = []
    for version in found.versions:
        now = _lines(version.assessment)
        shown.append(Shown(title=_title(version), lines=_compared(now, before)))
        before = now
    return tuple(reversed(shown))


def _compared(now: dict[str, str], before: dict[str, str] | None) -> tuple[Line, ...]:
    if before is None:
        return tuple(Line(label=name, text=text) for name, text in now.items() if text)
    return tuple(
        Line(label=name, text=text, before=before[name] if text != before[name] else None)
        for name, text in now.items()
        if text or before[name]
    )


def _title(version: Version) -> str:
    text = _("Assessment {number}: {when}, {name}")
    return text.format(number=version.number, when=long_instant(version.at), name=version.by)


def _lines(made: Assessment) -> dict[str, str]:
    advice, severity = advise(made), made.enisa.severity()
    band = factors.band_words(severity.band).title
    answers = f"{authority_words(advice.authority)}. {people_words(advice.people)}."
    found = {_("Risk"): risk_words(advice.risk), _("What the law asks for"): answers}
    for one in made.factors:
        text = f"{factors.weight_words(one.weight)}. {one.why}".strip()
        found[factors.factor_words(one.factor).title] = text
    found[_("Severity")] = f"{score_words(severity.score)}: {band}"
    for name, number, why in part_lines(made.enisa)[:-1]:
        found[name] = f"{number}. {why}" if why else number
    return (
        found
        | _facts(made)
        | {
            _("Possible consequences"): made.consequences,
            _("The assessment as a whole"): made.note,
        }
    )


def _facts(made: Assessment) -> dict[str, str]:
    known = {
        _("Sensitive data"): made.special,
        _("Identity numbers"): made.identity_numbers,
        _("Protected address"): made.protected_address,
        _("Children"): made.children,
        _("Others who are vulnerable"): made.vulnerable,
    }
    found = {name: _("Yes") if value else _("No") for name, value in known.items()}
    return found | {
        _("Who may have seen it"): words(made.seen),
        _("Could others read it?"): words(made.protection),
        _("Number of people"): str(made.number or ""),
    }

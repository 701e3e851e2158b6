"""Rows of the page about the assessment, the advice and the decision."""

from gdpr_desktop.breaches.assessing import factors
from gdpr_desktop.breaches.assessing.advice import Assessment, advise
from gdpr_desktop.breaches.assessing.from_case import flags_of
from gdpr_desktop.breaches.assessing.words import (
    authority_words,
    letter_words,
    people_words,
    reason_words,
    risk_words,
    score_words,
)
from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.model import Breach, Decision
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def assessment(found: Breach) -> Rows:
    """The risk and what it rests on, who assessed it and when."""
    if not found.versions:
        return ()
    version = found.versions[-1]
    made = version.assessment
    advice = advise(made)
    by = _("{name}, {when}").format(name=version.by, when=long_instant(version.at))
    return (
        (_("Risk"), risk_words(advice.risk)),
        (_("What the law asks for"), _answers(advice.authority, advice.people)),
        (_("Reasons"), "\n".join(reason_words(one) for one in advice.reasons[1:])),
        (_("Factors"), "\n".join(factor_lines(made))),
        (_("Severity"), severity_words(made)),
        (_("Possible consequences"), made.consequences),
        (_("The assessment as a whole"), made.note),
        (_("Assessed by"), by),
        (_("Assessment number"), str(version.number) if version.number > 1 else ""),
    )


def _answers(authority: bool, people: bool) -> str:
    return f"{authority_words(authority)}. {people_words(people)}."


def factor_lines(made: Assessment) -> tuple[str, ...]:
    """Each factor with its weight, and why."""
    lines = []
    for one in made.factors:
        text = f"{factors.factor_words(one.factor).title} {factors.weight_words(one.weight)}."
        lines.append(f"{text} {one.why}".strip())
    return tuple(lines)


def severity_words(made: Assessment) -> str:
    """«4,25: Svært høg», and what stands beside the score."""
    found = made.enisa.severity()
    band = factors.band_words(found.band)
    parts = [f"{score_words(found.score)}: {band.title}.", band.text]
    parts += [f"{factors.flag_words(flag)}." for flag in flags_of(made)]
    return " ".join(parts)


def advice(found: Breach) -> Rows:
    """What the officer advised, and why."""
    given = found.advice
    if given is None:
        return ()
    return (
        (_("The authority"), authority_words(given.authority)),
        (_("People"), words(given.people)),
        (_("Why"), given.why),
        (_("Advised by"), f"{given.name}, {long_date(given.given_on)}"),
    )


def decision(found: Breach) -> Rows:
    """What was decided, why, and by whom."""
    made = found.decision
    if made is None:
        return ()
    return (
        (_("The authority"), authority_words(made.authority)),
        (_("Why"), made.why_authority),
        (_("People"), words(made.people)),
        *_exception(made),
        (_("Why"), made.why_people),
        (_("Decided by"), f"{made.name}, {made.role}, {long_date(made.decided_on)}"),
    )


def _exception(made: Decision) -> Rows:
    one = made.exempted
    if one is None:
        return ()
    article = one.exception.article
    return (
        (_("Exception"), f"{words(one.exception)} ({article})"),
        (_("The proof"), one.proof),
        (_("Section 16"), letter_words(one.letter) if one.letter else ""),
        (_("To be looked at again"), long_date(one.look_again) if one.look_again else ""),
    )

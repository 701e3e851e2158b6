"""Must we, should we, usually not: from answers to advice, with its reasons (law.md 3.1–3.3).

The law first: the authority's list and art. 35(3), then the nine criteria and what the handbook
says about nature, scope, purpose and context. What nobody could answer counts, as in doubt one
assesses; but a «must» rests on what is known.
"""

from collections.abc import Collection
from enum import StrEnum

from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.dpia.screening.model import (
    ALWAYS,
    CRITERIA,
    MOMENTS,
    Excuse,
    Screening,
    ScreeningAnswers,
)
from gdpr_desktop.law.impact import ENOUGH, LISTED, WITH_ANOTHER, on_the_list

MANY = 5  # criteria from which the warning is strong


class Rule(StrEnum):
    """Reasons that are no answer themselves."""

    MANY = "many_criteria"
    UNSURE = "unsure"  # what is unsure decided it
    NOT_PROVED = "excuse_not_proved"  # a reason was given that nothing proves
    SAYS_OTHERWISE = "says_otherwise"  # «no high risk», where the answers say otherwise


def screen(answers: ScreeningAnswers) -> Screening:
    """The advice; a person decides."""
    found = _by_risk(answers)
    excuse = answers.excuse
    if excuse is None or (excuse is Excuse.NO_HIGH_RISK and found.advice is Advice.NOT):
        return found
    if excuse is Excuse.NO_HIGH_RISK:
        return _with_rule(found, Rule.SAYS_OTHERWISE)
    if not excuse_holds(answers):
        return _with_rule(found, Rule.NOT_PROVED)
    return Screening(advice=Advice.NOT, reasons=(excuse.value, *found.reasons))


def is_settled(answers: ScreeningAnswers) -> bool:
    """Must one be made, whatever nature, scope, purpose and context say?"""
    return _by_risk(answers).advice is Advice.MUST


def excuse_holds(answers: ScreeningAnswers) -> bool:
    """Is there something that proves the reason why none is needed?

    ``NO_HIGH_RISK`` proves nothing: it is what the answers must show.
    """
    proved = bool(answers.excuse_proof.strip())
    if answers.excuse is Excuse.SIMILAR:
        return proved or answers.covered_by is not None
    return proved and answers.excuse in (Excuse.LICENSED, Excuse.IN_LAW)


def criteria_of(answers: ScreeningAnswers, *, unsure: bool = True) -> tuple[str, ...]:
    """The criteria that hold: those answered, and those that an entry of the list is itself."""
    doubted = answers.unsure if unsure else ()
    held = {*answers.criteria, *doubted}
    held |= {WITH_ANOTHER.get(one, "") for one in (*answers.listed, *doubted)}
    return tuple(one for one in CRITERIA if one in held)


def moments_of(answers: ScreeningAnswers) -> tuple[str, ...]:
    """Those that speak for a high risk, or that nobody could answer."""
    held = {one.id for one in answers.moments if one.high} | set(answers.unsure)
    return tuple(one for one in MOMENTS if one in held)


def _by_risk(answers: ScreeningAnswers) -> Screening:
    """What the risk says, no excuse considered."""
    known = _gravest(answers.always, answers.listed, criteria_of(answers, unsure=False))
    if known:
        return Screening(advice=Advice.MUST, reasons=(*known, *_weaker(answers, known)))
    listed = (*answers.listed, *answers.unsure)
    doubted = _gravest((*answers.always, *answers.unsure), listed, criteria_of(answers))
    if doubted:
        rest = _weaker(answers, doubted)
        return Screening(advice=Advice.SHOULD, reasons=(Rule.UNSURE.value, *doubted, *rest))
    return _by_criteria(answers)


def _gravest(
    always: Collection[str], listed: Collection[str], criteria: Collection[str]
) -> tuple[str, ...]:
    return (*(one for one in ALWAYS if one in always), *on_the_list(listed, criteria))


def _by_criteria(answers: ScreeningAnswers) -> Screening:
    reasons = _weaker(answers, ())
    signs = [one for one in reasons if one in CRITERIA]
    moments = moments_of(answers)
    if len(signs) + len(moments) >= ENOUGH:
        return Screening(advice=Advice.SHOULD, reasons=reasons)
    return Screening(advice=Advice.USUALLY_NOT if reasons else Advice.NOT, reasons=reasons)


def _weaker(answers: ScreeningAnswers, gravest: Collection[str]) -> tuple[str, ...]:
    """The other reasons: many criteria, each of them, entries that need one more, the moments."""
    signs = criteria_of(answers)
    many = (Rule.MANY.value,) if len(signs) >= MANY else ()
    listed = {*answers.listed, *answers.unsure} - set(gravest)
    waiting = tuple(one for one in (*LISTED, *WITH_ANOTHER) if one in listed)
    moments = moments_of(answers)
    return (*many, *signs, *waiting, *moments)


def _with_rule(found: Screening, rule: Rule) -> Screening:
    return Screening(advice=found.advice, reasons=(rule.value, *found.reasons))

"""The sixteen points of checklist 3.8: seen by the program where it can, else by a person."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.consents.forms.model import Form

POINTS = tuple(range(1, 17))
BASIS = "basis"  # in place of a field: the question of basis is to be answered anew


class Outcome(StrEnum):
    """How a point stands; the worst first."""

    NOT_MET = "not_met"
    UNANSWERED = "unanswered"  # by the person
    DOUBT = "doubt"  # met, but worth another look
    MET = "met"
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing about a point. ``field`` of the content says which sentence is to be changed.

    ``code`` says what was seen, or why the point is not relevant. ``blocks``: the form cannot be
    approved. A point may have several findings.
    """

    number: int  # of checklist 3.8, 1–16
    code: str
    outcome: Outcome
    field: str = ""
    blocks: bool = True
    purpose: str = ""  # the key of the purpose it is about


def found(
    number: int, code: str, outcome: Outcome, *, field: str = "", purpose: str = ""
) -> Finding:
    """A finding; what is not met or not answered blocks."""
    blocks = outcome in (Outcome.NOT_MET, Outcome.UNANSWERED)
    return Finding(
        number=number, code=code, outcome=outcome, field=field, blocks=blocks, purpose=purpose
    )


def check_form(form: Form) -> list[Finding]:
    """All sixteen points of the draft, by number; each has at least one finding.

    Also by what the register knows beside it: ``form.known``.
    """
    from gdpr_desktop.consents.checking.seen import SEEN  # it knows this module

    findings, known = [], form.known
    for number in POINTS:
        own = list(SEEN[number](form))
        if number == 8 and not known.officer:
            own.append(found(8, "no_officer", Outcome.NOT_MET))
        if number == 8 and not known.reached:
            own.append(found(8, "not_reached", Outcome.NOT_MET))
        if number == 9 and known.today and form.draft.until and form.draft.until < known.today:
            own.append(found(9, "until_past", Outcome.NOT_MET, field="until"))
        findings += _without_good_news(own)
    return findings


def _without_good_news(own: list[Finding]) -> list[Finding]:
    """Where something is wrong, what is well beside it is not told."""
    bad = [one for one in own if one.outcome in (Outcome.NOT_MET, Outcome.UNANSWERED)]
    doubts = [one for one in own if one.outcome is Outcome.DOUBT]
    return [*bad, *doubts] if bad else own


def outcome_of(findings: Iterable[Finding]) -> Outcome:
    """How a point stands, by the worst of its findings."""
    outcomes = {one.outcome for one in findings}
    return next(one for one in Outcome if one in outcomes)


def of_point(findings: Iterable[Finding], number: int) -> tuple[Finding, ...]:
    """The findings of one point."""
    return tuple(one for one in findings if one.number == number)

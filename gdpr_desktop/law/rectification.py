"""When data are put right, and when they are not: art. 16, art. 5(1)(d), handbook 6.2.

A public body documents what it built its decisions on: what is wrong is marked and stays, and
what is right is added beside it. What somebody calls wrong and we do not, gets their view added.
"""

from dataclasses import dataclass
from enum import StrEnum


class RectificationOutcome(StrEnum):
    """What the person is answered."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    JUDGEMENT = "judgement"  # professional or subjective: the person's view is added
    INCOMPLETE = "incomplete"  # a supplementary statement is added
    PARTLY = "partly"  # something is done as asked, something is kept


class Finding(StrEnum):
    """What came of looking into one thing that is said to be wrong."""

    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    ACCURATE = "accurate"
    RIGHT_WHEN_MADE = "right_when_made"  # a reference to what came later is enough (PVN-2023-04)
    RIGHT_FOR_PURPOSE = "right_for_purpose"  # of no matter for the purpose (PVN 20/01868)
    JUDGEMENT = "judgement"

    @property
    def article(self) -> str:
        """The provision the answer rests on; accuracy is measured by the purpose in 5(1)(d)."""
        by_purpose = (Finding.RIGHT_WHEN_MADE, Finding.RIGHT_FOR_PURPOSE)
        return "5(1)(d)" if self in by_purpose else "16"

    @property
    def outcome(self) -> RectificationOutcome:
        """The answer it leads to."""
        return _OUTCOMES[self]

    @property
    def kept(self) -> bool:
        """Do the data stay as they are? Then the reason must be given (art. 12(4))."""
        return self not in (Finding.WRONG, Finding.INCOMPLETE)


_OUTCOMES = {
    Finding.WRONG: RectificationOutcome.AGREED,
    Finding.INCOMPLETE: RectificationOutcome.INCOMPLETE,
    Finding.ACCURATE: RectificationOutcome.NOT_AGREED,
    Finding.RIGHT_WHEN_MADE: RectificationOutcome.NOT_AGREED,
    Finding.RIGHT_FOR_PURPOSE: RectificationOutcome.NOT_AGREED,
    Finding.JUDGEMENT: RectificationOutcome.JUDGEMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """The answers of the helper's questions; None: not answered, or not asked."""

    judgement: bool | None = None
    not_as_it_is: bool | None = None  # do the data say something else than what is so?
    right_when_made: bool | None = None
    matters: bool | None = None  # for what the data are used for
    incomplete: bool | None = None  # does something lack that the purpose needs?


def finding(examined: Examined) -> Finding | None:
    """What the answers lead to; None while one that decides is missing."""
    if examined.judgement is not False:
        return Finding.JUDGEMENT if examined.judgement else None
    if examined.not_as_it_is is None:
        return None
    if not examined.not_as_it_is:
        return _whole(examined.incomplete)
    if examined.right_when_made is not False:
        return Finding.RIGHT_WHEN_MADE if examined.right_when_made else None
    if examined.matters is None:
        return None
    return Finding.WRONG if examined.matters else Finding.RIGHT_FOR_PURPOSE


def _whole(incomplete: bool | None) -> Finding | None:
    if incomplete is None:
        return None
    return Finding.INCOMPLETE if incomplete else Finding.ACCURATE


def outcome(findings: tuple[Finding, ...]) -> RectificationOutcome | None:
    """The answer for all that was disputed; None when nothing was.

    Things put right and things added make one answer, and so do things kept for several reasons.
    """
    outcomes = {one.outcome for one in findings}
    if {one.kept for one in findings} == {True, False}:
        return RectificationOutcome.PARTLY
    return next((one for one in RectificationOutcome if one in outcomes), None)


def contested(findings: tuple[Finding, ...]) -> bool:
    """Is the accuracy still disputed? Then restriction is offered: art. 18(1)(a).

    A judgement is not accurate or inaccurate, and what is put right is no longer disputed.
    """
    return any(one.outcome is RectificationOutcome.NOT_AGREED for one in findings)

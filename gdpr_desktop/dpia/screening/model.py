"""What is answered to «do we need one?», and what follows (handbook 11.1, law.md 3.1–3.3)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gdpr_desktop.dpia.codes import Advice
from gdpr_desktop.law.impact import CRITERIA as CRITERIA  # the nine of WP248, in its order

ALWAYS = ("35_3_a", "35_3_b", "35_3_c")  # art. 35(3)
SOON_DAYS = 14  # to look again at a no when something changed: our own target (art. 35(11))
MOMENTS = ("nature", "scope", "purpose", "context")  # handbook 11.1, part 1


class Excuse(StrEnum):
    """Why none is needed, though it may look so (handbook 11)."""

    NO_HIGH_RISK = "no_high_risk"
    SIMILAR = "similar"  # an earlier assessment covers it: art. 35(1)
    LICENSED = "licensed"  # had a licence before May 2018, and is unchanged: proof is demanded
    IN_LAW = "in_law"  # assessed when the law was made: art. 35(10), the provision is demanded


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Nature, scope, purpose, context: does it speak for a high risk, and why?"""

    id: str
    high: bool
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What a person decided: it is needed, or not, and why. Against the advice it takes a reason.

    ``look_again_on`` is for a no. ``covered_by``: the case of the assessment that covers it,
    None when it is not in the register; ``covered_reference``: its number and title, or where it
    is kept. ``changed_on``: when
    the activity changed in the record since, or what covers it does not hold any more.
    """

    needed: bool
    why: str
    name: str
    role: str
    decided_on: date
    advice: Advice
    look_again_on: date | None = None
    covered_by: int | None = None
    covered_reference: str = ""
    changed_on: date | None = None

    @property
    def look_again_by(self) -> date | None:
        """The day on which a no is looked at again: soon, when something changed."""
        if self.needed or self.changed_on is None:
            return None if self.needed else self.look_again_on
        soon = self.changed_on + timedelta(days=SOON_DAYS)
        return min(soon, self.look_again_on or soon)

    @property
    def covered(self) -> bool:
        """Does an earlier assessment cover it?"""
        return self.covered_by is not None or bool(self.covered_reference)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedView:
    """The officer's view of the need (art. 39(1)(c))."""

    needed: bool
    why: str
    name: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningAnswers:
    """``listed``: ids of entries of Datatilsynet's list; ``always`` of art. 35(3); ``criteria`` of
    the nine. ``unsure``: ids of any of them, or of the moments, that nobody could answer; in
    doubt it counts. ``moments`` may be unanswered where the law has settled it.

    ``earlier`` and ``earlier_views``: what was decided, and what the officer said, before the
    questions were answered anew; the last one last.
    """

    listed: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()
    excuse: Excuse | None = None
    excuse_proof: str = ""
    covered_by: int | None = None  # the case id of the earlier assessment
    answered_on: date | None = None
    earlier: tuple[Need, ...] = ()
    earlier_views: tuple[NeedView, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """``reasons`` are codes, the gravest first: ids of what was answered, or rules."""

    advice: Advice
    reasons: tuple[str, ...]

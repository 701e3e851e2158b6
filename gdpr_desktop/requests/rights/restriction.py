"""Restriction, art. 18 and handbook chapter 6: what is stored without being used, and for how long.

The conditions follow from the answers of the decision helper, so that they are asked for once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, text_length
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.restriction import RestrictionCondition, StillNecessary
from gdpr_desktop.requests import questions
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.rights.base import RightRules, child_or


class RestrictionOutcome(StrEnum):
    """What the person gets."""

    GRANTED = "granted"
    PARTLY = "partly"
    STILL_NECESSARY = "still_necessary"  # a condition is met, but the data must be used
    REFUSED = "refused"  # no condition is met


class Marking(StrEnum):
    """How the data are marked in the system, recital 67."""

    FLAGGED = "flagged"
    LOCKED = "locked"
    MOVED = "moved"
    UNPUBLISHED = "unpublished"


class UseGround(StrEnum):
    """Why some data are not restricted."""

    LEGAL_CLAIMS = StillNecessary.LEGAL_CLAIMS.value
    RIGHTS_OF_OTHERS = StillNecessary.RIGHTS_OF_OTHERS.value
    PUBLIC_INTEREST = StillNecessary.PUBLIC_INTEREST.value
    NO_CONDITION = "no_condition"

    @property
    def article(self) -> str:
        """The provision to name."""
        return "18(1)" if self is UseGround.NO_CONDITION else "18(2)"


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictedItem:
    """Data that are stored and not used, in one system."""

    system: str
    what: str
    marking: Marking = Marking.FLAGGED


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedItem:
    """Data that go on being used, and why."""

    system: str
    what: str
    ground: UseGround | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestrictionAssessment:
    """The answers of the helper, and what comes of them. ``look_again``: the day to think anew."""

    outcome: RestrictionOutcome
    considered: tuple[Considered, ...] = ()
    items: tuple[RestrictedItem, ...] = ()
    still_used: tuple[UsedItem, ...] = ()
    reason: str = ""  # of a refusal: the person reads it
    look_again: date | None = None
    archive_said: str = ""  # the archive leader is asked, handbook 6.1
    archive_duty: bool = False  # some of the data are documents that arkivlova keeps
    accounting_duty: bool = False  # and some are accounts that bokføringslova keeps

    @property
    def restricts(self) -> bool:
        """Are some data restricted?"""
        return self.outcome in (RestrictionOutcome.GRANTED, RestrictionOutcome.PARTLY)


words = CodeWords(
    (
        (RestrictionOutcome.GRANTED, N_("The processing is restricted")),
        (RestrictionOutcome.PARTLY, N_("The processing of some of the data is restricted")),
        (
            RestrictionOutcome.STILL_NECESSARY,
            N_("A condition is met, but the use is still necessary"),
        ),
        (RestrictionOutcome.REFUSED, N_("No condition is met: refused")),
        (RestrictionCondition.ACCURACY_CONTESTED, N_("The accuracy is contested")),
        (RestrictionCondition.UNLAWFUL, N_("The processing is unlawful, and is not to be erased")),
        (RestrictionCondition.LEGAL_CLAIM, N_("The person needs the data for a legal claim")),
        (RestrictionCondition.OBJECTION_PENDING, N_("An objection has not been decided yet")),
        (Marking.FLAGGED, N_("Marked: not to be used")),
        (Marking.LOCKED, N_("Closed to users")),
        (Marking.MOVED, N_("Moved to another place for a time")),
        (Marking.UNPUBLISHED, N_("Taken off the web for a time")),
        (UseGround.LEGAL_CLAIMS, N_("Necessary for a legal claim")),
        (UseGround.RIGHTS_OF_OTHERS, N_("Necessary for the rights of somebody else")),
        (UseGround.PUBLIC_INTEREST, N_("Necessary for important public interests")),
        (UseGround.NO_CONDITION, N_("No condition is met for these data")),
    )
)
_RESULTS = {
    RestrictionOutcome.GRANTED: Result.GRANTED,
    RestrictionOutcome.PARTLY: Result.PARTLY,
    RestrictionOutcome.STILL_NECESSARY: Result.REFUSED,
    RestrictionOutcome.REFUSED: Result.REFUSED,
}
# condition → the question whose «yes» says that it is met
_QUESTIONS = {
    RestrictionCondition.ACCURACY_CONTESTED: ("accuracy_contested",),
    RestrictionCondition.UNLAWFUL: ("unlawful", "erasure_opposed"),
    RestrictionCondition.LEGAL_CLAIM: ("not_needed", "legal_claim"),
    RestrictionCondition.OBJECTION_PENDING: ("objection_pending",),
}


def _yes(considered: tuple[Considered, ...]) -> frozenset[str]:
    return frozenset(one.question for one in considered if one.answer == "yes")


def conditions_met(considered: tuple[Considered, ...]) -> tuple[RestrictionCondition, ...]:
    """The conditions of art. 18(1) that the answers come to."""
    yes = _yes(considered)
    return tuple(one for one, asked in _QUESTIONS.items() if yes.issuperset(asked))


def still_necessary(considered: tuple[Considered, ...]) -> tuple[StillNecessary, ...]:
    """The grounds of art. 18(2) that the answers come to; none where no condition is met."""
    if not conditions_met(considered):
        return ()
    yes = _yes(considered)
    return tuple(one for one in StillNecessary if f"still_{one.value}" in yes)


def suggested(considered: tuple[Considered, ...]) -> RestrictionOutcome:
    """The outcome that the answers point to."""
    if not conditions_met(considered):
        return RestrictionOutcome.REFUSED
    if still_necessary(considered):
        return RestrictionOutcome.STILL_NECESSARY
    return RestrictionOutcome.GRANTED


def assessment_of(part: Part) -> RestrictionAssessment | None:
    """The assessment of a part about restriction."""
    assessment: RestrictionAssessment | None = part.assessment
    return assessment


def _outcome_problems(found: RestrictionAssessment) -> list[FieldProblem]:
    met = conditions_met(found.considered)
    refused = found.outcome is RestrictionOutcome.REFUSED
    if refused and met:
        text = _("By your answers a condition is met, so the claim cannot be refused.")
        return [problem("outcome", text)]
    if not refused and not met:
        text = _("By your answers no condition is met. Refuse, or answer the questions anew.")
        return [problem("outcome", text)]
    grounds = still_necessary(found.considered)
    if found.outcome is RestrictionOutcome.STILL_NECESSARY and not grounds:
        text = _("By your answers none of the three grounds makes the use necessary.")
        return [problem("outcome", text)]
    if found.outcome is RestrictionOutcome.GRANTED and grounds:
        text = _("By your answers some of the use is still necessary.")
        return [problem("outcome", text)]
    return []


def _item_problems(found: RestrictionAssessment) -> list[FieldProblem]:
    problems: list[FieldProblem] = []
    if found.restricts and not found.items:
        problems.append(problem("items", _("Say which data are restricted, and where.")))
    if any(not (one.system.strip() and one.what.strip()) for one in found.items):
        problems.append(problem("items", _("Write the system and the data on each line.")))
    for item in found.items:
        problems += line_lengths(items=item.system) + text_length("items", item.what, 1000)
    return problems


def _used_problems(found: RestrictionAssessment) -> list[FieldProblem]:
    used = found.still_used
    allowed = {one.value for one in still_necessary(found.considered)}
    if found.outcome is RestrictionOutcome.PARTLY:
        allowed.add(UseGround.NO_CONDITION.value)
    checks = (
        (not used, _("Say which data are still used, and why.")),
        (
            any(not (one.system.strip() and one.what.strip()) for one in used),
            _("Write the system and the data on each line."),
        ),
        (any(one.ground is None for one in used), _("Choose the ground, on each line.")),
        (
            any(one.ground and one.ground.value not in allowed for one in used),
            _("A ground on the list is not one that you answered yes to."),
        ),
        (any(not one.reason.strip() for one in used), _("Write why, on each line.")),
    )
    problems = [problem("still_used", text) for wrong, text in checks if wrong]
    for one in used:
        problems += line_lengths(still_used=one.system)
        problems += text_length("still_used", one.what + one.reason, 2000)
    return problems


def _assessment_problems(found: RestrictionAssessment, today: date) -> list[FieldProblem]:
    """What each outcome must have with it."""
    problems: list[FieldProblem] = []
    if found.restricts:
        problems += _item_problems(found)
        if not found.archive_said.strip():
            text = _("Ask the archive leader first, and write who answered what.")
            problems.append(problem("archive_said", text))
        if found.look_again is None:
            problems.append(problem("look_again", _("Give a day to look at it again.")))
        elif found.look_again <= today:
            problems.append(problem("look_again", _("Give a day that has not come yet.")))
    if found.outcome in (RestrictionOutcome.PARTLY, RestrictionOutcome.STILL_NECESSARY):
        problems += _used_problems(found)
    if found.outcome is RestrictionOutcome.REFUSED and not found.reason.strip():
        text = _("Write why no condition is met. A refusal must have its reasons.")
        problems.append(problem("reason", text))
    problems += text_length("archive_said", found.archive_said)
    return problems + text_length("reason", found.reason)


def restricted_since(part: Part) -> date | None:
    """The day that the last of the data were marked; None while something is left to mark."""
    days = [one.done_on for one in part.measures]
    if not days or None in days:
        return None
    return max(day for day in days if day is not None)


class RestrictionRules(RightRules):
    """Restriction: granted, for some data, still necessary all the same, or refused."""

    right = Right.RESTRICTION
    assessment = RestrictionAssessment
    letters = frozenset({"restriction_answer", "restriction_answer_child"})
    tells = True

    def problems(
        self, assessment: RestrictionAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        unanswered = questions.problems(Right.RESTRICTION.value, assessment.considered)
        found = unanswered or _outcome_problems(assessment)
        return found + _assessment_problems(assessment, today)

    def result(self, part: Part) -> Result | None:
        found = assessment_of(part)
        return _RESULTS[found.outcome] if found is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        found = assessment_of(part)
        if found is None:
            return ()
        if found.outcome is RestrictionOutcome.REFUSED:
            return ("18(1)",)
        used = (one.ground for one in found.still_used if one.ground is not None)
        return tuple(dict.fromkeys(ground.article for ground in used))

    def measures(self, assessment: RestrictionAssessment, language: Language) -> tuple[str, ...]:
        text = _("Restrict in {system}: {what}. {marking}.", language=language)
        return tuple(
            text.format(system=item.system, what=item.what, marking=words(item.marking, language))
            for item in assessment.items
        )

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "restriction_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found = assessment_of(part)
        if found is None:
            return {}
        refused = found.outcome is RestrictionOutcome.REFUSED
        met = () if refused else conditions_met(found.considered)
        return {
            "outcome": found.outcome.value,
            "restriction_conditions": tuple({"condition": one.value} for one in met),
            "restricted": restricted_facts(found),
            "restricted_from": restricted_since(part),
            "restriction_review": found.look_again,
            "still_used": tuple(_used(one) for one in found.still_used),
            "restriction_reason": found.reason,
            "archive_duty": found.archive_duty,
            "accounting_duty": found.accounting_duty,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found = assessment_of(part)
        if found is None:
            return ()
        met = conditions_met(found.considered)
        conditions = (f"{words(one)} ({cited(one.article)})" for one in met)
        return (
            (_("Result"), words(found.outcome)),
            (_("Condition"), "\n".join(conditions)),
            *((one.system, f"{one.what}. {words(one.marking)}.") for one in found.items),
            *((one.system, f"{one.what}. {_reason(one)}") for one in found.still_used),
            (_("Look again"), long_date(found.look_again) if found.look_again else ""),
            (_("The archive leader"), found.archive_said),
            (_("Reason"), found.reason),
            (_("Kept by"), ", ".join(_keepers(found))),
        )

    def anonymous(self, assessment: RestrictionAssessment) -> RestrictionAssessment:
        """The outcome, the answers without their reasons, and the days."""
        return replace(
            assessment,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
            items=(),
            still_used=tuple(
                replace(one, system="", what="", reason="") for one in assessment.still_used
            ),
            reason="",
            archive_said="",
        )


def restricted_facts(found: RestrictionAssessment) -> tuple[Mapping[str, object], ...]:
    """The restricted data as the letters list them."""
    items = found.items if found.restricts else ()
    return tuple({"system": one.system, "what": one.what} for one in items)


def _keepers(found: RestrictionAssessment) -> Iterator[str]:
    """The acts that keep some of the data, whatever comes of the restriction."""
    if found.archive_duty:
        yield _("The Archives Act")
    if found.accounting_duty:
        yield _("The Bookkeeping Act")


def _used(one: UsedItem) -> Mapping[str, object]:
    what, ground = one.what.rstrip().removesuffix("."), one.ground.value if one.ground else ""
    return {"system": one.system, "what": what, "ground": ground, "reason": one.reason}


def _reason(one: UsedItem) -> str:
    if one.ground is None:
        return one.reason
    return f"{words(one.ground)} ({cited(one.ground.article)}): {one.reason}"


RULES = RestrictionRules()

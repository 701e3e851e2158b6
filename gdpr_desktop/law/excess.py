"""When a request may be called manifestly unfounded or excessive, and a fee charged: art. 12(5).

EDPB 01/2022 §§ 175–194. We carry the burden of proof, and the threshold is high.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.calendar import add_months
from gdpr_desktop.law.deadlines.counting import norwegian_day
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.law.rules import rules_on


class Repeat(StrEnum):
    """What an earlier request for the same means."""

    FIRST = "first"  # nothing like it before
    NEVER_EXCESSIVE = "never_excessive"  # a year or more has gone: § 185
    NOT_EXCESSIVE = "not_excessive"  # the data have changed, or change often: ex. 40
    MAY_BE_EXCESSIVE = "may_be_excessive"  # ex. 39


def judge_repeat(received: date, previous: date | None, *, changed: bool = False) -> Repeat:
    """Judge a request ``received`` when the same was asked for on the day ``previous``.

    ``changed``: the data are others since then, or of a kind that changes often. Raises
    ValueError if ``previous`` is after ``received``.
    """
    received = norwegian_day(received)
    if previous is None:
        return Repeat.FIRST
    previous = norwegian_day(previous)
    if previous > received:
        raise ValueError("the earlier request came after this one")
    if received >= add_months(previous, rules_on(received).repeat_months):
        return Repeat.NEVER_EXCESSIVE
    return Repeat.NOT_EXCESSIVE if changed else Repeat.MAY_BE_EXCESSIVE


class Excess(StrEnum):
    """What is lacking before art. 12(5) can be used."""

    REPEAT_AFTER_A_YEAR = "repeat_after_a_year"
    DATA_CHANGED = "data_changed"
    ONLY_THE_TONE = "only_the_tone"  # § 188: hard words are not abuse
    NO_PROOF = "no_proof"
    NO_GUIDANCE = "no_guidance"  # forvaltningsloven § 11: help to narrow it first
    NOT_WARNED = "not_warned"  # § 193: told of the fee before it is charged
    NO_AMOUNT = "no_amount"
    NO_CALCULATION = "no_calculation"  # reasonable, from the administrative costs


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee in whole kroner and how it was found; warned of before it is charged.

    ``declined_on``: the day the person said no to it.
    """

    amount: int = 0
    calculation: str = ""
    warned_on: date | None = None
    answer_by: date | None = None
    charged_on: date | None = None
    declined_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What we hold against a request. ``ground`` is one of the two of art. 12(5)."""

    ground: RefusalGround
    received: date
    previous: date | None = None
    changed: bool = False
    only_the_tone: bool = False
    proof: str = ""
    guided_on: date | None = None


def lacking(claim: Claim) -> tuple[Excess, ...]:
    """All that stops the claim; () when it may be used."""
    found = []
    if claim.ground is RefusalGround.EXCESSIVE:
        match judge_repeat(claim.received, claim.previous, changed=claim.changed):
            case Repeat.NEVER_EXCESSIVE:
                found.append(Excess.REPEAT_AFTER_A_YEAR)
            case Repeat.NOT_EXCESSIVE:
                found.append(Excess.DATA_CHANGED)
    elif claim.only_the_tone:
        found.append(Excess.ONLY_THE_TONE)
    if not claim.proof.strip():
        found.append(Excess.NO_PROOF)
    if claim.guided_on is None:
        found.append(Excess.NO_GUIDANCE)
    return tuple(found)


def lacking_fee(fee: Fee, *, charged: bool = True) -> tuple[Excess, ...]:
    """All that stops a fee from being ``charged``, or else from being warned of."""
    found = []
    if fee.amount <= 0:
        found.append(Excess.NO_AMOUNT)
    if not fee.calculation.strip():
        found.append(Excess.NO_CALCULATION)
    if charged and fee.warned_on is None:
        found.append(Excess.NOT_WARNED)
    return tuple(found)


def may_refuse_unpaid(fee: Fee, today: date) -> bool:
    """May the claim be refused: warned of the fee, and it was declined, or nobody answered in time?

    The refusal is then the other way that art. 12(5) leaves open.
    """
    if fee.warned_on is None or fee.charged_on is not None:
        return False
    late = fee.answer_by is not None and fee.answer_by < norwegian_day(today)
    return fee.declined_on is not None or late

"""Restriction of processing, art. 18, as data: when it must be given, what it leaves, its end."""

from enum import StrEnum


class RestrictionCondition(StrEnum):
    """Each of them alone gives the right, art. 18(1)."""

    ACCURACY_CONTESTED = "accuracy_contested"
    UNLAWFUL = "unlawful"  # and the person does not want erasure
    LEGAL_CLAIM = "legal_claim"  # we need the data no longer, the person does
    OBJECTION_PENDING = "objection_pending"

    @property
    def article(self) -> str:
        """As it is written: ``18(1)(a)``."""
        return f"18(1)({_LETTERS[self]})"


_LETTERS = {
    RestrictionCondition.ACCURACY_CONTESTED: "a",
    RestrictionCondition.UNLAWFUL: "b",
    RestrictionCondition.LEGAL_CLAIM: "c",
    RestrictionCondition.OBJECTION_PENDING: "d",
}


class StillNecessary(StrEnum):
    """Why data are used all the same, though a condition is met and the person has not agreed."""

    LEGAL_CLAIMS = "legal_claims"
    RIGHTS_OF_OTHERS = "rights_of_others"  # of another natural or legal person
    PUBLIC_INTEREST = "public_interest"

    @property
    def article(self) -> str:
        """The same for all three."""
        return "18(2)"


class LiftReason(StrEnum):
    """Why a restriction comes to its end."""

    ACCURACY_CHECKED = "accuracy_checked"  # right or corrected: nothing is contested any more
    LAWFUL_NOW = "lawful_now"
    CLAIM_SETTLED = "claim_settled"
    OBJECTION_DECIDED = "objection_decided"
    PERSON_ASKED = "person_asked"


_ENDS = {
    RestrictionCondition.ACCURACY_CONTESTED: LiftReason.ACCURACY_CHECKED,
    RestrictionCondition.UNLAWFUL: LiftReason.LAWFUL_NOW,
    RestrictionCondition.LEGAL_CLAIM: LiftReason.CLAIM_SETTLED,
    RestrictionCondition.OBJECTION_PENDING: LiftReason.OBJECTION_DECIDED,
}


def ends_by(conditions: tuple[RestrictionCondition, ...]) -> tuple[LiftReason, ...]:
    """The reasons that can end a restriction given on ``conditions``; the person can always ask."""
    return (*(_ENDS[one] for one in conditions), LiftReason.PERSON_ASKED)


def may_be_used_again(conditions: tuple[RestrictionCondition, ...], reason: LiftReason) -> bool:
    """May the data be used as before when the restriction ends?

    Not what we need no longer (18(1)(c)), nor what we had no right to use, until we have one.
    """
    if RestrictionCondition.LEGAL_CLAIM in conditions:
        return False
    unlawful = RestrictionCondition.UNLAWFUL in conditions
    return not unlawful or reason is LiftReason.LAWFUL_NOW

"""Further copies, art. 15(3): the first is free, for more a fee at cost (EDPB 01/2022 §§ 28–32)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CopyCost(StrEnum):
    """What a further copy may cost us. Only what this copy itself causes is paid for."""

    PRINT = "print"  # paper and printing
    MEDIUM = "medium"  # a memory stick
    POSTAGE = "postage"
    COPYING = "copying"  # time to make the copy itself
    SEARCHING = "searching"  # time to find and redact: paid with the first copy, which is free
    OVERHEAD = "overhead"  # systems, rent, pay in general

    @property
    def may_be_charged(self) -> bool:
        """Is it a cost of the further copy itself?"""
        return self not in (CopyCost.SEARCHING, CopyCost.OVERHEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One cost of the copies, in whole kroner."""

    cost: CopyCost
    kroner: int


class FeeFault(StrEnum):
    """Why a fee for further copies would not hold."""

    FIRST_COPY_IS_FREE = "first_copy_is_free"
    NEW_DATA = "new_data"  # then it is a new request for access, and free
    NO_COSTS = "no_costs"
    NOT_A_COST_OF_THE_COPY = "not_a_cost_of_the_copy"
    NOT_TOLD_BEFORE = "not_told_before"


def fee_faults(
    lines: tuple[CostLine, ...], *, first_copy: date | None, same_data: bool, told: date | None
) -> tuple[FeeFault, ...]:
    """All that stops a fee of ``lines``; () when it may be charged.

    ``first_copy`` is the day the free copy was given, ``told`` the day the person learnt the price.
    """
    found = []
    if first_copy is None:
        found.append(FeeFault.FIRST_COPY_IS_FREE)
    if not same_data:
        found.append(FeeFault.NEW_DATA)
    if not any(line.kroner > 0 for line in lines):
        found.append(FeeFault.NO_COSTS)
    if any(not line.cost.may_be_charged for line in lines):
        found.append(FeeFault.NOT_A_COST_OF_THE_COPY)
    if told is None:
        found.append(FeeFault.NOT_TOLD_BEFORE)
    return tuple(found)


def fee(lines: tuple[CostLine, ...]) -> int:
    """The fee in whole kroner."""
    return sum(line.kroner for line in lines)

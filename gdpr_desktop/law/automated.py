"""Decisions made by a machine alone (art. 22): what is covered, what is allowed, what is due."""

from collections.abc import Collection
from enum import StrEnum

from gdpr_desktop.law.bases import Condition


class Allowance(StrEnum):
    """The three exceptions of art. 22(2)."""

    CONTRACT = "a"  # necessary to enter into or perform a contract with the person
    LAW = "b"  # authorised by law, which also lays down what protects the person
    CONSENT = "c"  # explicit

    @property
    def article(self) -> str:
        """As it is written: ``22(2)(b)``."""
        return f"22(2)({self.value})"


# Art. 22(4): special categories may only be decided on with one of these, and with safeguards
SPECIAL_CONDITIONS = (Condition.EXPLICIT_CONSENT, Condition.SUBSTANTIAL_PUBLIC_INTEREST)


def covered(*, solely_automated: bool, significant: bool) -> bool:
    """Does art. 22(1) reach the decision?

    Solely automated: nobody with a say has weighed it. Significant: legal effect, or one that
    affects the person as much.
    """
    return solely_automated and significant


def lawful(
    allowances: Collection[Allowance],
    *,
    special_categories: bool = False,
    condition: Condition | None = None,
) -> bool:
    """May a decision that is covered be left to a machine (art. 22(2) and (4))?"""
    if not allowances:
        return False
    return not special_categories or condition in SPECIAL_CONDITIONS


def forbidding(
    allowances: Collection[Allowance],
    *,
    special_categories: bool = False,
    condition: Condition | None = None,
) -> str | None:
    """The article that the decision breaks; None when a machine was allowed to make it."""
    if lawful(allowances, special_categories=special_categories, condition=condition):
        return None
    return "22(4)" if allowances else "22(1)"

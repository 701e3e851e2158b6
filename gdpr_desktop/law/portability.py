"""Data portability, art. 20: when there is such a right, and what of the data it reaches.

The guidelines on art. 20 (WP 242 rev. 01, kept by the EDPB): what a person has given includes what
is seen of their use of a service, and not what the controller worked out from it.
"""

from enum import StrEnum

from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit


class Limit(StrEnum):
    """Why data are not given for the person to take along."""

    BASIS = "basis"  # neither consent nor contract
    NOT_AUTOMATED = "not_automated"  # paper
    PUBLIC_TASK = "public_task"  # public interest or official authority
    NOT_PROVIDED = "not_provided"  # worked out by us, or from somebody else
    OTHERS = "others"  # it would harm the rights of others

    @property
    def article(self) -> str:
        """As it is written: ``20(1)(a)``."""
        return _ARTICLES[self]

    @property
    def whole(self) -> bool:
        """Is there no right at all, whatever the data are?"""
        return self in (Limit.BASIS, Limit.NOT_AUTOMATED, Limit.PUBLIC_TASK)

    @property
    def by_basis(self) -> bool:
        """Does the lawful basis alone decide it, whatever is held and where?"""
        return self in (Limit.BASIS, Limit.PUBLIC_TASK)


_ARTICLES = {
    Limit.BASIS: "20(1)(a)",
    Limit.NOT_AUTOMATED: "20(1)(b)",
    Limit.PUBLIC_TASK: "20(3)",
    Limit.NOT_PROVIDED: "20(1)",
    Limit.OTHERS: "20(4)",
}


class Origin(StrEnum):
    """Where data come from, as far as it decides whether they go along."""

    GIVEN = "given"  # by the person: a form, a picture, a message
    OBSERVED = "observed"  # seen of the person's use: loans, log, a meter
    DERIVED = "derived"  # worked out by us: an assessment, a score
    OURS = "ours"  # for our own running: case numbers, codes, names of staff
    OTHERS = "others"  # about other people

    @property
    def limit(self) -> Limit | None:
        """Why such data stay, or None: they go along."""
        return _LIMITS.get(self)


_LIMITS = {
    Origin.DERIVED: Limit.NOT_PROVIDED,
    Origin.OURS: Limit.NOT_PROVIDED,
    Origin.OTHERS: Limit.OTHERS,
}


def basis_limit(basis: Basis) -> Limit | None:
    """Why there is no portability on this lawful basis, or None: there is, if automated."""
    if fit(DataRight.PORTABILITY, basis) is not Fit.NO:
        return None
    return Limit.PUBLIC_TASK if basis is Basis.PUBLIC_TASK else Limit.BASIS

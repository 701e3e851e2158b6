"""The right to object (art. 21): when it exists, and what lets the controller go on."""

from enum import StrEnum

from gdpr_desktop.law.bases import Basis, DataRight, Fit, fit


class Use(StrEnum):
    """What the data are used for, as far as it decides which paragraph of art. 21 applies."""

    ORDINARY = "ordinary"
    MARKETING = "marketing"  # direct marketing, with the profiling that belongs to it
    RESEARCH = "research"  # scientific or historical research, statistics (art. 89(1))


class Ground(StrEnum):
    """What lets the controller go on in spite of an objection. The burden of proof is ours."""

    COMPELLING = "compelling"  # legitimate grounds that override the person's
    LEGAL_CLAIMS = "legal_claims"  # establishing, exercising or defending them
    RESEARCH_IN_PUBLIC_INTEREST = "research_in_public_interest"

    @property
    def article(self) -> str:
        """The provision it stands in: ``21(1)`` or ``21(6)``."""
        return "21(6)" if self is Ground.RESEARCH_IN_PUBLIC_INTEREST else "21(1)"


_GROUNDS = {
    Use.ORDINARY: (Ground.COMPELLING, Ground.LEGAL_CLAIMS),
    Use.MARKETING: (),
    Use.RESEARCH: (Ground.RESEARCH_IN_PUBLIC_INTEREST,),
}
_INSTEAD = (DataRight.ERASURE, DataRight.RECTIFICATION, DataRight.RESTRICTION)


def provision(use: Use, basis: Basis | None) -> str | None:
    """The article that gives the right to object; None when there is none.

    Direct marketing (21(2)) and research (21(6)) may be objected to whatever the basis is, all
    other processing, profiling too, only when it rests on 6(1)(e) or (f) (21(1)).
    """
    if use is Use.MARKETING:
        return "21(2)"
    if use is Use.RESEARCH:
        return "21(6)"
    fits = basis is not None and fit(DataRight.OBJECTION, basis) is Fit.YES
    return "21(1)" if fits else None


def grounds_for(use: Use) -> tuple[Ground, ...]:
    """The grounds on which an objection may be turned down; none against direct marketing."""
    return _GROUNDS[use]


def rights_instead(basis: Basis) -> tuple[DataRight, ...]:
    """The rights to offer where there is no right to object.

    With consent there is none of art. 15–21 to point to: it can be withdrawn (art. 7(3)).
    """
    return () if basis is Basis.CONSENT else _INSTEAD

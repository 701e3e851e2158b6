"""What makes a processing lawful: art. 6(1), art. 9(2), and which rights go with which basis."""

from enum import StrEnum


class Basis(StrEnum):
    """The lawful bases of art. 6(1)."""

    CONSENT = "a"
    CONTRACT = "b"
    LEGAL_OBLIGATION = "c"
    VITAL_INTERESTS = "d"
    PUBLIC_TASK = "e"
    LEGITIMATE_INTERESTS = "f"

    @property
    def article(self) -> str:
        """As it is written: ``6(1)(e)``."""
        return f"6(1)({self.value})"

    @property
    def needs_national_law(self) -> bool:
        """Art. 6(3): must the basis stand in a law of its own?"""
        return self in (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK)


class Condition(StrEnum):
    """The conditions of art. 9(2) for special categories."""

    EXPLICIT_CONSENT = "a"
    EMPLOYMENT_SOCIAL = "b"
    VITAL_INTERESTS = "c"
    ASSOCIATION = "d"
    MADE_PUBLIC = "e"
    LEGAL_CLAIMS = "f"
    SUBSTANTIAL_PUBLIC_INTEREST = "g"
    HEALTH_CARE = "h"
    PUBLIC_HEALTH = "i"
    ARCHIVE_RESEARCH = "j"

    @property
    def article(self) -> str:
        """As it is written: ``9(2)(h)``."""
        return f"9(2)({self.value})"

    @property
    def needs_national_law(self) -> bool:
        """Does the letter itself ask for Union or national law?"""
        return self.value in "bghij"


class DataRight(StrEnum):
    """The rights of art. 15–21."""

    ACCESS = "15"
    RECTIFICATION = "16"
    ERASURE = "17"
    RESTRICTION = "18"
    PORTABILITY = "20"
    OBJECTION = "21"


class Fit(StrEnum):
    """Does a right fit the basis?"""

    YES = "yes"
    IF_AUTOMATED = "if_automated"  # art. 20(1)(b)
    PARTLY = "partly"  # not so far as art. 17(3)(b) or (d) reaches
    NO = "no"


_ERASURE = {Basis.LEGAL_OBLIGATION: Fit.NO, Basis.PUBLIC_TASK: Fit.PARTLY}
_OBJECTION = frozenset({Basis.PUBLIC_TASK, Basis.LEGITIMATE_INTERESTS})
_PORTABILITY = frozenset({Basis.CONSENT, Basis.CONTRACT})


def fit(right: DataRight, basis: Basis) -> Fit:
    """The triage matrix: which right goes with which lawful basis (art. 17(3), 20(1), 21(1))."""
    match right:
        case DataRight.ERASURE:
            return _ERASURE.get(basis, Fit.YES)
        case DataRight.PORTABILITY:
            return Fit.IF_AUTOMATED if basis in _PORTABILITY else Fit.NO
        case DataRight.OBJECTION:
            return Fit.YES if basis in _OBJECTION else Fit.NO
        case _:
            return Fit.YES


def why_not(right: DataRight, basis: Basis) -> str:
    """The article by which a right does not fit a basis, or not wholly; empty where it fits."""
    if fit(right, basis) in (Fit.YES, Fit.IF_AUTOMATED):
        return ""
    match right:
        case DataRight.ERASURE:
            return "17(3)(b)"
        case DataRight.PORTABILITY:
            return "20(3)" if basis is Basis.PUBLIC_TASK else "20(1)(a)"
        case _:  # an objection: a consent is withdrawn instead
            return "7(3)" if basis is Basis.CONSENT else "21(1)"

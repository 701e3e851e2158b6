"""Art. 17: when there is a right to erasure, and why something is kept all the same."""

from enum import StrEnum

from gdpr_desktop.law.bases import Basis


class ErasureGround(StrEnum):
    """The six grounds of art. 17(1): one of them gives the right."""

    NO_LONGER_NEEDED = "a"
    CONSENT_WITHDRAWN = "b"
    OBJECTION = "c"  # by 21(1) upheld, or by 21(2); not one to research, 21(6)
    UNLAWFUL = "d"
    LEGAL_DUTY = "e"  # a law says that they are to be erased
    CHILD_SERVICE = "f"  # an information society service used as a child, art. 8(1)

    @property
    def article(self) -> str:
        """As it is written: ``17(1)(a)``."""
        return f"17(1)({self.value})"

    def fits(self, basis: Basis) -> bool:
        """Can the ground be there at all on this basis (art. 7(3), 8(1), 21(1) and (2))?"""
        return basis in _BASES.get(self, Basis)


class KeepReason(StrEnum):
    """Why something is kept: an exception of art. 17(3), or that no ground of 17(1) is there.

    The duties of 17(3)(b) are told apart: each is explained in its own words.
    """

    ARCHIVE_DUTY = "archive_duty"  # arkivlova, LOV-2025-06-20-96
    ACCOUNTING_DUTY = "accounting_duty"  # bokføringsloven
    OTHER_DUTY = "other_duty"  # any other act that demands the data
    PUBLIC_TASK = "public_task"
    EXPRESSION = "expression"
    PUBLIC_HEALTH = "public_health"
    ARCHIVE_RESEARCH = "archive_research"  # also statistics, art. 89(1)
    LEGAL_CLAIMS = "legal_claims"
    NO_GROUND = "no_ground"

    @property
    def article(self) -> str:
        """As it is written: ``17(3)(b)``."""
        return _ARTICLES[self]

    @property
    def needs_provision(self) -> bool:
        """Must the act and section be named, for the reference to be exact?"""
        return self in (KeepReason.OTHER_DUTY, KeepReason.PUBLIC_TASK)

    def fits(self, basis: Basis) -> bool:
        """Can the exception be there on this basis? A task has 6(1)(e), or a duty 6(1)(c)."""
        if self in (KeepReason.PUBLIC_TASK, KeepReason.PUBLIC_HEALTH):
            return basis in (Basis.LEGAL_OBLIGATION, Basis.PUBLIC_TASK)
        return True


def archive_lets_go(*, law_demands_erasure: bool, clearly_laid_down: bool) -> bool:
    """May a document leave the archive because another act demands erasure (arkivlova 2025 § 13)?

    Only where that act lays it down clearly; otherwise the duty is fulfilled by other means.
    """
    return law_demands_erasure and clearly_laid_down


_BASES = {
    ErasureGround.CONSENT_WITHDRAWN: (Basis.CONSENT,),
    ErasureGround.CHILD_SERVICE: (Basis.CONSENT,),
    ErasureGround.OBJECTION: (  # on consent and contract only direct marketing, art. 21(2)
        Basis.CONSENT,
        Basis.CONTRACT,
        Basis.PUBLIC_TASK,
        Basis.LEGITIMATE_INTERESTS,
    ),
}
_ARTICLES = {
    KeepReason.ARCHIVE_DUTY: "17(3)(b)",
    KeepReason.ACCOUNTING_DUTY: "17(3)(b)",
    KeepReason.OTHER_DUTY: "17(3)(b)",
    KeepReason.PUBLIC_TASK: "17(3)(b)",
    KeepReason.EXPRESSION: "17(3)(a)",
    KeepReason.PUBLIC_HEALTH: "17(3)(c)",
    KeepReason.ARCHIVE_RESEARCH: "17(3)(d)",
    KeepReason.LEGAL_CLAIMS: "17(3)(e)",
    KeepReason.NO_GROUND: "17(1)",
}

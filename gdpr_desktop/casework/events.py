"""What one feature tells another of, through a case. Subscribers run in the same unit of work."""

from dataclasses import dataclass

from gdpr_desktop.core.ids import CaseId, PartId


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWithdrawn:
    """A part of a request was assessed as the withdrawal of a consent (art. 7(3)), or a release.

    Published each time that assessment is saved, so a subscriber finds the consent once and does
    nothing the second time. What is stopped, and where, stands in the part.
    """

    case_id: CaseId
    part_id: PartId


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalAsked:
    """A request came in, or now is, about the withdrawal of a consent. Nobody has assessed it yet.

    Published again when the request turns out to be about another person: whoever hears of it
    does nothing the second time for the same consent.
    """

    case_id: CaseId

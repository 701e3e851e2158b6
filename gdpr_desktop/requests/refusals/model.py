"""A refusal of one part of a request: whole, in part, or a fee instead."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.exceptions import Interest, RefusalGround
from gdpr_desktop.law.excess import Fee
from gdpr_desktop.law.regimes import Regime
from gdpr_desktop.requests.model import Considered


class RefusalKind(StrEnum):
    """How much is refused."""

    WHOLE = "whole"
    PART = "part"  # the rest is assessed and answered as ever
    FEE = "fee"  # nothing is refused: the person may pay, or ask for less


class Representative(StrEnum):
    """§ 16 second paragraph: may somebody be told in the person's place?"""

    NONE = "none"  # not asked: only § 16 c knows it
    OFFERED = "offered"
    REFUSED = "refused"  # special reasons speak against it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground and why it holds here, in words the person reads."""

    ground: RefusalGround
    explanation: str
    law: str = ""  # § 16 d: the act and section that order secrecy
    interests: tuple[Interest, ...] = ()  # § 16 f: whose


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What is refused and why, with the answers that led there.

    ``previous`` is the day the same was asked for before, ``guided_on`` the day the person was
    helped to narrow the request. ``regime`` is the act by which the request is answered instead.
    """

    kind: RefusalKind
    reasons: tuple[Reason, ...]
    considered: tuple[Considered, ...] = ()
    refused_part: str = ""
    previous: date | None = None
    guided_on: date | None = None
    guidance: str = ""
    representative: Representative = Representative.NONE
    representative_note: str = ""  # kept in the case, not in the letter
    regime: Regime = Regime.DATA_PROTECTION
    fee: Fee | None = None
    told_on: date | None = None  # refused in part: the day its own letter went

    @property
    def untold(self) -> bool:
        """Is a part refused, and has the person not been told why (art. 12(4))?"""
        return self.kind is RefusalKind.PART and self.told_on is None

    @property
    def unpaid(self) -> bool:
        """Is it refused because the person did not take the fee?"""
        return self.whole and self.fee is not None

    @property
    def open_fee(self) -> Fee | None:
        """The fee that the person has been told of, and has not answered."""
        fee = self.fee if self.kind is RefusalKind.FEE else None
        waits = fee is not None and fee.warned_on is not None and fee.charged_on is None
        return fee if waits else None

    @property
    def whole(self) -> bool:
        """Does it take the place of an assessment?"""
        return self.kind is RefusalKind.WHOLE

    @property
    def grounds(self) -> tuple[RefusalGround, ...]:
        """The grounds, in the order they are told."""
        return tuple(reason.ground for reason in self.reasons)

    def anonymous(self) -> "Refusal":
        """The codes and days alone, for statistics: no free text."""
        return Refusal(
            kind=self.kind,
            reasons=tuple(replace(one, explanation="", law="") for one in self.reasons),
            previous=self.previous,
            guided_on=self.guided_on,
            representative=self.representative,
            regime=self.regime,
            fee=self.fee and replace(self.fee, calculation=""),
            told_on=self.told_on,
        )

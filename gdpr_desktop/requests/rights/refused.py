"""A part that is refused, whichever right it is about: its steps, its letter, what comes of it."""

from collections.abc import Mapping

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.excess import Fee
from gdpr_desktop.requests.model import Part, Request, Result, Step
from gdpr_desktop.requests.refusals.model import Refusal, RefusalKind
from gdpr_desktop.requests.refusals.rules import article_of, may_narrow
from gdpr_desktop.requests.refusals.words import (
    claim_words,
    kroner,
    reference_words,
    rule_words,
)
from gdpr_desktop.requests.rights.base import CHILD, Answering, RightRules, child_or

REFUSAL, FEE = "request_refusal", "request_fee"
LETTERS = frozenset({REFUSAL, REFUSAL + CHILD})
FEE_LETTERS = frozenset({FEE, FEE + CHILD})


class RefusedAnswering(Answering):
    """A refusal is a letter."""

    def problems(self, part: Part, channel: DispatchChannel) -> list[FieldProblem]:
        """In writing alone: § 16 third paragraph."""
        if channel is not DispatchChannel.ORAL:
            return []
        return [problem("channel", _("A refusal is given in writing."))]

    def sent_words(self, part: Part) -> str:
        return _("Letter of refusal")


class RefusedRules(RightRules):
    """The rules of a part whose claim is refused as a whole, in place of the right's ``own``."""

    letters = LETTERS
    answering = RefusedAnswering()

    def __init__(self, own: RightRules) -> None:
        self.right = own.right
        self.assessment, self.answer = own.assessment, own.answer
        self.identity = own.identity
        self.steps = (own.steps[0], Step.ADVICE, Step.DECISION, Step.SEND)

    def assessed(self, request: Request, part: Part) -> bool:
        return True

    def result(self, part: Part) -> Result | None:
        return Result.REFUSED

    def grounds(self, part: Part) -> tuple[str, ...]:
        return refused_articles(part)

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, REFUSAL)

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        return refusal_facts(part, language)


def refused_whole(part: Part) -> bool:
    """Is the claim refused as a whole?"""
    return part.refusal is not None and part.refusal.whole


def unsettled_fee(part: Part) -> Fee | None:
    """The fee that the person has not said yes to; None where none is asked for."""
    refusal = part.refusal
    fee = refusal.fee if refusal is not None and refusal.kind is RefusalKind.FEE else None
    return fee if fee is not None and fee.charged_on is None else None


def refused_articles(part: Part) -> tuple[str, ...]:
    """The provisions of a refusal, in short, for the figures. A fee refuses nothing."""
    refusal = part.refusal
    if refusal is None or refusal.kind is RefusalKind.FEE:
        return ()
    article = article_of(part.right)
    return tuple(dict.fromkeys(one.reference_for(article).code for one in refusal.grounds))


def refusal_facts(part: Part, language: Language) -> Mapping[str, object]:
    """What the letters of a refusal and of a fee say of this part."""
    refusal = part.refusal
    if refusal is None:
        return {}
    facts: dict[str, object] = {
        "right_name": claim_words(part.right, language),
        "extent": "part" if refusal.kind is RefusalKind.PART else "whole",
        "refused_part": refusal.refused_part,
        "unpaid": refusal.unpaid,
        "reasons": tuple(
            {
                "reference": reference_words(reason, part.right, language),
                "rule": rule_words(reason, language),
                "explanation": reason.explanation,
            }
            for reason in refusal.reasons
        ),
        "may_narrow": may_narrow(refusal),
        "representative": refusal.representative.value,
        "regime": refusal.regime.value,
    }
    return facts | _fee_facts(refusal, language)


def _fee_facts(refusal: Refusal, language: Language) -> dict[str, object]:
    fee = refusal.fee
    if fee is None:
        return {}
    return {
        "fee_ground": refusal.reasons[0].ground.value,
        "explanation": "\n\n".join(reason.explanation for reason in refusal.reasons),
        "amount": kroner(fee.amount, language),
        "calculation": fee.calculation,
        "answer_by": fee.answer_by,
    }

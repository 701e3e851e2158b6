"""A part that is refused whole: its steps, its letter and what comes of it, for every right."""

from collections.abc import Mapping

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.requests.model import Part, Request, Result, Step
from gdpr_desktop.requests.refusals.model import Refusal
from gdpr_desktop.requests.refusals.rules import article_of, may_narrow
from gdpr_desktop.requests.refusals.words import (
    claim_words,
    kroner,
    reference_words,
    rule_words,
    summary,
)
from gdpr_desktop.requests.rights.base import CHILD, RightRules, child_or

REFUSAL, FEE = "request_refusal", "request_fee"
LETTERS = frozenset({REFUSAL, REFUSAL + CHILD})
FEE_LETTERS = frozenset({FEE, FEE + CHILD})


def refusal_of(part: Part | None) -> Refusal | None:
    """The refusal of a part, where there is one."""
    return part.refusal if part is not None else None


class RefusedRules(RightRules):
    """The rules of a part whose claim is refused as a whole, in place of the right's own."""

    letters = LETTERS
    steps = (Step.ASSESS, Step.ADVICE, Step.DECISION, Step.SEND)

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


def refused_articles(part: Part) -> tuple[str, ...]:
    """The provisions of the refusal, in short, for the figures."""
    refusal = refusal_of(part)
    if refusal is None:
        return ()
    article = article_of(part.right)
    return tuple(dict.fromkeys(one.reference_for(article).short for one in refusal.grounds))


def refusal_facts(part: Part, language: Language) -> Mapping[str, object]:
    """What the letters of a refusal and of a fee say of this part."""
    refusal = refusal_of(part)
    if refusal is None:
        return {}
    facts: dict[str, object] = {
        "right_name": claim_words(part.right, language),
        "extent": refusal.kind.value,
        "refused_part": refusal.refused_part,
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


def _fee_facts(refusal: Refusal, language: Language) -> Mapping[str, object]:
    fee = refusal.fee
    if fee is None:
        return {}
    first = refusal.reasons[0]
    return {
        "fee_ground": first.ground.value,
        "explanation": "\n\n".join(reason.explanation for reason in refusal.reasons),
        "amount": kroner(fee.amount, language),
        "calculation": fee.calculation,
        "answer_by": fee.answer_by,
    }


def refusal_summary(part: Part) -> tuple[tuple[str, str], ...]:
    """The refusal as rows of the case page."""
    refusal = refusal_of(part)
    return summary(refusal, part) if refusal is not None else ()


REFUSED = RefusedRules()

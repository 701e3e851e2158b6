"""From the answers to the short questions to a refusal that holds."""

from dataclasses import replace
from datetime import date

from gdpr_desktop.law.bases import DataRight
from gdpr_desktop.law.exceptions import RefusalGround, grounds_for
from gdpr_desktop.law.excess import Claim, Excess, lacking, lacking_fee
from gdpr_desktop.law.regimes import Regime
from gdpr_desktop.requests.model import Considered, Right
from gdpr_desktop.requests.refusals.model import Refusal, RefusalKind, Representative

AUTOMATED = "22"
_ARTICLES = {Right[right.name]: right.value for right in DataRight} | {Right.AUTOMATED: AUTOMATED}
_HELPERS = {
    "15": ("refusal", "refusal_access"),
    "16": ("refusal", "refusal_archive"),
    "18": ("refusal", "refusal_archive"),
    "20": ("refusal", "refusal_others"),
}
_LEADS_TO = {
    ("about_person", "no"): RefusalGround.NOT_ABOUT_PERSON,
    ("alive", "no"): RefusalGround.DECEASED,
    ("excessive", "yes"): RefusalGround.EXCESSIVE,
    ("unfounded", "yes"): RefusalGround.MANIFESTLY_UNFOUNDED,
    **{
        (ground.value, "yes"): ground
        for ground in grounds_for("15")
        if ground.value not in ("not_about_person", "deceased", "excessive", "unfounded")
    },
}


def article_of(right: Right) -> str:
    """The article that grounds are looked up by; empty for what is never refused here."""
    return _ARTICLES.get(right, "")


def may_be_refused(right: Right) -> bool:
    """Are there grounds at all?"""
    return bool(grounds_for(article_of(right)))


def question_lists(right: Right, *, fee: bool = False) -> tuple[str, ...]:
    """The ids of the lists of questions in ``forms/decisions``; () when it is never refused.

    A ``fee`` needs only the first: no other ground leads to one.
    """
    if not may_be_refused(right):
        return ()
    return ("refusal",) if fee else _HELPERS.get(article_of(right), ("refusal",))


def grounds_found(
    right: Right, considered: tuple[Considered, ...]
) -> tuple[tuple[RefusalGround, str], ...]:
    """The grounds that the answers lead to, each with the reason written there."""
    open_to = grounds_for(article_of(right))
    found = ((_LEADS_TO.get((one.question, one.answer)), one.reason) for one in considered)
    return tuple((ground, reason) for ground, reason in found if ground in open_to)


def answered(considered: tuple[Considered, ...], question: str) -> str:
    """What was answered to one question; empty when it was not asked."""
    return next((one.answer for one in considered if one.question == question), "")


def claims(refusal: Refusal, received: date) -> tuple[Claim, ...]:
    """What art. 12(5) is held to: one claim for each of its two grounds that is used."""
    return tuple(
        Claim(
            ground=reason.ground,
            received=received,
            previous=refusal.previous,
            changed=answered(refusal.considered, "data_changed") == "yes",
            only_the_tone=answered(refusal.considered, "only_the_tone") == "yes",
            proof=reason.explanation,
            guided_on=refusal.guided_on,
        )
        for reason in refusal.reasons
        if reason.ground.by_us_to_prove
    )


def excess_lacking(refusal: Refusal, received: date) -> tuple[Excess, ...]:
    """All that art. 12(5) demands and the refusal lacks."""
    found = [code for claim in claims(refusal, received) for code in lacking(claim)]
    if refusal.kind is RefusalKind.FEE and refusal.fee is not None:
        found += lacking_fee(refusal.fee, charged=False)
    return tuple(dict.fromkeys(found))


def needs_representative(refusal: Refusal) -> bool:
    """§ 16 c: must it be considered to tell a representative, and has it not been?"""
    considered = refusal.representative is not Representative.NONE
    return RefusalGround.HEALTH_OR_RELATIONS in refusal.grounds and not considered


def needs_regime(refusal: Refusal) -> bool:
    """Is the act missing that the request is answered by instead?"""
    named = refusal.regime is not Regime.DATA_PROTECTION
    return RefusalGround.OTHER_LAW in refusal.grounds and not named


def unpaid(refusal: Refusal, declined_on: date | None) -> Refusal:
    """The refusal of all of it that a fee leads to when the person does not take it."""
    assert refusal.fee is not None, "only a fee leads there"
    fee = replace(refusal.fee, declined_on=declined_on)
    return replace(refusal, kind=RefusalKind.WHOLE, fee=fee)


def may_narrow(refusal: Refusal) -> bool:
    """May the person come back with less?"""
    return RefusalGround.EXCESSIVE in refusal.grounds

"""What is wrong with a refusal as it was typed: a sentence at its field; () is well."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean
from gdpr_desktop.core.text import _
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.law.excess import Excess
from gdpr_desktop.requests.checks import past_day
from gdpr_desktop.requests.model import OnBehalfOf, Part, Request, Result
from gdpr_desktop.requests.questions import problems as question_problems
from gdpr_desktop.requests.refusals.model import Refusal, RefusalKind, Representative
from gdpr_desktop.requests.refusals.rules import (
    answered,
    excess_lacking,
    grounds_found,
    needs_regime,
    needs_representative,
    question_lists,
)
from gdpr_desktop.requests.refusals.words import excess_words
from gdpr_desktop.requests.time_limits import reply_deadline

_FIELDS = {
    Excess.REPEAT_AFTER_A_YEAR: "previous",
    Excess.NO_GUIDANCE: "guided_on",
    Excess.NO_AMOUNT: "amount",
    Excess.NO_CALCULATION: "calculation",
}
MOST_KRONER = 100_000


def refusal_problems(
    refusal: Refusal, request: Request, part: Part, result: Result | None, today: date
) -> list[FieldProblem]:
    """Everything wrong; ``result`` is what an assessment of the same part has come to."""
    found = _answers(refusal, part)
    found += _reasons(refusal, part)
    found += _own_data(refusal, request)
    if refusal.kind is RefusalKind.PART:
        text = _("Write what is refused. The rest is answered as ever.")
        found += required("refused_part", refusal.refused_part, text)
    if refusal.whole and result in (Result.GRANTED, Result.PARTLY):
        text = _("The claim has been granted in the assessment. Refuse a part, or assess it anew.")
        found.append(problem("kind", text))
    found += _days(refusal, request, today)
    if not found:
        found += _excess(refusal, request)
    return found + _fee(refusal, request, today) + _lengths(refusal)


def _answers(refusal: Refusal, part: Part) -> list[FieldProblem]:
    for name in question_lists(part.right, fee=refusal.fee is not None):
        if found := question_problems(name, refusal.considered):
            return found
    return []


def _reasons(refusal: Refusal, part: Part) -> list[FieldProblem]:
    open_to = {ground for ground, _reason in grounds_found(part.right, refusal.considered)}
    if not refusal.reasons:
        text = _("None of the answers leads to a refusal. Then the claim is assessed as ever.")
        return [problem("considered", text)]
    found: list[FieldProblem] = []
    for reason in refusal.reasons:
        if reason.ground not in open_to:
            found.append(problem("considered", _("A ground has no answer that it rests on.")))
        if reason.ground is RefusalGround.CONFIDENTIALITY:
            text = _("Write the act and section that order secrecy.")
            found += required("law", reason.law, text)
        if reason.ground is RefusalGround.OBVIOUS_INTERESTS and not reason.interests:
            found.append(problem("interests", _("Choose whose interests it is about.")))
    if needs_representative(refusal):
        text = _("Consider whether a representative may be told instead.")
        found.append(problem("representative", text))
    if refusal.representative is Representative.REFUSED:
        text = _("Write the special reasons. They stay in the case.")
        found += required("representative_note", refusal.representative_note, text)
    if needs_regime(refusal):
        found.append(problem("regime", _("Choose the act that gives the right.")))
    return found


def _own_data(refusal: Refusal, request: Request) -> list[FieldProblem]:
    """Another act comes beside art. 15, never in its place, for who asks for data on oneself."""
    asker = request.on_behalf_of is OnBehalfOf.SELF
    own = asker and answered(refusal.considered, "about_person") == "yes"
    if not own or RefusalGround.OTHER_LAW not in refusal.grounds:
        return []
    if RefusalGround.DECEASED in refusal.grounds:
        return []
    text = _("The person asks for their own data. Another act is used besides: refuse nothing.")
    return [problem("considered", text)]


def _days(refusal: Refusal, request: Request, today: date) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    received = request.case.received
    if RefusalGround.EXCESSIVE in refusal.grounds and refusal.previous is None:
        text = _("Give the date when the same was asked for before.")
        found.append(problem("previous", text))
    if refusal.previous is not None and refusal.previous > received:
        text = _("The earlier request must have come before this one.")
        found.append(problem("previous", text))
    if refusal.guided_on is not None:
        before = _("This is before the request was received.")
        found += past_day(
            "guided_on", refusal.guided_on, today=today, earliest=received, before=before
        )
    return found


def _excess(refusal: Refusal, request: Request) -> list[FieldProblem]:
    return [
        problem(_FIELDS.get(code, "considered"), excess_words(code))
        for code in excess_lacking(refusal, request.case.received)
    ]


def _fee(refusal: Refusal, request: Request, today: date) -> list[FieldProblem]:
    if refusal.kind is not RefusalKind.FEE:
        return []
    found: list[FieldProblem] = []
    if refusal.reasons and not all(one.by_us_to_prove for one in refusal.grounds):
        text = _("A fee is for an excessive or manifestly unfounded request alone.")
        found.append(problem("kind", text))
    fee = refusal.fee
    if fee is None:
        return [*found, problem("amount", excess_words(Excess.NO_AMOUNT))]
    due = reply_deadline(request).due
    if fee.amount > MOST_KRONER:
        found.append(problem("amount", _("Check the amount: it may only cover our costs.")))
    if fee.answer_by is None:
        found.append(problem("answer_by", _("Give the date.")))
    elif fee.answer_by < today:
        found.append(problem("answer_by", _("The person must have time to answer.")))
    elif today < due <= fee.answer_by:
        text = _("The request must be answered by {day}. Give a date before that.")
        found.append(problem("answer_by", text.format(day=long_date(due))))
    return found


def _lengths(refusal: Refusal) -> list[FieldProblem]:
    found = text_length("refused_part", refusal.refused_part)
    found += text_length("guidance", refusal.guidance)
    found += text_length("representative_note", refusal.representative_note)
    if refusal.fee is not None:
        found += text_length("calculation", refusal.fee.calculation)
    for reason in refusal.reasons:
        found += text_length("considered", reason.explanation)
        found += line_lengths(law=reason.law)
        if not clean(reason.explanation):
            found.append(problem("considered", _("Write why the ground holds here.")))
    return found

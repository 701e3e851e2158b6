"""Whether a deadline was extended as the law wants it, and whether the answer came in time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.deadlines.counting import norwegian_day
from gdpr_desktop.law.deadlines.reply import extended_reply_due, reply_due


class ExtensionGround(StrEnum):
    """Why more time is wanted. The law knows the first two; the others are refused in practice."""

    COMPLEXITY = "complexity"
    NUMBER_OF_REQUESTS = "number_of_requests"
    SUMMER_HOLIDAY = "summer_holiday"  # Danish DPA 2019-423-0202
    STAFF_SHORTAGE = "staff_shortage"
    SIZE_OF_ORGANISATION = "size_of_organisation"  # EDPB 01/2022 § 164
    OWN_DELAY = "own_delay"  # Danish DPA 2019-421-0028

    @property
    def lawful(self) -> bool:
        """Is it one of the two grounds of art. 12(3)?"""
        return self in (ExtensionGround.COMPLEXITY, ExtensionGround.NUMBER_OF_REQUESTS)


class ExtensionCode(StrEnum):
    """What an extension is, or all that is wrong with it."""

    VALID = "valid"
    NO_NOTICE = "no_notice"
    NOTICE_LATE = "notice_late"
    NO_REASONS = "no_reasons"
    GROUND_NOT_LAWFUL = "ground_not_lawful"
    SECOND_EXTENSION = "second_extension"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionVerdict:
    """``codes`` is VALID alone, or every fault. ``due`` is the date that holds after it.

    ``notice_due`` is the last day the notice could be sent.
    """

    codes: tuple[ExtensionCode, ...]
    notice_due: date
    due: date

    @property
    def valid(self) -> bool:
        """Does the extension move the deadline?"""
        return self.codes == (ExtensionCode.VALID,)


def judge_extension(
    received: date,
    notice_sent: date | None,
    reasons: bool,
    ground: ExtensionGround | None,
    *,
    already_extended: bool = False,
    first_due: date | None = None,
) -> ExtensionVerdict:
    """Judge an extension by art. 12(3): notice with reasons by the first deadline, a lawful ground.

    ``first_due`` is that deadline where it was suspended, else it is one month from receipt.
    A notice without a ground has no lawful one. Only one extension is possible
    (``already_extended``). Raises ValueError if the notice was sent before receipt.
    """
    received = norwegian_day(received)
    notice_due = first_due or reply_due(received).due
    longest = max(notice_due, extended_reply_due(received).due)
    faults = []
    if notice_sent is None:
        faults.append(ExtensionCode.NO_NOTICE)
    else:
        sent = norwegian_day(notice_sent)
        if sent < received:
            raise ValueError("the notice was sent before the request was received")
        if sent > notice_due:
            faults.append(ExtensionCode.NOTICE_LATE)
        if not reasons:
            faults.append(ExtensionCode.NO_REASONS)
        if ground is None or not ground.lawful:
            faults.append(ExtensionCode.GROUND_NOT_LAWFUL)
    before = longest if already_extended else notice_due
    if already_extended:
        faults.append(ExtensionCode.SECOND_EXTENSION)
    return ExtensionVerdict(
        codes=tuple(faults) or (ExtensionCode.VALID,),
        notice_due=notice_due,
        due=before if faults else longest,
    )


class AnswerCode(StrEnum):
    """Whether an answer came in time."""

    TIMELY = "timely"
    LATE = "late"
    REST_LATE = "rest_late"  # a part in time, the rest not: EDPB 01/2022 § 193


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerVerdict:
    """``days_late`` counts calendar days after the deadline until all was answered, or 0."""

    code: AnswerCode
    days_late: int = 0

    @property
    def timely(self) -> bool:
        """Was all of it answered in time?"""
        return self.code is AnswerCode.TIMELY


def answer_timely(due: date, answered: date, *, rest: date | None = None) -> AnswerVerdict:
    """Judge an answer against its deadline, whose day counts in full.

    ``rest`` is the day the last part was given where ``answered`` gave only some. Raises
    ValueError if it lies before ``answered``.
    """
    due, answered = norwegian_day(due), norwegian_day(answered)
    last = answered if rest is None else norwegian_day(rest)
    if last < answered:
        raise ValueError("the rest was answered before the first part")
    if last <= due:
        return AnswerVerdict(code=AnswerCode.TIMELY)
    code = AnswerCode.LATE if answered > due else AnswerCode.REST_LATE
    return AnswerVerdict(code=code, days_late=(last - due).days)

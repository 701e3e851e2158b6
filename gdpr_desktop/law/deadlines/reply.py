"""How long there is to answer a request: art. 12(3) and (4), EDPB 01/2022 §§ 157–164."""

from datetime import date

from gdpr_desktop.law.calendar import add_months, working_days_between
from gdpr_desktop.law.deadlines.counting import in_months, norwegian_day, shifted
from gdpr_desktop.law.deadlines.model import (
    Alternative,
    Deadline,
    DeadlineCode,
    DeadlineKind,
    Period,
    SuspensionModel,
    Unit,
)
from gdpr_desktop.law.rules import rules_on


def reply_due(received: date) -> Deadline:
    """One month from receipt to answer a request: art. 12(3), handbook 5.3."""
    received = norwegian_day(received)
    return in_months(DeadlineKind.REPLY, received, rules_on(received).reply_months)


def refusal_due(received: date) -> Deadline:
    """One month from receipt to refuse with reasons: art. 12(4). No extension moves it."""
    received = norwegian_day(received)
    return in_months(DeadlineKind.REFUSAL, received, rules_on(received).reply_months)


def extended_reply_due(received: date) -> Deadline:
    """Three months from receipt in all, shifted once: art. 12(3), handbook 5.3.

    Not counted from the first, perhaps shifted, deadline.
    """
    received = norwegian_day(received)
    rules = rules_on(received)
    months = rules.reply_months + rules.extension_months
    return in_months(DeadlineKind.EXTENDED_REPLY, received, months, codes=(DeadlineCode.EXTENDED,))


def asked_promptly(received: date, asked: date) -> bool:
    """Whether identity or clarification was asked for without undue delay (EDPB 01/2022 § 159).

    Our reading is ``prompt_working_days`` working days. Raises ValueError if asked before receipt.
    """
    received, asked = norwegian_day(received), norwegian_day(asked)
    return working_days_between(received, asked) <= rules_on(received).prompt_working_days


def suspended_reply_due(
    received: date, asked: date, answered: date | None, *, extended: bool = False
) -> Deadline:
    """The deadline to reply when identity or clarification was ``asked`` for (EDPB § 159).

    Both models are counted and the earlier one is due. Without an answer yet, or when asked too
    late, the time is not suspended; ``codes`` says so. ``extended`` gives the later of the
    suspended date and three months from receipt: an extension adds nothing to a suspension.
    Raises ValueError unless received <= asked <= answered.
    """
    received, asked = norwegian_day(received), norwegian_day(asked)
    answered = None if answered is None else norwegian_day(answered)
    if asked < received:
        raise ValueError("asked before the request was received")
    if answered is not None and answered < asked:
        raise ValueError("answered before it was asked")
    codes = _suspension_codes(received, asked, answered)
    alternatives: tuple[Alternative, ...] = ()
    best: Deadline | Alternative = reply_due(received)
    if answered is not None and DeadlineCode.SUSPENDED in codes:
        alternatives = (pause(received, asked, answered), restart(received, answered))
        best = min(alternatives, key=lambda alternative: alternative.due)
    if extended and (longest := extended_reply_due(received)).due > best.due:
        best, codes = longest, (*codes, DeadlineCode.EXTENDED)
    rules = rules_on(received)
    months = rules.reply_months
    if DeadlineCode.EXTENDED in codes:
        months += rules.extension_months
    return Deadline(
        kind=DeadlineKind.SUSPENDED_REPLY,
        event=received,
        period=Period(months, Unit.MONTHS),
        raw=best.raw,
        due=best.due,
        shifts=best.shifts,
        rule=rules.version,
        codes=codes,
        asked=asked,
        answered=answered,
        model=best.model,
        alternatives=alternatives,
    )


def pause(received: date, asked: date, answered: date) -> Alternative:
    """Receipt + 1 month + the days between asking and the answer, shifted."""
    raw = add_months(received, rules_on(received).reply_months) + (answered - asked)
    due, shifts = shifted(raw)
    return Alternative(model=SuspensionModel.PAUSE, raw=raw, due=due, shifts=shifts)


def restart(received: date, answered: date) -> Alternative:
    """The day of the answer + 1 month, shifted; by the rules of the day of receipt."""
    raw = add_months(answered, rules_on(received).reply_months)
    due, shifts = shifted(raw)
    return Alternative(model=SuspensionModel.RESTART, raw=raw, due=due, shifts=shifts)


def _suspension_codes(
    received: date, asked: date, answered: date | None
) -> tuple[DeadlineCode, ...]:
    waited, rules = working_days_between(received, asked), rules_on(received)
    if waited > rules.prompt_working_days:
        return (DeadlineCode.ASKED_TOO_LATE,)
    code = DeadlineCode.SUSPENDED_OPEN if answered is None else DeadlineCode.SUSPENDED
    if waited > rules.prompt_sure_working_days:
        return code, DeadlineCode.ASKED_BORDERLINE
    return (code,)

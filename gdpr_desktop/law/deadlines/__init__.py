"""Every legal time limit, with how it was counted.

Where a date is meant, an aware ``datetime`` counts as its date in Norway; a naive one raises
ValueError. The rules are those of the day of the event.
"""

from gdpr_desktop.law.deadlines.extension import (
    AnswerCode,
    AnswerVerdict,
    ExtensionCode,
    ExtensionGround,
    ExtensionVerdict,
    answer_timely,
    judge_extension,
)
from gdpr_desktop.law.deadlines.hours import (
    comes_twice,
    notification_due,
    notified_in_time,
    officer_told_due,
    oslo_instant,
)
from gdpr_desktop.law.deadlines.model import (
    Alternative,
    Deadline,
    DeadlineCode,
    DeadlineKind,
    InstantDeadline,
    Period,
    Shift,
    SuspensionModel,
    Unit,
)
from gdpr_desktop.law.deadlines.periods import (
    appeal_due,
    consultation_due,
    consultation_notice_due,
    correction_target,
    extended_consultation_due,
    information_due,
    rectification_target,
    reminder_days,
)
from gdpr_desktop.law.deadlines.reply import (
    asked_promptly,
    extended_reply_due,
    pause,
    refusal_due,
    reply_due,
    restart,
    suspended_reply_due,
)

__all__ = [
    "Alternative",
    "AnswerCode",
    "AnswerVerdict",
    "Deadline",
    "DeadlineCode",
    "DeadlineKind",
    "ExtensionCode",
    "ExtensionGround",
    "ExtensionVerdict",
    "InstantDeadline",
    "Period",
    "Shift",
    "SuspensionModel",
    "Unit",
    "answer_timely",
    "appeal_due",
    "asked_promptly",
    "comes_twice",
    "consultation_due",
    "consultation_notice_due",
    "correction_target",
    "extended_consultation_due",
    "extended_reply_due",
    "information_due",
    "judge_extension",
    "notification_due",
    "notified_in_time",
    "officer_told_due",
    "oslo_instant",
    "pause",
    "rectification_target",
    "refusal_due",
    "reminder_days",
    "reply_due",
    "restart",
    "suspended_reply_due",
]

"""What was decided, and by whom."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import Opinion
from gdpr_desktop.dpia.advice.words import approval_words, decision_words
from gdpr_desktop.dpia.assessment import Dpia


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    decided, approved = found.decision, found.approval
    again = long_date(approved.review_on) if approved and approved.review_on else ""
    return (
        (_("Approval"), approval_words(approved) if approved else ""),
        (_("Words with it"), approved.why if approved else ""),
        (_("Look again"), again),
        (_("Decision about the advice"), decision_words(decided) if decided else ""),
        (_("Why"), decided.why if decided else ""),
        *_earlier(found),
    )


def _earlier(found: Dpia) -> tuple[tuple[str, str], ...]:
    label = _("Before, number {number}")
    return tuple(
        (label.format(number=one.submission), _said(one))
        for one in reversed(found.opinions)
        if one.approval is not None or one.decision is not None
    )


def _said(given: Opinion) -> str:
    """What was decided about the advice, and then about the assessment, with the reasons."""
    decided, approved = given.decision, given.approval
    lines = (
        *((decision_words(decided), decided.why) if decided else ()),
        *((approval_words(approved), approved.why) if approved else ()),
    )
    return "\n".join(one for one in lines if one)

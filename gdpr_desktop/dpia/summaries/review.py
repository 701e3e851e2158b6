"""What is to be followed up: measures that wait, and when it is looked at again."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.content import Measure
from gdpr_desktop.dpia.risks.service import is_waiting


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    waiting = sorted(filter(is_waiting, found.content.measures), key=_by_day)
    approval, last = found.approval, found.reviews[-1] if found.reviews else None
    again = last.next_on if last else approval.review_on if approval else None
    return (
        (_("Look at it again by"), long_date(again) if again else ""),
        (_("Measures that wait"), "\n".join(f"• {_line(one)}" for one in waiting)),
        (_("Looked at last"), _last(found)),
    )


def _last(found: Dpia) -> str:
    if not found.reviews:
        return ""
    last = found.reviews[-1]
    said = _("nothing has changed") if last.same else _("assessed anew")
    parts = (long_date(last.reviewed_on), last.name, said)
    line = ", ".join(part for part in parts if part)
    return f"{line}\n{last.why}" if last.why else line


def _by_day(measure: Measure) -> tuple[bool, str]:
    return measure.due is None, measure.due.isoformat() if measure.due else ""


def _line(measure: Measure) -> str:
    due = _("by {day}").format(day=long_date(measure.due)) if measure.due else ""
    return ", ".join(part for part in (measure.title, measure.owner, due) if part)

"""What the fields of a registered breach may hold. Each function returns the problems."""

from datetime import datetime

from gdpr_desktop.breaches.model import Breach, Intake
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _


def intake_problems(intake: Intake, now: datetime) -> list[FieldProblem]:
    """What happened, when it was discovered, when we were aware of it."""
    found = required("title", intake.title, _("Write in a few words what happened."))
    found += required("discovered_by", intake.discovered_by, _("Write who discovered it."))
    found += line_lengths(title=intake.title, discovered_by=intake.discovered_by, unit=intake.unit)
    found += text_length("what", intake.what) + text_length("aware_reason", intake.aware_reason)
    found += not_to_come("discovered", intake.discovered, now)
    return found + aware_problems(intake, now)


def aware_problems(
    intake: Intake, now: datetime, latest: datetime | None = None
) -> list[FieldProblem]:
    """Aware not before it was discovered, not yet to come, and explained where it came later.

    ``latest`` is the last thing known to have happened in the case: a machine that shows an
    earlier time has a wrong clock, and is said to have.
    """
    found = not_to_come("aware", intake.aware, now, latest)
    if intake.aware < intake.discovered:
        text = _("We cannot be aware of it before it was discovered.")
        return [*found, problem("aware", text)]
    if intake.aware > intake.discovered:
        text = _("Write why we were aware of it later than it was discovered.")
        found += required("aware_reason", intake.aware_reason, text)
    return found


def moved_problems(before: Breach, intake: Intake) -> list[FieldProblem]:
    """Awareness that is moved after the authority was told: not past it, and with a reason."""
    first = before.notifications[0] if before.notifications else None
    if first is None or intake.aware == before.intake.aware:
        return []
    if intake.aware > first.sent_at:
        text = _("The authority was notified before this. Check the time.")
        return [problem("aware", text)]
    text = _("The authority has been told another time. Write why it is changed.")
    return required("aware_reason", intake.aware_reason, text)


def not_to_come(
    field: str, at: datetime | None, now: datetime, latest: datetime | None = None
) -> list[FieldProblem]:
    """``at`` is now or past."""
    if at is None or at <= now:
        return []
    if latest is not None and now < latest:
        text = _(
            "The clock of this machine seems to be wrong: it shows a time before the last entry in "
            "the case. Set the date and the time of the machine right first."
        )
        return [problem(field, text)]
    return [problem(field, _("This time has not come yet. Check the date and the clock."))]

"""What the fields of a deviation may hold. Each function returns the problems."""

from datetime import date

from gdpr_desktop.breaches.deviations.model import Facts
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _


def facts_problems(facts: Facts, today: date) -> list[FieldProblem]:
    """What happened and when it was noticed; the texts are short enough."""
    found = required("what", facts.what, _("Write what happened."))
    found += text_length("what", facts.what) + text_length("corrective", facts.corrective)
    found += line_lengths(
        department=facts.department, system=facts.system, responsible=facts.responsible
    )
    if facts.noticed_on > today:
        found.append(problem("noticed_on", _("This day has not come yet.")))
    return found


def follow_up_problems(facts: Facts, today: date, before: date | None) -> list[FieldProblem]:
    """Who answers for it; the next look is still to come, unless it is the day that stood."""
    text = _("Write who follows it up.")
    found = required("responsible", facts.responsible, text)
    day = facts.follow_up_on
    if day is not None and day < today and day != before:
        found.append(problem("follow_up_on", _("This day has gone by.")))
    return found

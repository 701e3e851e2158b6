"""What one line of the finds must hold. Each function gives a sentence; "" is well."""

from collections.abc import Collection
from datetime import date

from gdpr_desktop.core.text import _
from gdpr_desktop.requests.unstructured.model import Fate, Find


def found_day_problem(day: date | None, received: date, today: date) -> str:
    """A day that is given must be between the receipt and today."""
    if day is not None and not received <= day <= today:
        return _("the day must be between the receipt and today.")
    return ""


def find_problem(one: Find, departments: Collection[str], received: date, today: date) -> str:
    """What is wrong with a line, the first thing to put right."""
    if one.department and departments and one.department.casefold() not in departments:
        return _("«{name}» is not among the departments above.").format(name=one.department)
    if one.kind is None:
        return _("choose what kind it is.")
    if not one.what:
        return _("write what it is, in short.")
    if not one.where:
        return _("write where it lies.")
    return _fate_problem(one) or found_day_problem(one.done_on, received, today)


def _fate_problem(one: Find) -> str:
    if one.fate is Fate.MOVE and not one.system:
        return _("write which system it moves to.")
    if one.fate is Fate.STAY and not one.need:
        return _("write why it must stay where it is.")
    if one.fate is Fate.STAY and not one.access:
        return _("write who has access to what stays.")
    if one.fate is None and one.done_on is not None:
        return _("choose what shall become of it.")
    return ""

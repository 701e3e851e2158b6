"""What must be thought of before people are told, in words for the screen."""

from gdpr_desktop.breaches.codes import PeopleException
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _


def telling_hint(found: Breach) -> str:
    """What hurries or needs care; empty when there is nothing."""
    if found.scope is not None and found.scope.protected_address:
        return _(
            "A protected address may be known to others. Telephone at once, before any letter, and"
            " offer to call the police. Write nothing that tells that the address is protected, and"
            " see that no letter about a child reaches the one it is protected from."
        )
    exempted = found.decision.exempted if found.decision is not None else None
    if exempted is None or exempted.exception is not PeopleException.POSTPONED:
        return ""
    if exempted.look_again is None:
        return _("Telling people is postponed.")
    text = _("Telling people is postponed. Look at it again on {day}.")
    return text.format(day=long_date(exempted.look_again))


def named_in(text: str, found: Breach, own: frozenset[str]) -> tuple[str, ...]:
    """People of the case whose names stand in ``text``, but for ``own``, who may stand there."""
    course = found.course
    names = [found.intake.discovered_by, course.reporter_name if course is not None else ""]
    names += [one.responsible for one in (*found.measures, *found.demands)]
    names += [found.decision.name if found.decision is not None else ""]
    known = {one for one in names if " " in one and one not in own}
    return tuple(sorted(one for one in known if one.casefold() in text.casefold()))

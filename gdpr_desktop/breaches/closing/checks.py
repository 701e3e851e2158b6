"""What must be there before a breach is closed. Codes only; the sentences: ``words``."""

from enum import StrEnum

from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling, TellingState
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.steps import needs_telling


class Missing(StrEnum):
    """In the order of the routine."""

    COURSE = "course"
    SCOPE = "scope"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    NOT_NOTIFIED = "not_notified"
    WHY_NOT_NOTIFIED = "why_not_notified"
    NOT_TOLD = "not_told"
    EXCEPTION = "exception"
    POSTPONED = "postponed"
    FOLLOW_UP = "follow_up"
    DEMANDS = "demands"
    MEASURES = "measures"
    LESSONS = "lessons"


def missing_before_closing(found: Breach) -> tuple[Missing, ...]:
    """Everything that is missing, not only the first; () when the case can be closed.

    Measures that are not done are no hindrance: they are handed over with a sentence.
    """
    missing = {
        Missing.COURSE: found.course is None,
        Missing.SCOPE: found.scope is None,
        Missing.ASSESSMENT: not found.versions,
        Missing.DECISION: found.decision is None,
        Missing.FOLLOW_UP: _is_waited_for(found),
        Missing.DEMANDS: any(not one.done for one in found.demands),
        Missing.MEASURES: not found.measures_settled,
        Missing.LESSONS: found.lessons is None,
        **_authority(found),
        **_people(found),
    }
    return tuple(code for code in Missing if missing[code])


def _is_waited_for(found: Breach) -> bool:
    """Does the authority wait for what was missing? Not when it has ended the matter."""
    if not found.notifications or found.withdrawn:
        return False
    ended = any(one.closes for one in found.authority_letters)
    return bool(found.notifications[-1].missing) and not ended


def _authority(found: Breach) -> dict[Missing, bool]:
    decision = found.decision
    wanted = decision is not None and decision.authority
    why = decision.why_authority if decision is not None else ""
    return {
        Missing.NOT_NOTIFIED: wanted and not found.notifications,
        Missing.WHY_NOT_NOTIFIED: decision is not None
        and not wanted
        and not found.notifications
        and not why,
    }


def _people(found: Breach) -> dict[Missing, bool]:
    """Told all of them, or one of the five exceptions of handbook 10.5 that is proved."""
    decision = found.decision
    must = needs_telling(found)
    exempted = decision.exempted if decision is not None else None
    untold = decision is not None and decision.people is PeopleTelling.NOT and not must
    postponed = exempted is not None and exempted.exception is PeopleException.POSTPONED
    return {
        Missing.NOT_TOLD: must and not _told_enough(found),
        Missing.EXCEPTION: untold and (exempted is None or not exempted.proof),
        Missing.POSTPONED: untold and postponed and found.told is not TellingState.ALL,
    }


def _told_enough(found: Breach) -> bool:
    """All were told, or it is written why the rest could not be: a letter that came back."""
    last = found.tellings[-1] if found.tellings else None
    explained = last is not None and last.state is TellingState.SOME and bool(last.rest)
    return explained or found.told is TellingState.ALL

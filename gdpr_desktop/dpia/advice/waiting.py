"""Whom an assessment waits for, and since when: so that it lies with nobody for long."""

from datetime import date, timedelta

from gdpr_desktop.core.clock import local_date
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.law.calendar import next_working_day

TO_ADVISE, TO_DECIDE = "dpia_to_advise", "dpia_to_decide"  # kinds of deadlines
DAYS = 14  # our own target for an answer: the law gives no number
_AT_OFFICER = frozenset({State.SENT, State.AT_OFFICER})


def wanted(found: Dpia) -> dict[str, date | None]:
    """By when the officer and the risk owner should have answered; None where they need not.

    Before the processing begins, where that is sooner.
    """
    latest, given = found.latest, found.opinion
    sent_on = local_date(latest.at) if latest and found.state in _AT_OFFICER else None
    advised_on = given.given_on if given and found.state is State.ADVISED else None
    starts = found.about.starts_on
    return {
        TO_ADVISE: _due(sent_on, starts),
        TO_DECIDE: _due(advised_on, starts),
    }


def _due(since: date | None, starts: date | None) -> date | None:
    if since is None:
        return None
    due = next_working_day(since + timedelta(days=DAYS))
    return starts if starts is not None and since <= starts < due else due

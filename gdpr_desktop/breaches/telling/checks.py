"""When people may be told, and what the fields of a round of telling may hold."""

from datetime import date

from gdpr_desktop.breaches.codes import (
    Known,
    PeopleException,
    TellingChannel,
    TellingState,
)
from gdpr_desktop.breaches.model import Breach, Telling
from gdpr_desktop.breaches.steps import needs_telling
from gdpr_desktop.breaches.telling.facts import disproportionate, why_told
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.errors import FieldProblem, RefusedError
from gdpr_desktop.core.text import _

MOST = 10_000_000  # people: twice the country


def require_telling(found: Breach) -> None:
    """Raise while it is not decided that people are told, saying what must come first.

    Decided is: they must be told, they are told voluntarily, a notice takes the place of letters
    (art. 34(3)(c)), or the authority has ordered it (art. 34(4)).
    """
    if needs_telling(found):
        return
    decision = found.decision
    if decision is None:
        raise RefusedError(
            _("It has not been decided yet that people are told."),
            hint=_("Note the decision first. People can be told voluntarily, too."),
        )
    if decision.exempted and decision.exempted.exception is PeopleException.POSTPONED:
        raise RefusedError(
            _("Telling people is postponed."),
            hint=_("Note a new decision when the reason is gone."),
        )
    raise RefusedError(
        _("It has been decided that people are not told."),
        hint=_("Note a new decision first. People can be told voluntarily, too."),
    )


def affected(found: Breach) -> int | None:
    """How many people it hit, where a number is known exactly or about."""
    return found.scope.people_count.number if found.scope is not None else None


def telling_problems(
    telling: Telling, found: Breach, today: date, *, more: bool
) -> list[FieldProblem]:
    """A round of telling people; ``more``: more than were counted, and meant."""
    problems = _day_problems(telling.told_on, found, today)
    problems += required("by", telling.by, _("Write who told them."))
    problems += line_lengths(by=telling.by, where=telling.where)
    problems += text_length("rest", telling.rest)
    if telling.state is not TellingState.ALL:
        text = _("Write who has not been told, and why.")
        problems += required("rest", telling.rest, text)
    if telling.channel is TellingChannel.PUBLIC:
        problems += required("where", telling.where, _("Write where it was published."))
    return problems + _number_problems(telling, found, more=more)


def _day_problems(day: date, found: Breach, today: date) -> list[FieldProblem]:
    if day > today:
        return [problem("told_on", _("This day has not come yet."))]
    if day < local_date(found.intake.discovered):
        return [problem("told_on", _("This is before the breach was discovered."))]
    return []


def _number_problems(telling: Telling, found: Breach, *, more: bool) -> list[FieldProblem]:
    number = telling.number
    if number is None:
        return []
    if telling.state is TellingState.NONE:
        return [problem("number", _("Nobody was told: leave the number blank."))]
    if not 1 <= number <= MOST:
        return [problem("number", _("Give a number from 1 up."))]
    known = affected(found)
    exact = found.scope is not None and found.scope.people_count.known is Known.EXACT
    if known is not None and number > known and not more:
        text = (
            _("Only {count} people were counted. Check the number, or tick below that it is right.")
            if exact
            else _("About {count} people were counted. Check it, or tick below that it is right.")
        )
        return [problem("number", text.format(count=known))]
    return []


def channel_problems(
    channels: tuple[TellingChannel, ...], state: TellingState, found: Breach
) -> list[FieldProblem]:
    """At least one way; a public notice alone only where letters are out of proportion."""
    if not channels:
        return [problem("channels", _("Choose how they were told."))]
    before = {one.channel for one in found.tellings}
    only_public = {*channels, *before} == {TellingChannel.PUBLIC}
    must = why_told(found) != "voluntary" and not disproportionate(found)
    if state is TellingState.ALL and only_public and must:
        text = _("A public notice alone is enough only when letters are out of proportion.")
        return [problem("channels", text)]
    return []

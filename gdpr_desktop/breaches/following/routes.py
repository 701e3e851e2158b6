"""Who else should know of a breach, by what happened. Suggestions only: nobody is told by us."""

from datetime import datetime, timedelta

from gdpr_desktop.breaches.codes import (
    Cause,
    Consequence,
    DataCategory,
    Incident,
    Origin,
    PeopleCategory,
    Route,
)
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.text import N_, _

_ALARM = timedelta(hours=24)  # the digital security act, from when one became aware
_BY_INCIDENT = {
    Incident.SNOOPING: (Route.HR,),
    Incident.ACCESS_CONTROL: (Route.IT,),
    Incident.BREAK_IN: (Route.IT, Route.POLICE, Route.SECURITY, Route.INSURANCE),
    Incident.LOST: (Route.IT,),
}
_WORDS = {
    Route.HR: N_("The personnel department"),
    Route.IT: N_("IT"),
    Route.POLICE: N_("The police"),
    Route.SECURITY: N_("Alarm by the digital security act"),
    Route.HEALTH: N_("Alarm to the health authorities"),
    Route.INSURANCE: N_("The insurance company"),
    Route.OTHER: N_("Others"),
}
_HINTS = {
    Route.HR: N_(
        "When an employee did it on purpose, or broke confidentiality, those answerable for the"
        " personnel decide what follows, and you advise. Say what happened and where the case is;"
        " the names of those whose data it is are seldom needed."
    ),
    Route.IT: N_("They can stop it, lock accounts, keep the logs and find out how far it went."),
    Route.POLICE: N_(
        "A crime is reported by the municipality, not by the officer. Only what the police need"
        " goes there, and that data were given is noted."
    ),
    Route.SECURITY: N_(
        "Only for services that the act covers, for example water or health: a first alarm within"
        " 24 hours of being aware, here by {when}. Ask the leader of information security whether"
        " it covers this one."
    ),
    Route.HEALTH: N_(
        "Health services have alarms of their own when patients may come to harm. Ask the leader"
        " of the service."
    ),
    Route.INSURANCE: N_("Many policies against data attacks demand that it is reported at once."),
    Route.OTHER: N_("A partner, another municipality, or whoever else can limit the damage."),
}


def suggested(found: Breach) -> tuple[Route, ...]:
    """Who should know and has not been told yet, in the order of the codes."""
    wanted = {*_BY_INCIDENT.get(found.intake.incident, ()), *_by_course(found), *_by_scope(found)}
    told = {one.route for one in found.routes}
    return tuple(route for route in Route if route in wanted - told)


def _by_course(found: Breach) -> set[Route]:
    course = found.course
    if course is None:
        return set()
    wanted = {Route.IT} if Cause.TECHNICAL in course.causes else set()
    if course.origin is Origin.INTERNAL_INTENT:
        wanted.add(Route.HR)
    if course.origin is Origin.EXTERNAL_INTENT:
        wanted |= {Route.IT, Route.POLICE}
    return wanted


def _by_scope(found: Breach) -> set[Route]:
    scope, course = found.scope, found.course
    if scope is None:
        return set()
    wanted: set[Route] = set()
    ours = course is not None and course.origin in (
        Origin.INTERNAL_ACCIDENT,
        Origin.INTERNAL_INTENT,
    )
    if ours and Consequence.CONFIDENTIALITY in scope.consequences:
        wanted.add(Route.HR)  # a breach of the duty of confidentiality: source 004
    patients = PeopleCategory.PATIENTS in scope.people and DataCategory.HEALTH in scope.data
    if patients and Consequence.SAFETY in scope.consequences:
        wanted.add(Route.HEALTH)
    return wanted


def route_words(route: Route) -> str:
    """Who it is."""
    return _(_WORDS[route])


def route_hint(route: Route, aware: datetime) -> str:
    """Why they should know, and what is not said."""
    return _(_HINTS[route]).format(when=long_instant(aware + _ALARM))


def suggestion_words(found: Breach) -> str:
    """Who should know and has not been told, a line to each; empty for nobody."""
    return "\n".join(route_words(route) for route in suggested(found))

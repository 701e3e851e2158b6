"""Case + municipality → facts for each letter about access: plain texts, dates, lists.

``draft_facts`` gives what the case already knows; the letter dialog lets the person put the rest
and change it. Facts that a template does not ask for are left alone by the engine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import municipality_facts
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.calendar import next_working_day
from gdpr_desktop.requests.model import SECURE_CHANNELS, OnBehalfOf, Request, Right
from gdpr_desktop.requests.rights import claimed, collects, needs_identity
from gdpr_desktop.requests.time_limits import first_due, reply_deadline
from gdpr_desktop.requests.words import named_right, words

ANSWER_DAYS = 14  # days we ask people to answer a question within

# What a letter says of the case is the case's own: it is changed there, never in one letter
CASE_FACTS = frozenset(
    {"received", "about", "collects", "no_claim", "first_due", "due", "extended_due", "asked"}
)
EXTENSION_FACTS = frozenset({"ground", "explanation"})  # once the deadline has been extended

_ASKS_AS = {OnBehalfOf.PARENT: "parent", OnBehalfOf.GUARDIAN: "guardian"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the letters need besides the case."""

    municipality: Municipality
    today: date


def draft_facts(request: Request, around: Surroundings, language: Language) -> dict[str, object]:
    """Everything the case knows that any of the letters may ask for."""
    return {
        **municipality_facts(around.municipality),
        **_dates(request, around),
        **_state(request, language),
    }


def _dates(request: Request, around: Surroundings) -> dict[str, object]:
    received = request.case.received
    first = first_due(request).due
    answer_by = next_working_day(around.today + timedelta(days=ANSWER_DAYS))
    return {
        "received": received,
        "first_due": first,
        "due": reply_deadline(request).due,
        "extended_due": deadlines.extended_reply_due(received).due,
        "answer_by": answer_by,
        "asked": request.identity.asked_on,
    }


def _state(request: Request, language: Language) -> dict[str, object]:
    notice = all(part.right is Right.NOTICE for part in request.parts)  # asks for nobody
    acts = request.on_behalf_of is not OnBehalfOf.SELF and not notice
    extension = request.extension
    return {
        "on_behalf_of": request.subject.name if acts else "",
        "needs_authority": acts and not request.authority_settled,
        "asks_as": _ASKS_AS.get(request.on_behalf_of, "other"),
        "about": _about(request, language),
        "collects": collects(request),
        "no_claim": not claimed(request),
        "channel": _lower_first(words(request.channel, language)),
        # who asks is not sure yet: then even their own words may reach a stranger
        "requested": request.wording if request.identity.established else "",
        "needs_identity": needs_identity(request) and not request.identity.established,
        "needs_specification": False,
        "ways": _ways(request),
        "outcome": "no_answer",
        "recipients": _("the archive of the municipality", language=language),
        "third_countries": _("no", language=language),
        "ground": extension.ground.value if extension else "complexity",
        "explanation": extension.explanation if extension else "",
    }


def _about(request: Request, language: Language) -> str:
    """«innsyn (artikkel 15) og sletting (artikkel 17)»."""
    named = [_lower_first(named_right(part.right, language)) for part in request.parts]
    if len(named) < 2:
        return "".join(named)
    text = _("{first} and {last}", language=language)
    return text.format(first=", ".join(named[:-1]), last=named[-1])


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _ways(request: Request) -> tuple[Mapping[str, object], ...]:
    methods = ["counter", "dialogue", "questions"]
    if request.channel in SECURE_CHANNELS:
        methods.remove("dialogue")
    return tuple({"method": method, "details": ""} for method in methods)

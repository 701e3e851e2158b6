"""Case + municipality → facts for each letter about access: plain texts, dates, lists.

``draft_facts`` gives what the case already knows; the letter dialog lets the person put the rest
and change it. Facts that a template does not ask for are left alone by the engine.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gdpr_desktop.casework.model import UNSTRUCTURED, Task, TaskOutcome
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.facts import municipality_facts
from gdpr_desktop.law import deadlines
from gdpr_desktop.law.calendar import next_working_day
from gdpr_desktop.requests.model import (
    SECURE_CHANNELS,
    Exempted,
    OnBehalfOf,
    Outcome,
    ProcessingInfo,
    Request,
)
from gdpr_desktop.requests.time_limits import first_due, reply_deadline
from gdpr_desktop.requests.words import exception_reference, words

ANSWER_DAYS = 14  # days we ask people to answer a question within

# What a letter says of the case is the case's own: it is changed there, never in one letter
CASE_FACTS = frozenset({"received", "first_due", "due", "extended_due", "asked", "scope"})
CASE_FACTS |= {"redacted", "exceptions", "places", "systems", "found", "unstructured_searched"}
EXTENSION_FACTS = frozenset({"ground", "explanation"})  # once the deadline has been extended

_ASKS_AS = {OnBehalfOf.PARENT: "parent", OnBehalfOf.GUARDIAN: "guardian"}
ANSWER_LETTERS = frozenset({"access_answer", "access_answer_child", "access_nothing_held"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the letters need besides the case."""

    municipality: Municipality
    today: date


def answer_template(request: Request) -> str:
    """The letter that answers this request, by what the review came to."""
    if request.review is not None and request.review.outcome is Outcome.NOTHING_HELD:
        return "access_nothing_held"
    # the child's words are for a child who asks alone, never for the parent who does
    child = request.answer is not None and request.answer.child_version
    child = child and request.recipient is request.subject
    return "access_answer_child" if child else "access_answer"


def draft_facts(request: Request, around: Surroundings, language: Language) -> dict[str, object]:
    """Everything the case knows that any of the letters may ask for."""
    return {
        **municipality_facts(around.municipality),
        **_dates(request, around),
        **_state(request, language),
        **_answer(request, language),
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
    acts = request.on_behalf_of is not OnBehalfOf.SELF
    extension = request.extension
    return {
        "on_behalf_of": request.subject.name if acts else "",
        "needs_authority": acts and not request.authority_settled,
        "asks_as": _ASKS_AS.get(request.on_behalf_of, "other"),
        "channel": _lower_first(words(request.channel, language)),
        # who asks is not sure yet: then even their own words may reach a stranger
        "requested": request.wording if request.identity.established else "",
        "needs_identity": not request.identity.established,
        "needs_specification": False,
        "ways": _ways(request),
        "outcome": "no_answer",
        "recipients": _("the archive of the municipality", language=language),
        "third_countries": _("no", language=language),
        "ground": extension.ground.value if extension else "complexity",
        "explanation": extension.explanation if extension else "",
    }


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _ways(request: Request) -> tuple[Mapping[str, object], ...]:
    methods = ["counter", "dialogue", "questions"]
    if request.channel in SECURE_CHANNELS:
        methods.remove("dialogue")
    return tuple({"method": method, "details": ""} for method in methods)


def _answer(request: Request, language: Language) -> dict[str, object]:
    answer, review = request.answer, request.review
    part = review is not None and review.outcome is Outcome.PART
    return {
        "scope": "part" if part else "all",
        "redacted": review is not None and review.others_removed,
        "exceptions": tuple(_exempted(one, language) for one in review.exempted) if review else (),
        "places": tuple({"name": task.title} for task in _structured(request)),
        "unstructured_searched": any(
            task.done and task.kind == UNSTRUCTURED for task in request.tasks
        ),
        "systems": tuple(_system(one) for one in answer.systems) if answer else (),
        "found": tuple(
            {
                "name": item.name,
                "what": item.what,
                "form": "copy" if item.as_copy else "overview",
                "details": item.details,
            }
            for item in answer.copies
        )
        if answer
        else (),
    }


def _structured(request: Request) -> tuple[Task, ...]:
    """The systems and departments; the unstructured data have a sentence of their own.

    Where nothing else was searched they are the one place to name.
    """
    done = tuple(task for task in request.tasks if task.done)
    return tuple(task for task in done if task.kind != UNSTRUCTURED) or done


def _exempted(one: Exempted, language: Language) -> Mapping[str, object]:
    reference = exception_reference(one.exception, language)
    return {"reference": reference, "explanation": one.explanation}


def _system(info: ProcessingInfo) -> Mapping[str, object]:
    return {name: getattr(info, name) for name in info.__slots__}


def found_places(request: Request) -> tuple[str, ...]:
    """Names of the places where something was found: one line of the answer each."""
    return tuple(task.title for task in request.tasks if task.outcome is TaskOutcome.FOUND)

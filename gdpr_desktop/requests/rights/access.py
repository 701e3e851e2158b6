"""Access, art. 15 and handbook chapter 5: the material, what is held back, and the answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.casework.model import UNSTRUCTURED, TaskOutcome
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date, long_instant
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.ids import TaskId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.exception_words import exception_reference, exception_words
from gdpr_desktop.requests.model import Content, Part, Request, Result, Right, Step
from gdpr_desktop.requests.rights import child_only
from gdpr_desktop.requests.rights.base import Answering, RightRules
from gdpr_desktop.requests.rights.child_only import ChildOnly


class Outcome(StrEnum):
    """What the person gets."""

    ALL = "all"
    PART = "part"
    NOTHING_HELD = "nothing_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exempted:
    """Something held back: the exception used, and why in words."""

    exception: RefusalGround
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The material has been gone through: others' data removed, exceptions weighed."""

    outcome: Outcome
    others_removed: bool = False  # removed or redacted, art. 15(4); False: none was there
    reviewed_by: str
    reviewed_on: date
    exempted: tuple[Exempted, ...] = ()
    content: Content = field(default_factory=Content)
    covers: tuple[TaskId, ...] | None = None  # the finds that were gone through; None: not known
    child_only: ChildOnly | None = None  # held back from the parent who asks


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingInfo:
    """The points of art. 15(1) and (2) for one system (handbook 5.6); plain text each."""

    name: str
    purpose: str = ""
    basis: str = ""
    categories: str = ""
    recipients: str = ""
    third_countries: str = ""
    storage: str = ""
    source: str = ""
    automated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyItem:
    """One line of attachment 2: what is given from one place."""

    name: str
    what: str  # in one line
    as_copy: bool = True  # a copy of documents lies behind the list; else an overview
    details: str = ""  # the overview itself


@dataclass(frozen=True, slots=True, kw_only=True)
class OralAnswer:
    """An answer given by word of mouth, because the person asked for it."""

    what: str
    to_whom: str
    at: datetime
    identity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the answer says."""

    systems: tuple[ProcessingInfo, ...] = ()
    copies: tuple[CopyItem, ...] = ()
    child_version: bool = False
    oral: OralAnswer | None = None


words = CodeWords(
    (
        (Outcome.ALL, N_("All is given")),
        (Outcome.PART, N_("Part is given, the rest is held back")),
        (Outcome.NOTHING_HELD, N_("Nothing is held")),
    )
)
_RESULTS = {
    Outcome.ALL: Result.GRANTED,
    Outcome.PART: Result.PARTLY,
    Outcome.NOTHING_HELD: Result.NOTHING_HELD,
}


def review_of(part: Part | None) -> Review | None:
    """The review of the part about access, where there is one."""
    return part.assessment if part is not None else None


def answer_of(part: Part | None) -> Answer | None:
    """The answer as written, where there is one."""
    return part.answer if part is not None else None


def reviewed(request: Request, part: Part) -> bool:
    """Has all of the material been gone through, and does what came of it still fit?

    What a department sends after the review has not been gone through.
    """
    review = review_of(part)
    if review is None or any(t.done_on and t.done_on > review.reviewed_on for t in request.tasks):
        return False
    found = found_tasks(request)
    if review.covers is not None and set(review.covers) != set(found):
        return False
    return bool(found) is (review.outcome is not Outcome.NOTHING_HELD)


def found_tasks(request: Request) -> tuple[TaskId, ...]:
    """The places where something was found."""
    return tuple(task.id for task in request.tasks if task.outcome is TaskOutcome.FOUND)


def found_places(request: Request) -> tuple[str, ...]:
    """Names of the places where something was found: one line of the answer each."""
    return tuple(task.title for task in request.tasks if task.outcome is TaskOutcome.FOUND)


def nothing_held(part: Part) -> bool:
    """Did the review come to that nothing is held?"""
    review = review_of(part)
    return review is not None and review.outcome is Outcome.NOTHING_HELD


def answer_ready(request: Request, part: Part) -> bool:
    """Is there an answer to send: a copy and the points about every place where there was any?

    «Nothing held» needs no further words.
    """
    if nothing_held(part):
        return True
    answer = answer_of(part)
    if answer is None:
        return False
    found = set(found_places(request))
    written = {c.name for c in answer.copies} & {s.name for s in answer.systems}
    return answer.oral is not None or (bool(found) and found <= written)


def answer_template(request: Request, part: Part) -> str:
    """The letter that answers, by what the review came to."""
    if nothing_held(part):
        return "access_nothing_held"
    # the child's words are for a child who asks alone, never for the parent who does
    answer = answer_of(part)
    child = answer is not None and answer.child_version and request.recipient is request.subject
    return "access_answer_child" if child else "access_answer"


class AccessAnswering(Answering):
    """Written or told: each place with its copy, and the points about each system."""

    def summary(self, part: Part) -> tuple[tuple[str, str], ...]:
        answer = answer_of(part)
        if answer is None:
            return ()
        rows = [(item.name, item.what) for item in answer.copies]
        if answer.oral:
            said = f"{answer.oral.to_whom}, {long_instant(answer.oral.at)}: {answer.oral.what}"
            rows.append((_("Told orally"), said))
        return tuple(rows)

    def content(self, part: Part) -> Content | None:
        review = review_of(part)
        return review.content if review is not None else None

    def problems(self, part: Part, channel: DispatchChannel) -> list[FieldProblem]:
        """What is told must have been told, and what is sent must have been written."""
        answer = answer_of(part)
        if channel is DispatchChannel.ORAL:
            if answer is not None and answer.oral is not None:
                return []
            return [problem("channel", _("Note first what was said, to whom and when."))]
        held = part.assessment is not None and not nothing_held(part)
        if held and (answer is None or not answer.copies):
            return [problem("channel", _("The answer has only been told. Write it first."))]
        return []

    def days(self, part: Part) -> tuple[date, ...]:
        answer = answer_of(part)
        return (local_date(answer.oral.at),) if answer and answer.oral else ()

    def sent_words(self, part: Part) -> str:
        if nothing_held(part):
            return _("Letter: nothing is held")
        return _("Answer letter with two attachments")


class AccessRules(RightRules):
    """Access: all of it, a part with its exceptions, or nothing held."""

    right = Right.ACCESS
    assessment = Review
    answer = Answer
    letters = frozenset({"access_answer", "access_answer_child", "access_nothing_held"})
    steps = (Step.REVIEW, Step.ADVICE, Step.DECISION, Step.ANSWER, Step.SEND)
    answering = AccessAnswering()
    collects = True

    def assessed(self, request: Request, part: Part) -> bool:
        return reviewed(request, part)

    def written(self, request: Request, part: Part) -> bool:
        return answer_ready(request, part)

    def result(self, part: Part) -> Result | None:
        review = review_of(part)
        return _RESULTS[review.outcome] if review is not None else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        review = review_of(part)
        found = [one.exception for one in review.exempted] if review is not None else []
        if review is not None and review.child_only is not None:
            found.append(review.child_only.exception)
        return tuple(dict.fromkeys(one.reference.code for one in found))

    def template(self, request: Request, part: Part) -> str:
        return answer_template(request, part)

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        return {**_material(part, language), **_searched(request)}

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        review = review_of(part)
        if review is None:
            return ()
        removed = _("Removed or redacted") if review.others_removed else _("There was none")
        facts = [
            (_("Result"), words(review.outcome)),
            (_("Data on other people"), removed),
            (_("Gone through by"), f"{review.reviewed_by}, {long_date(review.reviewed_on)}"),
        ]
        facts += [(exception_words(one.exception), one.explanation) for one in review.exempted]
        if review.child_only is not None:
            facts += child_only.summary(review.child_only)
        return tuple(facts)

    def anonymous(self, assessment: Review) -> Review:
        """What came of it and the exceptions used; not by whom, not why, not what was in it."""
        return Review(
            outcome=assessment.outcome,
            reviewed_by="",
            reviewed_on=assessment.reviewed_on,
            exempted=tuple(replace(one, explanation="") for one in assessment.exempted),
            child_only=assessment.child_only and assessment.child_only.anonymous(),
        )


def _material(part: Part, language: Language) -> dict[str, object]:
    answer, review = answer_of(part), review_of(part)
    partly = review is not None and review.outcome is Outcome.PART
    copies = answer.copies if answer else ()
    return {
        "scope": "part" if partly else "all",
        "redacted": review is not None and review.others_removed,
        "exceptions": _exceptions(review, language) if review else (),
        "systems": tuple(_system(one) for one in answer.systems) if answer else (),
        "found": tuple(_item(one) for one in copies),
        "has_copies": any(one.as_copy for one in copies),
        "has_overview": any(not one.as_copy for one in copies),
    }


def _searched(request: Request) -> dict[str, object]:
    """Where it was looked. The unstructured data have a sentence of their own.

    Where nothing else was searched they are the one place to name.
    """
    done = tuple(task for task in request.tasks if task.done)
    places = tuple(task for task in done if task.kind != UNSTRUCTURED) or done
    return {
        "places": tuple({"name": task.title} for task in places),
        "unstructured_searched": any(task.kind == UNSTRUCTURED for task in done),
    }


def _exceptions(review: Review, language: Language) -> tuple[Mapping[str, object], ...]:
    found = [_exempted(one, language) for one in review.exempted]
    if review.child_only is not None:
        found.append(child_only.letter_facts(review.child_only, language))
    return tuple(found)


def _exempted(one: Exempted, language: Language) -> Mapping[str, object]:
    reference = exception_reference(one.exception, language)
    return {"reference": reference, "explanation": one.explanation}


def _system(info: ProcessingInfo) -> Mapping[str, object]:
    return {name: getattr(info, name) for name in info.__slots__}


def _item(item: CopyItem) -> Mapping[str, object]:
    form = "copy" if item.as_copy else "overview"
    return {"name": item.name, "what": item.what, "form": form, "details": item.details}


RULES = AccessRules()

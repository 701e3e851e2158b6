"""What each right adds to a request. One module of this folder for each right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.law.deadlines import Deadline, DeadlineKind
from gdpr_desktop.requests.model import Content, Missing, Part, Request, Result, Right, Step

DEFAULT = (Step.ASSESS, Step.ADVICE, Step.DECISION, Step.CARRY_OUT, Step.SEND)


CHILD = "_child"  # ends the name of the child's version of a letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A time limit of our own for a right; ``setting``: only where it is switched on."""

    kind: DeadlineKind
    count: Callable[[date], Deadline]
    setting: str = ""


class Answering:
    """What a right adds to how its answer is made and noted as sent."""

    def summary(self, part: Part) -> tuple[tuple[str, str], ...]:
        """What was made for the answer as (label, text) rows of the case page."""
        return ()

    def content(self, part: Part) -> Content | None:
        """What the answer holds, as far as it decides how it may be sent; None: not known."""
        return part.content

    def problems(self, part: Part, channel: DispatchChannel) -> list[FieldProblem]:
        """Why what was made cannot have gone this way."""
        return []

    def days(self, part: Part) -> tuple[date, ...]:
        """Days on which something was told before it was sent."""
        return ()

    def addressee(self, request: Request, part: Part) -> Person:
        """Who the letter goes to."""
        return request.recipient

    def sent_words(self, part: Part) -> str:
        """What is likely to be sent."""
        return _("Answer letter")


class RightRules:
    """The rules of one right: pure functions of the request and its part.

    ``assessment`` and ``answer`` are frozen dataclasses, kept as JSON; ``letters`` are the
    templates that answer the right.
    """

    right: Right
    assessment: type[Any]
    answer: type[Any] | None = None
    letters: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = DEFAULT
    identity: bool = True  # must we know who it is before it is answered?
    asked: bool = True  # does somebody ask, so that receipt is confirmed and art. 12(3) holds?
    claim: bool = True  # is it a claim, with the month of art. 12(3)? Else the month is our own
    tells: bool = False  # must who got the data be told what was done (art. 19)?
    told_as: str = ""  # what the notice to those says was done; "": it has no word for it
    heard: type[Any] | None = None  # the event that others are told by when the right comes in
    target: Target | None = None
    answering: Answering = Answering()
    collects: bool = False  # must every place have answered before it is assessed?
    may_be_early: bool = False  # is there an answer that stands before they have?

    def tells_of(self, part: Part) -> bool:
        """Does what was decided here concern who got the data (art. 19)?"""
        return self.tells

    def needs_collection(self, part: Part) -> bool:
        """Must every place have answered before the part can be assessed as it is here?"""
        return self.collects

    def problems(
        self, assessment: Any, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        """What is wrong with an assessment as it was typed."""
        return []

    def assessed(self, request: Request, part: Part) -> bool:
        """Is there an assessment, and does it still fit what the case holds?"""
        return part.assessment is not None

    def written(self, request: Request, part: Part) -> bool:
        """Is the answer written, where it must be before it is sent?"""
        return True

    def missing_before_sending(self, request: Request, part: Part) -> tuple[Missing, ...]:
        """What more must be in place before the answer goes."""
        return ()

    def result(self, part: Part) -> Result | None:
        """What came of it; None while that is not known."""
        raise NotImplementedError

    def grounds(self, part: Part) -> tuple[str, ...]:
        """The articles that a refusal rests on, also a partial one."""
        return ()

    def measures(self, assessment: Any, language: Language) -> tuple[str, ...]:
        """What must be carried out before the answer can say that it is done."""
        return ()

    def events(self, request: Request, part: Part) -> tuple[object, ...]:
        """What others are told, inside the unit of work, each time the assessment is saved."""
        return ()

    def offers(self, part: Part) -> tuple[Right, ...]:
        """Other rights that fit this person's case, to be offered."""
        return ()

    def template(self, request: Request, part: Part) -> str:
        """The letter that answers."""
        raise NotImplementedError

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        """The right's own facts for its letter."""
        return {}

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        """The assessment as (label, text) rows of the case page."""
        return ()

    def anonymous(self, assessment: Any) -> Any:
        """The assessment with codes and days alone: no free text."""
        return None


def child_or(request: Request, template: str) -> str:
    """The child's version of ``template`` when a child asks alone and gets the answer itself."""
    child = request.asked_by_child and request.recipient is request.subject
    return template + CHILD if child else template

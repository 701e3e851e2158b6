"""A complaint about how we handled something: looked at by somebody else than who handled it.

What belongs to another body (party access, public access, patient records) is sent on to it.
The person may go to Datatilsynet (art. 77) and the courts (art. 79) whatever we come to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import answer_of
from gdpr_desktop.requests.questions import problems as unanswered
from gdpr_desktop.requests.rights.base import RightRules, child_or


class ComplaintOutcome(StrEnum):
    """What came of it."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    FORWARDED = "forwarded"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintAssessment:
    """``about_case`` is the number of the case complained of, ``handler`` who handled it."""

    outcome: ComplaintOutcome
    complained_of: str
    about_case: str = ""
    handler: str = ""
    reviewer: str = ""
    finding: str
    put_right: str = ""
    forwarded_to: str = ""
    forwarded_on: date | None = None
    considered: tuple[Considered, ...] = ()


words = CodeWords(
    (
        (ComplaintOutcome.UPHELD, N_("The person is right")),
        (ComplaintOutcome.PARTLY, N_("The person is partly right")),
        (ComplaintOutcome.NOT_UPHELD, N_("We handled it rightly")),
        (ComplaintOutcome.FORWARDED, N_("Sent on to the body that decides it")),
    )
)
_RESULTS = {
    ComplaintOutcome.UPHELD: Result.GRANTED,
    ComplaintOutcome.PARTLY: Result.PARTLY,
    ComplaintOutcome.NOT_UPHELD: Result.REFUSED,
    ComplaintOutcome.FORWARDED: Result.ANSWERED,
}
PUT_RIGHT = (ComplaintOutcome.UPHELD, ComplaintOutcome.PARTLY)


class ComplaintRules(RightRules):
    """Looked at anew, or sent on."""

    right = Right.COMPLAINT
    claim = False
    assessment = ComplaintAssessment
    letters = frozenset({"complaint_answer", "complaint_answer_child"})

    def problems(
        self, assessment: ComplaintAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = unanswered(self.right.value, assessment.considered)
        found += required(
            "complained_of", assessment.complained_of, _("Write what the complaint is about.")
        )
        found += required("finding", assessment.finding, _("Write what you came to, and why."))
        if assessment.outcome is ComplaintOutcome.FORWARDED:
            found += _forwarding_problems(assessment, request, today)
        else:
            found += _review_problems(assessment)
        if assessment.outcome in PUT_RIGHT:
            text = _("Write what we do to put it right.")
            found += required("put_right", assessment.put_right, text)
        for name in ("complained_of", "finding", "put_right"):
            found += text_length(name, getattr(assessment, name))
        return found + line_lengths(
            about_case=assessment.about_case,
            handler=assessment.handler,
            reviewer=assessment.reviewer,
            forwarded_to=assessment.forwarded_to,
        )

    def result(self, part: Part) -> Result | None:
        return _RESULTS[part.assessment.outcome] if part.assessment else None

    def measures(self, assessment: ComplaintAssessment, language: Language) -> tuple[str, ...]:
        if assessment.outcome is ComplaintOutcome.FORWARDED:
            text = _("Send the complaint to {body}", language=language)
            return (text.format(body=assessment.forwarded_to),)
        if answer_of(assessment.considered, "breach") == "yes":
            return (_("Register the breach of security as a case of its own", language=language),)
        return ()

    def template(self, request: Request, part: Part) -> str:
        return child_or(request, "complaint_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found: ComplaintAssessment | None = part.assessment
        if found is None:
            return {}
        return {
            "outcome": found.outcome.value,
            "complained_of": found.complained_of,
            "about_case": found.about_case,
            "reviewer": found.reviewer,
            "finding": found.finding,
            "put_right": found.put_right if found.outcome in PUT_RIGHT else "",
            "forwarded_to": found.forwarded_to,
            "forwarded_on": found.forwarded_on,
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found: ComplaintAssessment = part.assessment
        sent = ""
        if found.forwarded_on is not None:
            sent = f"{found.forwarded_to}, {long_date(found.forwarded_on)}"
        rows = (
            (_("Result"), words(found.outcome)),
            (_("Complained of"), found.complained_of),
            (_("About the case"), found.about_case),
            (_("Handled by"), found.handler),
            (_("Looked at by"), found.reviewer),
            (_("What we came to"), found.finding),
            (_("Put right by"), found.put_right),
            (_("Sent on to"), sent),
        )
        return tuple((name, text) for name, text in rows if text)

    def anonymous(self, assessment: ComplaintAssessment) -> ComplaintAssessment:
        return ComplaintAssessment(
            outcome=assessment.outcome,
            complained_of="",
            finding="",
            forwarded_on=assessment.forwarded_on,
            considered=tuple(replace(one, reason="") for one in assessment.considered),
        )


def _review_problems(found: ComplaintAssessment) -> list[FieldProblem]:
    problems = required("reviewer", found.reviewer, _("Write who has looked at it."))
    same = found.reviewer.strip().casefold() == found.handler.strip().casefold()
    if found.reviewer.strip() and same:
        text = _("Somebody else than who handled it must look at the complaint.")
        problems.append(problem("reviewer", text))
    if answer_of(found.considered, "about_data") == "no":
        text = _("You answered that it is not about personal data. Then it is sent on.")
        problems.append(problem("outcome", text))
    return problems


def _forwarding_problems(
    found: ComplaintAssessment, request: Request, today: date
) -> list[FieldProblem]:
    problems = required("forwarded_to", found.forwarded_to, _("Write who gets the complaint."))
    if found.forwarded_on is None:
        problems.append(problem("forwarded_on", _("Write the day it was sent on.")))
    elif not request.case.received <= found.forwarded_on <= today:
        text = _("The day must be between the day it came and today.")
        problems.append(problem("forwarded_on", text))
    return problems


RULES = ComplaintRules()

"""A notice of art. 19 from another controller: they rectified, erased or restricted something.

The case is about their letter: the sender is its person, and who the data are about need not be
identified. We weigh whether we may go on (handbook 6.4), and tell them what we did.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.questions import answer_of
from gdpr_desktop.requests.questions import problems as unanswered
from gdpr_desktop.requests.rights.base import RightRules
from gdpr_desktop.requests.rights.withdrawal import basis_used


class NoticeAbout(StrEnum):
    """What the other controller did."""

    RECTIFIED = "rectified"
    ERASED = "erased"
    RESTRICTED = "restricted"


class NoticeOutcome(StrEnum):
    """What we did."""

    DONE = "done"
    PARTLY = "partly"
    KEPT = "kept"
    NOT_HELD = "not_held"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeAssessment:
    """``their_reference`` instead of a name; ``places`` are where we do the same."""

    outcome: NoticeOutcome
    about: NoticeAbout
    controller: str
    their_reference: str = ""
    places: tuple[str, ...] = ()
    followed_up: str = ""
    kept_note: str = ""
    law: str = ""  # the act beside the basis of the part
    considered: tuple[Considered, ...] = ()


words = CodeWords(
    (
        (NoticeAbout.RECTIFIED, N_("Rectified")),
        (NoticeAbout.ERASED, N_("Erased")),
        (NoticeAbout.RESTRICTED, N_("Restricted")),
        (NoticeOutcome.DONE, N_("We have done the same")),
        (NoticeOutcome.PARTLY, N_("We have done some of it")),
        (NoticeOutcome.KEPT, N_("We go on, on our own basis")),
        (NoticeOutcome.NOT_HELD, N_("We do not hold the data")),
    )
)
_RESULTS = {
    NoticeOutcome.DONE: Result.GRANTED,
    NoticeOutcome.PARTLY: Result.PARTLY,
    NoticeOutcome.KEPT: Result.REFUSED,
    NoticeOutcome.NOT_HELD: Result.NOTHING_HELD,
}
FOLLOWED = (NoticeOutcome.DONE, NoticeOutcome.PARTLY)
KEPT = (NoticeOutcome.PARTLY, NoticeOutcome.KEPT)
_MEASURES = {
    NoticeAbout.RECTIFIED: N_("Rectify in {place} what the notice is about"),
    NoticeAbout.ERASED: N_("Erase in {place} what the notice is about"),
    NoticeAbout.RESTRICTED: N_("Mark in {place} that the processing is restricted"),
}


class NoticeRules(RightRules):
    """Do the same, or say on what basis we go on."""

    right = Right.NOTICE
    assessment = NoticeAssessment
    letters = frozenset({"notice_reply"})
    identity = False
    claim = False

    def problems(
        self, assessment: NoticeAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        found = unanswered(self.right.value, assessment.considered)
        found += required("controller", assessment.controller, _("Write who sent the notice."))
        held = answer_of(assessment.considered, "held")
        if (held == "no") != (assessment.outcome is NoticeOutcome.NOT_HELD):
            text = _("This does not go with what you answered on whether we hold the data.")
            found.append(problem("outcome", text))
        if assessment.outcome in FOLLOWED:
            found += _followed_problems(assessment)
        if assessment.outcome in KEPT:
            found += _kept_problems(assessment, part)
        for name in ("followed_up", "kept_note"):
            found += text_length(name, getattr(assessment, name))
        return found + line_lengths(
            controller=assessment.controller,
            their_reference=assessment.their_reference,
            law=assessment.law,
        )

    def result(self, part: Part) -> Result | None:
        return _RESULTS[part.assessment.outcome] if part.assessment else None

    def grounds(self, part: Part) -> tuple[str, ...]:
        kept = part.assessment is not None and part.assessment.outcome in KEPT
        return (part.basis.article,) if kept and part.basis is not None else ()

    def measures(self, assessment: NoticeAssessment, language: Language) -> tuple[str, ...]:
        if assessment.outcome not in FOLLOWED:
            return ()
        text = _(_MEASURES[assessment.about], language=language)
        found = [text.format(place=place) for place in assessment.places]
        if _passed_on(assessment):
            found.append(_("Tell those who got the data from us", language=language))
        return tuple(found)

    def template(self, request: Request, part: Part) -> str:
        return "notice_reply"

    def addressee(self, request: Request, part: Part) -> Person:
        """Who sent the notice, also where the case has only whom the data are about."""
        found: NoticeAssessment | None = part.assessment
        if found is None or found.controller == request.recipient.name:
            return request.recipient
        return Person(name=found.controller)

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        found: NoticeAssessment | None = part.assessment
        if found is None:
            return {}
        return {
            "outcome": found.outcome.value,
            "notice_about": found.about.value,
            "their_reference": found.their_reference.rstrip("."),
            "followed_up": found.followed_up,
            "kept_note": found.kept_note,
            "own_basis": basis_used(part.basis, found.law, language),
            "passed_on": _passed_on(found),
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        found: NoticeAssessment = part.assessment
        rows = (
            (_("Result"), words(found.outcome)),
            (_("From"), found.controller),
            (_("They have"), words(found.about)),
            (_("Their reference"), found.their_reference),
            (_("Done in"), ", ".join(found.places)),
            (_("What we did"), found.followed_up),
            (_("Kept, and why"), found.kept_note),
        )
        return tuple((name, text) for name, text in rows if text)

    def anonymous(self, assessment: NoticeAssessment) -> NoticeAssessment:
        return NoticeAssessment(
            outcome=assessment.outcome,
            about=assessment.about,
            controller="",
            considered=tuple(replace(one, reason="") for one in assessment.considered),
        )


def _passed_on(found: NoticeAssessment) -> bool:
    return answer_of(found.considered, "passed_on") == "yes"


def _followed_problems(found: NoticeAssessment) -> list[FieldProblem]:
    problems = required("followed_up", found.followed_up, _("Write what we have done."))
    if not found.places:
        problems.append(problem("places", _("Write where we do the same.")))
    for place in found.places:
        problems += line_lengths(places=place)
    return problems


def _kept_problems(found: NoticeAssessment, part: Part) -> list[FieldProblem]:
    problems = required("kept_note", found.kept_note, _("Write what is kept, and why."))
    if part.basis is None:
        problems.append(problem("basis", _("Choose the basis that we go on with.")))
    elif part.basis.needs_national_law:
        problems += required("law", found.law, _("Write the act that gives this basis."))
    if part.basis is Basis.CONSENT and found.about is NoticeAbout.ERASED:
        text = _("What rests on consent alone cannot be kept against the person's will.")
        problems.append(problem("basis", text))
    if answer_of(found.considered, "own_purpose") == "no":
        text = _("You answered that we have no purpose and basis of our own.")
        problems.append(problem("outcome", text))
    wrong = answer_of(found.considered, "accurate") == "no"
    if wrong and found.about is NoticeAbout.RECTIFIED and found.outcome is NoticeOutcome.KEPT:
        text = _("You answered that the data are not right. Then they must be put right here too.")
        problems.append(problem("outcome", text))
    return problems


RULES = NoticeRules()

"""Rectification (art. 16, handbook 6.2): what is said to be wrong, and what came of each thing.

What was wrong is marked and stays; what is right is added beside it. What is kept has the
person's view added. The copies outside the systems are erased, or moved into the case.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from gdpr_desktop.casework.checks import problem, text_length
from gdpr_desktop.casework.settings import RECTIFICATION_TARGET
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.complaints import governor_too
from gdpr_desktop.law.deadlines import DeadlineKind, rectification_target
from gdpr_desktop.law.rectification import (
    Examined,
    Finding,
    RectificationOutcome,
    contested,
    finding,
    outcome,
)
from gdpr_desktop.requests import questions
from gdpr_desktop.requests.model import Considered, Part, Request, Result, Right
from gdpr_desktop.requests.refusals.words import body_words
from gdpr_desktop.requests.rights.base import RightRules, Target, child_or

WORDS: tuple[tuple[StrEnum, str], ...] = (
    (Finding.WRONG, N_("Wrong: the right is added, the wrong is marked")),
    (Finding.INCOMPLETE, N_("Incomplete: a statement is added")),
    (Finding.ACCURATE, N_("Not agreed: it is right as it stands")),
    (Finding.RIGHT_WHEN_MADE, N_("Not agreed: it was right when it was written")),
    (Finding.RIGHT_FOR_PURPOSE, N_("Not agreed: of no matter for the purpose")),
    (Finding.JUDGEMENT, N_("A judgement: the person's view is added")),
    (RectificationOutcome.AGREED, N_("Put right")),
    (RectificationOutcome.NOT_AGREED, N_("Not agreed, the person's view is added")),
    (RectificationOutcome.JUDGEMENT, N_("A judgement, the person's view is added")),
    (RectificationOutcome.INCOMPLETE, N_("A supplementary statement is added")),
    (RectificationOutcome.PARTLY, N_("Partly put right")),
)
FINDING_WORDS = {code: text for code, text in WORDS if isinstance(code, Finding)}
_OUTCOMES = {code: text for code, text in WORDS if isinstance(code, RectificationOutcome)}
_RESULTS = {
    RectificationOutcome.AGREED: Result.GRANTED,
    RectificationOutcome.INCOMPLETE: Result.GRANTED,
    RectificationOutcome.PARTLY: Result.PARTLY,
    RectificationOutcome.NOT_AGREED: Result.REFUSED,
    RectificationOutcome.JUDGEMENT: Result.REFUSED,
}
_SETTLED = (  # no longer contested, or never a matter of right or wrong
    RectificationOutcome.AGREED,
    RectificationOutcome.INCOMPLETE,
    RectificationOutcome.JUDGEMENT,
)
_TEXTS = ("claim", "place", "right", "evidence", "reason")  # of one thing
NAME = "rectification"  # of its questions
_SHORT = 60  # characters of a text in what must be done
ELSEWHERE = "elsewhere"  # the question about copies outside the systems


@dataclass(frozen=True, slots=True, kw_only=True)
class Disputed:
    """One thing that is said to be wrong, and what came of looking into it."""

    claim: str  # what is said to be wrong
    place: str  # the system or document it stands in
    right: str  # what the person says is right
    evidence: str = ""
    finding: Finding
    reason: str = ""  # why it is kept: the person reads this


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveView:
    """What the archive leader was asked, and said (handbook 6.1)."""

    name: str = ""
    asked_on: date | None = None
    said: str = ""

    @property
    def empty(self) -> bool:
        """Has nobody been asked?"""
        return not (self.name or self.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationAssessment:
    """What was looked into, item by item. ``restrict``: art. 18(1)(a) is offered meanwhile."""

    items: tuple[Disputed, ...] = ()
    considered: tuple[Considered, ...] = ()
    archive: ArchiveView = field(default_factory=ArchiveView)
    restrict: bool = False
    patient_record: bool = False

    @property
    def kept(self) -> bool:
        """Does anything stay as it stands, so that the claim is refused there?"""
        return any(one.kept for one in self.findings)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What came of each."""
        return tuple(one.finding for one in self.items)

    @property
    def copies(self) -> str:
        """Where copies lie outside the systems; empty when nowhere."""
        there = questions.answer_of(self.considered, ELSEWHERE) == questions.YES
        return questions.reason_of(self.considered, ELSEWHERE) if there else ""


def finding_of(considered: tuple[Considered, ...]) -> Finding | None:
    """What the answers to the questions lead to."""

    def said(question: str) -> bool | None:
        answer = questions.answer_of(considered, question)
        return answer == questions.YES if answer else None

    return finding(
        Examined(
            judgement=said("judgement"),
            not_as_it_is=said("not_as_it_is"),
            right_when_made=said("right_when_made"),
            matters=said("matters"),
            incomplete=said("incomplete"),
        )
    )


class RectificationRules(RightRules):
    """The rules of art. 16."""

    right = Right.RECTIFICATION
    assessment = RectificationAssessment
    letters = frozenset({"rectification_answer", "rectification_answer_child"})
    tells = True
    told_as = "rectified"
    target = Target(
        kind=DeadlineKind.RECTIFICATION_TARGET,
        count=rectification_target,
        setting=RECTIFICATION_TARGET,
    )

    def problems(
        self, assessment: RectificationAssessment, request: Request, part: Part, today: date
    ) -> list[FieldProblem]:
        """Items that say too little, a finding the questions do not lead to, who was not asked."""
        found = questions.problems(NAME, assessment.considered) + item_problems(assessment.items)
        if not assessment.items:
            found.append(problem("items", _("Write what is said to be wrong.")))
        expected = finding_of(assessment.considered)
        if expected and assessment.items and expected not in assessment.findings:
            text = _("The answers above lead to «{finding}». Choose it, or change the answers.")
            found.append(problem("items", text.format(finding=_(FINDING_WORDS[expected]))))
        changes = any(not one.kept for one in assessment.findings) or bool(assessment.copies)
        return found + archive_problems(assessment.archive, request, today, needed=changes)

    def result(self, part: Part) -> Result | None:
        """Kept data with the person's view beside them count as refused."""
        kind = _outcome(part)
        return None if kind is None else _RESULTS[kind]

    def grounds(self, part: Part) -> tuple[str, ...]:
        """What the kept data rest on, each once."""
        kept = (one for one in _assessed(part).findings if one.kept)
        return tuple(dict.fromkeys(one.article for one in kept))

    def offers(self, part: Part) -> tuple[Right, ...]:
        """Contested accuracy offers restriction at once: from the claim until it is settled."""
        assessed = _assessed(part)
        ticked = assessed.restrict and _outcome(part) not in _SETTLED  # the box is ticked at first
        wanted = part.assessment is None or ticked or contested(assessed.findings)
        return (Right.RESTRICTION,) if wanted else ()

    def measures(self, assessment: RectificationAssessment, language: Language) -> tuple[str, ...]:
        """What is added, marked, erased or moved, one line for each."""
        found = [_measure(one, language) for one in assessment.items]
        return (*found, *copy_measures(assessment.copies, assessment.findings, language))

    def template(self, request: Request, part: Part) -> str:
        """One letter for every answer; the child's own for a child who asks alone."""
        return child_or(request, "rectification_answer")

    def facts(self, request: Request, part: Part, language: Language) -> Mapping[str, object]:
        """The items under the heading they belong to."""
        assessed = _assessed(part)
        kind = _outcome(part)
        return {
            "outcome": kind.value if kind else "",
            "corrected": _facts(assessed, Finding.WRONG),
            "supplemented": _facts(assessed, Finding.INCOMPLETE),
            "judged": _facts(assessed, Finding.JUDGEMENT),
            "kept": tuple(
                _fact(one) | {"because": one.finding.value}
                for one in assessed.items
                if one.finding.outcome is RectificationOutcome.NOT_AGREED
            ),
            "copies_elsewhere": assessed.copies,
            "restriction_offered": contested(assessed.findings),
            "county_governor": assessed.kept
            and governor_too(patient_record=assessed.patient_record),
        }

    def summary(self, request: Request, part: Part) -> tuple[tuple[str, str], ...]:
        """The answer, each item with what came of it, and the archive leader's view."""
        assessed = _assessed(part)
        kind = _outcome(part)
        rows = [(_("Result"), _(_OUTCOMES[kind]))] if kind else []
        for one in assessed.items:
            text = f"{one.place}: {one.claim} → {one.right}\n{_(FINDING_WORDS[one.finding])}"
            rows.append((_("Said to be wrong"), f"{text}\n{one.reason}".rstrip()))
        if assessed.copies:
            rows.append((_("Copies outside the systems"), assessed.copies))
        if assessed.kept:
            rows.append((_("Complaint to"), body_words(patient_record=assessed.patient_record)))
        return (*rows, *archive_summary(assessed.archive))

    def anonymous(self, assessment: RectificationAssessment) -> RectificationAssessment:
        """The findings and the answers stay; all words go."""
        return replace(
            assessment,
            items=tuple(
                Disputed(claim="", place="", right="", finding=one.finding)
                for one in assessment.items
            ),
            considered=tuple(replace(one, reason="") for one in assessment.considered),
            archive=ArchiveView(asked_on=assessment.archive.asked_on),
        )


def item_problems(items: tuple[Disputed, ...]) -> list[FieldProblem]:
    """Problems of each item, named ``items.NUMBER.field``."""
    found: list[FieldProblem] = []
    for number, one in enumerate(items, 1):
        for name, text in (
            ("claim", _("Write what is said to be wrong.")),
            ("place", _("Write the system or document it stands in.")),
            ("right", _("Write what the person says is right.")),
        ):
            if not clean_text(getattr(one, name)):
                found.append(problem(f"items.{number}.{name}", text))
        if one.finding.kept and not clean_text(one.reason):
            text = _("Write why it is kept. The person reads this.")
            found.append(problem(f"items.{number}.reason", text))
        for name in _TEXTS:
            found += text_length(f"items.{number}.{name}", getattr(one, name), 5000)
    return found


def archive_problems(
    archive: ArchiveView, request: Request, today: date, *, needed: bool
) -> list[FieldProblem]:
    """The archive leader is asked before anything is changed; when, is between receipt and now."""
    if archive.empty and not needed:
        return []
    found: list[FieldProblem] = []
    if not clean_text(archive.name):
        found.append(problem("archive_name", _("Write who was asked in the archive.")))
    if not clean_text(archive.said):
        found.append(problem("archive_said", _("Write what the archive leader said.")))
    if archive.asked_on is None:
        found.append(problem("archive_on", _("Give the date.")))
    elif archive.asked_on > today:
        found.append(problem("archive_on", _("This day has not come yet.")))
    elif archive.asked_on < request.case.received:
        found.append(problem("archive_on", _("This is before the request was received.")))
    return found + text_length("archive_said", archive.said, 5000)


def archive_summary(archive: ArchiveView) -> tuple[tuple[str, str], ...]:
    """What the archive leader said, for the case page."""
    if archive.empty:
        return ()
    return ((_("The archive leader"), f"{archive.name}: {archive.said}"),)


def copy_measures(
    copies: str, findings: tuple[Finding, ...], language: Language
) -> tuple[str, ...]:
    """What is done with the copies outside the systems (handbook 6.2)."""
    if not copies:
        return ()
    if outcome(findings) is RectificationOutcome.AGREED:
        text = N_("Delete the wrong copies outside the systems: {copies}")
    else:
        text = N_("Move both the old and the new into the case, and clear up in: {copies}")
    return (_(text, language=language).format(copies=copies),)


_MEASURES = {
    RectificationOutcome.AGREED: N_("{place}: add «{right}», and mark «{claim}» as wrong"),
    RectificationOutcome.INCOMPLETE: N_("{place}: add «{right}»"),
    RectificationOutcome.NOT_AGREED: N_("{place}: add that the person disagrees: «{right}»"),
    RectificationOutcome.JUDGEMENT: N_("{place}: add the person's view: «{right}»"),
}
_ATTACHED = N_("{measure}, with {evidence}")


def shortened(text: str) -> str:
    """Enough of a text to know it by, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT].rstrip()}…"


def correction_measure(place: str, claim: str, right: str, language: Language) -> str:
    """What is right is added, what was wrong is marked and stays."""
    text = _(_MEASURES[RectificationOutcome.AGREED], language=language)
    return text.format(place=shortened(place), claim=shortened(claim), right=shortened(right))


def _measure(one: Disputed, language: Language) -> str:
    text = _(_MEASURES[one.finding.outcome], language=language).format(
        place=shortened(one.place), right=shortened(one.right), claim=shortened(one.claim)
    )
    if one.finding is Finding.JUDGEMENT and one.evidence:
        evidence = shortened(one.evidence)
        return _(_ATTACHED, language=language).format(measure=text, evidence=evidence)
    return text


def _assessed(part: Part) -> RectificationAssessment:
    found = part.assessment
    return found if isinstance(found, RectificationAssessment) else RectificationAssessment()


def _outcome(part: Part) -> RectificationOutcome | None:
    return outcome(_assessed(part).findings)


def _facts(assessed: RectificationAssessment, kind: Finding) -> tuple[Mapping[str, object], ...]:
    return tuple(_fact(one) for one in assessed.items if one.finding is kind)


def _fact(one: Disputed) -> dict[str, object]:
    return {name: getattr(one, name) for name in _TEXTS}


RULES = RectificationRules()

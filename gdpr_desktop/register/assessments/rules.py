"""What comes of the answers of any assessment: one way in for dialogs, service and report."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.assessments import checks, weighing
from gdpr_desktop.register.assessments.lawful_basis import propose
from gdpr_desktop.register.assessments.model import Answers, Kind, Verdict, counted, unanswered
from gdpr_desktop.register.assessments.questions import questionnaire
from gdpr_desktop.register.assessments.special import propose_condition
from gdpr_desktop.register.entries.model import EntryKind

OFFERED: dict[EntryKind, tuple[Kind, ...]] = {
    EntryKind.ACTIVITY: (
        Kind.LAWFUL_BASIS,
        Kind.SPECIAL,
        Kind.INTERESTS,
        Kind.NEW_PURPOSE,
        Kind.BASIS_CHECKLIST,
        Kind.BUILT_IN,
    ),
    EntryKind.SYSTEM: (Kind.BUILT_IN,),
}
_WITH_PURPOSE = frozenset({Kind.LAWFUL_BASIS, Kind.INTERESTS, Kind.NEW_PURPOSE})


def closed(kind: Kind, content: Any) -> str:
    """Why the assessment cannot be begun on this entry; empty when it can."""
    if kind not in _WITH_PURPOSE:
        return ""
    activity: Activity = content
    if not activity.purposes:
        return "no_purpose"
    if kind is Kind.INTERESTS and all(one.public_task for one in activity.purposes):
        return "public_task"
    return ""


def answered_by_program(kind: Kind, content: Any) -> dict[str, str]:
    """The answers that stand in the entry already."""
    return checks.seen(content) if kind is Kind.BASIS_CHECKLIST else {}


def judge(kind: Kind, answers: Answers, content: Any, today: date) -> Verdict:
    """What comes of ``answers`` for an entry with ``content``. Blank and hidden ones are left
    out."""
    questions = questionnaire(kind)
    given = counted(questions.questions, answers)
    match kind:
        case Kind.LAWFUL_BASIS:
            return _lawful_basis(content, given)
        case Kind.SPECIAL:
            found = propose_condition(given)
            outcome = found.condition.value if found.condition else "none"
            return Verdict(
                outcome="" if "unfinished" in found.needs else outcome,
                needs=found.needs,
                warnings=found.warnings,
                condition=found.condition,
            )
        case Kind.INTERESTS:
            return _finished(weighing.interests(content, given), kind, given)
        case Kind.NEW_PURPOSE:
            return _finished(weighing.new_purpose(content, given, today), kind, given)
        case Kind.BASIS_CHECKLIST:
            return checks.checked(
                questions, {**given, **checks.seen(content)}, "passed", "not_passed"
            )
        case _:
            return checks.checked(questions, given, "passed", "steps")


def _lawful_basis(activity: Activity, given: Answers) -> Verdict:
    if not activity.purposes:
        return Verdict(closed="no_purpose")
    found = propose(given, special=activity.has_special)
    if _weighed(activity, given):
        found = replace(found, needs=tuple(one for one in found.needs if one != "weighing"))
    outcome = found.basis.value if found.basis else "none"
    return Verdict(
        outcome="" if "unfinished" in found.needs else outcome,
        needs=found.needs,
        warnings=found.warnings,
        basis=found.basis,
    )


def _weighed(activity: Activity, given: Answers) -> bool:
    """Was the newest weighing for the purpose concluded in favour of the municipality?"""
    kept = [
        one.outcome
        for one in activity.assessments
        if one.kind == Kind.INTERESTS.value
        and dict(one.answers).get("purpose") == given.get("purpose")
    ]
    return bool(kept) and kept[-1] == "ours"


def _finished(verdict: Verdict, kind: Kind, given: Answers) -> Verdict:
    if verdict.closed or not unanswered(questionnaire(kind).questions, given):
        return verdict
    return Verdict(needs=("unfinished",), warnings=verdict.warnings)

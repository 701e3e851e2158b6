"""Two lists to go through: the checklist of handbook 3.6, and built-in privacy (art. 25)."""

from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import InformationWay, LawfulBasis
from gdpr_desktop.register.assessments.model import Answers, Questionnaire, Verdict, unanswered


def seen(activity: Activity) -> dict[str, str]:
    """The points of the checklist that the activity itself answers."""
    found = {
        "best_basis": _yes(bool(activity.purposes) and all(p.bases for p in activity.purposes)),
        "documented": _yes(
            bool(activity.bases)
            and all(_documented(one) for p in activity.purposes for one in p.bases)
        ),
        "special": "na",
        "criminal": "na",
    }
    if activity.has_special or activity.special:
        found["special"] = _yes(
            bool(activity.special)
            and all(
                any(one.laws) or not one.condition.needs_national_law for one in activity.special
            )
        )
    if activity.has_criminal or activity.criminal:
        found["criminal"] = _yes(any(activity.criminal))
    if InformationWay.STATEMENT in activity.information:
        found["told"] = "yes"
    return found


def _documented(basis: LawfulBasis) -> bool:
    if basis.basis.needs_national_law:
        return any(basis.laws)
    if basis.basis is Basis.LEGITIMATE_INTERESTS:
        return bool(basis.interest)
    return basis.basis is not Basis.CONTRACT or bool(basis.contract)


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def checked(questions: Questionnaire, answers: Answers, passed: str, failed: str) -> Verdict:
    """``passed`` when no point is answered no; each no is a step of the same name."""
    if unanswered(questions.questions, answers):
        return Verdict(needs=("unfinished",))
    steps = tuple(one.id for one in questions.questions if answers.get(one.id) == "no")
    return Verdict(outcome=failed if steps else passed, steps=steps)

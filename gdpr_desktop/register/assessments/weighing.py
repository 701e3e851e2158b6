"""What is weighed and never counted: interests (handbook 3.2), and a new purpose (3.4)."""

from datetime import date, timedelta

from gdpr_desktop.law.bases import Basis
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import Purpose
from gdpr_desktop.register.assessments.model import Answers, Questionnaire, Side, Verdict

# days between telling and the new use: the more it intrudes, the earlier people must know
TELL_DAYS = {"little": 14, "some": 30, "much": 60}


def purpose_of(activity: Activity, answers: Answers) -> Purpose | None:
    """The purpose that was chosen: by its words in either form."""
    wanted = answers.get("purpose", "")
    for one in activity.purposes:
        if wanted and wanted in (one.text.nn, one.text.nb):
            return one
    return None


def interests(activity: Activity, answers: Answers) -> Verdict:
    """The person concludes; the program warns, and refuses it for the tasks of an authority."""
    if not activity.purposes:
        return Verdict(closed="no_purpose")
    purpose = purpose_of(activity, answers)
    if purpose is not None and purpose.public_task:
        return Verdict(closed="public_task")
    result = answers.get("result", "")
    warnings = [
        name
        for name in ("unethical", "other_way", "surprised", "gentler")
        if answers.get(name) == "yes"
    ]
    needs = {"ours": ("inform",), "theirs": ("other_basis",)}.get(result, ())
    return Verdict(outcome=result, needs=needs, warnings=tuple(warnings))


def sides(questions: Questionnaire, answers: Answers) -> tuple[tuple[str, ...], ...]:
    """Ids of the questions that speak for, against, and those nobody is sure of.

    A no on either side speaks for nothing by itself: it is not among them.
    """
    found: dict[str, list[str]] = {"for": [], "against": [], "unsure": []}
    for one in questions.questions:
        if one.side is Side.NONE:
            continue
        answer = answers.get(one.id)
        if answer == "yes":
            found[one.side.value].append(one.id)
        elif answer == "unsure":
            found["unsure"].append(one.id)
    return tuple(tuple(names) for names in found.values())


def new_purpose(activity: Activity, answers: Answers, today: date) -> Verdict:
    """Compatible or not, as the person concludes; closed where consent or a duty in law carries
    the first purpose. The duty to inform starts anew, whatever the conclusion."""
    if not activity.purposes:
        return Verdict(closed="no_purpose")
    if answers.get("own_basis") == "yes":
        return _told(Verdict(outcome="own_basis", needs=("note_basis",)), answers, today)
    purpose = purpose_of(activity, answers)
    carried = {one.basis for one in purpose.bases} if purpose else set()
    if Basis.CONSENT in carried:
        return Verdict(closed="basis_consent")
    if Basis.LEGAL_OBLIGATION in carried:
        return Verdict(closed="basis_law")
    sensitive = activity.has_special or activity.has_criminal
    warnings = ("special_data",) if sensitive else ()
    result = answers.get("result", "")
    if result == "compatible":
        found = Verdict(outcome=result, needs=("add_purpose",), warnings=warnings)
        return _told(found, answers, today)
    if result == "not_compatible":
        return Verdict(outcome=result, needs=("needs_law_or_consent",), warnings=warnings)
    return Verdict(warnings=warnings)


def tell_before(begins: date | None, intrusive: str, today: date) -> date:
    """The day by which people are told: earlier the more it intrudes, never in the past."""
    days = TELL_DAYS.get(intrusive, TELL_DAYS["some"])
    if begins is None:
        return today + timedelta(days=TELL_DAYS["little"])
    return max(begins - timedelta(days=days), today)


def _told(verdict: Verdict, answers: Answers, today: date) -> Verdict:
    text = answers.get("begins", "")
    begins = date.fromisoformat(text) if text else None
    intrusive = answers.get("intrusive", "")
    day = tell_before(begins, intrusive, today)
    late = begins is not None and (begins - day).days < TELL_DAYS.get(intrusive, 0)
    return Verdict(
        outcome=verdict.outcome,
        needs=(*verdict.needs, "inform_anew"),
        warnings=(*verdict.warnings, *(("too_late",) if late else ())),
        steps=("inform",),
        day=day,
    )

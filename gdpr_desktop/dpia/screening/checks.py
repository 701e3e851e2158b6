"""What the answers, the officer's view and the decision may say. Each gives the problems."""

from datetime import date, timedelta

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.roles import Deed, Role, scope
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import Advice, Novelty
from gdpr_desktop.dpia.screening.model import Excuse, Need, NeedView, ScreeningAnswers
from gdpr_desktop.dpia.screening.rules import screen

FURTHEST_DAYS = 3 * 366  # to the day to look again at a no
FOR = frozenset({Advice.MUST, Advice.SHOULD})  # advice that says yes


def screening_problems(answers: ScreeningAnswers, novelty: Novelty) -> list[FieldProblem]:
    """A high risk is explained, and a reason why none is needed is proved."""
    found = []
    for one in answers.moments:
        field = f"why_{one.id}"
        if one.high:
            found += required(field, one.why, _("Write why it speaks for a high risk."))
        found += text_length(field, one.why)
    found += text_length("excuse_proof", answers.excuse_proof)
    return found + _excuse_problems(answers, novelty)


def _excuse_problems(answers: ScreeningAnswers, novelty: Novelty) -> list[FieldProblem]:
    proof = answers.excuse_proof
    match answers.excuse:
        case Excuse.SIMILAR if answers.covered_by is None:
            text = _("Choose the assessment, or write where it is kept and why it covers this.")
            return required("excuse_proof", proof, text)
        case Excuse.LICENSED:
            found = required("excuse_proof", proof, _("Write what shows that nothing is changed."))
            if novelty is not Novelty.EXISTING:
                text = _(
                    "The first page says that the processing is new or changed. Then an old licence"
                    " does not count."
                )
                found.append(problem("excuse", text))
            return found
        case Excuse.IN_LAW:
            return required("excuse_proof", proof, _("Name the provision, and where it stands."))
        case Excuse.NO_HIGH_RISK:
            return required("excuse_proof", proof, _("Write why the risk is not high."))
    return []


def view_problems(view: NeedView, found: Dpia, today: date) -> list[FieldProblem]:
    """Why, by whom, and when."""
    problems = required("why", view.why, _("Write why. The decision rests on it."))
    problems += required("name", view.name, _("Write who gave the view."))
    problems += text_length("why", view.why) + line_lengths(name=view.name)
    return problems + _day_problems("given_on", view.given_on, found, today)


def need_problems(
    need: Need, found: Dpia, officers: frozenset[str], today: date
) -> list[FieldProblem]:
    """Who decided, never the officer; why; and for a no, when it is looked at again."""
    problems = _decider_problems(need, officers)
    problems += _day_problems("decided_on", need.decided_on, found, today)
    problems += _why_problems(need)
    if not need.needed:
        problems += again_problems(need, today)
        problems += _view_problems(need, found) + _outdated(found)
    return problems


def needs_view(made: bool, found: Dpia) -> bool:
    """Must the officer have said something first? Before a no against the advice (WP248).

    ``made``: an assessment is made, or was made of something like it.
    """
    if made or found.view is not None or found.screening is None:
        return False
    return screen(found.screening).advice in FOR


def deed_of(needed: bool, advice: Advice, role: Role) -> Deed:
    """Which right it takes: a yes that follows the advice may be noted by who works on the case."""
    decides = scope(role, Deed.DECIDE) is not None
    return Deed.WORK_ON_CASE if needed and advice in FOR and not decides else Deed.DECIDE


def needs_why(needed: bool, advice: Advice) -> bool:
    """A no is always explained; a yes where the advice is that none is needed."""
    return not needed or advice not in FOR


def _decider_problems(need: Need, officers: frozenset[str]) -> list[FieldProblem]:
    problems = required("name", need.name, _("Write who decided. The officer only advises."))
    text = _("Write the role that has been delegated to decide.")
    problems += required("role", need.role, text)
    officer = _("The officer advises, and cannot decide. Write who decided.")
    if is_officer(need.name, officers):
        problems.append(problem("name", officer))
    elif is_officers_title(need.role):
        problems.append(problem("role", officer))
    return problems + line_lengths(name=need.name, role=need.role)


def _why_problems(need: Need) -> list[FieldProblem]:
    problems = text_length("why", need.why) + line_lengths(covered_reference=need.covered_reference)
    if need.covered:
        text = _("Write why the earlier assessment covers this.")
        return problems + required("why", need.why, text)
    if not needs_why(need.needed, need.advice):
        return problems
    text = _("Write why none is needed. Datatilsynet may ask for it.")
    if need.needed is not (need.advice in FOR):
        text = _("This goes against the advice. Write why.")
    return problems + required("why", need.why, text)


def again_problems(need: Need, today: date) -> list[FieldProblem]:
    """The day on which a no is looked at again: to come, and not too far away."""
    day = need.look_again_on
    if day is None:
        return [problem("look_again_on", _("Give the day to look at it again."))]
    if day <= max(today, need.decided_on):
        return [problem("look_again_on", _("Give a day to come."))]
    if day > today + timedelta(days=FURTHEST_DAYS):
        return [problem("look_again_on", _("At most three years ahead."))]
    return []


def _outdated(found: Dpia) -> list[FieldProblem]:
    """An excuse that the first page, changed since, speaks against."""
    if found.screening is None:
        return []
    told = screening_problems(found.screening, found.about.novelty)
    return [problem("answer", one.text) for one in told if one.field == "excuse"]


def _view_problems(need: Need, found: Dpia) -> list[FieldProblem]:
    if not needs_view(need.needed or need.covered, found):
        return []
    text = _(
        "The advice is to make an assessment. Before you say no, the officer must have given a"
        " view. Ask the officer to write it in the case first."
    )
    return [problem("answer", text)]


def _day_problems(field: str, day: date, found: Dpia, today: date) -> list[FieldProblem]:
    """Not to come, and not before the answers it rests on."""
    if day > today:
        return [problem(field, _("This day has not come yet."))]
    answered = found.screening.answered_on if found.screening else None
    if answered is not None and day < answered:
        text = _("This is before the answers it rests on, of {day}.")
        return [problem(field, text.format(day=long_date(answered)))]
    return []

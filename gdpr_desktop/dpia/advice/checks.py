"""What may stand in an advice, a decision, an approval and a review."""

from collections.abc import Iterable
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.advice.model import Approval, Decision, Opinion, Review
from gdpr_desktop.dpia.advice.rules import consulted, forbidden, must_consult, wants_consultation
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import ConsultationAnswer, Follow


def opinion_problems(given: Opinion, found: Dpia, today: date) -> list[FieldProblem]:
    """The advice, by the fields of its dialog."""
    if given.wants_back:
        problems = required("text", given.text.plain, _("Write what must be worked on."))
    else:
        problems = _advice_problems(given, found)
    for one in given.verdicts:
        problems += text_length("verdicts", one.feedback)
    for name in ("go_ahead_why", "consult_why"):
        problems += text_length(name, getattr(given, name))
    problems += text_length("text", given.text.plain)
    problems += required("name", given.name, _("Write who gives the advice."))
    problems += line_lengths(name=given.name)
    sent_on = local_date(found.latest.at) if found.latest else None
    return problems + day_problems("given_on", given.given_on, sent_on, today)


def _advice_problems(given: Opinion, found: Dpia) -> list[FieldProblem]:
    problems = []
    if given.go_ahead is None:
        problems.append(problem("go_ahead", _("Choose whether the processing may go ahead.")))
    if given.consult is None:
        text = _("Choose whether Datatilsynet should be asked first.")
        problems.append(problem("consult", text))
    if given.follow_up is None:
        text = _("Choose whether you will follow up the measures.")
        problems.append(problem("follow_up", text))
    if given.go_ahead is False:
        text = _("Write why it should not go ahead. The decision rests on it.")
        problems += required("go_ahead_why", given.go_ahead_why, text)
    if given.consult is True:
        problems += required("consult_why", given.consult_why, _("Write why."))
    elif given.consult is False and must_consult(found):
        text = _("The risk that is left is high. Write why Datatilsynet need not be asked.")
        problems += required("consult_why", given.consult_why, text)
    text = _("Write the advice. It is kept with the assessment.")
    return problems + required("text", given.text.plain, text)


def decision_problems(
    given: Decision, found: Dpia, officers: Iterable[str], today: date
) -> list[FieldProblem]:
    """Does the controller follow the advice? Never decided by the officer."""
    problems = who_problems(given.name, given.role, officers)
    if given.follow is not Follow.FOLLOW:
        text = _("Write why the advice is not followed. The law wants it documented.")
        problems += required("why", given.why, text)
    problems += text_length("why", given.why) + _consult_problems(given, found)
    return problems + day_problems("decided_on", given.decided_on, _advised_on(found), today)


def asks_about_consultation(found: Dpia) -> bool:
    """Does the officer advise to ask Datatilsynet, where the law leaves it to be decided?"""
    advised = found.opinion is not None and found.opinion.consult is True
    return advised and not must_consult(found)


def _consult_problems(given: Decision, found: Dpia) -> list[FieldProblem]:
    """«In part» says itself whether Datatilsynet is asked."""
    if not asks_about_consultation(found):
        return []
    if given.follow is Follow.PARTLY and given.consult is None:
        text = _("The officer advises to ask Datatilsynet. Choose whether it is asked.")
        return [problem("consult", text)]
    goes_ahead = found.opinion is not None and found.opinion.go_ahead is True
    if given.follow is Follow.FOLLOW and given.consult is False and goes_ahead:
        text = _("The advice is to ask. Then it is followed only in part.")
        return [problem("consult", text)]
    return []


def approval_problems(
    given: Approval, found: Dpia, officers: Iterable[str], today: date
) -> list[FieldProblem]:
    """The approval, or the words that it is sent back with."""
    problems = who_problems(given.name, given.role, officers)
    problems += text_length("why", given.why)
    problems += day_problems("decided_on", given.decided_on, _advised_on(found), today)
    if not given.approved:
        return problems + required("why", given.why, _("Write what must be changed."))
    problems += _hindrances(given, found)
    if given.review_on is None:
        problems.append(problem("review_on", _("Give the day when it is looked at again.")))
    elif given.review_on <= max(given.decided_on, today):
        problems.append(problem("review_on", _("This day must be ahead.")))
    return problems


def _hindrances(given: Approval, found: Dpia) -> list[FieldProblem]:
    """What stands in the way of a yes."""
    decided = found.decision
    if decided is None:
        text = _("First note whether the officer's advice is followed.")
        return [problem("approved", text)]
    against = found.opinion is not None and found.opinion.go_ahead is False
    if against and decided.follow is Follow.FOLLOW:
        text = _(
            "The advice is not to go ahead, and it was decided to follow it. Change that decision"
            " first, or send the assessment back."
        )
        return [problem("approved", text)]
    if forbidden(found):
        text = _("Datatilsynet has forbidden the processing. Send it back, or close the case.")
        return [problem("approved", text)]
    if wants_consultation(found) and not consulted(found):
        text = _("Datatilsynet must be asked first: the risk that is left is high.")
        if not must_consult(found):
            text = _(
                "The officer advises to ask Datatilsynet first, and it was not decided otherwise."
            )
        return [problem("approved", text)]
    asked = found.consultation
    advised = consulted(found) and asked and asked.answer is ConsultationAnswer.ADVICE
    if advised and asked and not asked.followed_up:
        text = _("Write how the advice of Datatilsynet was followed up.")
        return required("why", given.why, text)
    return []


def review_problems(
    given: Review, found: Dpia, officers: Iterable[str], today: date
) -> list[FieldProblem]:
    """What was seen when it was looked at again."""
    problems = required("name", given.name, _("Write who looked at it."))
    if is_officer(given.name, officers):
        text = _("The officer advises. Write who in the municipality looked at it.")
        problems.append(problem("name", text))
    problems += required("why", given.why, _("Write what you looked at, and what you found."))
    problems += text_length("why", given.why) + line_lengths(name=given.name)
    since = found.approval.decided_on if found.approval else None
    problems += day_problems("reviewed_on", given.reviewed_on, since, today)
    if given.same and given.next_on is None:
        problems.append(problem("next_on", _("Give the day when it is looked at again.")))
    elif given.same and given.next_on is not None and given.next_on <= today:
        problems.append(problem("next_on", _("This day must be ahead.")))
    return problems


def who_problems(name: str, role: str, officers: Iterable[str]) -> list[FieldProblem]:
    """Who decided, in which role. Never the officer, art. 38(6)."""
    problems = required("name", name, _("Write who decided. The officer only advises."))
    problems += required("role", role, _("Write the role that has been delegated to decide."))
    officer = _("The officer advises, and cannot decide. Write who decided.")
    if is_officer(name, officers):
        problems.append(problem("name", officer))
    elif is_officers_title(role):
        problems.append(problem("role", officer))
    return problems + line_lengths(name=name, role=role)


def _advised_on(found: Dpia) -> date | None:
    return found.opinion.given_on if found.opinion else None


def day_problems(
    field: str, day: date | None, earliest: date | None, today: date
) -> list[FieldProblem]:
    """A day that has come, and not before what it rests on."""
    if day is None:
        return [problem(field, _("Give the date."))]
    if day > today:
        return [problem(field, _("This day has not come yet."))]
    if earliest is not None and day < earliest:
        text = _("What this rests on came later, on {day}.").format(day=long_date(earliest))
        return [problem(field, text)]
    return []

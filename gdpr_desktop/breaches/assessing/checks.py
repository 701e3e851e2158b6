"""What an assessment, the advice and the decision may say. Each gives the problems."""

from datetime import date

from gdpr_desktop.breaches.assessing.advice import (
    Advice,
    Assessment,
    Factor,
    Risk,
    advise,
    data_kept,
)
from gdpr_desktop.breaches.assessing.severity import CONTEXTS_OF, IDENTIFICATIONS_OF
from gdpr_desktop.breaches.codes import PeopleException, PeopleTelling, Protection
from gdpr_desktop.breaches.model import Breach, Decision, Exempted, OfficerAdvice
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.core.clock import local_date
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _

POSTPONING = ("a", "b", "d")  # letters of personopplysningslova § 16 that postpone
LOOK_AGAIN_DAYS = 183  # at most, about half a year


def assessment_problems(assessment: Assessment) -> list[FieldProblem]:
    """Every factor considered, the choices among those offered, and why where it is no risk."""
    seen = {one.factor for one in assessment.factors}
    text = _("Choose how much it counts.")
    found = [problem(factor.value, text) for factor in Factor if factor not in seen]
    for one in assessment.factors:
        found += line_lengths(**{f"why_{one.factor.value}": one.why})
    found += _choice_problems(assessment)
    found += text_length("consequences", assessment.consequences)
    found += text_length("note", assessment.note)
    if not found and advise(assessment).risk is Risk.UNLIKELY:
        text = _("Write why it is unlikely that people are put at risk. The authority may ask.")
        found += required("note", assessment.note, text)
    return found


def _choice_problems(assessment: Assessment) -> list[FieldProblem]:
    enisa = assessment.enisa
    text = _("Choose one of these.")
    found = []
    if enisa.data is not None and enisa.context not in CONTEXTS_OF[enisa.data]:
        found.append(problem("context", text))
    known = IDENTIFICATIONS_OF.get(enisa.identifier) if enisa.identifier is not None else None
    if known is not None and enisa.identification not in known:
        found.append(problem("identification", text))
    return found


def advice_problems(given: OfficerAdvice, found: Breach, today: date) -> list[FieldProblem]:
    """Why, by whom, when; and nothing that contradicts itself."""
    problems = required("why", given.why, _("Write why. The decision rests on it."))
    problems += required("name", given.name, _("Write who gave the advice."))
    problems += text_length("why", given.why) + line_lengths(name=given.name)
    problems += telling_problems(given.authority, given.people, _program(found))
    return problems + day_problems("given_on", given.given_on, found, today)


def decision_problems(
    decision: Decision, found: Breach, officers: frozenset[str], today: date
) -> list[FieldProblem]:
    """Who decided, why against the advice, and what proves an exception. Never the officer."""
    problems = _decider_problems(decision, officers)
    problems += day_problems("decided_on", decision.decided_on, found, today)
    problems += telling_problems(decision.authority, decision.people, _program(found))
    problems += _why_problems(decision, found)
    problems += _exception_problems(decision, found)
    return problems + _against_deeds(decision, found)


def telling_problems(authority: bool, people: PeopleTelling, program: Advice) -> list[FieldProblem]:
    """People who must be told are at high risk: then the authority is notified too (art. 34)."""
    if people is not PeopleTelling.MUST:
        return []
    voluntary = _("Choose «told voluntarily» if you want to tell them all the same.")
    if not authority:
        text = _("People must be told only where the risk is high, and then the authority too.")
        return [problem("people", f"{text} {voluntary}")]
    if program.risk is Risk.UNLIKELY:
        text = _("The assessment says that a risk is unlikely. Assess anew if that is wrong.")
        return [problem("people", f"{text} {voluntary}")]
    return []


def day_problems(field: str, day: date, found: Breach, today: date) -> list[FieldProblem]:
    """``day`` is not before the assessment it rests on, and not to come."""
    if day > today:
        return [problem(field, _("This day has not come yet."))]
    made = local_date(found.versions[-1].at) if found.versions else None
    if made is not None and day < made:
        text = _("This is before the assessment it rests on, of {day}.")
        return [problem(field, text.format(day=long_date(made)))]
    return []


def needs_exception(found: Breach) -> bool:
    """Does not telling people need one of the five exceptions? When somebody says they must be."""
    advised = found.advice is not None and found.advice.people is PeopleTelling.MUST
    return advised or _program(found).people


def _program(found: Breach) -> Advice:
    assert found.assessment is not None, "advice and decisions come after an assessment"
    return advise(found.assessment)


def _decider_problems(decision: Decision, officers: frozenset[str]) -> list[FieldProblem]:
    problems = required("name", decision.name, _("Write who decided. The officer only advises."))
    text = _("Write the role that has been delegated to decide.")
    problems += required("role", decision.role, text)
    officer = _("The officer advises, and cannot decide. Write who decided.")
    if is_officer(decision.name, officers):
        problems.append(problem("name", officer))
    elif is_officers_title(decision.role):
        problems.append(problem("role", officer))
    problems += line_lengths(name=decision.name, role=decision.role)
    problems += text_length("why_authority", decision.why_authority)
    return problems + text_length("why_people", decision.why_people)


def _why_problems(decision: Decision, found: Breach) -> list[FieldProblem]:
    """Handbook 10.7: not notifying and not telling are explained."""
    problems = []
    if not decision.authority:
        advised = found.advice is not None and found.advice.authority
        text = _("Write why. The authority may ask for it.")
        if advised or _program(found).authority:
            text = _("This goes against the advice. Write why.")
        problems += required("why_authority", decision.why_authority, text)
    if decision.people is PeopleTelling.NOT and decision.exempted is None:
        text = _("Write why people are not told. The authority may ask for it.")
        problems += required("why_people", decision.why_people, text)
    if decision.people is PeopleTelling.VOLUNTARY and needs_exception(found):
        text = _("The advice is that they must be told. Write why you hold it to be voluntary.")
        problems += required("why_people", decision.why_people, text)
    return problems


def _exception_problems(decision: Decision, found: Breach) -> list[FieldProblem]:
    exempted = decision.exempted
    if decision.people is not PeopleTelling.NOT:
        return []
    if exempted is None:
        text = _("The advice is that people must be told. Choose why they need not be.")
        return [problem("exception", text)] if needs_exception(found) else []
    problems = required("proof", exempted.proof, _("Write what proves it."))
    problems += text_length("proof", exempted.proof)
    if exempted.exception is PeopleException.PROTECTED:
        problems += _protected_problems(found)
    if exempted.exception is PeopleException.POSTPONED:
        problems += _postponed_problems(exempted, decision.decided_on)
    return problems


def _protected_problems(found: Breach) -> list[FieldProblem]:
    """Art. 34(3)(a) is about who can read the data; it does not bring them back."""
    protection = found.scope.protection if found.scope is not None else Protection.UNKNOWN
    if protection is not Protection.INTACT:
        text = _(
            "The case does not say that the data are encrypted and the key is safe. Correct it"
            " there, if it is so."
        )
        return [problem("exception", text)]
    if found.assessment is not None and not data_kept(found.assessment):
        text = _(
            "The data are lost or altered, so it is not enough that they are kept from others."
        )
        return [problem("exception", text)]
    return []


def _postponed_problems(exempted: Exempted, decided_on: date) -> list[FieldProblem]:
    problems = []
    if exempted.letter not in POSTPONING:
        problems.append(problem("letter", _("Choose the letter of section 16.")))
    day = exempted.look_again
    if day is None:
        problems.append(problem("look_again", _("Give the day to look at it again.")))
    elif day <= decided_on:
        problems.append(problem("look_again", _("This must come after the decision.")))
    elif (day - decided_on).days > LOOK_AGAIN_DAYS:
        text = _("This is too far ahead. Look at it again within six months.")
        problems.append(problem("look_again", text))
    return problems


def _against_deeds(decision: Decision, found: Breach) -> list[FieldProblem]:
    """What has been sent is not decided away."""
    problems = []
    if found.notified is not None and not decision.authority:
        text = _("The authority has been notified. Withdraw the notification first.")
        problems.append(problem("authority", text))
    ordered = any(one.orders_telling for one in found.authority_letters)
    if ordered and decision.people is PeopleTelling.NOT:
        text = _("The authority has ordered that people are told (article 34(4)).")
        problems.append(problem("people", text))
    elif found.tellings and decision.people is PeopleTelling.NOT and decision.exempted is None:
        text = _("People have been told already. Choose that they are told.")
        problems.append(problem("people", text))
    return problems

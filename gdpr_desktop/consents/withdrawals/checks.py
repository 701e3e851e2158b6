"""What may be taken back, and what the fields may hold. Each function returns the problems."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.consents.codes import Relation
from gdpr_desktop.consents.content import FormContent, Place
from gdpr_desktop.consents.given.model import Consent, Statement, folded
from gdpr_desktop.consents.numbers_in_names import number_problems
from gdpr_desktop.consents.withdrawals.model import Ended, Registered, Withdrawal
from gdpr_desktop.consents.withdrawals.model import TaskOutcomeCode as Outcome
from gdpr_desktop.consents.withdrawals.places import offered
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _


def takeable(consent: Consent, content: FormContent) -> tuple[str, ...]:
    """The purposes that somebody said yes to and nobody has taken back since."""
    keys = (one.key for one in content.purposes)
    return tuple(key for key in keys if consent.agreeing(key) and not consent.withdrawn(key))


def registered_problems(
    found: Registered, consent: Consent, content: FormContent, today: date
) -> list[FieldProblem]:
    """A withdrawal is asked for nothing but what, when, how and who; never why."""
    problems = []
    left = takeable(consent, content)
    if not found.purposes or not set(found.purposes) <= set(left):
        problems.append(problem("purposes", _("Choose what is taken back.")))
    if found.withdrawn_on > today:
        problems.append(problem("withdrawn_on", _("This day has not come yet.")))
    else:
        problems += _given_since(found, consent, today)
    if found.relation is not Relation.SELF:
        problems += required("name", found.name, _("Write who took it back."))
    problems += number_problems(name=found.name)
    return problems + line_lengths(name=found.name) + text_length("note", found.note)


def _given_since(found: Registered, consent: Consent, today: date) -> list[FieldProblem]:
    """Whoever said yes again after that day has not taken this back."""
    days = [
        one.given_on
        for one in consent.standing()
        if one.given_on is not None
        and found.withdrawn_on < one.given_on <= today
        and _same(one, found)
        and set(one.yes) & set(found.purposes)
    ]
    if not days:
        return []
    text = _("The same person said yes on {day}, after this day. Check the date.")
    return [problem("withdrawn_on", text.format(day=long_date(max(days))))]


def _same(statement: Statement, found: Registered) -> bool:
    if statement.relation is not found.relation:
        return False
    if found.relation is Relation.SELF:
        return True
    return folded(statement.name) == folded(found.name)


def covered(found: Registered, consent: Consent) -> date | None:
    """The last day of an answer there is, where it is dated after the withdrawal."""
    days = [one.given_on for one in consent.statements if one.given_on is not None]
    last = max(days, default=found.withdrawn_on)
    return last if last > found.withdrawn_on else None


def place_problems(place: Place, others: tuple[str, ...]) -> list[FieldProblem]:
    """A place has a name of its own."""
    problems = required("name", place.name, _("Write where it is used."))
    problems += line_lengths(
        name=place.name, responsible=place.responsible, other_basis=place.other_basis
    )
    if place.name in others:
        text = _("This place is in the list already. Give it a name that tells them apart.")
        problems.append(problem("name", text))
    return problems


def ended_problems(
    ended: Ended, done_on: date, place: Place, found: Withdrawal, today: date
) -> list[FieldProblem]:
    """What is kept needs its law, and what stays needs its reason: the person reads both."""
    problems = []
    if ended.outcome not in offered(place, release=found.release):
        problems.append(problem("outcome", _("By a release, sharing is stopped; nothing more.")))
    if done_on > today:
        problems.append(problem("done_on", _("This day has not come yet.")))
    elif done_on < found.registered.withdrawn_on:
        problems.append(problem("done_on", _("This is before the consent was taken back.")))
    if ended.outcome is Outcome.KEPT:
        text = _("Write the law by which it is kept.")
        problems += required("other_basis", ended.other_basis, text)
    if ended.outcome is Outcome.CANNOT:
        problems += required("note", ended.note, _("Write why it cannot be undone."))
    return problems + line_lengths(other_basis=ended.other_basis) + text_length("note", ended.note)

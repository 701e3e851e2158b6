"""What may stand in the fields of a form, its purposes, the advice and the approval.

Whether the form is good enough to be used is for ``checking``: here only what no draft may hold.
"""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title
from gdpr_desktop.consents.codes import FormKind, Lasting
from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.consents.forms.model import Advice, Approval, Form
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _

LONGEST = 4000  # characters of one text of a form: it is meant for one page
MOST_PURPOSES = 30
MOST_MONTHS = 12  # before the end, people are asked again
_YEARS = {Lasting.ONE_YEAR: 1, Lasting.THREE_YEARS: 3, Lasting.FIVE_YEARS: 5}


def content_problems(content: FormContent, today: date) -> list[FieldProblem]:
    """What is written on a form, beside its name and unit."""
    found = line_lengths(responsible=content.responsible, contact=content.contact, law=content.law)
    for one in fields(content):
        said = getattr(content, one.name)
        if isinstance(said, Bilingual):
            found += bilingual_length(one.name, said)
    found += text_length("age_check", content.age_check, LONGEST)
    return found + _lasting_problems(content, today)


def bilingual_length(field: str, text: Bilingual, limit: int = LONGEST) -> list[FieldProblem]:
    """Text of at most ``limit`` characters in either written form."""
    longest = max(text.nn, text.nb, key=len)
    return text_length(field, longest, limit)


def _lasting_problems(content: FormContent, today: date) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    if content.lasting is Lasting.DATE:
        if content.until is None:
            found.append(problem("until", _("Give the date.")))
        elif content.until <= today:
            text = _("This day is over. A consent on the form would not hold for a day.")
            found.append(problem("until", text))
    if not 0 <= content.renew_months <= MOST_MONTHS:
        text = _("Write a number of months from 0 to {most}.").format(most=MOST_MONTHS)
        found.append(problem("renew_months", text))
    elif content.renew_months >= 12 * _YEARS.get(content.lasting, 2):
        text = _("That is as long as the consent holds. Ask again nearer to the end.")
        found.append(problem("renew_months", text))
    return found


def purpose_problems(purpose: Purpose, kind: FormKind) -> list[FieldProblem]:
    """One purpose of a form of this kind, by the fields of its dialog."""
    found = []
    if kind is FormKind.PICTURE and purpose.use is None:
        found.append(problem("use", _("Choose what is done with the picture.")))
    if not purpose.text:
        found.append(problem("text", _("Write what people say yes or no to.")))
    found += bilingual_length("text", purpose.text, 500)
    for place in purpose.places:
        found += [problem("places", one.text) for one in place_problems(place)]
    return found


def place_problems(place: Place) -> list[FieldProblem]:
    """One place, by the fields of its dialog."""
    found = required("name", place.name, _("Write what the place is called."))
    found += line_lengths(name=place.name, responsible=place.responsible)
    return found + text_length("other_basis", place.other_basis, 500)


def purposes_problems(purposes: Iterable[Purpose], kind: FormKind) -> list[FieldProblem]:
    """All purposes of a form together: each is asked about once, on its own."""
    all_of_them = tuple(purposes)
    seen: set[str] = set()
    found: list[FieldProblem] = []
    for one in all_of_them:
        found += [problem("purposes", each.text) for each in purpose_problems(one, kind)]
        said = {text.casefold() for text in (one.text.nn, one.text.nb) if text}
        if said & seen:
            text = _("The same is asked about twice: «{purpose}»")
            found.append(problem("purposes", text.format(purpose=one.text.nn or one.text.nb)))
        seen |= said
    if len(all_of_them) > MOST_PURPOSES:
        text = _("There are {count} purposes. At most {limit} fit on a form.")
        words = text.format(count=len(all_of_them), limit=MOST_PURPOSES)
        found.append(problem("purposes", words))
    return found


def advice_problems(advice: Advice, today: date) -> list[FieldProblem]:
    """Why, by whom and when."""
    found = required("why", advice.why, _("Write why. The approval rests on it."))
    found += required("name", advice.name, _("Write who gave the advice."))
    found += text_length("why", advice.why) + line_lengths(name=advice.name)
    if advice.given_on > today:
        found.append(problem("given_on", _("This day has not come yet.")))
    return found


def approval_problems(
    approval: Approval, found: Form, officers: frozenset[str], today: date
) -> list[FieldProblem]:
    """Who approved, when, and why where the advice was against it. Never the officer."""
    given = approval
    problems = required("name", given.name, _("Write who approved. The officer only advises."))
    text = _("Write the role that has been delegated to approve.")
    problems += required("role", given.role, text)
    officer = _("The officer advises, and cannot approve. Write who approved.")
    if is_officer(given.name, officers):
        problems.append(problem("name", officer))
    elif is_officers_title(given.role):
        problems.append(problem("role", officer))
    problems += line_lengths(name=given.name, role=given.role) + text_length("why", given.why)
    if found.advice is not None and not found.advice.may_be_used:
        problems += required("why", given.why, _("This goes against the advice. Write why."))
    return problems + _day_problems(given.decided_on, found, today)


def _day_problems(day: date, found: Form, today: date) -> list[FieldProblem]:
    if day > today:
        return [problem("decided_on", _("This day has not come yet."))]
    before = found.latest
    if before is not None and day < before.approved_on:
        text = _("This is before version {number} was approved, on {day}.")
        words = text.format(number=before.number, day=long_date(before.approved_on))
        return [problem("decided_on", words)]
    return []

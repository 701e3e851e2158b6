"""What the fields of a collection may hold. Each function returns the problems; () is well."""

import re
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.address import PostalAddress
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_text
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections.model import (
    Collection,
    ExceptionUse,
    Intake,
    NewPurpose,
    Told,
    ToldWay,
    tell_before,
)
from gdpr_desktop.information.collections.words import proof_problem
from gdpr_desktop.law.information_exceptions import Proof

REGULATION_IN_FORCE = date(2018, 7, 20)  # in Norway
MOST_PERSONS = 1_000_000


def past_day(
    field: str, day: date | None, *, today: date, earliest: date, before: str
) -> list[FieldProblem]:
    """``day`` must be given, not to come, not before ``earliest``: ``before`` is the sentence."""
    if day is None:
        return [problem(field, _("Give the date."))]
    if day > today:
        text = _("This day has not come yet. Today is {today}.").format(today=long_date(today))
        return [problem(field, text)]
    return [problem(field, before)] if day < earliest else []


def intake_problems(intake: Intake, today: date) -> list[FieldProblem]:
    """Everything wrong with what was typed of a collection."""
    found = past_day(
        "obtained",
        intake.obtained,
        today=today,
        earliest=REGULATION_IN_FORCE,
        before=_("The Regulation has applied in Norway since 20 July 2018. Check the year."),
    )
    found += _source_problems(intake) + _whom_problems(intake, today)
    if intake.activity_id is None and not clean_text(intake.purpose):
        text = _("Choose the activity, or write what the data are for.")
        found.append(problem("activity_id", text))
    for name in ("first_contact", "first_disclosure"):
        day = getattr(intake, name)
        if day is not None and day < intake.obtained:
            found.append(problem(name, _("This is before the data were obtained.")))
    if intake.first_disclosure is not None and not intake.disclosed_to.strip():
        found.append(problem("disclosed_to", _("Write who the data are passed on to.")))
    found += text_length("purpose", intake.purpose)
    found += line_lengths(
        other_source=intake.other_source,
        disclosed_to=intake.disclosed_to,
        caseworker=intake.caseworker,
        unit=intake.unit,
        archive_number=intake.archive_number,
    )
    return found


def _source_problems(intake: Intake) -> list[FieldProblem]:
    if intake.from_person or intake.sources or intake.other_source.strip():
        return []
    return [problem("other_source", _("Write who the data came from."))]


def _whom_problems(intake: Intake, today: date) -> list[FieldProblem]:
    text = _("Write what the group is called.") if intake.group else _("Write the name.")
    found = required("name", intake.subject.name, text)
    found += line_lengths(name=intake.subject.name)
    found += address_problems("address", intake.subject.address)
    born = intake.subject.birth_date
    if born is not None and born > today:
        found.append(problem("birth_date", _("A birth date cannot be in the future.")))
    if intake.group and not 1 <= intake.persons <= MOST_PERSONS:
        found.append(problem("persons", _("Write how many people there are in the group.")))
    return found + _row_problems(intake)


def _row_problems(intake: Intake) -> list[FieldProblem]:
    found: list[FieldProblem] = []
    for number, one in enumerate(intake.recipients, 1):
        wrong = address_problems("recipients", one.address)
        if not one.name.strip():
            wrong = [problem("recipients", _("Write the name."))]
        text = _("Line {number}: {problem}")
        found += [problem("recipients", text.format(number=number, problem=w.text)) for w in wrong]
    if any(not one.who.strip() for one in intake.secondary):
        found.append(problem("secondary", _("Write who each of them is.")))
    return found[:5]


def address_problems(field: str, address: PostalAddress) -> list[FieldProblem]:
    """A Norwegian postal code has four digits."""
    code = address.postal_code
    found = text_length(field, "".join(address.lines()), 500)
    if code and not address.country and not re.fullmatch(r"[0-9]{4}", code):
        found.append(problem(field, _("A Norwegian postal code has four digits.")))
    return found


def told_problems(collection: Collection, told: Told, today: date) -> list[FieldProblem]:
    """How and when people were told; what is said orally needs what proves it."""
    from gdpr_desktop.law.identifiers import find

    earliest = collection.intake.obtained
    if told.way in (ToldWay.FORM, ToldWay.POP_UP, ToldWay.SIGN, ToldWay.PUBLISHED):
        earliest = REGULATION_IN_FORCE  # it may have stood there for years
    before = _("This is before the data were obtained.")
    found = past_day("told_on", told.told_on, today=today, earliest=earliest, before=before)
    if told.way is ToldWay.ORAL:
        if not told.asked_for:
            text = _("People are told in writing, unless they ask for it orally themselves.")
            found.append(problem("asked_for", text))
        found += required("identity", told.identity, _("Write how you knew who it was."))
        found += required("what", told.what, _("Write what was said."))
        if find(told.identity):
            text = _("Do not keep the number. Write only what kind of proof it was.")
            found.append(problem("identity", text))
    if told.way is ToldWay.PUBLISHED:
        found += required("what", told.what, _("Write where it is published."))
    found += required("by", told.by, _("Write who told them."))
    found += text_length("what", told.what) + line_lengths(by=told.by)
    return found + text_length("identity", told.identity, 1000)


def exception_problems(
    collection: Collection, use: ExceptionUse, today: date
) -> list[FieldProblem]:
    """An exception holds only with what proves it."""
    from_person = collection.intake.from_person
    if not use.exception.holds_for(from_person=from_person):
        text = _("This exception is not open when the person gave the data.")
        return [problem("exception", text)]
    found = []
    for proof in use.exception.proofs:
        value = getattr(use, proof.value)
        lacks = value is None if proof is Proof.PUBLISHED_ON else not clean_text(value)
        if lacks:
            found.append(problem(proof.value, proof_problem(proof)))
        elif proof is not Proof.PUBLISHED_ON:
            found += text_length(proof.value, value)
    if use.published_on is not None and use.published_on > today:
        found.append(problem("published_on", _("This day has not come yet.")))
    return found


def new_purpose_problems(purpose: NewPurpose) -> list[FieldProblem]:
    """People are told before a new purpose begins, and earlier the more it cuts."""
    found = required("text", purpose.text, _("Write the new purpose."))
    found += text_length("text", purpose.text)
    if purpose.tell_before > tell_before(purpose.starts, purpose.intrusiveness):
        text = _("This is too late: people need time before the new use begins.")
        found.append(problem("tell_before", text))
    return found

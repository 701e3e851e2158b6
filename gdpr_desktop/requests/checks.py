"""What the fields of a request may hold. Each function returns the problems; () is well."""

import re
from datetime import date, time
from typing import TYPE_CHECKING

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.model import Person
from gdpr_desktop.core.clock import OSLO, Clock
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.requests.model import Authority, Intake

REGULATION_IN_FORCE = date(2018, 7, 20)  # in Norway
NAME_LENGTH = 200
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"\+?[0-9][0-9 ]{4,18}")


def past_day(
    field: str, day: date | None, *, today: date, earliest: date, before: str
) -> list[FieldProblem]:
    """``day`` must be given, not to come, not before ``earliest``: ``before`` is the sentence."""
    if day is None:
        return [problem(field, _("Give the date."))]
    if day > today:
        return [
            problem(
                field,
                _("This day has not come yet. Today is {today}.").format(today=long_date(today)),
            )
        ]
    if day < earliest:
        return [problem(field, before)]
    return []


def person_problems(person: Person, *, today: date, prefix: str) -> list[FieldProblem]:
    """Problems of a person's fields, named ``prefix`` + field."""
    found = required(f"{prefix}name", person.name, _("Write the name."))
    found += text_length(f"{prefix}name", person.name, NAME_LENGTH)
    code = person.address.postal_code
    if code and not person.address.country and not re.fullmatch(r"[0-9]{4}", code):
        found.append(problem(f"{prefix}address", _("A Norwegian postal code has four digits.")))
    found += text_length(f"{prefix}address", "".join(person.address.lines()), 500)
    found += text_length(f"{prefix}email", person.email, NAME_LENGTH)
    found += text_length(f"{prefix}national_id_reason", person.national_id_reason, 1000)
    if person.email and not _EMAIL.fullmatch(person.email):
        found.append(problem(f"{prefix}email", _("This is not a complete e-mail address.")))
    if person.phone and not _PHONE.fullmatch(person.phone):
        found.append(problem(f"{prefix}phone", _("A phone number has only digits and spaces.")))
    found += _birth_problems(person, today=today, prefix=prefix)
    return found + _national_id_problems(person, today=today, prefix=prefix)


def _birth_problems(person: Person, *, today: date, prefix: str) -> list[FieldProblem]:
    born = person.birth_date
    if born is None:
        return []
    if born > today:
        return [problem(f"{prefix}birth_date", _("A birth date cannot be in the future."))]
    if today.year - born.year > 125:
        return [problem(f"{prefix}birth_date", _("Check the year of birth."))]
    return []


def _national_id_problems(person: Person, *, today: date, prefix: str) -> list[FieldProblem]:
    from gdpr_desktop.law import identifiers

    number = person.national_id
    if not number:
        return []
    field = f"{prefix}national_id"
    if not identifiers.is_national_id(number):
        return [problem(field, _("This is not a valid identity number. Check the digits."))]
    born = identifiers.birth_date(number, today)
    if born and person.birth_date and born != person.birth_date:
        return [problem(field, _("The identity number and the birth date do not agree."))]
    if not person.national_id_reason.strip():
        text = _("Write why the number is needed. A name and a birth date are usually enough.")
        return [problem(f"{prefix}national_id_reason", text)]
    return []


def received_problems(received: date, at: time | None, clock: Clock) -> list[FieldProblem]:
    """The day and time of receipt."""
    found = past_day(
        "received",
        received,
        today=clock.today(),
        earliest=REGULATION_IN_FORCE,
        before=_("The Regulation has applied in Norway since 20 July 2018. Check the year."),
    )
    now = clock.now().astimezone(OSLO)
    if at is not None and received == now.date() and at > now.time():
        found.append(problem("received_time", _("This time of day has not come yet.")))
    if at is not None and not found:
        found += _clock_problems(received, at)
    return found


def _clock_problems(day: date, at: time) -> list[FieldProblem]:
    from gdpr_desktop.law.deadlines import oslo_instant

    try:
        oslo_instant(day, at)
    except ValueError:
        text = _("The clocks were put forward over this hour. Check the time.")
        return [problem("received_time", text)]
    return []


def intake_problems(intake: "Intake", clock: Clock) -> tuple[FieldProblem, ...]:
    """Everything wrong with what was typed when a request came in."""
    from gdpr_desktop.requests.model import OnBehalfOf
    from gdpr_desktop.requests.rights import mixed

    today = clock.today()
    found = received_problems(intake.received, intake.received_time, clock)
    found += person_problems(intake.subject, today=today, prefix="")
    born = intake.subject.birth_date
    if born and intake.received < born <= today:
        found.append(problem("birth_date", _("The request came before this day.")))
    if intake.on_behalf_of is not OnBehalfOf.SELF:
        if intake.representative is None:
            found.append(problem("representative_name", _("Write who acts for the person.")))
        else:
            found += person_problems(intake.representative, today=today, prefix="representative_")
    if intake.recipient is not None:
        found += person_problems(intake.recipient, today=today, prefix="recipient_")
    if not intake.rights:
        found.append(problem("rights", _("Tick what the request is about.")))
    if mixed(intake.rights):
        text = _("What we found ourselves is a case of its own: it has another time limit.")
        found.append(problem("rights", text))
    found += text_length("wording", intake.wording)
    found += line_lengths(
        unit=intake.unit, archive_number=intake.archive_number, caseworker=intake.caseworker
    )
    return tuple(found + authority_problems(intake.authority))


def authority_problems(authority: "Authority") -> list[FieldProblem]:
    """A seen authority must be named."""
    if authority.seen and not clean_line(authority.what):
        return [problem("authority_what", _("Write what was seen: the kind of document."))]
    found = text_length("authority_what", authority.what, 1000)
    return found + text_length("authority_why_not_needed", authority.why_not_needed, 1000)

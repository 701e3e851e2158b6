"""Who sends it and whom to ask, what kind of notification it is, and who else was told."""

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Route
from gdpr_desktop.breaches.sheet.model import Asked, Place, SheetRow, maybe, must
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _

_ALARMS = (Route.POLICE, Route.SECURITY, Route.HEALTH)  # other authorities: fields 109 to 111


def contact(asked: Asked) -> tuple[SheetRow, ...]:
    """The municipality and the officer (art. 33(3)(b))."""
    language, ours = asked.language, asked.municipality
    officer = ours.officer
    reached = ", ".join(part for part in (officer.email, officer.phone) if part)
    help_ = _("Fill in the municipality and the officer in the settings.", language=language)
    return (
        must(
            asked,
            "organisation",
            _("Organisation", language=language),
            ours.name,
            Place.SETTINGS,
            help_,
        ),
        maybe(
            asked,
            "organisation_number",
            _("Organisation number", language=language),
            ours.organisation_number,
        ),
        must(
            asked,
            "reached",
            _("How the organisation is reached", language=language),
            ", ".join(part for part in (_address(asked), ours.email, ours.phone) if part),
            Place.SETTINGS,
            help_,
        ),
        must(
            asked,
            "officer",
            _("Data protection officer", language=language),
            officer.name,
            Place.SETTINGS,
            help_,
        ),
        must(
            asked,
            "officer_reached",
            _("How the officer is reached", language=language),
            reached,
            Place.SETTINGS,
            help_,
        ),
    )


def _address(asked: Asked) -> str:
    return ", ".join(asked.municipality.address.lines())


def notification(asked: Asked) -> tuple[SheetRow, ...]:
    """First or later, our number and theirs, other authorities."""
    language, found = asked.language, asked.found
    kind = (
        _("Follow-up of an earlier notification", language=language)
        if asked.later
        else _("New notification", language=language)
    )
    letters = found.authority_letters
    receipts = [one.receipt for one in found.notifications if one.receipt]
    reference = letters[-1].reference if letters else next(iter(receipts), "")
    quality = found.course.quality_reference if found.course else ""
    return (
        must(asked, "type", _("Kind of notification", language=language), kind, Place.NOTIFY),
        must(
            asked,
            "number",
            _("Our case number", language=language),
            found.case.archive_number or found.case.number,
            Place.INTAKE,
        ),
        maybe(
            asked,
            "reference",
            _("The authority's case number or receipt", language=language),
            reference,
        ),
        maybe(asked, "quality", _("Reference in the quality system", language=language), quality),
        maybe(
            asked,
            "others",
            _("Other authorities that were told", language=language),
            _others(asked),
        ),
    )


def _others(asked: Asked) -> str:
    told = [
        f"{words(one.route, asked.language)}, {long_date(one.told_on, asked.language)}"
        for one in asked.found.routes
        if one.route in _ALARMS
    ]
    return "\n".join(told)

"""Who sends it and whom to ask, what kind of notification it is, and who else was told."""

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.codes import Route
from gdpr_desktop.breaches.notifying.sheet.model import Asked, Place, SheetRow, maybe, must
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import N_

_ALARMS = (Route.POLICE, Route.SECURITY, Route.HEALTH)  # other authorities: fields 109 to 111


def contact(asked: Asked) -> tuple[SheetRow, ...]:
    """The municipality and the officer (art. 33(3)(b))."""
    ours = asked.municipality
    officer = ours.officer
    reached = ", ".join(part for part in (officer.email, officer.phone) if part)
    help_ = N_("Fill in the municipality and the officer in the settings.")
    return (
        must(
            asked, "organisation", asked.say(N_("Organisation")), ours.name, Place.SETTINGS, help_
        ),
        maybe(asked, "organisation_number", N_("Organisation number"), ours.organisation_number),
        must(
            asked,
            "reached",
            N_("How the organisation is reached"),
            ", ".join(part for part in (_address(asked), ours.email, ours.phone) if part),
            Place.SETTINGS,
            help_,
        ),
        must(asked, "officer", N_("Data protection officer"), officer.name, Place.SETTINGS, help_),
        must(
            asked,
            "officer_reached",
            N_("How the officer is reached"),
            reached,
            Place.SETTINGS,
            help_,
        ),
    )


def _address(asked: Asked) -> str:
    return ", ".join(asked.municipality.address.lines())


def notification(asked: Asked, *, complete: bool) -> tuple[SheetRow, ...]:
    """First or later, complete or not, our number and theirs, other authorities."""
    found = asked.found
    kind = (
        asked.say(N_("Follow-up of an earlier notification"))
        if asked.later
        else asked.say(N_("New notification"))
    )
    letters = found.authority_letters
    receipts = [one.receipt for one in found.notifications if one.receipt]
    reference = letters[-1].reference if letters else next(iter(receipts), "")
    quality = found.course.quality_reference if found.course else ""
    return (
        must(asked, "type", N_("Kind of notification"), kind, Place.NOTIFY),
        must(asked, "subtype", N_("Is it complete?"), _subtype(asked, complete), Place.NOTIFY),
        maybe(asked, "withdrawal", N_("Why it is withdrawn"), asked.withdrawal),
        must(
            asked,
            "number",
            N_("Our case number"),
            found.case.archive_number or found.case.number,
            Place.INTAKE,
        ),
        maybe(
            asked, "reference", asked.say(N_("The authority's case number or receipt")), reference
        ),
        maybe(asked, "quality", N_("Reference in the quality system"), quality),
        maybe(asked, "others", N_("Other authorities that were told"), _others(asked)),
    )


def _subtype(asked: Asked, complete: bool) -> str:
    """Complete, incomplete or withdrawn (field 4)."""
    if asked.withdrawal:
        return asked.say(N_("It is withdrawn"))
    if complete:
        return asked.say(N_("Yes, everything is told"))
    return asked.say(N_("No, more will follow (article 33(4))"))


def _others(asked: Asked) -> str:
    told = [
        f"{words(one.route, asked.language)}, {long_date(one.told_on, asked.language)}"
        for one in asked.found.routes
        if one.route in _ALARMS
    ]
    return "\n".join(told)

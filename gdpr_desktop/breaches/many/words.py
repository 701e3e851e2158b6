"""Words for the columns of an address list, and for what is wrong in it."""

from collections.abc import Mapping

from gdpr_desktop.breaches.many.model import (
    AddressList,
    Fault,
    Line,
    Use,
)
from gdpr_desktop.core.text import N_, _, ngettext

USES: Mapping[Use, str] = {
    Use.NAME: N_("Name"),
    Use.FIRST_NAME: N_("First name"),
    Use.LAST_NAME: N_("Last name"),
    Use.ADDRESS: N_("The whole address"),
    Use.CARE_OF: N_("Care of (c/o)"),
    Use.STREET: N_("Street or post-office box"),
    Use.STREET_MORE: N_("More of the street address"),
    Use.PLACE: N_("Postal code and place"),
    Use.POSTAL_CODE: N_("Postal code"),
    Use.CITY: N_("Place"),
    Use.COUNTRY: N_("Country"),
    Use.BORN: N_("Birth date"),
    Use.LANGUAGE: N_("Written language"),
    Use.PROTECTION: N_("Protected address"),
}
FAULTS: Mapping[Fault, str] = {
    Fault.NO_NAME: N_("The name is missing."),
    Fault.NO_ADDRESS: N_("The address is missing."),
    Fault.NO_POSTAL_CODE: N_("The postal code is missing."),
    Fault.POSTAL_CODE: N_("A postal code has four digits. Outside Norway: add the country."),
    Fault.NO_CITY: N_("The place is missing."),
    Fault.SPOILT: N_("Some letters are spoilt."),
    Fault.TOO_LONG: N_("Too long for the window of the envelope."),
    Fault.HIDDEN: N_("The row is hidden in the sheet."),
    Fault.BORN: N_("The birth date cannot be read. It gets the letter for adults."),
    Fault.LANGUAGE: N_("The language is not known. It gets the language of the case."),
}

TIMELINE = {"breach_addresses_kept": (N_("The address list was kept: {count} people"), "note")}


def use_words(use: Use) -> str:
    """What a column becomes."""
    return _(USES[use])


def fault_words(line: Line) -> str:
    """Everything that is wrong with a line."""
    return " ".join(
        _("The same person as in row {row}.").format(row=line.same_as)
        if fault is Fault.DUPLICATE
        else _(FAULTS[fault])
        for fault in line.faults
    )


def protected_words(found: AddressList) -> str:
    """That people with a protected address are not in the list; empty where there are none."""
    count = len(found.protected)
    if not count:
        return ""
    rows = ", ".join(map(str, found.protected[:10])) + (" …" if count > 10 else "")
    text = ngettext(
        "The person in row {rows} has a protected address, and gets no letter here.",
        "{count} people have a protected address, and get no letter here (rows {rows}).",
        count,
    )
    hint = _("Find out with those who handle protected addresses how they can be told safely.")
    return text.format(count=count, rows=rows) + " " + hint


def unexpected_words(count: int, known: int) -> str:
    """The list has another number of people than the case says."""
    text = ngettext(
        "The list has {count} person, and the case says that {known} are affected. Is it the"
        " right list?",
        "The list has {count} people, and the case says that {known} are affected. Is it the"
        " right list?",
        count,
    )
    return text.format(count=count, known=known)

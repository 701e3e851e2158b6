"""Words for lists of breaches: how a case ended, its next step, the chips."""

from gdpr_desktop.breaches.assessing.advice import Risk
from gdpr_desktop.breaches.codes import BreachKind
from gdpr_desktop.breaches.guidance import step_texts
from gdpr_desktop.casework.model import CaseFilter
from gdpr_desktop.core.text import N_, _

_CLOSED = {
    "notified": N_("Notified"),
    "documented": N_("Documented"),
    "not_a_breach": N_("No breach"),
    "withdrawn": N_("Withdrawn"),
}
_CHIPS = {
    CaseFilter.OPEN: N_("Open cases"),
    CaseFilter.RUNNING: N_("The clock runs"),
    CaseFilter.OVERDUE: N_("Overdue"),
    CaseFilter.MINE: N_("Mine"),
    CaseFilter.CLOSED: N_("Closed"),
}
_KINDS = {
    BreachKind.CONFIDENTIALITY: N_("Confidentiality"),
    BreachKind.INTEGRITY: N_("Integrity"),
    BreachKind.AVAILABILITY: N_("Availability"),
}
_RISKS = {
    Risk.UNLIKELY: N_("Risk unlikely"),
    Risk.RISK: N_("Risk"),
    Risk.HIGH: N_("High risk"),
}


def kind_words(code: BreachKind) -> str:
    """In a word, for a filter."""
    return _(_KINDS[code])


def risk_words(code: Risk) -> str:
    """In a word, for a filter."""
    return _(_RISKS[code])


def closed_words(code: str) -> str:
    """How a case ended, of the code kept on it; a code of a later version as it is."""
    return _(_CLOSED[code]) if code in _CLOSED else code


def step_words(code: str) -> str:
    """The next step in the list."""
    return step_texts(code).action


def chips() -> tuple[tuple[CaseFilter, str], ...]:
    """The chips above the list."""
    return tuple((chip, _(text)) for chip, text in _CHIPS.items())

"""What is missing or unlawful in an activity. Each rule gives codes; the words are elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gdpr_desktop.register.activities.findings import contents, duties, lawfulness, sharing
from gdpr_desktop.register.activities.findings.found import error, warning
from gdpr_desktop.register.entries.model import Finding, Severity

if TYPE_CHECKING:
    from gdpr_desktop.core.municipality import Municipality
    from gdpr_desktop.register.activities.model import Activity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
ASKED = (  # fields of an activity, each one question of art. 30 or of the handbook
    "purposes",
    "special",
    "criminal",
    "subjects",
    "data",
    "retention",
    "sources",
    "recipients",
    "transfers",
    "security",
    "responsible",
    "profiling",
    "automatic",
    "dpia",
    "risk_assessed_on",
    "information",
    "provision",
    "unstructured",
)


def findings(activity: "Activity") -> tuple[Finding, ...]:
    """All findings, the gravest first."""
    return tuple(sorted(_all(activity), key=lambda one: _ORDER[one.severity]))


def completeness(activity: "Activity") -> tuple[int, int]:
    """How many of the questions are answered as they must be, and how many are asked."""
    open_ = {one.field for one in activity.findings() if one.severity is not Severity.HINT} & set(
        ASKED
    )
    return len(ASKED) - len(open_), len(ASKED)


def record_findings(municipality: "Municipality") -> tuple[Finding, ...]:
    """What the record as a whole lacks: art. 30(1)(a), and the officer of art. 37(1)(a)."""
    return tuple(_record(municipality))


def _record(municipality: "Municipality") -> Iterator[Finding]:
    officer = municipality.officer
    if not officer.name.strip():
        yield error("no_officer", "37(1)(a)", "officer")
    elif not (officer.email or officer.phone):
        yield warning("no_officer_contact", "37(7)", "officer")
    if not (municipality.email or municipality.phone or municipality.address.lines()):
        yield warning("no_controller_contact", "30(1)(a)", "municipality")


def _all(activity: "Activity") -> Iterator[Finding]:
    yield from lawfulness.rules(activity)
    yield from contents.rules(activity)
    yield from sharing.rules(activity)
    yield from duties.rules(activity)

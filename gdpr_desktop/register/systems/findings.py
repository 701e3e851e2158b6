"""What is not known of a system, and what must be done with it. The words are in ``words.py``."""

from typing import TYPE_CHECKING

from gdpr_desktop.law.countries import Standing, standing
from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.entries.model import EntryDue, Finding, Severity

if TYPE_CHECKING:
    from gdpr_desktop.register.systems.model import System

_ASKED = ("logging", "encryption", "backup", "access_control")


def system_findings(system: "System") -> tuple[Finding, ...]:
    """All of them, the gravest first."""
    found = [
        Finding(
            code="measure_unknown",
            severity=Severity.WARNING,
            article="32(1)",
            about=name,
            field=name,
        )
        for name in _ASKED
        if getattr(system, name) is Answer.UNKNOWN
    ]
    if not system.owner:
        found.append(Finding(code="no_owner", severity=Severity.WARNING, field="owner"))
    if standing(system.country) is not Standing.EEA:
        found.append(
            Finding(code="outside_eea", severity=Severity.WARNING, article="44", field="country")
        )
    if system.risk_is_open:
        never = system.risk_assessed_on is None
        found.append(
            Finding(
                code="no_risk" if never else "risk_old",
                severity=Severity.WARNING,
                article="32(2)",
                field="risk_assessed_on",
            )
        )
    if system.supplier and system.supplier_id is None:
        found.append(
            Finding(
                code="supplier_unlinked",
                severity=Severity.HINT,
                article="28",
                field="supplier_id",
            )
        )
    return tuple(found)


def system_dues(system: "System") -> tuple[EntryDue, ...]:
    """Risks are assessed by the day it is taken into use or changed."""
    found = []
    since = system.changed_on or system.in_use_from
    if since is not None and system.risk_is_open:
        found.append(EntryDue(kind="risk", due=since))
    if system.review_on is not None:
        found.append(EntryDue(kind="review", due=system.review_on))
    if system.in_use_until is not None:
        found.append(EntryDue(kind="out_of_use", due=system.in_use_until))
    return tuple(found)

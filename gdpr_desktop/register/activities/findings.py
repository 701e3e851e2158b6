"""What is missing or unlawful in an activity. Each rule gives codes; the words are elsewhere."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gdpr_desktop.register.entries.model import Finding, Severity

if TYPE_CHECKING:
    from gdpr_desktop.register.activities.model import Activity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


def findings(activity: "Activity") -> tuple[Finding, ...]:
    """All findings, the gravest first."""
    return tuple(sorted(_all(activity), key=lambda one: _ORDER[one.severity]))


def _all(activity: "Activity") -> Iterator[Finding]:
    if not activity.purposes:
        yield Finding(
            code="no_purpose", severity=Severity.ERROR, article="30(1)(b)", field="purposes"
        )

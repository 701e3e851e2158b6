"""What was answered and decided about the need."""

from gdpr_desktop.dpia.assessment import Dpia


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    return (("", ""),) if not found.case.open else ()

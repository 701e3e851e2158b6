"""Is what a report tells approved, or was it written since, or never approved?"""

from typing import TYPE_CHECKING

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.codes import State

if TYPE_CHECKING:
    from gdpr_desktop.letters.reports import Report

_KEPT = frozenset({State.IN_FORCE, State.ENDED})


def approved_version(found: Dpia) -> int:
    """The submission that was approved last; 0 where none ever was."""
    given = (found.approval, *(one.approval for one in reversed(found.opinions)))
    return next((one.submission for one in given if one is not None and one.approved), 0)


def is_approved(found: Dpia) -> bool:
    """Is the text as it stands now the one that was approved?"""
    approved = found.approval
    if approved is None or not approved.approved or found.state not in _KEPT:
        return False
    last = found.reviews[-1] if found.reviews else None  # one that ended while written anew
    return last is None or last.same or last.reviewed_on < approved.decided_on


def since_text(found: Dpia, language: Language) -> str:
    """That it was changed after an approval; empty where it was not."""
    number = approved_version(found)
    if not number or is_approved(found):
        return ""
    text = _(
        "Version {number} is approved. What was changed afterwards is not approved anew.",
        language=language,
    )
    return text.format(number=number)


def version_text(found: Dpia, language: Language) -> str:
    """Which version it is; one that can be changed now is none yet."""
    latest = found.latest
    if latest is None:
        return ""
    if found.writable:
        text = _("Not sent since version {number}", language=language)
        return text.format(number=latest.number)
    return str(latest.number)


def add_standing(made: "Report", found: Dpia, language: Language) -> None:
    """«Draft» on anything that is not approved, and what of it is."""
    if is_approved(found):
        return
    made.paragraph(_("Draft", language=language).upper(), bold=True)
    since = since_text(found, language)
    made.paragraph(since or _("Not approved yet", language=language) + ".", bold=bool(since))

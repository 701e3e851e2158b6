"""What stands on the form, its basis, its check and approval."""

from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _

Rows = tuple[tuple[str, str], ...]


def content(found: Form) -> Rows:
    """The purposes, one to a line."""
    language = found.case.language
    purposes = "\n".join(one.text.in_(language) for one in found.draft.purposes)
    return ((_("Purposes"), purposes),)


def approval(found: Form) -> Rows:
    """The version in use, and who approved it."""
    latest = found.latest
    if latest is None:
        return ()
    approved = latest.approval
    who = ", ".join(one for one in (approved.name, approved.role) if one)
    return (
        (_("Version"), str(latest.number)),
        (_("Approved"), f"{long_date(approved.decided_on)}, {who}"),
    )

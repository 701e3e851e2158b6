"""What an arrangement lacks, and when it runs out. The words are in ``words.py``."""

from datetime import timedelta
from typing import TYPE_CHECKING

from gdpr_desktop.register.activities.parts import Answer
from gdpr_desktop.register.arrangements.model import DUTIES, CooperationForm
from gdpr_desktop.register.entries.model import EntryDue, Finding, Severity

if TYPE_CHECKING:
    from gdpr_desktop.register.arrangements.model import Arrangement

NOTICE_DAYS = 90


def arrangement_findings(arrangement: "Arrangement") -> tuple[Finding, ...]:
    """With whom, who does what, and what is made known of it, the gravest first."""
    joint = arrangement.form is CooperationForm.JOINT
    wanted = (
        (arrangement.partners, "no_partners", Severity.ERROR, "26(1)", "partners"),
        (arrangement.essence or not joint, "no_essence", Severity.ERROR, "26(2)", "essence"),
        (arrangement.published or not joint, "not_published", Severity.ERROR, "26(2)", "published"),
        (arrangement.written is Answer.YES, "not_written", Severity.WARNING, "26(1)", "written"),
        (arrangement.agreed_on, "not_agreed", Severity.WARNING, "26(1)", "agreed_on"),
    )
    found = [
        Finding(code=code, severity=severity, article=article, field=field)
        for given, code, severity, article, field in wanted
        if not given
    ]
    found += [
        Finding(
            code="duty_unsaid",
            severity=Severity.HINT if duty == "contact" else Severity.WARNING,  # «may designate»
            article="26(1)",
            about=duty,
            field=f"duty_{duty}",
        )
        for duty in DUTIES
        if not arrangement.who(duty) and not (duty == "contact" and arrangement.contact_point)
    ]
    return tuple(found)


def arrangement_dues(arrangement: "Arrangement") -> tuple[EntryDue, ...]:
    """Its end, and three months before."""
    ends = arrangement.runs_out
    if ends is None:
        return ()
    soon = ends - timedelta(days=NOTICE_DAYS)
    return (
        EntryDue(kind="arrangement_ends_soon", due=soon),
        EntryDue(kind="arrangement_ends", due=ends),
    )

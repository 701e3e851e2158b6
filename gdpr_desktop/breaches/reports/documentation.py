"""The internal documentation that the handbook asks for in ten points (10.7, art. 33(5))."""

import struct
from typing import TYPE_CHECKING

from gdpr_desktop.breaches.assessing.words import given_words, picture_words
from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.reports import said
from gdpr_desktop.breaches.reports.assessed import assessment_rows, factor_rows
from gdpr_desktop.breaches.steps import needs_notification, needs_telling
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.letters.reports import Report
    from gdpr_desktop.vault import Vault

KIND = "breach_documentation"
_WIDTH = 110.0  # millimetres of the picture: the preview is no wider


def documentation(
    vault: "Vault", found: Breach, language: Language, severity: bytes = b""
) -> "Letter":
    """The form, filled. What is not known yet says so. ``severity``: its picture, as PNG."""
    from gdpr_desktop.letters.reports import Report

    made = Report(language, _("Documentation of a personal data breach", language=language))
    made.facts(_about(vault, found, language))
    made.heading(2, _("The ten points", language=language))
    unknown = _("Not noted yet", language=language)
    header = (_("Point", language=language), _("Answer", language=language))
    made.table(header, [(point, text or unknown) for point, text in ten_points(found, language)])
    _add_decision(made, found, language, severity)
    _add_evidence(made, found, language)
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def ten_points(found: Breach, language: Language) -> tuple[tuple[str, str], ...]:
    """The points of the handbook, in its order, each with what the case says."""
    not_needed = _("Not needed: see the point above", language=language)
    notified_at_all = bool(found.notifications) or needs_notification(found)
    told_at_all = bool(found.tellings) or needs_telling(found)
    points = (
        (_("Date and time of the breach", language=language), said.times(found, language)),
        (_("What happened?", language=language), found.intake.what or found.intake.title),
        (_("What was the cause?", language=language), said.cause(found, language)),
        (_("Which kinds of personal data?", language=language), said.data(found, language)),
        (
            _("Which consequences for the people concerned?", language=language),
            said.consequences(found, language),
        ),
        (_("Which measures?", language=language), said.measures(found, language)),
        (
            _("Was the authority notified, and when?", language=language),
            said.notified(found, language),
        ),
        (
            _("If not: why was the authority not notified?", language=language),
            not_needed if notified_at_all else said.why_not_notified(found),
        ),
        (_("Were the people told, and when?", language=language), said.told(found, language)),
        (
            _("If not: why were the people not told?", language=language),
            not_needed if told_at_all else said.why_not_told(found, language),
        ),
    )
    return tuple((f"{number}. {label}", text) for number, (label, text) in enumerate(points, 1))


def _about(vault: "Vault", found: Breach, language: Language) -> tuple[tuple[str, str], ...]:
    case = found.case
    return (
        (_("Controller", language=language), vault.municipality().name),
        (_("Case", language=language), case.number),
        (_("Archive number", language=language), case.archive_number),
        (_("Unit", language=language), found.intake.unit),
        (_("Caseworker", language=language), case.caseworker),
    )


def _add_decision(made: "Report", found: Breach, language: Language, severity: bytes) -> None:
    rows = assessment_rows(found, language)
    if not rows and found.decision is None:
        return
    made.heading(2, _("Assessment, advice and decision", language=language))
    made.facts((*rows, *factor_rows(found, language)))
    _add_severity(made, found, language, severity)
    advice, decision = found.advice, found.decision
    if advice is not None:
        made.heading(3, _("Advice of the data protection officer", language=language))
        day = long_date(advice.given_on, language)
        made.paragraph(given_words(advice, language), bold=True)
        made.paragraph(f"{advice.why}\n\n{advice.name}, {day}")
    if decision is not None:
        made.heading(3, _("Decision", language=language))
        reasons = [decision.why_authority, decision.why_people]
        day = long_date(decision.decided_on, language)
        made.paragraph(given_words(decision, language), bold=True)
        made.paragraph("\n\n".join(one for one in reasons if one))
        made.paragraph(f"{decision.name}, {decision.role}, {day}")


def _add_severity(made: "Report", found: Breach, language: Language, severity: bytes) -> None:
    if found.assessment is None or not severity:
        return
    choices = found.assessment.enisa
    wide, high = struct.unpack_from(">II", severity, 16)  # where every PNG has its size
    words = picture_words(choices.severity(), choices, language)
    made.picture(severity, words, _WIDTH, _WIDTH * high / wide)


def _add_evidence(made: "Report", found: Breach, language: Language) -> None:
    if found.evidence:
        made.heading(2, _("What proves it", language=language))
        header = (
            _("Document", language=language),
            _("Where", language=language),
            _("SHA-256", language=language),
        )
        made.table(
            header,
            [
                (one.what, one.archive or one.file_name, " ".join(_grouped(one.sha256)))
                for one in found.evidence
            ],
        )
    if found.lessons is not None:
        made.heading(2, _("What we learnt", language=language))
        made.paragraph("\n\n".join(t for t in (found.lessons.learnt, found.lessons.changes) if t))


def _grouped(digest: str) -> list[str]:
    """Sixteen signs at a time, so that a narrow column can break it."""
    return [digest[at : at + 16] for at in range(0, len(digest), 16)]

"""A filled checklist as a document for Word; an empty one to be filled in by hand."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.guidance.model import FilledChecklist
from gdpr_desktop.guidance.texts import checklist
from gdpr_desktop.guidance.words import checklist_lines
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.vault import Vault


def checklist_report(vault: Vault, filled: FilledChecklist, language: Language) -> Letter:
    """All points with answers and comments, in the order of the checklist."""
    title = checklist(filled.checklist, language).title
    report = Report(language, title)
    report.facts(
        (
            (_("About", language=language), filled.about_name),
            (_("Filled in", language=language), long_date(filled.filled_on, language)),
            (_("Answered by", language=language), filled.answered_by),
        )
    )
    nothing = _("Not answered", language=language)
    report.table(
        (
            _("No.", language=language),
            _("Point", language=language),
            _("Answer", language=language),
            _("Comment", language=language),
        ),
        [
            (str(line.number), line.text, line.answer or nothing, line.note)
            for line in checklist_lines(filled, language)
        ],
    )
    return report.letter(vault.municipality(), vault.clock.today(), "checklist")

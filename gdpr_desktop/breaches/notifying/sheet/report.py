"""The notification sheet as a document, in either written form."""

from typing import TYPE_CHECKING

from gdpr_desktop.breaches.notifying.sheet.contradictions import contradictions
from gdpr_desktop.breaches.notifying.sheet.model import RowState, SheetRow
from gdpr_desktop.breaches.notifying.sheet.whole import lacking, sheet
from gdpr_desktop.breaches.notifying.words import contradiction_words
from gdpr_desktop.breaches.service.base import read_breach
from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_instant
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from gdpr_desktop.letters.letter import Letter
    from gdpr_desktop.vault import Vault

KIND = "breach_sheet"


def report(vault: "Vault", case_id: CaseId, language: Language) -> "Letter":
    """The sheet as it stands now, in ``language``."""
    from gdpr_desktop.letters.reports import Report

    found = read_breach(vault, case_id)
    sections = sheet(found, vault.municipality(), language, vault.clock.now())
    made = Report(language, _title(language))
    made.paragraph(
        _(
            "Notification of a personal data breach (article 33), in the order of the authority's"
            " form. Case {number}, as it stood {when}.",
            language=language,
        ).format(number=found.case.number, when=long_instant(vault.clock.now(), language))
    )
    left = len(lacking(sections))
    if left:
        text = ngettext(
            "{count} line must still be filled in, now or in a follow-up.",
            "{count} lines must still be filled in, now or in a follow-up.",
            left,
            language=language,
        )
        made.paragraph(text.format(count=left), bold=True)
    made.bullets(contradiction_words(one, language) for one in contradictions(found))
    header = (_("Field", language=language), _("What we say", language=language))
    for section in sections:
        rows = [(row.label, _cell(row, language)) for row in section.rows if _shown(row)]
        if rows:
            made.heading(2, section.title)
            made.table(header, rows)
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


def _title(language: Language) -> str:
    return _("Notification sheet", language=language)


def _shown(row: SheetRow) -> bool:
    return row.state is not RowState.NOT_NEEDED


def _cell(row: SheetRow, language: Language) -> str:
    return row.value or _("(missing)", language=language)


def record_export(
    vault: "Vault", case_id: CaseId, letter: "Letter", path: "Path", sha256: str
) -> Change:
    """Keep the document on the timeline with its SHA-256, so that its copy is not forgotten."""
    return casework.record_letter(
        vault,
        case_id,
        template=KIND,
        language=letter.language.value,
        path=path.absolute(),
        sha256=sha256,
    )


def suggested_name(vault: "Vault", case_id: CaseId, language: Language) -> str:
    """A file name without personal data."""
    from gdpr_desktop.letters.file_names import document_name

    number = read_breach(vault, case_id).case.number
    return document_name(number, _title(language), vault.clock.today())

"""The note as a document of one page, to lie in the archive and in each system."""

from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework import service as casework
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.disagreement.model import Disagreement
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.words import named_right

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.vault import Vault

KIND = "disagreement_note"


def report(
    vault: "Vault", request: Request, part: Part, note: Disagreement, language: Language
) -> "Letter":
    """The document in ``language``."""
    from gdpr_desktop.letters.reports import Report

    made = Report(language, _("Note from the person the data are about", language=language))
    made.paragraph(
        _(
            "The person does not agree with the municipality. This note shall lie beside the data"
            " that it is about, so that whoever reads them sees it too.",
            language=language,
        )
    )
    made.facts(_about(request, part, note, language))
    made.heading(2, _("What the note is about", language=language))
    made.paragraph(note.about)
    made.heading(2, _("The person's view, in the person's own words", language=language))
    made.paragraph(note.view)
    if note.ours:
        made.heading(2, _("What the municipality says", language=language))
        made.paragraph(note.ours)
    made.heading(2, _("Where the note lies", language=language))
    made.checkboxes(
        (_place(one.system, one.laid_by, long_date(one.laid_on, language)), True)
        if one.laid_on
        else (one.system, False)
        for one in note.places
    )
    return made.letter(vault.municipality(), note.written_on, KIND)


def _place(system: str, by: str, day: str) -> str:
    return f"{system}: {day}, {by}"


def _about(
    request: Request, part: Part, note: Disagreement, language: Language
) -> tuple[tuple[str, str], ...]:
    case = request.case
    number = case.archive_number or case.number
    return (
        (_("Name", language=language), request.subject.name),
        (_("Case", language=language), number),
        (_("What was asked for", language=language), named_right(part.right, language)),
        (_("Received", language=language), long_date(case.received, language)),
        (_("Noted", language=language), long_date(note.written_on, language)),
    )


def record_export(
    vault: "Vault", case_id: CaseId, letter: "Letter", path: Path, sha256: str
) -> Change:
    """Keep the document on the timeline like a letter, so that its local copy is not forgotten."""
    return casework.record_letter(
        vault,
        case_id,
        template=KIND,
        language=letter.language.value,
        path=path.absolute(),
        sha256=sha256,
    )


def suggested_name(vault: "Vault", request: Request, language: Language) -> str:
    """A file name without personal data."""
    from gdpr_desktop.letters.file_names import document_name

    kind = _("Note of disagreement", language=language)
    return document_name(request.case.number, kind, vault.clock.today())

"""Forms that leave the register: the version is marked as used, the case knows of the file."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.documents.handouts import Handout, blank
from gdpr_desktop.consents.forms.documents.making import Sheet, forms
from gdpr_desktop.consents.forms.documents.words import draft_title
from gdpr_desktop.consents.forms.model import Form, Version
from gdpr_desktop.consents.forms.service.base import opened, read_form
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.correspondence.service import wording_of
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


def printable(found: Form) -> Version:
    """The version that is handed out now. Raises ``RefusedError`` where there is none."""
    latest = found.latest
    if latest is None:
        raise RefusedError(
            _("The form is not approved, and cannot be handed out."),
            hint=_("Go through the sixteen points, and note the approval first."),
        )
    return latest


def sheet_of(vault: Vault, case_id: CaseId, language: Language | None = None) -> Sheet:
    """What is printed of a form now, for who may see it. Raises ``RefusedError``."""
    found = read_form(vault, case_id)
    version = printable(found)
    return Sheet(
        content=version.content,
        number=found.case.number,
        version=version.number,
        municipality=vault.municipality(),
        language=language or found.case.language,
        day=vault.clock.today(),
        youth_rules=found.youth_rules,
    )


def draft_sheet(vault: Vault, case_id: CaseId) -> Sheet:
    """The draft as it would be printed, for who may see it. No version: it is never exported as
    a form that people may answer on."""
    found = read_form(vault, case_id)
    return Sheet(
        content=found.draft,
        number=found.case.number,
        version=0,
        municipality=vault.municipality(),
        language=found.case.language,
        day=vault.clock.today(),
        youth_rules=found.youth_rules,
        draft=True,
    )


def form_letter(vault: Vault, sheet: Sheet, handout: Handout | None = None) -> "Letter":
    """One form in the municipality's own wording where it has one; blank without ``handout``."""
    from gdpr_desktop.letters.copies import OwnTemplates

    made = handout or blank(sheet.content, sheet.day, sheet.youth_rules)
    return next(forms(sheet, (made,), OwnTemplates(vault)))


def suggested_name(sheet: Sheet) -> str:
    """A file name without personal data: case number, form, date."""
    from gdpr_desktop.letters import file_name

    return file_name(sheet.number, sheet.template, sheet.language, sheet.day)


def draft_name(sheet: Sheet) -> str:
    """A file name that says that it is a draft."""
    from gdpr_desktop.letters.file_names import document_name

    title = sheet.content.title.in_(sheet.language)
    return document_name(sheet.number, draft_title(title, sheet.language), sheet.day)


def export_form(
    vault: Vault, case_id: CaseId, sheet: Sheet, path: Path, handout: Handout | None = None
) -> Change:
    """Write one form to ``path``, mark the version as used, and note it on the timeline.

    The caller has asked before an existing file is replaced. Raises ``AppError``; then the file
    is as it was.
    """
    return export_sheet(vault, case_id, sheet, path, form_letter(vault, sheet, handout))


def export_sheet(
    vault: Vault,
    case_id: CaseId,
    sheet: Sheet,
    path: Path,
    letter: "Letter",
    *,
    used: bool = True,
) -> Change:
    """Any document of a form; ``used``: it is one that people may answer on."""
    refuse_place(vault, path)
    with exporting(vault, case_id, path) as export, vault.begin(Deed.SEND_LETTER) as work:
        refuse_other(opened(work, case_id, Deed.SEND_LETTER), sheet)
        sha256 = letter.save(path, vault.letterhead(), temporary=export.temporary, kept=export.kept)
        if used:
            store.mark_used(work.db, case_id, sheet.version, work.clock.today())
        casework.record_letter(
            vault,
            case_id,
            template=letter.template,
            language=sheet.language.value,
            path=path.absolute(),
            sha256=sha256,
            wording=wording_of(letter) | {"version": str(sheet.version)},
        )
        mark_recorded(work, export)
    return work.change


def refuse_other(found: Form, sheet: Sheet) -> None:
    """Raise ``RefusedError`` where another version has been approved since it was laid out."""
    if printable(found).number != sheet.version:
        raise RefusedError(
            _("Another version of the form has been approved in the meantime."),
            hint=_("Close this window, and make the form once more."),
        )


def only_slip(sheet: Sheet) -> Sheet:
    """The withdrawal slip without the form."""
    return replace(sheet, only_slip=True)

"""Everything about one person leaves the register: noted in the journal, or kept in a case.

The case is one of access or portability, chosen by its number: what is laid in it stands among its
letters, and nothing here needs to know what kind of request it is.
"""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Any

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import begin_on, require_open
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.casework.model import Case, CaseKind
from gdpr_desktop.consents.exchange.lookup.store import case_numbered
from gdpr_desktop.consents.exchange.person import PersonConsents, as_json, person_consents
from gdpr_desktop.consents.exchange.person_letter import KIND, person_letter
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import CaseId, ConsentId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.vault import Vault

EXPORTED = "consent_person_exported"


class Shape(StrEnum):
    """What the file is."""

    WORD = ".docx"
    JSON = ".json"


def request_numbered(vault: Vault, number: str) -> Case:
    """The open request with this number. Raises ``AppError`` when there is none to be seen."""
    case_id = case_numbered(vault.db, clean_line(number))
    found = cases.case(vault.db, case_id) if case_id is not None else None
    if found is None or found.kind is not CaseKind.REQUEST:
        raise AppError(
            _("There is no request with this number."),
            hint=_("Look it up in the list of requests, or leave the field blank."),
        )
    require_open(found)
    return found


def suggested_name(vault: Vault, shape: Shape, number: str = "") -> str:
    """A name that says nothing of the person."""
    from gdpr_desktop.letters.file_names import document_name

    title = _("Consents of one person", language=vault.municipality().language)
    return document_name(number, title, vault.clock.today(), shape.value)


def save_person(
    vault: Vault,
    consent_id: ConsentId,
    path: Path,
    shape: Shape,
    case_id: CaseId | None = None,
) -> Change:
    """Write the file to ``path``; the caller has asked before one is replaced. Raises ``AppError``.

    With a case the file stands among its letters, and is undone when that cannot be noted.
    """
    refuse_place(vault, path, suffix=shape.value)
    found = person_consents(vault, consent_id)
    require_whole(found)
    data = _data(vault, found, shape)
    if case_id is None:
        return _save_alone(vault, consent_id, path, data)
    with exporting(vault, case_id, path) as export, vault.begin(Deed.SEND_LETTER) as work:
        require_open(begin_on(work, Deed.SEND_LETTER, case_id))
        sha256 = _write(data, path, temporary=export.temporary, kept=export.kept)
        casework.record_letter(
            vault,
            case_id,
            template=KIND,
            language=found.language.value,
            path=path.absolute(),
            sha256=sha256,
        )
        work.log(case_id, EXPORTED, consent=consent_id)
        mark_recorded(work, export)
    return work.change


def _save_alone(vault: Vault, consent_id: ConsentId, path: Path, data: bytes) -> Change:
    with vault.begin(Deed.TELL_OF_PERSON) as work:  # no file about a person lies there unknown
        work.require(Deed.TELL_OF_PERSON, assigned=False)
        work.log(None, EXPORTED, consent=consent_id)
        work.touch(Kind.CONSENT, consent_id)
        _write(data, path)
    return work.change


def _data(vault: Vault, found: PersonConsents, shape: Shape) -> bytes:
    if shape is Shape.JSON:
        return as_json(found)
    return person_letter(vault, found, found.language).docx(vault.letterhead())


def _write(data: bytes, path: Path, **places: Any) -> str:
    from gdpr_desktop.letters.saving import save_file

    save_file(data, path, **places)
    return hashlib.sha256(data).hexdigest()


def require_whole(found: PersonConsents) -> None:
    """Raise ``RefusedError`` where not all of it is the actor's to see: the list would be short."""
    if found.hidden:
        raise RefusedError(
            _("Some of the consents are on forms that are not yours to see."),
            hint=_("Ask the data protection officer to make the list."),
        )

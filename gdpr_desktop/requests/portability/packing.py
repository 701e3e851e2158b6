"""The zip file is made: what must be in place, and how it gets onto the disk."""

import zipfile
from pathlib import Path

from gdpr_desktop.casework import service as casework
from gdpr_desktop.casework.exports import exporting, mark_recorded
from gdpr_desktop.casework.exports.store import Export
from gdpr_desktop.casework.model import TaskOutcome
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import AppError, RefusedError
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.correspondence.places import refuse_place
from gdpr_desktop.law.portability import Origin
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Missing, Part, Request
from gdpr_desktop.requests.portability import package as packages
from gdpr_desktop.requests.portability import store
from gdpr_desktop.requests.portability.claim import Outcome, Package, PackedTable
from gdpr_desktop.requests.portability.model import Content, Order, Table
from gdpr_desktop.requests.portability.service import table_gone
from gdpr_desktop.requests.rights.portability import assessment_of
from gdpr_desktop.requests.service.base import of_part, opened_part, read_request
from gdpr_desktop.requests.steps import missing_before_telling
from gdpr_desktop.requests.words import missing_words
from gdpr_desktop.vault import Vault

LETTER = "portability_package"  # what the case calls the zip file among its letters


def missing_before_packing(
    request: Request, part: Part, brought_in: tuple[Table, ...]
) -> tuple[str, ...]:
    """Sentences about what must be in place before the package is made."""
    assessment = assessment_of(part)
    if assessment is not None and not assessment.outcome.gives:
        return (_("The claim is not granted, so there is nothing to pack."),)
    codes = (one for one in missing_before_telling(request, part) if one is not Missing.CARRIED_OUT)
    texts = [missing_words(code) for code in codes]
    if not any(table.gives for table in brought_in):
        texts.append(_("Bring in the data first."))
    elif assessment is not None and assessment.outcome is Outcome.DELIVERED:
        texts += _against_delivering(request, brought_in)
    return tuple(texts)


def _against_delivering(request: Request, brought_in: tuple[Table, ...]) -> list[str]:
    """All is to be given: then every place has data here, and nothing stays for others' sake."""
    have = {table.task_id for table in brought_in}
    lacking = [
        task.title
        for task in request.tasks
        if task.outcome is TaskOutcome.FOUND and task.id not in have
    ]
    texts = []
    if lacking:
        text = _("Something was found here, and is not brought in: {places}.")
        texts.append(text.format(places=", ".join(lacking)))
    if any(one.origin is Origin.OTHERS for table in brought_in for one in table.left_out):
        texts.append(
            _("Columns about other people are left out. Assess the claim as «part is given».")
        )
    return texts


def make_package(vault: Vault, part_id: PartId, path: Path) -> Change:
    """Pack the tables and write the zip file to ``path``, whole or not at all.

    May take seconds: it is for the worker. The caller has asked before a file is replaced.
    """
    refuse_place(vault, path, suffix=".zip")
    case_id = parts_store.case_of(vault.db, part_id)
    if case_id is None:
        raise table_gone()
    request = read_request(vault, case_id)
    brought_in = store.of_part(vault.db, part_id)
    missing = missing_before_packing(request, request.part(part_id), brought_in)
    if missing:
        raise RefusedError(_("The data cannot be packed yet."), hint=" ".join(missing))
    order = _order(vault, request, brought_in)
    data = packages.build(order)  # before the unit of work, which nobody else can write in
    with exporting(vault, case_id, path) as export, vault.begin(Deed.SEND_LETTER) as work:
        request, part = opened_part(work, part_id, Deed.SEND_LETTER)
        if store.of_part(work.db, part_id) != brought_in:
            raise table_gone()
        package = _package(order, path, _save(data, path, export))
        parts_store.put(work.db, part_id, answer=package)
        casework.record_letter(
            vault,
            case_id,
            template=LETTER,
            language=order.language.value,
            path=path.absolute(),
            sha256=package.sha256,
        )
        record(work, case_id, "answer_prepared", **of_part(part))
        mark_recorded(work, export)
    return work.change


def _save(data: bytes, path: Path, export: Export) -> str:
    from gdpr_desktop.letters.saving import save_file

    try:
        return save_file(
            data, path, temporary=export.temporary, kept=export.kept, check=packages.check
        )
    except zipfile.BadZipFile:
        raise AppError(
            _("The file was not written correctly to the disk."),
            hint=_("Save it in another place."),
        ) from None


def _order(vault: Vault, request: Request, brought_in: tuple[Table, ...]) -> Order:
    municipality = vault.municipality()
    places = {task.id: task.title for task in request.tasks}
    return Order(
        case_number=request.case.number,
        municipality=municipality.name,
        contact=(municipality.officer.name, municipality.officer.email, municipality.officer.phone),
        day=vault.clock.today(),
        language=request.case.language,
        contents=tuple(
            Content(
                table=table,
                place=places.get(table.task_id, table.title) if table.task_id else table.title,
                rows=store.rows_of(vault.db, table.id),
            )
            for table in brought_in
            if table.gives
        ),
    )


def _package(order: Order, path: Path, sha256: str) -> Package:
    return Package(
        file_name=path.name,
        sha256=sha256,
        made_on=order.day,
        tables=tuple(
            PackedTable(title=one.table.title, records=one.table.records) for one in order.contents
        ),
    )


def suggested_name(vault: Vault, request: Request) -> str:
    """A file name without personal data: case number, what it is, date."""
    from gdpr_desktop.letters.file_names import document_name

    title = _("Data to take along", language=request.case.language)
    return document_name(request.case.number, title, vault.clock.today(), ".zip")

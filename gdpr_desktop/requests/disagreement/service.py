"""The deeds on a note of disagreement: written, laid in the systems, taken away."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.casework.service import begin_on, record, require_open
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId, PartId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests import store as requests
from gdpr_desktop.requests.disagreement import store
from gdpr_desktop.requests.disagreement.model import Disagreement, may_disagree
from gdpr_desktop.requests.model import Part, Request
from gdpr_desktop.requests.service.base import day_problems, of_part, read_request
from gdpr_desktop.vault import Vault


def subscribe(vault: Vault) -> None:
    """Let the note be searched, and forgotten with its case."""
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop the notes of a case that is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.REQUEST:
        store.forget(work.db, event.case_id)


def _begun(work: Any, part_id: PartId) -> tuple[Request, Part]:
    """The part of an open case. The note may also come after the answer has gone."""
    case_id = parts_store.case_of(work.db, part_id)
    if case_id is None:
        raise RefusedError(_("This part of the request has been taken away."))
    require_open(begin_on(work, Deed.WORK_ON_CASE, case_id))
    request = requests.request(work.db, case_id)
    return request, request.part(part_id)


def write_note(vault: Vault, part_id: PartId, note: Disagreement) -> Change:
    """Keep the person's view, and where it shall lie."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = _begun(work, part_id)
        if not may_disagree(part):
            raise RefusedError(
                _("Here the person got what was asked for."),
                hint=_("A note is for what the municipality does not agree with."),
            )
        require_valid(_problems(note, request, work.clock.today()))
        store.put(work.db, part_id, _cleaned(note))
        record(work, request.case.id, "disagreement_noted", **of_part(part))
    return work.change


def remove_note(vault: Vault, part_id: PartId) -> Change:
    """Take the note away: the person no longer wants it. Refused once it lies in a system."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        request, part = _begun(work, part_id)
        note = store.note(work.db, part_id)
        if note is None:
            raise RefusedError(_("There is no note of disagreement yet."))
        if note.lies_somewhere:
            raise RefusedError(
                _("The note already lies in a system."),
                hint=_("Take it out there first, and clear the day it was laid there."),
            )
        store.put(work.db, part_id, None)
        record(work, request.case.id, "disagreement_removed", **of_part(part))
    return work.change


def _cleaned(note: Disagreement) -> Disagreement:
    places = (
        replace(one, system=clean_line(one.system), laid_by=clean_line(one.laid_by))
        for one in note.places
    )
    return replace(
        note,
        about=clean_text(note.about),
        view=clean_text(note.view),
        ours=clean_text(note.ours),
        places=tuple(one for one in places if one.system),
    )


def _problems(note: Disagreement, request: Request, today: date) -> list[FieldProblem]:
    problems = required("about", note.about, _("Write which data it is about."))
    problems += required("view", note.view, _("Write the person's view, in the person's words."))
    for field in ("about", "view", "ours"):
        problems += text_length(field, getattr(note, field))
    problems += day_problems("written_on", note.written_on, request, today)
    if not any(one.system.strip() for one in note.places):
        text = _("Name at least one system that the note shall lie in.")
        problems.append(problem("places", text))
    for one in note.places:
        problems += line_lengths(places=one.system) + line_lengths(places=one.laid_by)
        early = one.laid_on is not None and one.laid_on < note.written_on
        late = one.laid_on is not None and one.laid_on > today
        if early or late:
            text = _("{system}: give a day from when the note was written until today.")
            problems.append(problem("places", text.format(system=one.system)))
        if one.laid_on is not None and not one.laid_by.strip():
            text = _("{system}: write who laid it there.").format(system=one.system)
            problems.append(problem("places", text))
    return problems


def read_note(vault: Vault, case_id: CaseId, part_id: PartId) -> Disagreement | None:
    """The note of a part, for who may see the case."""
    read_request(vault, case_id)
    return store.note(vault.db, part_id)


def kept_note(vault: Vault, case_id: CaseId, part_id: PartId) -> tuple[Request, Part, Disagreement]:
    """The note with its part, to be printed. Raises ``RefusedError`` where there is none."""
    request = read_request(vault, case_id)
    note = store.note(vault.db, part_id)
    if note is None:
        raise RefusedError(_("There is no note of disagreement yet."))
    return request, request.part(part_id), note

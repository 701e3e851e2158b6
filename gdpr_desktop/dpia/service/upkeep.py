"""Keeps what lists, searches and the overview read in step with an assessment."""

from dataclasses import replace
from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.attachments.service import FilesChange
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.advice import follow_record, waiting
from gdpr_desktop.dpia.assessment import LOOK_AGAIN, REVIEW_DUE, Dpia
from gdpr_desktop.dpia.codes import State
from gdpr_desktop.dpia.consultation import timing
from gdpr_desktop.dpia.service.base import opened_to_write
from gdpr_desktop.dpia.steps import next_step
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault


def subscribe(vault: Vault) -> None:
    """Let every touched assessment be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    vault.subscribe(FilesChange, require_writable)
    follow_record.subscribe(vault)


def require_writable(work: Any, event: FilesChange) -> None:
    """Raise ``RefusedError`` where files of an assessment may not be changed now."""
    if cases.case(work.db, event.case_id).kind is CaseKind.DPIA:
        opened_to_write(work, event.case_id)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute title, deadlines, next step and search words of one assessment."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.DPIA or case.anonymised_at is not None:
        return
    found = store.dpia(work.db, event.case_id)
    if not case.open:
        _forget_passwords(work.db, found)
    cases.put_title(work.db, case.id, found.about.title)
    due = _put_deadlines(work.db, found)
    step = next_step(found)
    now = {"next_step": step.value if step else "", "due": due, "outcome": found.state.value}
    changed = {name: value for name, value in now.items() if getattr(case, name) != value}
    if "due" in changed:
        changed["due"] = due or cases.NO_DUE
    cases.update_case(work.db, case.id, **changed)
    cases.put_words(work.db, case.id, _words(found))


def _forget_passwords(db: Any, found: Dpia) -> None:
    """Of work files that are out when the case is closed: they are not taken in any more."""
    if any(one.password for one in found.sent_files):
        files = tuple(replace(one, password="") for one in found.sent_files)
        store.put_step(db, found.case.id, sent_files=files)


def deadlines(found: Dpia) -> dict[str, date | None]:
    """Each kind of deadline of an assessment, with its day; None where none runs now."""
    again = found.need.look_again_by if found.need else None
    in_force = found.state is State.IN_FORCE
    reviewed = found.reviews[-1].next_on if found.reviews else None
    first = found.approval.review_on if found.approval else None
    return {
        LOOK_AGAIN: again if found.state in (State.NOT_NEEDED, State.COVERED) else None,
        REVIEW_DUE: (reviewed or first) if in_force else None,
        **waiting.wanted(found),
        **timing.wanted(found),
    }


def _put_deadlines(db: Any, found: Dpia) -> date | None:
    running = []
    for kind, due in deadlines(found).items():
        if due is None or not found.case.open:
            cases.drop_deadline(db, found.case.id, kind)
            continue
        rule = rules_on(due).version
        cases.put_deadline(db, found.case.id, kind=kind, due=due, rule=rule, met_on=None)
        running.append(due)
    if found.case.open:
        running += [one.due for one in found.tasks if one.due and not one.done]
    return min(running, default=None)


def _words(found: Dpia) -> list[str]:
    about = found.about
    return [found.case.number, about.title, about.systems, about.unit, about.responsible]


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.DPIA:
        store.anonymise(work.db, event.case_id)

"""An exception instead of telling: used with its proof, advised on, decided on."""

from dataclasses import fields, replace
from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title, officers
from gdpr_desktop.casework.service import record, record_first
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import RefusedError, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.information.collections import store
from gdpr_desktop.information.collections.checks import exception_problems
from gdpr_desktop.information.collections.model import (
    Advice,
    Collection,
    Decision,
    ExceptionUse,
)
from gdpr_desktop.information.collections.service.base import day_problems, opened
from gdpr_desktop.information.collections.service.undo import step_undo
from gdpr_desktop.vault import Vault


def cleaned(use: ExceptionUse) -> ExceptionUse:
    """The exception as it is kept: only what proves this one."""
    wanted = {proof.value for proof in use.exception.proofs}
    changes: dict[str, object] = {}
    for field in fields(use):
        value = getattr(use, field.name)
        if field.name == "exception":
            continue
        if field.name not in wanted:
            changes[field.name] = None if field.name == "published_on" else ""
        elif isinstance(value, str):
            changes[field.name] = clean_text(value)
    return replace(use, **changes)  # type: ignore[arg-type]


def use_exception(vault: Vault, case_id: CaseId, use: ExceptionUse) -> Change:
    """Say that people are not told, by which exception, and what proves it.

    A decision on another exception, or on this one with other proof, is made anew.
    """
    use = cleaned(use)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        before = opened(work, case_id)
        if before.told is not None:
            raise RefusedError(_("The people have been told already."))
        require_valid(exception_problems(before, use, work.clock.today()))
        new: dict[str, object] = {"exception": use}
        if before.decision is not None and use != before.exception:
            new["decision"] = None
            record_first(work, case_id, "decision_opened_again")
        store.put_step(work.db, case_id, **new)
        event = record(work, case_id, "exception_used", ground=use.exception.value)
    old = {column: getattr(before, column) for column in new}
    return step_undo(work.change, "exception_used", event, case_id, before=old, after=new)


def drop_exception(vault: Vault, case_id: CaseId) -> Change:
    """The people are told after all."""
    with vault.begin(Deed.WORK_ON_CASE) as work:
        if opened(work, case_id).exception is None:
            raise RefusedError(_("No exception is used."))
        store.put_step(work.db, case_id, exception=None, advice=None, decision=None)
        record(work, case_id, "exception_dropped")
    return work.change


def _require_exception(collection: Collection) -> None:
    if collection.exception is None:
        raise RefusedError(
            _("There is nothing to decide: no exception is used."),
            hint=_("Tell the people, or choose the exception first."),
        )


def note_advice(vault: Vault, case_id: CaseId, *, text: str, name: str, given_on: date) -> Change:
    """Note the officer's advice on the exception (art. 39(1)(a))."""
    with vault.begin(Deed.ADVISE) as work:
        before = opened(work, case_id, Deed.ADVISE)
        _require_exception(before)
        problems = required("text", text, _("Write the advice."))
        problems += required("name", name, _("Write who gave the advice."))
        problems += text_length("text", text) + line_lengths(name=name)
        problems += day_problems("given_on", given_on, before, work.clock.today())
        require_valid(problems)
        advice = Advice(text=clean_text(text), name=clean_line(name), given_on=given_on)
        store.put_step(work.db, case_id, advice=advice)
        event = record(work, case_id, "advised")
    return step_undo(
        work.change,
        "advised",
        event,
        case_id,
        before={"advice": before.advice},
        after={"advice": advice},
        deed=Deed.ADVISE,
    )


def note_decision(
    vault: Vault, case_id: CaseId, *, text: str, name: str, role: str, decided_on: date
) -> Change:
    """Note what the delegated person ``name`` with ``role`` decided on the exception."""
    with vault.begin(Deed.DECIDE) as work:
        before = opened(work, case_id, Deed.DECIDE)
        _require_exception(before)
        problems = required("text", text, _("Write what was decided."))
        problems += required("name", name, _("Write who decided. The officer only advises."))
        problems += required("role", role, _("Write the role that has been delegated to decide."))
        officer = _("The officer advises, and cannot decide. Write who decided.")
        if is_officer(name, officers(vault)):
            problems.append(problem("name", officer))
        elif is_officers_title(role):
            problems.append(problem("role", officer))
        problems += text_length("text", text) + line_lengths(name=name, role=role)
        problems += day_problems("decided_on", decided_on, before, work.clock.today())
        require_valid(problems)
        decision = Decision(
            text=clean_text(text),
            name=clean_line(name),
            role=clean_line(role),
            decided_on=decided_on,
        )
        store.put_step(work.db, case_id, decision=decision)
        event = record(work, case_id, "decided", name=decision.name)
    return step_undo(
        work.change,
        "decided",
        event,
        case_id,
        before={"decision": before.decision},
        after={"decision": decision},
        deed=Deed.DECIDE,
    )

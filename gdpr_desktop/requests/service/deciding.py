"""The officer advises, the controller decides: two fields, in every part of a request."""

from datetime import date

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.casework.officers import is_officer, is_officers_title, officers
from gdpr_desktop.casework.service import record
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import PartId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.requests import parts_store
from gdpr_desktop.requests.model import Advice, Decision
from gdpr_desktop.requests.rights.conflicts import conflicts
from gdpr_desktop.requests.rights.conflicts import words as conflict_words
from gdpr_desktop.requests.service.base import day_problems, of_part, opened_part
from gdpr_desktop.requests.service.undo import step_undo
from gdpr_desktop.vault import Vault


def note_advice(vault: Vault, part_id: PartId, *, text: str, name: str, given_on: date) -> Change:
    """Note the officer's advice (art. 39(1)(a))."""
    with vault.begin(Deed.ADVISE) as work:
        request, part = opened_part(work, part_id, Deed.ADVISE)
        problems = required("text", text, _("Write the advice."))
        problems += required("name", name, _("Write who gave the advice."))
        problems += text_length("text", text) + line_lengths(name=name)
        problems += day_problems("given_on", given_on, request, work.clock.today())
        require_valid(problems)
        advice = Advice(text=clean_text(text), name=clean_line(name), given_on=given_on)
        parts_store.put(work.db, part_id, advice=advice)
        event = record(work, request.case.id, "advised", **of_part(part))
    return step_undo(
        work.change,
        "advised",
        event,
        request.case.id,
        part_id=part_id,
        column="advice",
        before=part.advice,
        after=advice,
        deed=Deed.ADVISE,
    )


def note_decision(
    vault: Vault, part_id: PartId, *, text: str, name: str, role: str, decided_on: date
) -> Change:
    """Note what the controller decided, through the delegated person ``name`` with ``role``."""
    with vault.begin(Deed.DECIDE) as work:
        request, part = opened_part(work, part_id, Deed.DECIDE)
        problems = required("text", text, _("Write what was decided."))
        problems += required("name", name, _("Write who decided. The officer only advises."))
        problems += required("role", role, _("Write the role that has been delegated to decide."))
        officer = _("The officer advises, and cannot decide. Write who decided.")
        if is_officer(name, officers(vault)):
            problems.append(problem("name", officer))
        elif is_officers_title(role):
            problems.append(problem("role", officer))
        problems += text_length("text", text) + line_lengths(name=name, role=role)
        problems += day_problems("decided_on", decided_on, request, work.clock.today())
        if not problems and part.assessed_on and decided_on < part.assessed_on:
            text = _("The decision cannot be made before the material was gone through.")
            problems.append(problem("decided_on", text))
        problems += [problem("text", conflict_words(code)) for code in conflicts(request, part)]
        require_valid(problems)
        name, role = clean_line(name), clean_line(role)
        decision = Decision(text=clean_text(text), name=name, role=role, decided_on=decided_on)
        parts_store.put(work.db, part_id, decision=decision)
        event = record(work, request.case.id, "decided", name=name, **of_part(part))
    return step_undo(
        work.change,
        "decided",
        event,
        request.case.id,
        part_id=part_id,
        column="decision",
        before=part.decision,
        after=decision,
        deed=Deed.DECIDE,
    )

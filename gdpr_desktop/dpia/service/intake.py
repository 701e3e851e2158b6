"""A new assessment, and its first page."""

from dataclasses import replace

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem, required
from gdpr_desktop.casework.deed import CaseTouched, record_first
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store
from gdpr_desktop.dpia.content import About
from gdpr_desktop.dpia.service.base import opened, opened_to_write, put, read_dpia, with_undo
from gdpr_desktop.vault import Vault

LONGEST_TITLE = 200  # characters


def about_problems(about: About) -> list[FieldProblem]:
    """What hinders that the first page is kept."""
    found = required("title", about.title, _("Write what the assessment is about."))
    if len(about.title) > LONGEST_TITLE:
        found.append(problem("title", _("This is too long for a name.")))
    return found + required("unit", about.unit, _("Write which unit it is for."))


def register_dpia(vault: Vault, about: About) -> Change:
    """Begin an assessment, with the question of whether one is needed.

    Raises ``InvalidInputError`` with each field.
    """
    kept = cleaned(about)
    require_valid(about_problems(kept))
    with vault.begin(Deed.REGISTER_CASE) as work:
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.DPIA,
            received=work.clock.today(),
            language=vault.municipality().language,
            title=kept.title,
            actor=work.actor,
            at=work.clock.now(),
        )
        store.insert(work.db, case_id, kept)
        own = cases.user_named(work.db, work.actor.name)
        cases.update_case(work.db, case_id, caseworker=work.actor.name, assignee=own)
        record_first(work, case_id, "dpia_registered")
        work.publish(CaseTouched(case_id=case_id))
    return work.change


def write_about(vault: Vault, case_id: CaseId, about: About) -> Change:
    """Change the first page, as long as nobody advises or decides on it.

    Raises ``InvalidInputError`` with each field, or ``RefusedError``.
    """
    kept = cleaned(about)
    require_valid(about_problems(kept))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        if not found.about_writable:
            found = opened_to_write(work, case_id)
        undo = put(work, found, Deed.WORK_ON_CASE, "dpia_about_written", "about", kept)
    return with_undo(work.change, undo)


def add_about(vault: Vault, case_id: CaseId, typed: About) -> None:
    """Fill what is blank on the first page with what was typed before it was begun otherwise."""
    stands = read_dpia(vault, case_id).about
    names = ("description", "systems", "responsible", "responsible_role", "starts_on")
    blank = {name: getattr(typed, name) for name in names if not getattr(stands, name)}
    added = replace(stands, **blank, activities=stands.activities or typed.activities)
    if added != stands:
        write_about(vault, case_id, added)


def cleaned(about: About) -> About:
    """Lines without blanks around them, nor line breaks."""
    return replace(
        about,
        title=clean_line(about.title),
        systems=clean_line(about.systems),
        unit=clean_line(about.unit),
        responsible=clean_line(about.responsible),
        responsible_role=clean_line(about.responsible_role),
    )

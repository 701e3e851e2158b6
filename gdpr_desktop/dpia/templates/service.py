"""Deeds on templates: save one from an assessment, begin from one, delete one."""

from dataclasses import replace
from functools import partial

from gdpr_desktop.casework.checks import problem, required
from gdpr_desktop.casework.deed import begin_on, record
from gdpr_desktop.core.change import Change, Kind, Undo
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.dpia import store as assessments
from gdpr_desktop.dpia.content import About, Assessment
from gdpr_desktop.dpia.service.contents import write_contents
from gdpr_desktop.dpia.service.intake import register_dpia
from gdpr_desktop.dpia.templates import store
from gdpr_desktop.dpia.templates.model import (
    LONGEST_NAME,
    Order,
    TemplateHead,
    begun_from,
    template_of,
)
from gdpr_desktop.vault import Vault

SAVED, DELETED, USED = "dpia_template_saved", "dpia_template_deleted", "dpia_template_used"


def templates(vault: Vault) -> tuple[TemplateHead, ...]:
    """All templates by name."""
    return store.heads(vault.db)


def name_problems(vault: Vault, name: str) -> list[FieldProblem]:
    """What hinders that a template gets this name."""
    found = required("name", name, _("Give the template a name."))
    if len(name) > LONGEST_NAME:
        found.append(problem("name", _("This is too long for a name.")))
    if name and store.named(vault.db, name) is not None:
        found.append(problem("name", _("There is a template with this name already.")))
    return found


def save_template(vault: Vault, order: Order) -> Change:
    """Keep a template made from an assessment. Raises ``InvalidInputError`` with each field."""
    name = clean_line(order.name)
    require_valid(name_problems(vault, name))
    with vault.begin(Deed.WORK_ON_CASE) as work:
        begin_on(work, Deed.WORK_ON_CASE, order.case_id)
        found = assessments.dpia(work.db, order.case_id)
        kept = TemplateHead(
            id=0,
            name=name,
            note=order.note.strip(),
            made_on=work.clock.today(),
            made_by=work.actor.name,
        )
        number = store.insert(work.db, kept, template_of(found.content, order.parts))
        work.log(order.case_id, SAVED, template=number)
        work.touch(Kind.TEMPLATE, number)
    return work.change


def start_from(vault: Vault, template_id: int, about: About) -> Change:
    """Begin an assessment with what stands in a template.

    Raises ``InvalidInputError`` with each field of ``about``.
    """
    with vault.begin(Deed.REGISTER_CASE) as work:
        used = store.head(work.db, template_id)
        content = begun_from(store.content(work.db, template_id))
        case_id = CaseId(register_dpia(vault, _filled(about, content.about)).id)
        write_contents(work, case_id, content)
        record(work, case_id, USED, text=used.name)
    return work.change


def delete_template(vault: Vault, template_id: int) -> Change:
    """Take a template away; what was begun from it stays."""
    with vault.begin(Deed.EDIT_TEMPLATES) as work:
        gone = store.head(work.db, template_id)
        content = store.content(work.db, template_id)
        store.delete(work.db, template_id)
        work.log(None, DELETED, template=template_id)
        work.touch(Kind.TEMPLATE, template_id)
    verb = partial(_put_back, kept=gone, content=content)
    undo = Undo(words=_("the deletion of the template"), verb=verb)
    return Change(kinds=work.change.kinds, ids=work.change.ids, undo=undo)


def _filled(about: About, template: About) -> About:
    return replace(
        about,
        description=about.description or template.description,
        systems=about.systems or template.systems,
    )


def _put_back(vault: Vault, *, kept: TemplateHead, content: Assessment) -> Change:
    require_valid(name_problems(vault, kept.name))
    with vault.begin(Deed.EDIT_TEMPLATES) as work:
        store.insert(work.db, kept, content)
        work.log(None, SAVED, template=kept.id)
        work.touch(Kind.TEMPLATE, kept.id)
    return work.change

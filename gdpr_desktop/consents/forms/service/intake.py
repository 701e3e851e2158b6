"""A new form."""

from dataclasses import replace

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.checks import problem, required
from gdpr_desktop.casework.deed import CaseTouched, record_first
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms import store
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.core.text import _
from gdpr_desktop.vault import Vault

LONGEST_TITLE = 200  # characters


def intake_problems(content: FormContent) -> list[FieldProblem]:
    """What hinders that a form is begun."""
    found: list[FieldProblem] = []
    if not content.title:
        found.append(problem("title", _("Give the form a name.")))
    elif max(len(content.title.nn), len(content.title.nb)) > LONGEST_TITLE:
        found.append(problem("title", _("This is too long for a name.")))
    return found + required("unit", content.unit, _("Write which unit asks."))


def register_form(vault: Vault, content: FormContent) -> Change:
    """Begin a form; what is written in ``content`` beside name and unit is kept as it is.

    Raises ``InvalidInputError`` with each field.
    """
    title = Bilingual(nn=clean_line(content.title.nn), nb=clean_line(content.title.nb))
    kept = replace(content, title=title, unit=clean_line(content.unit))
    require_valid(intake_problems(kept))
    with vault.begin(Deed.REGISTER_CASE) as work:
        language = vault.municipality().language
        case_id = cases.insert_case(
            work.db,
            number=cases.next_number(work.db, work.clock.today().year),
            kind=CaseKind.CONSENT_FORM,
            received=work.clock.today(),
            language=language,
            title=kept.title.in_(language),
            actor=work.actor,
            at=work.clock.now(),
        )
        store.insert(work.db, case_id, kept)
        own = cases.user_named(work.db, work.actor.name)
        cases.update_case(work.db, case_id, caseworker=work.actor.name, assignee=own)
        record_first(work, case_id, "consent_form_registered")
        work.publish(CaseTouched(case_id=case_id))
    return work.change

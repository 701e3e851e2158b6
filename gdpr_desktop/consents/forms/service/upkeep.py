"""Keeps what lists, searches and the overview read in step with a form, in its transaction."""

from datetime import date
from typing import Any

from gdpr_desktop.casework import store as cases
from gdpr_desktop.casework.deed import CaseTouched
from gdpr_desktop.casework.model import CaseKind
from gdpr_desktop.casework.person_search import add_source
from gdpr_desktop.casework.retention import CaseAnonymised
from gdpr_desktop.consents.forms import store
from gdpr_desktop.consents.forms.model import REVIEW, Form
from gdpr_desktop.consents.forms.steps import next_step
from gdpr_desktop.consents.renewal.dates import review_due
from gdpr_desktop.law.rules import rules_on
from gdpr_desktop.vault import Vault


def subscribe(vault: Vault) -> None:
    """Let every touched form be brought in step before the unit of work commits."""
    vault.subscribe(CaseTouched, keep_in_step)
    vault.subscribe(CaseAnonymised, anonymise)
    for source in store.TEXTS:
        add_source(source)


def keep_in_step(work: Any, event: CaseTouched) -> None:
    """Recompute title, deadline, next step and search words of one form."""
    case = cases.case(work.db, event.case_id)
    if case.kind is not CaseKind.CONSENT_FORM or case.anonymised_at is not None:
        return
    found = store.form(work.db, event.case_id)
    cases.put_title(work.db, case.id, found.draft.title.in_(case.language))
    due = _put_deadlines(work.db, found)
    step = next_step(found)
    now = {"next_step": step.value if step else "", "due": due}
    changed = {name: value for name, value in now.items() if getattr(case, name) != value}
    if "due" in changed:
        changed["due"] = due or cases.NO_DUE
    cases.update_case(work.db, case.id, **changed)
    cases.put_words(work.db, case.id, _words(found))


def _put_deadlines(db: Any, found: Form) -> date | None:
    review = review_due(found) if found.case.open else None
    if review is None:
        cases.drop_deadline(db, found.case.id, REVIEW)
    else:
        rule = rules_on(review).version
        cases.put_deadline(db, found.case.id, kind=REVIEW, due=review, rule=rule, met_on=None)
    tasks = [one.due for one in found.tasks if one.due and not one.done]
    running = [review, *tasks] if found.case.open else []
    return min((day for day in running if day is not None), default=None)


def _words(found: Form) -> list[str]:
    draft = found.draft
    purposes = [text for one in draft.purposes for text in (one.text.nn, one.text.nb)]
    titles = (draft.title.nn, draft.title.nb)
    return [found.case.number, *titles, draft.unit, draft.responsible, *purposes]


def anonymise(work: Any, event: CaseAnonymised) -> None:
    """Drop names and free text when a case is anonymised."""
    if cases.case(work.db, event.case_id).kind is CaseKind.CONSENT_FORM:
        store.anonymise(work.db, event.case_id)

"""The draft of a form is written: its texts, and its purposes. An approved version stays."""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from gdpr_desktop.consents.codes import Lasting
from gdpr_desktop.consents.content import FormContent, Place, Purpose
from gdpr_desktop.consents.forms.checks import content_problems, purposes_problems
from gdpr_desktop.consents.forms.keys import keyed
from gdpr_desktop.consents.forms.service.base import opened, put, with_undo
from gdpr_desktop.consents.forms.service.intake import intake_problems
from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change, Kind
from gdpr_desktop.core.errors import require_valid
from gdpr_desktop.core.ids import CaseId
from gdpr_desktop.core.names import clean_line, clean_text
from gdpr_desktop.core.roles import Deed
from gdpr_desktop.vault import Vault

WRITTEN, PURPOSES_WRITTEN = "consent_form_written", "consent_purposes_written"
_LINES = ("unit", "responsible", "contact", "law")


def write_form(vault: Vault, case_id: CaseId, content: FormContent) -> Change:
    """Keep what is written on the form beside its purposes; a form never changes its kind.

    Raises ``InvalidInputError`` with each field.
    """
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        draft = found.draft
        kept = cleaned(replace(content, kind=draft.kind, purposes=draft.purposes))
        today = work.clock.today()
        require_valid([*intake_problems(kept), *content_problems(kept, today)])
        return _kept(work, found, WRITTEN, kept)


def write_purposes(vault: Vault, case_id: CaseId, purposes: Iterable[Purpose]) -> Change:
    """Keep the purposes, in their order; a new one gets a key that no other ever had.

    Raises ``InvalidInputError``.
    """
    asked = tuple(_purpose(one) for one in purposes)
    with vault.begin(Deed.WORK_ON_CASE) as work:
        found = opened(work, case_id)
        require_valid(purposes_problems(asked, found.draft.kind))
        kept = replace(found.draft, purposes=keyed(found, asked))
        return _kept(work, found, PURPOSES_WRITTEN, kept)


def _kept(work: Any, found: Any, code: str, kept: FormContent) -> Change:
    if kept == found.draft:  # nothing to tell of
        work.touch(Kind.CASE, found.case.id)
        return _change(work)
    undo = put(work, found, Deed.WORK_ON_CASE, code, "draft", kept)
    return with_undo(_change(work), undo)


def _change(work: Any) -> Change:
    change: Change = work.change
    return change


def cleaned(content: FormContent) -> FormContent:
    """The content as it is kept; a date stands only with a form that lasts to one."""
    texts: dict[str, Any] = {}
    for one in fields(content):
        said = getattr(content, one.name)
        if isinstance(said, Bilingual):
            clean = clean_line if one.name == "title" else clean_text
            texts[one.name] = Bilingual(nn=clean(said.nn), nb=clean(said.nb))
    texts |= {name: clean_line(getattr(content, name)) for name in _LINES}
    until = content.until if content.lasting is Lasting.DATE else None
    age_check = clean_text(content.age_check) if content.online else ""
    return replace(content, until=until, age_check=age_check, **texts)


def _purpose(one: Purpose) -> Purpose:
    text = Bilingual(nn=clean_line(one.text.nn), nb=clean_line(one.text.nb))
    return replace(one, text=text, places=tuple(map(_place, one.places)))


def _place(one: Place) -> Place:
    return replace(
        one,
        name=clean_line(one.name),
        responsible=clean_line(one.responsible),
        other_basis=clean_text(one.other_basis),
    )

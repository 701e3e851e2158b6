"""Two lists of a group: which forms have come back, and who has said yes and no to what."""

from typing import TYPE_CHECKING

from gdpr_desktop.consents.codes import Reason, Verdict
from gdpr_desktop.consents.forms.documents.facts import CLASS_LIST, RETURN_LIST, form_facts
from gdpr_desktop.consents.forms.documents.making import Sheet, dressed
from gdpr_desktop.consents.forms.documents.many import people_of, readable_group
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.given import store as given
from gdpr_desktop.consents.given.model import Consent
from gdpr_desktop.consents.groups import store as groups
from gdpr_desktop.consents.groups.model import Group, Member
from gdpr_desktop.consents.validity import allowed
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

_NOTHING = "–"  # no answer: it is not allowed, and nobody has said so
_SAID_NO = frozenset({Reason.REFUSED, Reason.WITHDRAWN})


def return_list(vault: Vault, sheet: Sheet, group_id: GroupId) -> "Letter":
    """A line to each form that is handed out in a group, to tick off as they come back."""
    found = readable_group(vault, group_id)
    handed = [
        {"number": str(number), "name": one.name, "guardian": one.reader}
        for number, one in enumerate(people_of(vault, sheet, group_id), 1)
    ]
    return _made(vault, sheet, RETURN_LIST, found, {"handed": handed})


def class_list(vault: Vault, sheet: Sheet, form: Form, group_id: GroupId) -> "Letter":
    """Who has said yes and no to what, as it is today. Yes stands only where it is allowed."""
    found = readable_group(vault, group_id)
    listed = [
        {"name": one.name, "answers": _answers(vault, sheet, form, one)}
        for one in groups.members(vault.db, group_id)
    ]
    return _made(vault, sheet, CLASS_LIST, found, {"listed": listed})


def _answers(vault: Vault, sheet: Sheet, form: Form, member: Member) -> list[str]:
    """One to each purpose. Of who has a protected address it says no more than «no»."""
    consents = _consents(vault, form, member)
    if member.protected or any(one.subject.protected for one in consents):
        return [words(Verdict.NO, sheet.language)] * len(sheet.content.purposes)
    newest = max(consents, key=lambda one: one.id, default=None)
    return [_answer(newest, form, one.key, sheet) for one in sheet.content.purposes]


def _consents(vault: Vault, form: Form, member: Member) -> tuple[Consent, ...]:
    """Those of the member, and those of who has the same name and birth date."""
    assert member.id is not None, "it was read"
    found = given.of_members(vault.db, (member.id,), form.case.id)
    if member.birth_date is None:
        return found
    return found + given.of_person_on(vault.db, form.case.id, groups.match(member))


def _answer(newest: Consent | None, form: Form, purpose: str, sheet: Sheet) -> str:
    """«Yes» by the newest answers alone: older ones do not stand behind a new no."""
    if newest is None:
        return _NOTHING
    found = allowed(newest, form, purpose, sheet.day)
    if found.verdict is Verdict.YES:
        return words(Verdict.YES, sheet.language)
    return words(Verdict.NO, sheet.language) if _SAID_NO & set(found.reasons) else _NOTHING


def _made(
    vault: Vault, sheet: Sheet, template: str, group: Group, facts: dict[str, object]
) -> "Letter":
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    common = form_facts(sheet.content, sheet.municipality, sheet.language)
    named = {"group_name": group.name, "list_day": sheet.day}
    every = {**common, **named, **facts}
    return dressed(sheet, render(template, sheet.language, every, source=OwnTemplates(vault)))

"""Two lists of a group: which forms have come back, and who has said yes and no to what."""

from typing import TYPE_CHECKING

from gdpr_desktop.consents.allowed.model import Asked
from gdpr_desktop.consents.allowed.service import Asking, PersonAnswer
from gdpr_desktop.consents.codes import Reason, Verdict
from gdpr_desktop.consents.forms.documents.facts import CLASS_LIST, RETURN_LIST, form_facts
from gdpr_desktop.consents.forms.documents.making import Sheet, dressed
from gdpr_desktop.consents.forms.documents.many import people_of
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.groups.model import Group
from gdpr_desktop.consents.groups.service.base import readable
from gdpr_desktop.consents.words import words
from gdpr_desktop.core.ids import GroupId
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

_NOTHING = "–"  # no answer: it is not allowed, and nobody has said so
_SAID_NO = frozenset({Reason.REFUSED, Reason.WITHDRAWN})


def return_list(vault: Vault, sheet: Sheet, group_id: GroupId) -> "Letter":
    """A line to each form that is handed out in a group, to tick off as they come back."""
    found = readable(vault, group_id)
    handed = [
        {"number": str(number), "name": one.name, "guardian": one.reader}
        for number, one in enumerate(people_of(vault, sheet, group_id), 1)
    ]
    return _made(vault, sheet, RETURN_LIST, found, {"handed": handed})


def class_list(vault: Vault, sheet: Sheet, form: Form, group_id: GroupId) -> "Letter":
    """Who has said yes and no to what, as «Har vi lov?» answers today about this form."""
    found = readable(vault, group_id)
    asked = (Asked(form_id=form.case.id, key=one.key) for one in sheet.content.purposes)
    listed = [
        {"name": row[0].name, "answers": [_said(one, sheet) for one in row]}
        for row in Asking.begin(vault).about_group(group_id, *asked)
    ]
    return _made(vault, sheet, CLASS_LIST, found, {"listed": listed})


def _said(found: PersonAnswer, sheet: Sheet) -> str:
    """«Yes», «No» or nothing. Of who has a protected address it says no more than «no»."""
    if found.answer.yes and not found.protected:
        return words(Verdict.YES, sheet.language)
    no = found.protected or _SAID_NO.intersection(found.answer.reasons)
    return words(Verdict.NO, sheet.language) if no else _NOTHING


def _made(
    vault: Vault, sheet: Sheet, template: str, group: Group, facts: dict[str, object]
) -> "Letter":
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    common = form_facts(sheet.content, sheet.municipality, sheet.language)
    named = {"group_name": group.name, "list_day": sheet.day}
    every = {**common, **named, **facts}
    return dressed(sheet, render(template, sheet.language, every, source=OwnTemplates(vault)))

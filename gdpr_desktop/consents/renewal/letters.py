"""What the letters say, and the letters one after the other: the worker knows no vault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.consents.codes import FormKind
from gdpr_desktop.consents.forms.model import Form
from gdpr_desktop.consents.renewal.dates import used_purposes
from gdpr_desktop.consents.renewal.model import Why
from gdpr_desktop.consents.renewal.recipients import Addressee, Reader
from gdpr_desktop.consents.renewal.words import letter_title
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.copies import Wordings

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """All that the worker needs. ``base`` are facts that every letter has, with a ``frame``."""

    form: Form
    people: tuple[Addressee, ...]
    language: Language
    base: Mapping[str, object]
    answer_by: date | None
    wordings: Wordings
    letterhead: bytes | None


def letters(batch: Batch) -> Iterator["Letter"]:
    """A letter to each, in their order."""
    from gdpr_desktop.letters import Frame, render

    for one in batch.people:
        frame = batch.base["frame"]
        assert isinstance(frame, Frame)
        to = replace(frame, recipient=_name(one, batch.language), recipient_address=one.address)
        facts = {**batch.base, **letter_facts(one, batch), "frame": to}
        letter = render(one.reader.template, batch.language, facts, source=batch.wordings)
        title = letter_title(batch.form.draft.kind, batch.language)
        yield replace(letter, title=title) if title else letter


def letter_facts(one: Addressee, batch: Batch) -> dict[str, object]:
    """What the letter to one says of their own answer."""
    consent, language = one.consent, batch.language
    version = batch.form.version(consent.version)
    assert version is not None, "what waits is on an approved version"
    content = version.content
    asked = (content.purpose(key) for key in used_purposes(consent, batch.form))
    facts: dict[str, object] = {
        "renewal_why": "grown" if one.why is Why.OUTGROWN else "ends",
        "renewal_form": content.title.in_(language),
        "renewal_unit": content.unit,
        "renewal_ends": consent.valid_until or "",
        "renewal_purposes": tuple({"text": p.text.in_(language)} for p in asked if p is not None),
        "renewal_withdraw": content.withdraw_how.in_(language),
        "renewal_contact": content.contact,
        "answer_by": batch.answer_by or "",
    }
    if one.reader is Reader.CHILD:
        return facts
    return facts | {
        "renewal_release": content.kind is FormKind.CONFIDENTIALITY,
        "on_behalf_of": consent.subject.name if one.reader is Reader.OTHER else "",
    }


def _name(one: Addressee, language: Language) -> str:
    if one.name:
        return one.name
    text = _("The parents or guardians of {name}", language=language)
    return text.format(name=one.consent.subject.name)

"""What each channel may carry (practice of the house; handbook 2.3 and 5.6)."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum

from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests.model import IdentityMethod, Part, Request
from gdpr_desktop.requests.rights import rules_for


class Objection(StrEnum):
    """Why an answer may not go by a channel."""

    SPECIAL_CATEGORIES = "special_categories"
    CRIMINAL = "criminal"
    IDENTIFIERS = "identifiers"
    CONFIDENTIAL = "confidential"
    PROTECTED_ADDRESS = "protected_address"
    LOCKED_TO_ADDRESS = "locked_to_address"
    NO_ADDRESS = "no_address"
    NO_EMAIL = "no_email"
    NOT_ASKED_FOR_ORALLY = "not_asked_for_orally"


_POST = frozenset({DispatchChannel.REGISTERED_POST, DispatchChannel.ORDINARY_POST})


def objections(request: Request, part: Part, channel: DispatchChannel) -> tuple[Objection, ...]:
    """Everything that stands in the way of sending the answer by ``channel``; () when it may."""
    found: list[Objection] = []
    if channel is DispatchChannel.EMAIL:
        found += _against_email(request, part)
    if channel in _POST and not request.recipient.address:
        found.append(Objection.NO_ADDRESS)
    if channel is DispatchChannel.ORAL and not request.wants_oral_answer:
        found.append(Objection.NOT_ASKED_FOR_ORALLY)
    if request.identity.method is IdentityMethod.ADDRESS_MATCHES and channel not in _POST:
        found.append(Objection.LOCKED_TO_ADDRESS)
    return tuple(found)


def _against_email(request: Request, part: Part) -> list[Objection]:
    found = []
    content = rules_for(part).content(part)
    if content is None or content.special_categories:
        found.append(Objection.SPECIAL_CATEGORIES)
    if content is not None and content.criminal:
        found.append(Objection.CRIMINAL)
    if (content is not None and content.identifiers) or answer_holds_identifiers(part):
        found.append(Objection.IDENTIFIERS)
    if content is not None and content.confidential:
        found.append(Objection.CONFIDENTIAL)
    if any(person.protected for person in request.persons.values()):
        found.append(Objection.PROTECTED_ADDRESS)
    if not request.recipient.email:
        found.append(Objection.NO_EMAIL)
    return found


def answer_holds_identifiers(part: Part) -> bool:
    """Is there an identity or account number in what we wrote in the answer?"""
    from gdpr_desktop.law.identifiers import Kind, find

    texts = _texts((part.assessment, part.refusal, part.answer))
    delicate = {Kind.NATIONAL_ID, Kind.D_NUMBER, Kind.ACCOUNT}
    return any(finding.kind in delicate for text in texts for finding in find(text))


def _texts(value: object) -> Iterator[str]:
    """Every text in a value, however deep it lies."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _texts(getattr(value, one.name))

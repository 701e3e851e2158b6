"""What each channel may carry (practice of the house; handbook 2.3 and 5.6)."""

from enum import StrEnum

from gdpr_desktop.correspondence.model import DispatchChannel
from gdpr_desktop.requests.model import IdentityMethod, Request


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


def objections(request: Request, channel: DispatchChannel) -> tuple[Objection, ...]:
    """Everything that stands in the way of sending the answer by ``channel``; () when it may."""
    found: list[Objection] = []
    if channel is DispatchChannel.EMAIL:
        found += _against_email(request)
    if channel in _POST and not request.recipient.address:
        found.append(Objection.NO_ADDRESS)
    if channel is DispatchChannel.ORAL and not request.wants_oral_answer:
        found.append(Objection.NOT_ASKED_FOR_ORALLY)
    if request.identity.method is IdentityMethod.ADDRESS_MATCHES and channel not in _POST:
        found.append(Objection.LOCKED_TO_ADDRESS)
    return tuple(found)


def _against_email(request: Request) -> list[Objection]:
    found = []
    content = request.review.content if request.review else None
    if content is None or content.special_categories:
        found.append(Objection.SPECIAL_CATEGORIES)
    if content is not None and content.criminal:
        found.append(Objection.CRIMINAL)
    if (content is not None and content.identifiers) or answer_holds_identifiers(request):
        found.append(Objection.IDENTIFIERS)
    if content is not None and content.confidential:
        found.append(Objection.CONFIDENTIAL)
    if any(person.protected for person in request.persons.values()):
        found.append(Objection.PROTECTED_ADDRESS)
    if not request.recipient.email:
        found.append(Objection.NO_EMAIL)
    return found


def answer_holds_identifiers(request: Request) -> bool:
    """Is there an identity or account number in what we wrote in the answer?"""
    from gdpr_desktop.law.identifiers import Kind, find

    if request.answer is None:
        return False
    texts = [t for item in request.answer.copies for t in (item.name, item.what, item.details)]
    if request.review is not None:
        texts += [one.explanation for one in request.review.exempted]
    texts += [getattr(s, name) for s in request.answer.systems for name in s.__slots__]
    delicate = {Kind.NATIONAL_ID, Kind.D_NUMBER, Kind.ACCOUNT}
    return any(finding.kind in delicate for text in texts for finding in find(text))

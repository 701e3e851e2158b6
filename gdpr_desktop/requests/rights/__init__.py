"""The rights, one module each beside its sisters: what it asks, what may come of it, its letter."""

from gdpr_desktop.requests.model import Part, Request, Right
from gdpr_desktop.requests.rights import (
    access,
    automated,
    complaint,
    copies,
    erasure,
    notice,
    objection,
    question,
    restriction,
    withdrawal,
)
from gdpr_desktop.requests.rights.base import RightRules

_MODULES = (
    access,
    automated,
    complaint,
    copies,
    erasure,
    notice,
    objection,
    question,
    restriction,
    withdrawal,
)
_RULES: dict[Right, RightRules] = {module.RULES.right: module.RULES for module in _MODULES}

OFFERED = tuple(right for right in Right if right in _RULES)  # in the order of the articles
ANSWER_LETTERS = frozenset(letter for rules in _RULES.values() for letter in rules.letters)


def rules_of(right: Right) -> RightRules:
    """The rules of a right."""
    return _RULES[right]


def collects(request: Request) -> bool:
    """Must every place be asked before all of the request can be answered?"""
    return any(rules_of(part.right).collects for part in request.parts)


def needs_identity(request: Request) -> bool:
    """Must we know who it is before all of the request can be answered?"""
    return any(rules_of(part.right).identity for part in request.parts)


def answer_letter(request: Request, part: Part) -> str:
    """The template that answers a part."""
    return rules_of(part.right).template(request, part)


def offered_by(request: Request) -> tuple[Right, ...]:
    """Rights that the assessments say fit, and that are not in the case yet."""
    here = {part.right for part in request.parts}
    found = (right for part in request.parts for right in rules_of(part.right).offers(part))
    return tuple(right for right in dict.fromkeys(found) if right not in here and right in _RULES)

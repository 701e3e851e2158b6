"""The rights, one module each beside its sisters: what it asks, what may come of it, its letter."""

from collections.abc import Iterable
from importlib import import_module

from gdpr_desktop.requests.model import Part, Request, Result, Right
from gdpr_desktop.requests.rights import access
from gdpr_desktop.requests.rights.base import RightRules
from gdpr_desktop.requests.rights.refused import (
    LETTERS,
    RefusedRules,
    refused_articles,
    refused_whole,
)

# each right has the module of its own value
_RULES: dict[Right, RightRules] = {
    right: import_module(f"{__name__}.{right.value}").RULES for right in Right
}

OFFERED = tuple(Right)  # in the order of the articles
ANSWER_LETTERS = (
    frozenset(letter for rules in _RULES.values() for letter in rules.letters) | LETTERS
)
CLAIMS = frozenset(right for right, rules in _RULES.items() if rules.claim)
_REFUSED = {right: RefusedRules(rules) for right, rules in _RULES.items()}


def rules_of(right: Right) -> RightRules:
    """The rules of a right."""
    return _RULES[right]


def rules_for(part: Part) -> RightRules:
    """The rules that a part follows: its right's own, or those of a claim refused as a whole."""
    return _REFUSED[part.right] if refused_whole(part) else _RULES[part.right]


def result_of(part: Part) -> Result | None:
    """What came of a part; what is refused in part is not granted."""
    result = rules_for(part).result(part)
    partly = bool(refused_articles(part)) and result in (Result.GRANTED, Result.ANSWERED)
    return Result.PARTLY if partly else result


def grounds_of(part: Part) -> tuple[str, ...]:
    """The provisions a refusal rests on, the right's own and those that any right may meet."""
    return tuple(dict.fromkeys((*rules_for(part).grounds(part), *refused_articles(part))))


def collects(request: Request) -> bool:
    """Must every place be asked before all of the request can be answered?"""
    return any(rules_for(part).needs_collection(part) for part in request.parts)


def needs_identity(request: Request) -> bool:
    """Must we know who it is before all of the request can be answered?"""
    return any(rules_for(part).identity for part in request.parts)


def asked(request: Request) -> bool:
    """Has somebody asked for something? Else nothing is confirmed, and no month of the law runs."""
    return any(rules_of(part.right).asked for part in request.parts)


def claimed(request: Request) -> bool:
    """Does the month of art. 12(3) run? A notice, a question or a complaint alone has no law's."""
    return any(part.right in CLAIMS for part in request.parts)


def mixed(rights: Iterable[Right]) -> bool:
    """Is there both something somebody asks for, and something nobody does?

    Those are two cases: they begin on different days, and have different time limits.
    """
    return len({rules_of(right).asked for right in rights}) > 1


def answer_letter(request: Request, part: Part) -> str:
    """The template that answers a part."""
    return rules_for(part).template(request, part)


def answered_by_mouth(request: Request, part: Part) -> bool:
    """Is the answer told, so that no letter is needed? A refusal is always written."""
    if refused_whole(part):
        return False
    if part.right is Right.ACCESS:
        answer = access.answer_of(part)
        return answer is not None and answer.oral is not None
    return request.wants_oral_answer


def offered_by(request: Request) -> tuple[Right, ...]:
    """Rights that the assessments say fit, and that are not in the case yet."""
    here = {part.right for part in request.parts}
    found = (right for part in request.parts for right in rules_for(part).offers(part))
    return tuple(right for right in dict.fromkeys(found) if right not in here)

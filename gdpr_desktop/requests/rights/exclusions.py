"""Answers to two parts of a request that cannot both be given."""

from collections.abc import Iterable

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.requests.model import Part, Request, Right
from gdpr_desktop.requests.rights import erasure, restriction
from gdpr_desktop.requests.rights.refused import refused_whole

_OTHER = {Right.ERASURE: Right.RESTRICTION, Right.RESTRICTION: Right.ERASURE}


def exclusion_problems(request: Request, part: Part) -> list[FieldProblem]:
    """What is erased cannot be restricted too: the same data in the same system.

    Only while neither has been answered: data that were restricted may be erased later on.
    """
    right = _OTHER.get(part.right)
    other = request.of(right) if right is not None else None
    if other is None or other.answered or refused_whole(other):
        return []
    there = {_key(one) for one in _touched(other)}
    same = next((what for what, system in _touched(part) if _key((what, system)) in there), None)
    if same is None:
        return []
    text = _("«{what}» cannot be both erased and restricted. Assess the other part anew first.")
    return [problem("items", text.format(what=same))]


def _touched(part: Part) -> Iterable[tuple[str, str]]:
    """What the assessment erases or restricts, and in which system."""
    if part.right is Right.ERASURE:
        erased = erasure.assessment_of(part)
        return [(one.what, one.system) for one in erased.erased] if erased else []
    found = restriction.assessment_of(part)
    return [(one.what, one.system) for one in found.items] if found and found.restricts else []


def _key(item: tuple[str, str]) -> tuple[str, ...]:
    return tuple(clean_line(text).casefold() for text in item)

"""Answers to two parts of a request that cannot both be given."""

from collections.abc import Iterable
from enum import StrEnum

from gdpr_desktop.casework.checks import problem
from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.erasure import ErasureGround
from gdpr_desktop.requests.model import Part, Request, Result, Right
from gdpr_desktop.requests.rights import erasure, restriction, result_of
from gdpr_desktop.requests.rights.refused import refused_whole

_GIVEN = frozenset({Result.GRANTED, Result.PARTLY})
_OTHER = {Right.ERASURE: Right.RESTRICTION, Right.RESTRICTION: Right.ERASURE}
_OF_DATA = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.PORTABILITY})


class Conflict(StrEnum):
    """Which two decisions exclude each other."""

    NOTHING_HELD = "nothing_held"  # access finds nothing, another right deals with what is held
    OBJECTION_REFUSED = "objection_refused"  # erased because of an objection that did not succeed


words = CodeWords(
    (
        (
            Conflict.NOTHING_HELD,
            N_(
                "The answer on access says that nothing is held, but another part of the case"
                " deals with data that are. Assess one of them anew."
            ),
        ),
        (
            Conflict.OBJECTION_REFUSED,
            N_(
                "The erasure rests on an objection that is upheld (article 17(1)(c)), but the"
                " objection in this case is refused. Assess one of them anew."
            ),
        ),
    )
)


def conflicts(request: Request, part: Part) -> tuple[Conflict, ...]:
    """What ``part`` excludes of the other parts that are not answered yet.

    What is answered stands: it was true when it was sent, and may have changed since.
    """
    open_parts = [one for one in request.parts if one.id == part.id or not one.answered]
    results = {one.right: result_of(one) for one in open_parts}
    found = []
    if results.get(Right.ACCESS) is Result.NOTHING_HELD:
        given = {right for right, result in results.items() if result in _GIVEN}
        if given & _OF_DATA and part.right in (given & _OF_DATA) | {Right.ACCESS}:
            found.append(Conflict.NOTHING_HELD)
    if _erased_for_refused_objection(open_parts) and part.right in (
        Right.ERASURE,
        Right.OBJECTION,
    ):
        found.append(Conflict.OBJECTION_REFUSED)
    return tuple(found)


def _erased_for_refused_objection(parts: list[Part]) -> bool:
    """Does an erasure rest on the objection alone, which is refused?"""
    refused = any(
        one.right is Right.OBJECTION and result_of(one) is Result.REFUSED for one in parts
    )
    erased = [one for one in parts if one.right is Right.ERASURE and result_of(one) in _GIVEN]
    found = erasure.assessment_of(erased[0]) if erased else None
    return refused and found is not None and set(found.grounds) == {ErasureGround.OBJECTION}


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

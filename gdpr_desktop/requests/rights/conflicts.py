"""Decisions in one request that cannot both stand."""

from enum import StrEnum

from gdpr_desktop.core.code_words import CodeWords
from gdpr_desktop.core.text import N_
from gdpr_desktop.law.erasure import ErasureGround
from gdpr_desktop.requests.model import Part, Request, Result, Right
from gdpr_desktop.requests.rights import result_of
from gdpr_desktop.requests.rights.erasure import assessment_of

_GIVEN = frozenset({Result.GRANTED, Result.PARTLY})
_OF_DATA = frozenset({Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.PORTABILITY})


class Conflict(StrEnum):
    """Which two decisions exclude each other."""

    NOTHING_HELD = "nothing_held"  # access finds nothing, another right deals with what is held
    NOTHING_LEFT = "nothing_left"  # all is erased, and yet kept with its use restricted
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
            Conflict.NOTHING_LEFT,
            N_(
                "Everything is erased in one part of the case, and kept with restricted use in"
                " another. Assess one of them anew, or let the erasure be in part."
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
    both = {Right.ERASURE, Right.RESTRICTION}
    if part.right in both and all(results.get(right) is Result.GRANTED for right in both):
        found.append(Conflict.NOTHING_LEFT)
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
    found = assessment_of(erased[0]) if erased else None
    return refused and found is not None and set(found.grounds) == {ErasureGround.OBJECTION}

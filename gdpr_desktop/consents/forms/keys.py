"""Keys of purposes: an answer is known by its key for good, so that none means another thing."""

import re
from collections.abc import Iterable
from dataclasses import replace

from gdpr_desktop.consents.codes import PictureUse
from gdpr_desktop.consents.content import Purpose
from gdpr_desktop.consents.forms.model import Form

_NUMBER = re.compile(r"p(\d+)\Z")


def keyed(found: Form, purposes: Iterable[Purpose]) -> tuple[Purpose, ...]:
    """``purposes`` as they are kept in the draft of ``found``.

    One without a key, with one that is not its own, or that asks about another kind of thing than
    the approved purpose of that key, gets a new one.
    """
    number = max((_number(key) for key in _taken(found)), default=0)
    known = {one.key for one in found.draft.purposes}
    known |= {one.key for version in found.versions for one in version.content.purposes}
    kept: list[Purpose] = []
    for one in purposes:
        twice = one.key in {other.key for other in kept}
        if twice or one.key not in known or is_another(found, one):
            number += 1
            kept.append(replace(one, key=f"p{number}"))
        else:
            kept.append(one)
    return tuple(kept)


def approved(found: Form, key: str) -> Purpose | None:
    """The purpose of this key as it was approved last, in whichever version."""
    purposes = (version.content.purpose(key) for version in reversed(found.versions))
    return next((one for one in purposes if one is not None), None)


def approved_for(found: Form, use: PictureUse) -> tuple[Purpose, ...]:
    """The purposes of this use as they were approved last, to be taken up again with their keys."""
    for version in reversed(found.versions):
        purposes = tuple(one for one in version.content.purposes if one.use is use)
        if purposes:
            return purposes
    return ()


def is_another(found: Form, purpose: Purpose) -> bool:
    """Is it about another kind of thing than people have answered to under its key?

    Other words alone may say the same; whoever writes them is asked.
    """
    before = approved(found, purpose.key)
    return before is not None and _nature(before) != _nature(purpose)


def _nature(one: Purpose) -> tuple[object, ...]:
    return one.matter, one.use, one.special, one.transfer


def _taken(found: Form) -> set[str]:
    contents = (found.draft, *(version.content for version in found.versions))
    return {one.key for content in contents for one in content.purposes}


def _number(key: str) -> int:
    match = _NUMBER.match(key)
    return int(match.group(1)) if match else 0

"""The list of the first hour, from ``forms/first_hour``, in the language of the screen."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from gdpr_desktop.breaches.codes import Incident
from gdpr_desktop.breaches.model import Ticked
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing to do, who does it, and a word of help."""

    id: str
    who: str
    text: str
    help: str = ""


def points(incident: Incident, ticked: Iterable[Ticked] = ()) -> tuple[Point, ...]:
    """The points of any breach, those of ``incident``, and what was ticked off beside them."""
    structure = _read("first_hour.toml")
    wanted = [*structure["common"], *structure["incidents"][incident.value]]
    wanted += [one.point for one in ticked]
    return tuple(point(one) for one in dict.fromkeys(wanted))


def point(point_id: str) -> Point:
    """One point by its id; one that the list has no more has its id for words."""
    words = _read(f"first_hour.{current_language().value}.toml")
    texts = words["points"].get(point_id)
    if texts is None:
        return Point(id=point_id, who="", text=point_id)
    who = _read("first_hour.toml")["points"][point_id]["who"]
    return Point(id=point_id, who=words["who"][who], text=texts["text"], help=texts["help"])


def is_common(point_id: str) -> bool:
    """Is it done at any breach?"""
    return point_id in _read("first_hour.toml")["common"]


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(form("first_hour").joinpath(name).read_text(encoding="utf-8"))

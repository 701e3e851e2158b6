"""«Kan biletet brukast?»: what is asked about a picture, and the answer that is kept."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

PictureId = NewType("PictureId", int)


class Motif(StrEnum):
    """What the picture is of."""

    SITUATION = "situation"  # what goes on is what matters
    PORTRAIT = "portrait"  # one person, or a few, are what matters
    GROUP = "group"  # a class picture: a portrait of all of them


class Setting(StrEnum):
    """Could anybody mind being seen like that?"""

    HARMLESS = "harmless"
    EXPOSED = "exposed"  # a clinic, a bath, a beach; somebody who is hurt or ashamed


class People(StrEnum):
    """Who is in it."""

    ADULTS = "adults"
    CHILDREN = "children"  # any under 18
    DEAD = "dead"


class Shown(StrEnum):
    """Where it is to be used."""

    KEPT = "kept"  # taken and kept, shown to nobody
    CLOSED = "closed"  # a closed group
    OPEN = "open"  # web, social media, print, the press


class Answers(StrEnum):
    """What those who are in it have said, or those who answer for them."""

    ALL = "all"
    SOME = "some"
    NONE = "none"
    REFUSED = "refused"


class PictureVerdict(StrEnum):
    """May it be used?"""

    MAY = "may"
    ASK = "ask"  # not before they have said yes
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """The answers. ``died``: the year, where who is in it is dead."""

    motif: Motif
    setting: Setting
    people: People
    shown: Shown
    news: bool
    answers: Answers
    died: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureAnswer:
    """What was answered on a day, by whom, and what came of it. It is never changed."""

    id: PictureId
    title: str
    made_on: date
    made_by: str
    facts: PictureFacts
    verdict: PictureVerdict
    unit: str = ""
    note: str = ""

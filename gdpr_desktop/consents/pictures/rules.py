"""May a picture be used? Handbook chapter 8, åndsverklova § 104, and the Regulation.

In doubt the answer is «ask»: a yes is given only where nothing speaks against it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gdpr_desktop.consents.pictures.model import (
    Answers,
    Motif,
    People,
    PictureFacts,
    PictureVerdict,
    Setting,
    Shown,
)

PROTECTED_YEARS = 15  # after the year of death, åndsverklova § 104


class PictureReason(StrEnum):
    """Why, in the order it is told. The words name the source."""

    REFUSED = "refused"
    PORTRAIT = "portrait"
    GROUP = "group"
    EXPOSED = "exposed"
    SITUATION = "situation"
    NEWS = "news"
    NEWS_NOT_ENOUGH = "news_not_enough"
    KEPT = "kept"
    CLOSED = "closed"
    CHILDREN = "children"
    DEAD_PROTECTED = "dead_protected"
    DEAD_FREE = "dead_free"
    ALL_YES = "all_yes"
    SOME_YES = "some_yes"
    NONE_YES = "none_yes"
    BASIS = "basis"  # without consent another basis is needed
    HEAR_A_NO = "hear_a_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The answer with its reasons."""

    verdict: PictureVerdict
    reasons: tuple[PictureReason, ...]


def judge(facts: PictureFacts, on: date) -> Judgement:
    """What the answers come to on the day ``on``."""
    found = {*_about(facts)}
    if facts.people is People.DEAD:
        if is_free(facts.died, on) and facts.answers is not Answers.REFUSED:
            return _judged(PictureVerdict.MAY, {PictureReason.DEAD_FREE})
        found.add(PictureReason.DEAD_PROTECTED)
    if facts.answers is Answers.REFUSED:
        return _judged(PictureVerdict.NO, {*found, PictureReason.REFUSED})
    if _needs_consent(facts):
        found |= _why_asked(facts)
        said = {
            Answers.ALL: PictureReason.ALL_YES,
            Answers.SOME: PictureReason.SOME_YES,
            Answers.NONE: PictureReason.NONE_YES,
        }[facts.answers]
        verdict = PictureVerdict.MAY if said is PictureReason.ALL_YES else PictureVerdict.ASK
        return _judged(verdict, {*found, said})
    found.add(PictureReason.SITUATION if _is_situation(facts) else PictureReason.NEWS)
    if facts.answers is Answers.ALL:
        return _judged(PictureVerdict.MAY, {*found, PictureReason.ALL_YES})
    if facts.people is not People.DEAD:  # recital 27: the Regulation is for the living
        found |= {PictureReason.BASIS, PictureReason.HEAR_A_NO}
    return _judged(PictureVerdict.MAY, found)


def is_free(died: int | None, on: date) -> bool:
    """Is the protection of somebody who died in the year ``died`` over? Not when it is unknown."""
    return died is not None and on.year > died + PROTECTED_YEARS


def _needs_consent(facts: PictureFacts) -> bool:
    return not _is_situation(facts) and not _is_news(facts)


def _is_situation(facts: PictureFacts) -> bool:
    return facts.motif is Motif.SITUATION and facts.setting is Setting.HARMLESS


def _is_news(facts: PictureFacts) -> bool:
    """Does its news value carry it? Never children, and never what exposes somebody."""
    return (
        facts.news
        and facts.shown is Shown.OPEN
        and facts.people is People.ADULTS
        and facts.setting is Setting.HARMLESS
        and facts.motif is not Motif.GROUP
    )


def _about(facts: PictureFacts) -> set[PictureReason]:
    found = set()
    if facts.people is People.CHILDREN:
        found.add(PictureReason.CHILDREN)
    if facts.shown is Shown.CLOSED:
        found.add(PictureReason.CLOSED)
    if facts.shown is Shown.KEPT:
        found.add(PictureReason.KEPT)
    return found


def _why_asked(facts: PictureFacts) -> set[PictureReason]:
    found = set()
    if facts.motif is Motif.PORTRAIT:
        found.add(PictureReason.PORTRAIT)
    if facts.motif is Motif.GROUP:
        found.add(PictureReason.GROUP)
    if facts.setting is Setting.EXPOSED:
        found.add(PictureReason.EXPOSED)
    if facts.news:
        found.add(PictureReason.NEWS_NOT_ENOUGH)
    return found


def _judged(verdict: PictureVerdict, found: set[PictureReason]) -> Judgement:
    return Judgement(verdict=verdict, reasons=tuple(one for one in PictureReason if one in found))

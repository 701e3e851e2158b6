"""Names of people of the case that stand in a text which is to be published."""

import re
from collections.abc import Iterable, Iterator

from gdpr_desktop.dpia.advice.model import Opinion
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.consultation.rounds import all_asked

_SHORTEST = 3  # letters of a first name or a surname that is looked for alone
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# names that are words too: these count only where a capital letter says that they are a name
_WORDS = frozenset(
    "alle april august bakke bekk berg bergen bjørn dag dahl dal dalen demo ein eng far ferie fjell"
    " foss gard glad hagen haug hav hell holm hus juni jul lang leder leiar lien liten liv lund mai"
    " mark mars moe moen mor myr nes ny rud sand sjø skog sol stein stor strand sund sving tor"
    " troll van vang vik von vår ås øy".split()
)


def names_in(found: Dpia, text: str, officers: Iterable[str] = ()) -> tuple[str, ...]:
    """The people of the case whose names stand in the text, by whole words."""
    said = f" {' '.join(text.split())} ".casefold()
    known = _known(found, officers)
    return tuple(sorted(name for name in known if " " in name and name.casefold() in said))


def parts_in(found: Dpia, text: str, officers: Iterable[str] = ()) -> tuple[str, ...]:
    """First names and surnames that stand there alone: they may be those of somebody else."""
    people = _known(found, officers)
    rest = " ".join(text.split())
    for name in people:
        if " " in name:
            rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    about = found.about
    ours = set(_WORD.findall(f"{about.title} {about.unit} {about.systems}"))
    parts = {part for name in people for part in _WORD.findall(name) if len(part) >= _SHORTEST}
    return tuple(sorted(part for part in parts - ours if _stands(part, rest)))


def _stands(part: str, text: str) -> bool:
    """As a word with a capital letter, also in the genitive; not one that only begins a sentence
    where it is a word of the language."""
    if not part[0].isupper():
        return False
    pattern = rf"(?<![\w-]){re.escape(part)}s?(?![\w-])"
    if part.casefold() in _WORDS:
        pattern = rf"(?<=[\w,;] ){pattern}"  # within a sentence
    return re.search(pattern, text) is not None


def _known(found: Dpia, officers: Iterable[str]) -> set[str]:
    """Everybody who has written, advised or decided, or answers for something."""
    given = (*found.opinions, *((found.opinion,) if found.opinion else ()))
    decided = (found.need, found.decision, found.approval)
    names = {
        found.about.responsible,
        found.case.caseworker,
        *officers,
        *(one.owner for one in found.content.measures),
        *(one.name for one in found.submissions),
        *(one.name for one in found.reviews),
        *(one.name for one in found.content.comments),
        *(one.decided_by for one in all_asked(found)),
        *(one.name for one in decided if one),
        found.view.name if found.view else "",
        *(name for one in given for name in _of_round(one)),
    }
    return {name.strip() for name in names if name.strip()}


def _of_round(given: Opinion) -> Iterator[str]:
    yield given.name
    for deed in (given.decision, given.approval):
        if deed is not None:
            yield deed.name

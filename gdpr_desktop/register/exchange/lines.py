"""Lines inside a cell: items with marks in brackets, and which line was which item before."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TypeVar

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean

Item = TypeVar("Item")

_MARKED = re.compile(r"(?s)(.*?)\s*\[([^\[\]]*)\]\s*")
_BULLET = re.compile(r"^(?:[-–—•*·▪►]|\d{1,2}[.)])\s+")
_LIKE = 0.6  # of SequenceMatcher: so much the same is the same item, changed
_MOST_COMPARED = 2_500


def tidy(text: str) -> str:
    """``text`` as it is compared: one kind of line break, no blanks at the ends of lines."""
    return clean(text.replace("_x000D_", "\n"))


def digest(text: str) -> str:
    """Short mark of a cell, to see whether somebody has changed it."""
    return sha256(tidy(text).encode()).hexdigest()[:12]


def marked(text: str, marks: Iterable[str]) -> str:
    """«text [mark; mark]»; a text that ends in a bracket itself gets an empty one after it."""
    said = "; ".join(mark for mark in marks if mark)
    line = " ".join(text.split())
    return f"{line} [{said}]" if said or line.endswith("]") else line


def unmarked(line: str) -> tuple[str, tuple[str, ...]]:
    """The text and the marks of ``marked``."""
    found = _MARKED.fullmatch(line)
    if found is None:
        return line.strip(), ()
    return found[1].strip(), tuple(mark.strip() for mark in found[2].split(";") if mark.strip())


def reworded(before: Bilingual, text: str, language: Language) -> Bilingual:
    """``before`` with ``text`` where it showed in ``language``; the other form's own words stay."""
    if tidy(text) == tidy(before.in_(language)):
        return before
    if before and before.nn == before.nb:
        return same(text)
    if before and not before.has(language):  # the other form's words were shown
        other = Language.BOKMAL if language is Language.NYNORSK else Language.NYNORSK
        return before.with_(other, text)
    return before.with_(language, text)


def lines_of(text: str) -> list[str]:
    """The lines that say something."""
    return [line for line in tidy(text).split("\n") if line]


def items_of(text: str, *, commas: bool = True) -> list[str]:
    """What a person has listed in a cell: by lines, semicolons, or commas outside parentheses.

    Bullets and numbers before them are taken away, and what stands there twice.
    """
    found: list[str] = []
    for line in (_BULLET.sub("", raw) for raw in lines_of(text)):
        found += _parted(line, ";,") if commas else _parted(line, ";")
    unique: dict[str, str] = {}
    for item in found:
        unique.setdefault(item.casefold(), item)
    return list(unique.values())


def _parted(line: str, signs: str) -> list[str]:
    parts, depth, part = [], 0, ""
    for sign in line:
        depth += (sign in "([") - (sign in ")]" and depth > 0)
        if sign in signs and not depth:
            parts.append(part)
            part = ""
        else:
            part += sign
    parts.append(part)
    return [one for raw in parts if (one := raw.strip(" .\t"))]


def paired(
    old: Sequence[Item], shown: Callable[[Item], str], lines: Sequence[str]
) -> list[tuple[str, Item | None]]:
    """Each line with the item it was before: the same words, much the same, or the same place.

    None for a line that is new. What a line does not show of its item is so kept.
    """
    left = list(range(len(old)))
    texts = [tidy(shown(one)) for one in old]
    found: dict[int, int] = {}
    for number, line in enumerate(lines):
        match = next((index for index in left if texts[index] == tidy(line)), None)
        if match is not None:
            found[number] = match
            left.remove(match)
    rest = [number for number in range(len(lines)) if number not in found]
    if len(rest) * len(left) <= _MOST_COMPARED:
        for number in rest:
            alike = [(_likeness(texts[index], lines[number]), -index) for index in left]
            if alike and max(alike)[0] >= _LIKE:
                found[number] = -max(alike)[1]
                left.remove(found[number])
        rest = [number for number in rest if number not in found]
    if len(lines) == len(old) and len(rest) == len(left):
        found |= dict(zip(rest, left, strict=True))
    return [
        (line, old[found[number]] if number in found else None) for number, line in enumerate(lines)
    ]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()

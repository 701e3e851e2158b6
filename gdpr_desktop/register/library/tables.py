"""The files of ``forms/activities``: the structure once, the words in nynorsk and in bokmål.

``common`` holds what the activities share; each sector has its own activities.
"""

import tomllib
from functools import cache
from typing import Any

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import form
from gdpr_desktop.register.activities.parts import Law

COMMON = "common"
Tree = dict[str, Any]


@cache
def tree(name: str) -> Tree:
    """One file, read once."""
    path = form("activities").joinpath(f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words(name: str, language: Language) -> Tree:
    """The words of a file in one language."""
    return tree(f"{name}.{language.value}")


def sectors() -> tuple[str, ...]:
    """The sectors in the order they are shown. Each has a file."""
    return tuple(tree(COMMON)["sectors"])


@cache
def sector_of(start_id: str) -> str:
    """The sector of a starting point. Raises ``KeyError``."""
    for sector in sectors():
        if start_id in tree(sector):
            return sector
    raise KeyError(start_id)


def common(*path: str) -> Bilingual:
    """Words that the activities share."""
    return Bilingual(
        nn=_text(words(COMMON, Language.NYNORSK), path),
        nb=_text(words(COMMON, Language.BOKMAL), path),
    )


def own(start_id: str, *path: str) -> Bilingual:
    """Words of one starting point; empty where it has none."""
    sector, path = sector_of(start_id), (start_id, *path)
    return Bilingual(
        nn=_text(words(sector, Language.NYNORSK), path),
        nb=_text(words(sector, Language.BOKMAL), path),
    )


def text(start_id: str, *path: str) -> Bilingual:
    """The starting point's own words, or those it shares. Raises ``KeyError``."""
    found = own(start_id, *path) or common(*path)
    if not found:
        raise KeyError((start_id, *path))
    return found


def law(written: str) -> Law:
    """``education § 2-1`` as a provision; without a section where that must be looked up."""
    act, _blank, section = written.partition(" ")
    return Law(act=common("acts", act), section=section) if act else Law()


def _text(branch: Any, path: tuple[str, ...]) -> str:
    for key in path:
        if not isinstance(branch, dict):
            return ""
        branch = branch.get(key, "")
    return branch if isinstance(branch, str) else ""

"""Names of countries in both written forms (``forms/countries.toml``)."""

import tomllib
from functools import cache

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, fold_short, sort_key
from gdpr_desktop.core.paths import form

_OTHER_NAMES = {
    "uk": "GB",
    "england": "GB",
    "amerika": "US",
    "norway": "NO",
    "united states": "US",
}


@cache
def _names() -> dict[str, Bilingual]:
    found = tomllib.loads(form("countries.toml").read_text(encoding="utf-8"))
    return {code: Bilingual(nn=nn, nb=nb) for code, (nn, nb) in found.items()}


def country_name(code: str, language: Language) -> str:
    """The name of the country; the code itself where it is none of ours."""
    found = _names().get(code.strip().upper())
    return found.in_(language) if found else code


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, name in _names().items():
        for word in (name.nn, name.nb):
            found.setdefault(_key(word), code)
    return found | _OTHER_NAMES


def country_code(text: str) -> str:
    """The code that ``text`` names, in either written form, or is; empty when it is neither."""
    word = text.strip()
    is_code = len(word) == 2 and word.isascii() and word.isalpha() and word.isupper()
    return _codes().get(_key(word), word if is_code else "")


def _key(text: str) -> str:
    """What makes two ways to write a country the same."""
    return fold_short(clean_line(text))


def country_choices(language: Language) -> tuple[tuple[str, str], ...]:
    """Code and name of all, by name."""
    pairs = ((code, name.in_(language)) for code, name in _names().items())
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1])))

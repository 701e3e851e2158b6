"""Names of countries in both written forms (``forms/countries.toml``)."""

import tomllib
from functools import cache

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import sort_key
from gdpr_desktop.core.paths import form


@cache
def _names() -> dict[str, Bilingual]:
    found = tomllib.loads(form("countries.toml").read_text(encoding="utf-8"))
    return {code: Bilingual(nn=nn, nb=nb) for code, (nn, nb) in found.items()}


def country_name(code: str, language: Language) -> str:
    """The name of the country; the code itself where it is none of ours."""
    found = _names().get(code.strip().upper())
    return found.in_(language) if found else code


def country_choices(language: Language) -> tuple[tuple[str, str], ...]:
    """Code and name of all, by name."""
    pairs = ((code, name.in_(language)) for code, name in _names().items())
    return tuple(sorted(pairs, key=lambda pair: sort_key(pair[1])))

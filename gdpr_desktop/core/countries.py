"""What countries are called (``forms/countries.toml``), for choosing and for showing."""

import tomllib
from functools import lru_cache

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import sort_key
from gdpr_desktop.core.paths import form
from gdpr_desktop.core.text import current_language

HOME = "NO"


@lru_cache(maxsize=1)
def _names() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        form("countries.toml").read_text(encoding="utf-8")
    )
    return found


def country_name(code: str, language: Language | None = None) -> str:
    """The country's name; the code itself where we have none."""
    names = _names().get(code.upper())
    return names[(language or current_language()).value] if names else code


def countries(language: Language | None = None) -> tuple[tuple[str, str], ...]:
    """Code and name of each, Norway first, then by name."""
    named = [(code, country_name(code, language)) for code in _names()]
    return tuple(sorted(named, key=lambda pair: (pair[0] != HOME, sort_key(pair[1]))))

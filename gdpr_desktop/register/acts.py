"""Acts by the names people know, in both written forms (``forms/laws.toml``)."""

import tomllib
from functools import cache

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.paths import form


@cache
def acts() -> tuple[Bilingual, ...]:
    """All that are suggested, in the order of the alphabet."""
    found = tomllib.loads(form("laws.toml").read_text(encoding="utf-8"))
    return tuple(Bilingual(nn=nn, nb=nb) for nn, nb in found["acts"])


def act_names(language: Language) -> tuple[str, ...]:
    """Their names in ``language``."""
    return tuple(one.in_(language) for one in acts())


def act_named(text: str) -> Bilingual:
    """The act called ``text`` in either written form; one we do not know has one name in both."""
    name = clean_line(text)
    for one in acts():
        if name.casefold() in (one.nn.casefold(), one.nb.casefold()):
            return one
    return same(name) if name else Bilingual()

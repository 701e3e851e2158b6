"""Where the municipality's forms for citizens lie on the web, so that letters can tell it.

Kept in the file as JSON by the form's code: the value of a right, ``general`` or ``statement``.
"""

import re
from collections.abc import Mapping
from typing import Any, Protocol

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.change import Change
from gdpr_desktop.core.errors import FieldProblem, require_valid
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _

FORM_LINKS = "form_links"  # the setting
GENERAL = "general"  # the form with all the rights
STATEMENT = "statement"  # the privacy statement
LONGEST = 500  # characters
_ADDRESS = re.compile(r"https?://[^\s/<>\"«»]+\.[^\s<>\"«»]+")

Links = Mapping[str, Bilingual]


class Settings(Protocol):
    """As much of a vault as is read here."""

    def setting(self, key: str, default: Any = None) -> Any: ...


class Keeper(Settings, Protocol):
    """As much of a vault as is changed here."""

    def save_setting(self, key: str, value: Any) -> Change: ...


def form_links(vault: Settings) -> dict[str, Bilingual]:
    """Every address that is known."""
    kept = vault.setting(FORM_LINKS, {})
    return {
        code: Bilingual(nn=one.get("nn", ""), nb=one.get("nb", "")) for code, one in kept.items()
    }


def form_url(vault: Settings, right: str, language: Language) -> str:
    """The form of a right, else the one for all rights, rather in ``language``; may be empty."""
    links = form_links(vault)
    for code in (right, GENERAL):
        if url := links.get(code, Bilingual()).in_(language):
            return url
    return ""


def rights_facts(vault: Settings, language: Language) -> dict[str, object]:
    """A fact that any letter about people's rights may use: the form with all of them."""
    return {"rights_form_url": form_url(vault, GENERAL, language)}


def form_facts(vault: Settings, right: str, language: Language) -> dict[str, object]:
    """Facts that letters may use: the form of ``right``, and that for access, offered instead."""
    return {
        **rights_facts(vault, language),
        "form_url": form_url(vault, right, language),
        "access_form_url": form_url(vault, "access", language),
    }


def save_form_links(vault: Keeper, links: Links) -> Change:
    """Keep the addresses. Raises ``InvalidInputError``, the fields named ``access_nn``."""
    cleaned = {
        code: Bilingual(nn=with_scheme(one.nn), nb=with_scheme(one.nb))
        for code, one in links.items()
    }
    require_valid(link_problems(cleaned))
    kept = {code: {"nn": one.nn, "nb": one.nb} for code, one in cleaned.items() if one}
    return vault.save_setting(FORM_LINKS, kept)


def with_scheme(address: str) -> str:
    """An address as people type it, with the scheme that a link needs."""
    address = clean_line(address)
    return f"https://{address}" if address and "://" not in address else address


def link_problems(links: Links) -> list[FieldProblem]:
    """Addresses that no browser would open."""
    found = []
    for code, one in links.items():
        for language in Language:
            url = one.nn if language is Language.NYNORSK else one.nb
            if url and (len(url) > LONGEST or not _ADDRESS.fullmatch(url)):
                text = _("Write the whole address. It begins with https://.")
                found.append(FieldProblem(field=f"{code}_{language}", text=text))
    return found

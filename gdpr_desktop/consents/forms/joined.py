"""Two purposes in one sentence: «ta bilete og leggje dei ut». Handbook 3.7: ask about each."""

import re

from gdpr_desktop.core.bilingual import Bilingual

# between two of these «og» joins words for one thing, not two things that are done
_ONE_THING = (
    ("bilete", "film"),
    ("bilete", "video"),
    ("bilde", "film"),
    ("bilde", "video"),
    ("bilder", "film"),
    ("bilder", "video"),
    ("lyd", "bilete"),
    ("lyd", "bilde"),
    ("namn", "adresse"),
    ("navn", "adresse"),
    ("namn", "klasse"),
    ("navn", "klasse"),
    ("born", "unge"),
    ("barn", "unge"),
    ("mat", "drikke"),
    ("lek", "læring"),
    ("leik", "læring"),
    ("kultur", "fritid"),
    ("helse", "omsorg"),
    ("for", "etternamn"),
    ("for", "etternavn"),
)
_AND = re.compile(r"(?:(\w+)-?)?\s+(?:og|samt|&|i tillegg til)\s+(?:(\w+))?", re.IGNORECASE)


def is_joined(text: str) -> bool:
    """Does a sentence ask about two things at once? «Bilete og film» is one."""
    pairs = ((one.group(1) or "", one.group(2) or "") for one in _AND.finditer(text))
    return any((a.casefold(), b.casefold()) not in _ONE_THING for a, b in pairs)


def joined(text: Bilingual) -> bool:
    """The same of either written form."""
    return is_joined(text.nn) or is_joined(text.nb)

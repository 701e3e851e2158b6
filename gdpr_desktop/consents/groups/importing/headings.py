"""What the columns of a school's list are, in nynorsk, bokmål and English."""

import re
from collections.abc import Mapping
from enum import StrEnum

from gdpr_desktop.core.names import fold_short
from gdpr_desktop.core.text import N_, _


class Use(StrEnum):
    """What a column is taken for. What has none is not read."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    BORN = "born"
    GUARDIAN_1 = "guardian_1"  # one name, or both in a cell
    FIRST_NAME_1 = "first_name_1"
    LAST_NAME_1 = "last_name_1"
    RELATION_1 = "relation_1"
    EMAIL_1 = "email_1"
    ADDRESS_1 = "address_1"
    GUARDIAN_2 = "guardian_2"
    FIRST_NAME_2 = "first_name_2"
    LAST_NAME_2 = "last_name_2"
    RELATION_2 = "relation_2"
    EMAIL_2 = "email_2"
    ADDRESS_2 = "address_2"
    PARENTS = "parents"  # how many have parental responsibility
    CLASS = "class"  # where a list has several
    PROTECTED = "protected"
    CARE_ORDER = "care_order"


WORDS: Mapping[Use, str] = {
    Use.NAME: N_("Name of the child"),
    Use.FIRST_NAME: N_("First name of the child"),
    Use.LAST_NAME: N_("Last name of the child"),
    Use.BORN: N_("Birth date"),
    Use.GUARDIAN_1: N_("Guardian 1"),
    Use.FIRST_NAME_1: N_("Guardian 1: first name"),
    Use.LAST_NAME_1: N_("Guardian 1: last name"),
    Use.RELATION_1: N_("Guardian 1: relation"),
    Use.EMAIL_1: N_("Guardian 1: e-mail"),
    Use.ADDRESS_1: N_("Guardian 1: own address"),
    Use.GUARDIAN_2: N_("Guardian 2"),
    Use.FIRST_NAME_2: N_("Guardian 2: first name"),
    Use.LAST_NAME_2: N_("Guardian 2: last name"),
    Use.RELATION_2: N_("Guardian 2: relation"),
    Use.EMAIL_2: N_("Guardian 2: e-mail"),
    Use.ADDRESS_2: N_("Guardian 2: own address"),
    Use.PARENTS: N_("How many have parental responsibility"),
    Use.CLASS: N_("Class"),
    Use.PROTECTED: N_("Protected address"),
    Use.CARE_ORDER: N_("Care order"),
}
_SIGNS = re.compile(r"[^a-z0-9]+")
_GUARDIAN = re.compile(  # and what it says of which one it is
    r"foresatte?|foresette?|forelder|foreldre?|foreldreansvarlige?|verj[ea]|verge|guardian|parent"
    r"|mor|far|mamma|pappa|mother|father|kontaktperson"
)
_SECOND = frozenset("far pappa father 2 ii to andre".split())
_CHILD = frozenset(
    "elev eleven elevens barn barnet barnets barnehagebarn pupil student child".split()
)
_FILLING = frozenset("sin sitt si s av for til med og nr the of fulle full".split())
_PARTS: Mapping[str, str] = {  # folded, without signs
    **dict.fromkeys(("", "namn", "navn", "name", "heltnamn", "fulltnavn", "fulltnamn"), "name"),
    **dict.fromkeys(
        ("fornamn", "fornavn", "firstname", "givenname", "fornavnmellomnavn"), "first_name"
    ),
    **dict.fromkeys(
        ("etternamn", "etternavn", "lastname", "surname", "slektsnavn", "familienavn"), "last_name"
    ),
    **dict.fromkeys(
        ("fodselsdato", "fodt", "fodd", "fodtdato", "fdato", "foedselsdato", "birthdate"), "born"
    ),
    **dict.fromkeys(("dateofbirth", "fodselsnummer", "fodselsnr", "fnr", "personnummer"), "born"),
    **dict.fromkeys(("fodselsogpersonnummer", "personnr", "fodselsnummer11siffer"), "born"),
    **dict.fromkeys(("epost", "epostadresse", "mail", "email", "emailadresse"), "email"),
    **dict.fromkeys(("adresse", "address", "bustad", "bosted", "eigaadresse"), "address"),
    **dict.fromkeys(("relasjon", "tilknyting", "tilknytning", "slektskap", "rolle"), "relation"),
    **dict.fromkeys(("relation", "type", "slektskapsforhold"), "relation"),
    **dict.fromkeys(("foreldreansvar", "antallmedforeldreansvar"), "parents"),
    **dict.fromkeys(("talpameforeldreansvar", "antallforeldreansvar"), "parents"),
    **dict.fromkeys(
        ("adressesperre", "sperretadresse", "sperraadresse", "adressebeskyttelse", "gradering"),
        "protected",
    ),
    **dict.fromkeys(("fortroligadresse", "fortrulegadresse", "skjermet", "kode67"), "protected"),
    **dict.fromkeys(("adressevern", "hemmelegadresse", "hemmeligadresse"), "protected"),
    **dict.fromkeys(("klasse", "gruppe", "basisgruppe", "avdeling", "class"), "class"),
    **dict.fromkeys(("omsorgsovertakelse", "omsorgsovertaking", "barnevern"), "care_order"),
}
_OF_CHILD = frozenset(
    ("name", "first_name", "last_name", "born", "class", "parents", "protected", "care_order")
)
_OF_GUARDIAN = frozenset(("name", "first_name", "last_name", "email", "address", "relation"))


def pairs() -> tuple[tuple[str, str], ...]:
    """All that a column may become, with its words."""
    return tuple((use.value, _(WORDS[use])) for use in Use)


def use_of(heading: str) -> str:
    """What a heading says; empty where it says nothing we know."""
    words = [one for one in _SIGNS.split(fold_short(heading.replace("-", ""))) if one]
    words = [one for word in words for one in _parted(word)]
    guardians = [one for one in words if _GUARDIAN.fullmatch(one)]
    rest = "".join(
        one
        for one in words
        if one not in guardians
        and one not in _FILLING
        and one not in _CHILD
        and not (guardians and (one in _SECOND or one in ("1", "i")))
    )
    part = _PARTS.get(rest, "")
    if not guardians and (numbered := _numbered(words)):
        return numbered
    if not guardians:
        known = part in _OF_CHILD and (rest or bool(_CHILD & set(words)))
        return Use(part).value if known else ""
    if part not in _OF_GUARDIAN or _CHILD & set(words):
        return ""
    number = 2 if _SECOND & set(words) else 1
    return Use(f"guardian_{number}" if part == "name" else f"{part}_{number}").value


def _numbered(words: list[str]) -> str:
    """«E-post 1»: only guardians have several."""
    *rest, last = words or [""]
    part = _PARTS.get("".join(one for one in rest if one not in _FILLING), "")
    if last not in ("1", "2") or part not in _OF_GUARDIAN - _OF_CHILD:
        return ""
    return Use(f"{part}_{last}").value


def _parted(word: str) -> list[str]:
    """``foresatt1`` and ``elevnavn`` as two words."""
    if found := re.fullmatch(r"([a-z]+?)([12])", word):
        return [*_parted(found[1]), found[2]]
    for start in ("elev", "barn", "foresatt"):
        rest = word.removeprefix(start)
        if rest != word and rest in _PARTS and rest:
            return [start, rest]
    return [word]

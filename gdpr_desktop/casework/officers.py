"""Who is the data protection officer, however the name is written: who advises does not decide."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.roles import Role
from gdpr_desktop.vault import Vault, people

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset({"personvernombod", "personvernombud", "pvo", "dpo"})
_THE_ONE = frozenset({"personvernombodet", "personvernombudet"})
_SHORT = frozenset({"ombod", "ombud", "ombodet", "ombudet"})  # of this program, there is one
# letters of Cyrillic and Greek that look like one of ours, in lower case
_LOOK_ALIKES = str.maketrans(
    dict(zip("авгекмнорстухіјѕѵԁһӏԛԝɡ", "abrekmhopctyxijsvdhlqwg", strict=True))
    | dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True))
)
_ENGLISH = "data protection officer"


def officers(vault: Vault, named: str | None = None) -> frozenset[str]:
    """The names of those who advise and therefore do not decide (art. 38(6)).

    ``named`` is the one in letters, where another than the one kept is asked about.
    """
    users = [user.name for user in people.users(vault) if user.role is Role.OFFICER]
    letters = vault.municipality().officer.name if named is None else named
    return frozenset(name for name in (letters, *users) if name)


def is_officer(name: str, known: Iterable[str]) -> bool:
    """Is ``name`` one of ``known``, or the title itself?

    The order of the words does not count, nor what is added or left out of a name of two words or
    more: «Testnes, Solveig (PVO)».
    """
    words = _words(name)
    joined = _joined(name)
    if words & (_TITLES | _THE_ONE) or joined in _TITLES | _THE_ONE | _SHORT:
        return True
    if _ENGLISH in name.casefold():
        return True
    return bool(words) and any(joined == _joined(one) or _same(words, _words(one)) for one in known)


def may_be_officer(name: str, known: Iterable[str]) -> str:
    """The one of ``known`` that a shortened ``name`` may stand for: «S. Testnes», «Solveig».

    Empty where it fits nobody, or is the officer beyond doubt. A namesake fits as well: to be
    asked about, never refused.
    """
    known = sorted(known)
    if is_officer(name, known):
        return ""
    given = _found(name)
    return next((one for one in known if given and _fits(given, _found(one))), "")


def is_officers_title(role: str) -> bool:
    """Is ``role`` that of the officer? «Leiar for personvernombodet» is not."""
    titled = bool(_words(role) & _TITLES) or _joined(role) in _TITLES | _SHORT
    return titled or _ENGLISH in role.casefold()


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or (min(len(one), len(other)) > 1 and (one <= other or other <= one))


def _fits(given: list[str], whole: list[str]) -> bool:
    """Are all words of ``given`` words or initials of ``whole``? Further initials may stand there.

    A single letter says too little.
    """
    if len(given) == 1:
        initials = "".join(word[0] for word in whole)
        return given[0] in whole or (len(initials) > 1 and given[0] == initials)
    left, fitting = list(whole), 0
    for word in sorted(given, key=len, reverse=True):  # whole words first
        found = next((one for one in left if one == word), "")
        found = found or next((one for one in left if len(word) == 1 and one[0] == word), "")
        if found:
            left.remove(found)
            fitting += 1
        elif len(word) > 1:
            return False
    return fitting > 1


def _words(name: str) -> frozenset[str]:
    return frozenset(_found(name))


def _joined(name: str) -> str:
    """«P.V.O.» and «Personvern-ombod» as one word."""
    return "".join(_found(name))


def _found(name: str) -> list[str]:
    plain = clean_line(normalize("NFKC", name)).casefold().translate(_LOOK_ALIKES)
    return _WORD.findall(fold_short(plain))

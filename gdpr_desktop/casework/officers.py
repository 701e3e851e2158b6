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
    if words & (_TITLES | _THE_ONE) or _joined(name) in _TITLES | _THE_ONE:
        return True
    if _ENGLISH in name.casefold():
        return True
    return bool(words) and any(
        _joined(name) == _joined(one) or _same(words, _words(one)) for one in known
    )


def is_officers_title(role: str) -> bool:
    """Is ``role`` that of the officer? «Leiar for personvernombodet» is not."""
    titled = bool(_words(role) & _TITLES) or _joined(role) in _TITLES
    return titled or _ENGLISH in role.casefold()


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one == other or (min(len(one), len(other)) > 1 and (one <= other or other <= one))


def _words(name: str) -> frozenset[str]:
    return frozenset(_found(name))


def _joined(name: str) -> str:
    """«P.V.O.» and «Personvern-ombod» as one word."""
    return "".join(_found(name))


def _found(name: str) -> list[str]:
    return _WORD.findall(fold_short(clean_line(normalize("NFKC", name))))

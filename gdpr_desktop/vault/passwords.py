"""Which passwords are refused when they are chosen. The words are compared without accents."""

import re
import unicodedata

from gdpr_desktop.core.names import fold_short
from gdpr_desktop.core.text import _, ngettext

SHORTEST = 12
LONGEST = 1024
_LEFT = 5  # different characters that must remain when the guessable is taken away

_COMMON = """
    passord password passwort hemmelig hemmeleg secret velkommen velkomen welcome letmein
    qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm 1q2w3e4r 1q2w3e abc123 abcdef abcd test demo
    admin administrator bruker brukar user login logginn laptop
    kommune kommunen kommuna fylke raadhus radhus postmottak sentralbord rakommune
    personvern personvernombod personvernombud ombod ombud gdpr register registeret protokoll
    saksbehandlar saksbehandler arkivar arkiv leder leiar rektor
    norge noreg norway oslo bergen trondheim stavanger tromso
    januar februar mars april mai juni juli august september oktober november desember
    mandag tirsdag onsdag torsdag fredag lordag sondag laurdag sundag
    sommer sommar vinter host haust vaar var jul paske
    fotball brann rosenborg liverpool arsenal manchester chelsea
    iloveyou elskerdeg sjefen dragon monkey sunshine princess master
"""
_WORDS = frozenset(_COMMON.split())
_RUNS = ("01234567890", "09876543210", "abcdefghijklmnopqrstuvwxyz")


def password_problems(password: str, *, name: str, municipality: str) -> tuple[str, ...]:
    """Sentences about what is wrong with a new password; empty when it is good enough.

    ``name`` and ``municipality`` are what everybody would try first.
    """
    password = unicodedata.normalize("NFC", password)
    if len(password) < SHORTEST:
        text = ngettext(
            "The password must have at least {count} character.",
            "The password must have at least {count} characters.",
            SHORTEST,
        )
        return (text.format(count=SHORTEST),)
    if len(password) > LONGEST:
        text = ngettext(
            "The password can have at most {count} character.",
            "The password can have at most {count} characters.",
            LONGEST,
        )
        return (text.format(count=LONGEST),)
    if len(set(_without_guessable(password, f"{name} {municipality}"))) < _LEFT:
        return (
            _("This password is too easy to guess. Put together four or more unrelated words."),
        )
    return ()


def _without_guessable(password: str, known: str) -> str:
    left = fold_short(password)
    own = {word for word in re.findall(r"\w+", fold_short(known)) if len(word) >= 3}
    for word in sorted(_WORDS | own, key=len, reverse=True):
        left = left.replace(word, "")
    left = re.sub(r"(19|20)\d\d", "", left)
    for run in _RUNS:
        for length in range(len(run), 2, -1):
            for start in range(len(run) - length + 1):
                left = left.replace(run[start : start + length], "")
    return "".join(left.split())

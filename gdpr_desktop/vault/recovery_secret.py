"""The recovery key as people write it: seven groups of five signs, each with a check sign.

Crockford's base 32 (no I, L, O, U), 28 random signs, 140 bits. The fifth sign of a group proves
the other four and the group's place: every wrong sign, and every two neighbours exchanged, is
found and told by the number of the group.
"""

import secrets

from gdpr_desktop.core.errors import FieldProblem, InvalidInputError
from gdpr_desktop.core.text import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
GROUP = 5  # signs, the last of them the check
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_MODULUS = 0b100101  # x^5 + x^2 + 1


def new() -> tuple[str, ...]:
    """Seven new groups."""
    return tuple(
        _with_check(index, "".join(secrets.choice(ALPHABET) for _sign in range(GROUP - 1)))
        for index in range(GROUPS)
    )


def read(text: str) -> tuple[str, ...]:
    """The groups as typed, in whatever case, with O for 0 and I or L for 1, blanks and lines.

    Raises ``InvalidInputError`` (field ``recovery``) naming the groups that are wrong.
    """
    signs = plain(text)
    if len(signs) != GROUPS * GROUP:
        raise _problem(
            _("The recovery key has {wanted} letters and digits. You have typed {count}.").format(
                wanted=GROUPS * GROUP, count=len(signs)
            )
        )
    groups = tuple(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
    wrong = [str(index + 1) for index, group in enumerate(groups) if not is_group(group, index)]
    if wrong:
        raise _problem(
            _("There is a typing error in group {groups}. Compare it with the paper.").format(
                groups=", ".join(wrong)
            )
        )
    return groups


def plain(text: str) -> str:
    """Only the signs that count, as they are printed."""
    return "".join(sign for sign in text.upper() if sign.isalnum()).translate(_ALIKE)


def is_group(group: str, index: int) -> bool:
    """Is this a group as it may stand in place ``index``, from 0?"""
    return (
        len(group) == GROUP
        and all(sign in ALPHABET for sign in group)
        and group == _with_check(index, group[:-1])
    )


def _with_check(index: int, signs: str) -> str:
    # digits times rising powers of two in GF(32): all weights differ, also that of the check
    value = index
    for sign in signs:
        value = _doubled(value) ^ ALPHABET.index(sign)
    return signs + ALPHABET[_doubled(value)]


def _doubled(value: int) -> int:
    value <<= 1
    return value ^ _MODULUS if value > 31 else value


def _problem(text: str) -> InvalidInputError:
    return InvalidInputError([FieldProblem(field="recovery", text=text)])

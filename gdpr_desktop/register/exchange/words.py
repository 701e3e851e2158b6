"""Words for the codes of an activity as they stand in a sheet, and back again.

A sheet may be written in one written form and read on a screen in the other: ``read`` knows both.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import TypeVar

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line, fold_short
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.articles import cited
from gdpr_desktop.law.bases import Basis, Condition
from gdpr_desktop.register.activities import words as activity
from gdpr_desktop.register.activities.parts import (
    After,
    Answer,
    InformationWay,
    Provision,
    Sensitivity,
    TransferGround,
)

Code = TypeVar("Code", bound=Enum)

SENSITIVITY: Mapping[Sensitivity, str] = activity.SENSITIVITIES
ANSWERS: Mapping[Answer, str] = activity.ANSWERS
GROUNDS: Mapping[TransferGround, str] = activity.GROUNDS
PROVISIONS: Mapping[Provision, str] = activity.PROVISIONS
WAYS: Mapping[InformationWay, str] = activity.WAYS
BASES: Mapping[Basis, str] = activity.BASES
AFTER: Mapping[After, str] = {
    After.ERASE: N_("erasure"),
    After.ARCHIVE: N_("archiving"),
    After.ANONYMISE: N_("anonymisation"),
}


def said(table: Mapping[Code, str], code: Code, language: Language) -> str:
    """The words for ``code``."""
    return _(table[code], language=language)


def folded(text: str) -> str:
    """What makes two words the same, however they are cased and spaced."""
    return fold_short(clean_line(text))


@cache
def _known(words: tuple[str, ...]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for index, source in enumerate(words):
        for text in (source, *(_(source, language=one) for one in Language)):
            found.setdefault(folded(text), index)
    return found


def read(table: Mapping[Code, str], text: str) -> Code | None:
    """The code that ``text`` says, in either written form; None when it says none of them."""
    index = _known(tuple(table.values())).get(folded(text))
    return None if index is None else list(table)[index]


def same_label(source: str, text: str) -> bool:
    """Is ``text`` the label ``source``, in either written form?"""
    return folded(text) in _known((source,))


def basis_code(basis: Basis | Condition) -> str:
    """«art. 6 nr. 1 bokstav e»: the same in both written forms."""
    return f"art. {cited(basis.article)}"

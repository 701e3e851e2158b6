"""Words for codes: the members of enums, said in the language of the screen or of a letter."""

from collections.abc import Iterable
from enum import StrEnum

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _


class CodeWords:
    """Says codes by pairs of code and ``N_`` text. Members of two enums may have equal values."""

    def __init__(self, pairs: Iterable[tuple[StrEnum, str]]) -> None:
        self._words = {(type(code), code.value): text for code, text in pairs}

    def __call__(self, code: StrEnum, language: Language | None = None) -> str:
        """The words for ``code``. Raises ``KeyError`` for one that has none."""
        return _(self._words[type(code), code.value], language=language)

    def __contains__(self, code: StrEnum) -> bool:
        return (type(code), code.value) in self._words

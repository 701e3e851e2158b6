"""Our own words, through gettext. Source strings are English; nynorsk is the default.

Rules return codes; words are made at the edge with ``_("Saved {name}").format(name=…)``.
``language=`` overrides the screen's language, for text that goes into a letter.
"""

import gettext
from functools import cache

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import resource

DOMAIN = "personvernpulten"
_START = f"{DOMAIN}-start"  # what is said before a register is open
_current = Language.NYNORSK


def set_language(language: Language) -> None:
    """Choose the language of the screen."""
    global _current  # the one setting that every sentence on the screen depends on
    _current = language


def current_language() -> Language:
    """The language of the screen."""
    return _current


def preload() -> None:
    """Read all words now; else it is done when the first one is asked for."""
    _whole(_current)


class _Whole(gettext.NullTranslations):
    """All words, read when one is asked for that the start does not need."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        return _whole(self._language).gettext(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _whole(self._language).ngettext(msgid1, msgid2, n)

    def pgettext(self, context: str, message: str) -> str:
        return _whole(self._language).pgettext(context, message)


@cache
def _whole(language: Language) -> gettext.NullTranslations:
    return _read(DOMAIN, language)


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    start = _read(_START, language)
    start.add_fallback(_Whole(language))
    return start


def _read(domain: str, language: Language) -> gettext.NullTranslations:
    return gettext.translation(domain, resource("languages"), [language.value], fallback=True)


def _(message: str, *, language: Language | None = None) -> str:
    """``message`` in the language of the screen, or in ``language``."""
    return _catalogue(language or _current).gettext(message)


def ngettext(one: str, many: str, count: int, *, language: Language | None = None) -> str:
    """The form for ``count`` things."""
    return _catalogue(language or _current).ngettext(one, many, count)


def pgettext(context: str, message: str, *, language: Language | None = None) -> str:
    """``message`` as used in ``context``, for words that translate in two ways."""
    return _catalogue(language or _current).pgettext(context, message)


def N_(message: str) -> str:
    """Mark ``message`` for translation where it stands in a table; translate it when shown."""
    return message

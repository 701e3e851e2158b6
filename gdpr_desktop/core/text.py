"""Our own words, through gettext. Source strings are English; nynorsk is the default.

Rules return codes; words are made at the edge with ``_("Saved {name}").format(name=…)``.
``language=`` overrides the screen's language, for text that goes into a letter.
"""

import gettext
from functools import cache

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.paths import resource

DOMAIN = "personvernpulten"
_current = Language.NYNORSK


def set_language(language: Language) -> None:
    """Choose the language of the screen."""
    global _current  # the one setting that every sentence on the screen depends on
    _current = language


def current_language() -> Language:
    """The language of the screen."""
    return _current


@cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, resource("languages"), [language.value], fallback=True)


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

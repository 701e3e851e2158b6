"""The municipality's own letterhead: a .docx from outside, looked through before it is opened."""

from pathlib import Path

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.word_file import (
    MAX_ENTRIES,
    MAX_PACKED,
    MAX_UNPACKED,
    MB,
    Fault,
    WordFileError,
    read_word_file,
)

_SIMPLER = N_("Make a new, simple letterhead in Word.")
_ANOTHER = N_("Choose a file that ends in .docx.")
_NO_PASSWORD = N_("Remove the password in Word and save it again.")
_WORDS = {  # what is wrong, and what to do about it
    Fault.UNREADABLE: (
        N_("The letterhead {name} cannot be read."),
        N_("Choose another file."),
    ),
    Fault.TOO_LARGE: (
        N_("The letterhead is larger than {limit} MB."),
        N_("Make its pictures smaller in Word."),
    ),
    Fault.NOT_WORD: (N_("The letterhead is not a Word file."), _ANOTHER),
    Fault.OLD_WORD: (
        N_("The letterhead is in the old Word format, whatever its name says."),
        N_("Open it in Word and save it as .docx."),
    ),
    Fault.PASSWORD: (N_("The letterhead is protected with a password."), _NO_PASSWORD),
    Fault.DAMAGED: (
        N_("The letterhead is damaged, or is not a Word file."),
        N_("Open it in Word and save it as .docx."),
    ),
    Fault.TOO_MANY_PARTS: (N_("The letterhead holds more than {limit} parts."), _SIMPLER),
    Fault.TOO_LARGE_UNPACKED: (
        N_("The letterhead is larger than {limit} MB when it is unpacked."),
        _SIMPLER,
    ),
    Fault.HARMFUL: (
        N_("The letterhead is packed in a way that only harmful files are."),
        _SIMPLER,
    ),
    Fault.MACROS: (
        N_("The letterhead holds macros."),
        N_("Save it in Word as .docx, without macros."),
    ),
    Fault.TOO_MUCH_TEXT: (N_("The letterhead holds too much text."), _SIMPLER),
    Fault.ANOTHER_KIND: (
        N_("The letterhead is not an ordinary Word document."),
        N_("Open it in Word and save it as .docx, not as a template."),
    ),
    Fault.FILE_INSIDE: (
        N_("The letterhead has another file inside it."),
        N_("Take embedded objects away in Word, and save it again."),
    ),
    Fault.FETCHES: (
        N_("The letterhead fetches something from outside: {name}."),
        N_("Put pictures into the file itself, and detach its template, in Word."),
    ),
    Fault.DEFINITIONS: (
        N_("The letterhead holds definitions that no Word file has."),
        _SIMPLER,
    ),
}
_LIMITS = {
    Fault.TOO_LARGE: MAX_PACKED // MB,
    Fault.TOO_MANY_PARTS: MAX_ENTRIES,
    Fault.TOO_LARGE_UNPACKED: MAX_UNPACKED // MB,
}


class LetterheadError(AppError):
    """A letterhead that is not used."""


def check_letterhead(letterhead: bytes | Path) -> None:
    """Raises ``LetterheadError``, with what is wrong and what to do, unless the file is a plain
    .docx: no macros, nothing fetched from outside, of sane size, and Word can open it.
    """
    try:
        data = read_word_file(letterhead)
    except WordFileError as error:
        text, hint = _WORDS[error.fault]
        told = _(text).format(name=error.name, limit=_LIMITS.get(error.fault, ""))
        raise LetterheadError(told, hint=_(hint)) from error
    _try(data)


def _try(data: bytes) -> None:
    from gdpr_desktop.core.municipality import Language
    from gdpr_desktop.letters.own_letterhead import own_base

    own_base(data, Language.NYNORSK)

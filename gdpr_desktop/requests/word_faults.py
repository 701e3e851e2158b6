"""What is wrong with a filled form that came as a Word file, and what to do about it."""

from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.word_file import (
    MAX_ENTRIES,
    MAX_PACKED,
    MAX_UNPACKED,
    MB,
    Fault,
    WordFileError,
)

_WORDS = {  # what is wrong, and what to do about it
    Fault.UNREADABLE: (
        N_("{name} cannot be read."),
        N_("Close it if it is open in Word, and see that it is still there."),
    ),
    Fault.TOO_LARGE: (N_("The file is larger than {limit} MB."), ""),
    Fault.NOT_WORD: (
        N_("The file is not a Word file."),
        N_("Choose a filled form that ends in .docx. Other files are registered by hand."),
    ),
    Fault.OLD_WORD: (
        N_("The file is in the old Word format, whatever its name says."),
        N_("Open it in Word, save it as .docx, and try again."),
    ),
    Fault.PASSWORD: (
        N_("The file is protected with a password."),
        N_("Open it in Word, remove the password, and try again."),
    ),
    Fault.DAMAGED: (N_("The file is damaged, or is not a Word file."), ""),
    Fault.TOO_MANY_PARTS: (N_("The file holds more than {limit} parts."), ""),
    Fault.TOO_LARGE_UNPACKED: (
        N_("The file is larger than {limit} MB when it is unpacked."),
        "",
    ),
    Fault.HARMFUL: (
        N_("The file is packed in a way that only harmful files are."),
        N_("Do not open it. Ask whoever sent it what they want."),
    ),
    Fault.MACROS: (
        N_("The file holds macros, and our forms have none."),
        N_("Do not open it in Word. Ask whoever sent it what they want."),
    ),
    Fault.TOO_MUCH_TEXT: (N_("The file holds more text than a form has room for."), ""),
    Fault.ANOTHER_KIND: (
        N_("The file is not an ordinary Word document."),
        N_("Open it in Word and save it as .docx, not as a template."),
    ),
    Fault.DEFINITIONS: (
        N_("The file holds definitions that no Word file has."),
        N_("Do not open it. Ask whoever sent it what they want."),
    ),
}
_LIMITS = {
    Fault.TOO_LARGE: MAX_PACKED // MB,
    Fault.TOO_MANY_PARTS: MAX_ENTRIES,
    Fault.TOO_LARGE_UNPACKED: MAX_UNPACKED // MB,
}


def fault_words(error: WordFileError, by_hand: str) -> tuple[str, str]:
    """A sentence and a hint; ``by_hand`` is the hint where the file itself cannot be mended."""
    text, hint = _WORDS[error.fault]
    told = _(text).format(name=error.name, limit=_LIMITS.get(error.fault, ""))
    return told, _(hint) if hint else by_hand

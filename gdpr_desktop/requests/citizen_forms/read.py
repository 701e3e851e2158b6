"""A filled Word form read back: fields by their tags, whichever program it was saved with."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.letters.fields.reading import ReadField, read_fields
from gdpr_desktop.letters.word_file import (
    MAX_ENTRIES,
    MAX_PACKED,
    MAX_UNPACKED,
    MB,
    Fault,
    WordFileError,
    read_word_file,
)
from gdpr_desktop.requests.citizen_forms.answers import BY_HAND, FilledFormError, answers_of
from gdpr_desktop.requests.citizen_forms.meaning import LONGEST_LINE, Reading
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormSource

_NUMBER = re.compile(r"[0-9]{6}[ _-]?[0-9]{5}")
_WORDS = {  # what is wrong, and what to do about it
    Fault.UNREADABLE: (
        N_("{name} cannot be read."),
        N_("Close it if it is open in Word, and see that it is still there."),
    ),
    Fault.TOO_LARGE: (N_("The file is larger than {limit} MB."), BY_HAND),
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
    Fault.DAMAGED: (N_("The file is damaged, or is not a Word file."), BY_HAND),
    Fault.TOO_MANY_PARTS: (N_("The file holds more than {limit} parts."), BY_HAND),
    Fault.TOO_LARGE_UNPACKED: (
        N_("The file is larger than {limit} MB when it is unpacked."),
        BY_HAND,
    ),
    Fault.HARMFUL: (
        N_("The file is packed in a way that only harmful files are."),
        N_("Do not open it. Ask whoever sent it what they want."),
    ),
    Fault.MACROS: (
        N_("The file holds macros, and our forms have none."),
        N_("Do not open it in Word. Ask whoever sent it what they want."),
    ),
    Fault.TOO_MUCH_TEXT: (N_("The file holds more text than a form has room for."), BY_HAND),
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


def read_form(path: Path, today: date) -> FilledForm:
    """The filled form in a Word file. Nothing of it is kept but its name and SHA-256.

    Raises ``FilledFormError`` for a file that is something else, that cannot be read, that could
    do harm, that nothing is written in, or that a newer version of the program has made.
    """
    try:
        data = read_word_file(path, to_be_opened=False)
        fields = read_fields(data)
    except WordFileError as error:
        text, hint = _WORDS[error.fault]
        told = _(text).format(name=error.name, limit=_LIMITS.get(error.fault, ""))
        raise FilledFormError(told, hint=_(hint)) from error
    source = FormSource(name=_named(path), sha256=hashlib.sha256(data).hexdigest())
    return filled_form(fields, source, today)


def _named(path: Path) -> str:
    """What the file is called; an identity number in it goes no further."""
    return _NUMBER.sub("…", clean_line(path.name))[:LONGEST_LINE]


def filled_form(fields: Iterable[ReadField], source: FormSource, today: date) -> FilledForm:
    """What the fields say. Raises ``FilledFormError`` where they are not those of a form."""
    answers = answers_of(fields)
    if not answers.texts and not answers.ticks:
        raise FilledFormError(_("Nothing is written in the fields of the form."), hint=_(BY_HAND))
    return Reading(answers=answers, today=today).form(source)

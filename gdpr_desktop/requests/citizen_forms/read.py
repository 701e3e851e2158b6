"""A filled Word form read back: fields by their tags, whichever program it was saved with."""

import hashlib
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.fields.reading import ReadField, read_fields
from gdpr_desktop.letters.word_file import WordFileError, read_word_file
from gdpr_desktop.requests.citizen_forms.answers import BY_HAND, FilledFormError, answers_of
from gdpr_desktop.requests.citizen_forms.meaning import LONGEST_LINE, Reading
from gdpr_desktop.requests.citizen_forms.model import FilledForm, FormSource
from gdpr_desktop.requests.word_faults import fault_words

_NUMBER = re.compile(r"[0-9]{6}[ _-]?[0-9]{5}")


def read_form(path: Path, today: date) -> FilledForm:
    """The filled form in a Word file. Nothing of it is kept but its name and SHA-256.

    Raises ``FilledFormError`` for a file that is something else, that cannot be read, that could
    do harm, that nothing is written in, or that a newer version of the program has made.
    """
    try:
        data = read_word_file(path, to_be_opened=False)
        fields = read_fields(data)
    except WordFileError as error:
        text, hint = fault_words(error, _(BY_HAND))
        raise FilledFormError(text, hint=hint) from error
    source = FormSource(name=_named(path), sha256=hashlib.sha256(data).hexdigest())
    return filled_form(fields, source, today)


def _named(path: Path) -> str:
    """What the file is called; an identity number in it goes no further."""
    return _NUMBER.sub("…", clean_line(path.name))[:LONGEST_LINE]


def filled_form(fields: Iterable[ReadField], source: FormSource, today: date) -> FilledForm:
    """What the fields say. Raises ``FilledFormError`` where they are not those of a form."""
    answers = answers_of(fields)
    if not (answers.texts or answers.ticks or answers.strange):
        raise FilledFormError(_("Nothing is written in the fields of the form."), hint=_(BY_HAND))
    return Reading(answers=answers, today=today).form(source)

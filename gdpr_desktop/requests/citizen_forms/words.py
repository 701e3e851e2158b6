"""What the forms, and their files, are called on the screen."""

from gdpr_desktop.core.text import N_, _, current_language
from gdpr_desktop.requests.citizen_forms.exporting import FormFormat
from gdpr_desktop.requests.citizen_forms.model import FormKind
from gdpr_desktop.requests.citizen_forms.texts import form_words

_FORMATS = {FormFormat.WORD: N_("Word, to fill in"), FormFormat.PAGE: N_("Web page, to print")}


def kind_words(kind: FormKind) -> str:
    """«Innsyn»."""
    return form_words(kind, current_language()).short


def format_words(one: FormFormat) -> str:
    """What kind of file."""
    return _(_FORMATS[one])

"""Checks of typed text that every kind of case needs. Each returns the problems; () is well."""

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.names import clean
from gdpr_desktop.core.text import _

LINE_LENGTH = 200  # characters of what stands on one line: a name, a title
TEXT_LENGTH = 20_000  # characters of free text; enough for ten pages


def problem(field: str, text: str) -> FieldProblem:
    """One problem at one field."""
    return FieldProblem(field=field, text=text)


def text_length(field: str, text: str, limit: int = TEXT_LENGTH) -> list[FieldProblem]:
    """Free text of at most ``limit`` characters."""
    if len(text) <= limit:
        return []
    sentence = _("The text has {count} characters. At most {limit} fit here.")
    return [problem(field, sentence.format(count=len(text), limit=limit))]


def line_lengths(**fields: str) -> list[FieldProblem]:
    """Each of ``fields`` fits on a line."""
    return [
        found for field, text in fields.items() for found in text_length(field, text, LINE_LENGTH)
    ]


def required(field: str, text: str, sentence: str) -> list[FieldProblem]:
    """``text`` must hold something that can be seen."""
    return [] if clean(text) else [problem(field, sentence)]

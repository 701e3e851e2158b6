"""Identity numbers that were typed into a name: they would be read by all who see the list."""

import re

from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.text import _

# eleven digits are no name, whether or not their check digits are right
_ELEVEN = re.compile(r"(?<![0-9])[0-9]{6}[ .\-\u00a0]?[0-9]{5}(?![0-9])")


def has_number(name: str) -> bool:
    """Is there an identity number in the name, or what looks like one?"""
    from gdpr_desktop.law.identifiers import find_secret  # not needed before the first name

    return _ELEVEN.search(name) is not None or bool(find_secret(name))


def number_problems(**fields: str) -> list[FieldProblem]:
    """Names that hold a number, by field."""
    return [
        FieldProblem(field=field, text=number_words())
        for field, name in fields.items()
        if has_number(name)
    ]


def number_words() -> str:
    """What is wrong, and what to do."""
    return _("Leave the identity number out of the name. Give the birth date instead.")

"""Errors a person can do something about. Everything else is our bug and is never caught.

``AppError`` carries words already in the language of the screen: it is raised with ``_("…")``.
"""

from collections.abc import Iterable
from dataclasses import dataclass


class AppError(Exception):
    """Something went wrong that the person can act on.

    ``text`` says what is wrong in one sentence, ``hint`` what to do about it.
    """

    def __init__(self, text: str, *, hint: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.text} {self.hint}".strip()


class RefusedError(AppError):
    """The deed is not allowed now, or not for this person's role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """One thing wrong with one field: the field's name in the dataclass, and a sentence."""

    field: str
    text: str


class InvalidInputError(AppError):
    """Input that was refused at its fields; ``problems`` has at least one."""

    def __init__(self, problems: Iterable[FieldProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(problem.text for problem in self.problems))


def require_valid(problems: Iterable[FieldProblem]) -> None:
    """Raise ``InvalidInputError`` when there are problems."""
    found = tuple(problems)
    if found:
        raise InvalidInputError(found)

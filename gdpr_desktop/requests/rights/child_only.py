"""What only the child should see, when somebody else gets access to the child's data.

The case keeps what it is and why; the letter says only that something is held back, and by which
provision (handbook 5.2; pasient- og brukerrettighetsloven § 3-4 for health from 12 to 16).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from gdpr_desktop.casework.checks import line_lengths, problem, required, text_length
from gdpr_desktop.core.errors import FieldProblem
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import N_, _
from gdpr_desktop.law.exceptions import RefusalGround
from gdpr_desktop.requests.exception_words import exception_reference, exception_words
from gdpr_desktop.requests.model import Request

GROUNDS = (
    RefusalGround.CONFIDENTIALITY,
    RefusalGround.HEALTH_OR_RELATIONS,
    RefusalGround.OBVIOUS_INTERESTS,
)
# It must not show what it is about, nor that health care is in it
_NEUTRAL = N_(
    "A child may have something for itself, also towards its parents. Out of regard for the child"
    " we cannot say more about what it is."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildOnly:
    """What is held back from who asks for a child, and why: for the case, never for the letter."""

    what: str
    why: str
    exception: RefusalGround
    law: str = ""  # § 16 d: the act and section that order secrecy

    def anonymous(self) -> "ChildOnly":
        """The code alone."""
        return replace(self, what="", why="", law="")


def for_another(request: Request) -> bool:
    """Does somebody else get the answer about a child?"""
    return request.about_child and request.recipient is not request.subject


def problems(held: ChildOnly | None, request: Request, *, in_part: bool) -> list[FieldProblem]:
    """What is wrong with it; ``in_part``: does the answer say that something is held back?"""
    if held is None:
        return []
    found = required("child_what", held.what, _("Write what only the child should see."))
    found += required("child_why", held.why, _("Write why the parent should not see it."))
    found += text_length("child_what", held.what) + text_length("child_why", held.why)
    if held.exception is RefusalGround.CONFIDENTIALITY:
        text = _("Write the act and section that order secrecy.")
        found += required("child_law", held.law, text)
    found += line_lengths(child_law=held.law)
    if held.exception not in GROUNDS:
        found.append(problem("child_exception", _("Choose the exception.")))
    if not for_another(request):
        text = _("The child gets the answer itself, so there is nothing to hold back.")
        found.append(problem("child_what", text))
    if not in_part:
        text = _("Something is held back for the child's sake: then a part is given.")
        found.append(problem("outcome", text))
    return found


def letter_facts(held: ChildOnly, language: Language) -> Mapping[str, object]:
    """The exception as the letter tells of it: the provision, and no more."""
    reference = exception_reference(held.exception, language)
    return {"reference": reference, "explanation": _(_NEUTRAL, language=language)}


def summary(held: ChildOnly) -> tuple[tuple[str, str], ...]:
    """Rows of the case page."""
    rows = (
        (_("Only for the child"), held.what),
        (_("Why"), f"{held.why} {exception_words(held.exception)}"),
        (_("Act and section that order secrecy"), held.law),
    )
    return tuple((label, text) for label, text in rows if text)

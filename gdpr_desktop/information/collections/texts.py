"""The same information as a block of text: for a form, a box on the screen, a sign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.core.bilingual import Bilingual
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.text import N_
from gdpr_desktop.information.collections.facts import information_facts, refuse_unexplained
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

TEXTS = (  # the template, which is also the kind that the record knows it by
    ("information_form", N_("For a form")),
    ("information_popup", N_("For a box on the screen")),
    ("information_sign", N_("For a sign")),
)
_WITH_LOGIC = "information_form"  # the others are short, and point to the rest
_A_WEEK = Bilingual(nn="ei veke", nb="en uke")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextOrder:
    """A text to make; ``kept_for`` is how long recordings of a camera lie, in words."""

    template: str
    link: str = ""
    camera: bool = False
    sound: bool = False
    kept_for: str = ""


def make_text(
    vault: Vault, activities: Sequence[Activity], order: TextOrder, language: Language
) -> "Letter":
    """The text of ``activities`` as ordered, in the municipality's own wording where it has one.

    Raises ``AppError`` for what the record lacks.
    """
    from gdpr_desktop.letters import render
    from gdpr_desktop.letters.copies import OwnTemplates

    if order.template == _WITH_LOGIC:
        refuse_unexplained(activities)
    facts = information_facts(activities, vault.municipality(), language)
    more = {
        "statement_link": clean_line(order.link),
        "camera": order.camera,
        "sound": order.sound,
        "kept_for": clean_line(order.kept_for) or _A_WEEK.in_(language),
    }
    return render(order.template, language, {**facts, **more}, source=OwnTemplates(vault))


def text_name(activity: str, order: TextOrder, language: Language, day: date) -> str:
    """A file name: the activity, the text, the day."""
    from gdpr_desktop.letters import file_name

    return file_name(activity, order.template, language, day)

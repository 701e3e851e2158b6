"""Forms as letters, one after the other. Nothing here knows the vault: a worker may make them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from gdpr_desktop.consents.ages import YouthRule
from gdpr_desktop.consents.content import FormContent
from gdpr_desktop.consents.forms.documents.facts import (
    form_facts,
    handout_facts,
    slip_of,
    template_of,
)
from gdpr_desktop.consents.forms.documents.handouts import Handout
from gdpr_desktop.consents.forms.documents.words import (
    draft_footer,
    draft_title,
    footer_words,
)
from gdpr_desktop.core.municipality import Language, Municipality

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter, TemplateSource


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that the forms of one version share. ``number`` is the case's, ``only_slip`` the slip
    without the form."""

    content: FormContent
    number: str
    version: int
    municipality: Municipality
    language: Language
    day: date
    youth_rules: tuple[YouthRule, ...] = ()  # they decide whose lines stand on it
    slip: bool = True
    only_slip: bool = False
    draft: bool = False  # nobody has approved it: it says so on every page

    @property
    def template(self) -> str:
        """What is printed."""
        return slip_of(self.content) if self.only_slip else template_of(self.content)

    def in_(self, language: Language) -> "Sheet":
        """The same in the other written form."""
        return replace(self, language=language)

    @property
    def footer(self) -> str:
        """Which form it is, at the foot of every page."""
        if self.draft:
            return draft_footer(self.number, self.language)
        return footer_words(self.number, self.version, self.language)


def forms(
    sheet: Sheet, handouts: Iterable[Handout], source: "TemplateSource | None" = None
) -> Iterator["Letter"]:
    """A form for each, as they are asked for. Raises ``AppError`` for one that lacks something."""
    from gdpr_desktop.letters import load_template, render_many

    common = form_facts(sheet.content, sheet.municipality, sheet.language)
    common["slip_follows"] = sheet.slip
    if sheet.draft:
        common["form_title"] = draft_title(sheet.content.title.in_(sheet.language), sheet.language)
    if not sheet.only_slip:
        common["attachments"] = (slip_of(sheet.content),) if sheet.slip else ()
    facts = ({**common, **handout_facts(one, sheet.language)} for one in handouts)
    for letter in render_many(load_template(sheet.template), sheet.language, facts, source=source):
        yield dressed(sheet, letter)


def dressed(sheet: Sheet, letter: "Letter") -> "Letter":
    """On the municipality's paper, with number and version at the foot."""
    from gdpr_desktop.letters import Sender

    return replace(
        letter,
        sender=Sender.of(sheet.municipality),
        day=sheet.day,
        footer=sheet.footer,
    )

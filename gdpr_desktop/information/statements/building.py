"""A statement as chapters of blocks, in one language: what Word, HTML and Markdown are made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.statements import about, site, telling
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.parts import Place
from gdpr_desktop.information.statements.scope import Scope
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.information.statements.words import Words, part_name
from gdpr_desktop.information.statements.writing import heading, own, paragraph
from gdpr_desktop.letters.blocks import Blocks, Heading
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.letter import Letter

TEMPLATE = "privacy_statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """``key`` is the id others link to: it stays the same whatever the heading becomes."""

    key: str
    heading: str
    blocks: Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A whole statement, or the short version of one."""

    title: str
    language: Language
    lead: Blocks
    chapters: tuple[Chapter, ...] = ()
    sender: Sender | None = None
    day: date | None = None

    @property
    def blocks(self) -> Blocks:
        """Everything in reading order."""
        found: Blocks = (*heading(1, self.title), *self.lead)
        for chapter in self.chapters:
            found += (*heading(2, chapter.heading), *chapter.blocks)
        return found

    def letter(self) -> Letter:
        """The same as what previews and Word files are made of."""
        content = self.blocks
        return Letter(
            template=TEMPLATE,
            title=self.title,
            language=self.language,
            content=content,
            shape=content,
            sender=self.sender,
            day=self.day,
        )


_MAKERS: tuple[tuple[Place, Callable[[Scope], Blocks]], ...] = (
    (Place.CONTROLLER, about.controller),
    (Place.USE, telling.activities),
    (Place.TOPICS, lambda _scope: ()),
    (Place.COOKIES, site.cookies),
    (Place.LOGS, site.logs),
    (Place.RECIPIENTS, telling.recipients),
    (Place.TRANSFERS, telling.transfers),
    (Place.ERASURE, about.erasure),
    (Place.AUTOMATED, telling.automated),
    (Place.SECURITY, about.security),
    (Place.RIGHTS, about.rights),
    (Place.COMPLAINT, about.complaint),
    (Place.CONTACT, about.contact),
    (Place.VERSION, about.version),
)


def build(statement: PrivacyStatement, around: Surroundings, language: Language) -> Built:
    """The statement in full."""
    scope = Scope.of(statement, around, language)
    chapters: list[Chapter] = []
    for place, make in _MAKERS:
        if place is Place.TOPICS:
            chapters += _topics(scope)
        blocks = (*make(scope), *_own_texts(scope, place))
        if blocks and place is not Place.TOPICS:
            title = scope.words.of("place", place.value)
            chapters.append(Chapter(key=place.value, heading=title, blocks=blocks))
        else:
            chapters += _loose(scope, place)
    return Built(
        title=title_of(statement, scope.words),
        language=language,
        lead=_lead(scope),
        chapters=tuple(chapters),
        sender=Sender.of(around.municipality),
        day=around.today,
    )


def title_of(statement: PrivacyStatement, words: Words) -> str:
    """Its name, or what its kind is called."""
    return statement.name.in_(words.language) or words.of("kind", statement.kind.value)


def _lead(scope: Scope) -> Blocks:
    statement, words = scope.statement, scope.words
    intro = own(scope.text(statement.intro), 2)
    intro = tuple(block for block in intro if not isinstance(block, Heading))
    audience = scope.text(statement.audience).rstrip(".")
    return (
        *(intro or paragraph(words("intro", name=scope.controller))),
        *(paragraph(words("intro_audience", audience=audience)) if audience else ()),
    )


def _topics(scope: Scope) -> list[Chapter]:
    found: dict[str, int] = {}
    chapters = []
    for part in scope.statement.parts:
        count = found[part.topic.value] = found.get(part.topic.value, 0) + 1
        key = part.topic.value if count == 1 else f"{part.topic.value}-{count}"
        blocks, title = telling.part(scope, part), scope.text(part_name(part))
        if blocks:
            chapters.append(Chapter(key=key, heading=title, blocks=blocks))
    return chapters


def _own_texts(scope: Scope, place: Place) -> Blocks:
    """Texts of one's own at the end of a chapter, under headings of level 3."""
    found: Blocks = ()
    for one in scope.statement.own_texts:
        if one.place is place and place is not Place.TOPICS:
            title = scope.text(one.heading)
            found += (*(heading(3, title) if title else ()), *own(scope.text(one.text), 3))
    return found


def _loose(scope: Scope, place: Place) -> list[Chapter]:
    """Texts of one's own that are chapters themselves: those after the topics."""
    texts = [one for one in scope.statement.own_texts if one.place is place]
    if place is not Place.TOPICS:
        return []
    return [
        Chapter(
            key=f"own-{number}",
            heading=scope.text(one.heading) or scope.words.of("topic", "other"),
            blocks=own(scope.text(one.text), 3),
        )
        for number, one in enumerate(texts, 1)
    ]

"""The short version: the few things most people want to know, with links into the long one."""

from gdpr_desktop.core.municipality import Language
from gdpr_desktop.correspondence.facts import AUTHORITY_NAME
from gdpr_desktop.information.statements.about import in_one_line
from gdpr_desktop.information.statements.building import Built, Chapter, build, title_of
from gdpr_desktop.information.statements.model import PrivacyStatement
from gdpr_desktop.information.statements.points import names_with
from gdpr_desktop.information.statements.scope import Scope
from gdpr_desktop.information.statements.sources import Surroundings
from gdpr_desktop.information.statements.writing import own, paragraph
from gdpr_desktop.law.bases import Basis
from gdpr_desktop.letters.blocks import Blocks, List, ListItem, Run, Runs


def build_short(statement: PrivacyStatement, around: Surroundings, language: Language) -> Built:
    """The statement's own short text, or one made from the long version; then where the rest is."""
    scope = Scope.of(statement, around, language)
    words = scope.words
    long = build(statement, around, language)
    lead = own(scope.text(statement.short), 2) or (
        *paragraph(words("short_intro")),
        *_made(scope),
    )
    if statement.web:
        lead += paragraph(words("short_more", link=statement.web))
        lead += _chapters(statement.web, long.chapters)
    return Built(
        title=words("title_short", title=title_of(statement, words)),
        language=language,
        lead=lead,
        sender=long.sender,
        day=long.day,
    )


def _made(scope: Scope) -> Blocks:
    words, officer = scope.words, in_one_line(scope.officer)
    sentences = [words("short_who", name=scope.controller)]
    names = tuple(use.name for use in scope.uses)
    if names:
        sentences.append(words("short_use", names=scope.inside(names)))
    if names_with(scope.uses, Basis.CONSENT):
        sentences.append(words("short_consent"))
    sentences.append(words("short_rights", authority=AUTHORITY_NAME))
    if officer:
        sentences.append(words("short_contact", contact=officer))
    items = tuple(ListItem(runs=(Run(text=sentence),)) for sentence in sentences)
    return (List(ordered=False, items=items),)


def _chapters(web: str, chapters: tuple[Chapter, ...]) -> Blocks:
    """The chapters of the long version, each a link to where it stands."""
    items = tuple(ListItem(runs=_link(web, chapter)) for chapter in chapters)
    return (List(ordered=False, items=items),)


def _link(web: str, chapter: Chapter) -> Runs:
    safe = web.startswith(("https://", "http://"))
    address = f"{web.partition('#')[0]}#{chapter.key}" if safe else ""
    return (Run(text=chapter.heading, link=address),)

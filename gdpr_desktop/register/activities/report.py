"""One activity as a Word document, with all that is known of it."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.blocks import Block, Heading, Paragraph, Run, Runs, Table
from gdpr_desktop.letters.frame import Sender
from gdpr_desktop.letters.letter import Letter
from gdpr_desktop.register.activities.facts import Links, sections
from gdpr_desktop.register.entries.shelf import Group

if TYPE_CHECKING:
    from gdpr_desktop.register.entries.model import Entry
    from gdpr_desktop.vault import Vault

KIND = "activity_report"


def report(vault: "Vault", entry: "Entry", language: Language) -> Letter:
    """The document about ``entry`` as it stands now."""
    activity = entry.content
    links = Links.of(vault, activity)
    name = activity.name.in_(language)
    blocks: list[Block] = [
        Heading(level=1, runs=_run(name)),
        Paragraph(runs=_run(_intro(vault, entry, language))),
    ]
    for group in sections(activity, links, language, whole=True):
        blocks += _section(group, language)
    content = tuple(blocks)
    title = _("Processing activity: {name}", language=language).format(name=name)
    return Letter(
        template=KIND,
        title=title,
        language=language,
        content=content,
        shape=content,
        sender=Sender.of(vault.municipality()),
        day=vault.clock.today(),
    )


def _intro(vault: "Vault", entry: "Entry", language: Language) -> str:
    text = _(
        "From the record of processing activities of {municipality}, revision {revision}.",
        language=language,
    )
    words = text.format(municipality=vault.municipality().name, revision=entry.revision)
    if entry.approved_at is None:
        return words + " " + _("Not approved.", language=language)
    approved = _("Approved {day} by {name}.", language=language).format(
        day=long_date(entry.approved_at.date(), language), name=entry.approved_by
    )
    if entry.revision > entry.approved_revision:
        approved += " " + _("Changed since.", language=language)
    return f"{words} {approved}"


def _section(group: Group, language: Language) -> list[Block]:
    facts = [(name, text) for name, text in group.facts if text]
    head: list[Block] = [Heading(level=2, runs=_run(group.title))]
    if not facts:
        nothing = _("Nothing is filled in here yet.", language=language)
        return [*head, Paragraph(runs=_run(nothing))]
    titles = (_run(_("What", language=language)), _run(_("Content", language=language)))
    return [*head, Table(header=titles, rows=tuple((_run(n), _run(t)) for n, t in facts))]


def _run(text: str) -> Runs:
    return (Run(text=text),)

"""One activity as a Word document, with all that is known of it."""

from typing import TYPE_CHECKING

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.register.activities.facts import Links, sections

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter
    from gdpr_desktop.register.entries.model import Entry
    from gdpr_desktop.vault import Vault

KIND = "activity_report"


def report(vault: "Vault", entry: "Entry", language: Language) -> "Letter":
    """The document about ``entry`` as it stands now."""
    from gdpr_desktop.letters.reports import Report

    activity = entry.content
    title = _("Processing activity: {name}", language=language)
    made = Report(language, title.format(name=activity.name.in_(language)))
    made.paragraph(_intro(vault, entry, language))
    for group in sections(activity, Links.of(vault, activity), language, whole=True):
        made.heading(2, group.title)
        made.facts(group.facts)
        if not any(text.strip() for _name, text in group.facts):
            made.paragraph(_("Nothing is filled in here yet.", language=language))
    return made.letter(vault.municipality(), vault.clock.today(), KIND)


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

"""What the clean-up says of consents that ended long ago."""

from gdpr_desktop.consents.keeping.service import Due
from gdpr_desktop.core.text import _, ngettext


def due_words(found: Due, years: int) -> str:
    """What goes with this clean-up, and what is held back; empty when nothing falls due."""
    if not found.free and not found.held:
        return ""
    count = len(found.free)
    text = ngettext(
        "{count} consent that ended more than {years} years ago is deleted too.",
        "{count} consents that ended more than {years} years ago are deleted too.",
        count,
    )
    parts = [text.format(count=count, years=years)] if count else []
    if found.held:
        text = ngettext(
            "{count} old consent is held back, since something is open about it.",
            "{count} old consents are held back, since something is open about them.",
            found.held,
        )
        parts.append(text.format(count=found.held))
    if found.more:
        parts.append(_("There may be more: do the clean-up once more afterwards."))
    return " ".join(parts)


def gone_words(cases: str, count: int) -> str:
    """How many went; ``cases`` is the sentence about the cases, or empty."""
    text = ngettext("{count} old consent is deleted.", "{count} old consents are deleted.", count)
    return " ".join(one for one in (cases, text.format(count=count)) if one)


def back_words(count: int) -> str:
    """What came back with an older copy of the file."""
    text = ngettext(
        "{count} consent that had been deleted came back with an older copy, and is deleted again.",
        "{count} consents that had been deleted came back with an older copy, and are deleted"
        " again.",
        count,
    )
    return text.format(count=count)

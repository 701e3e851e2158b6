"""How far the answers have come."""

from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.assessment import Dpia
from gdpr_desktop.dpia.catalogue.loading import builtin
from gdpr_desktop.dpia.wizard.progress import SectionState, count, states
from gdpr_desktop.dpia.wizard.words import words


def rows(found: Dpia) -> tuple[tuple[str, str], ...]:
    """Labels and texts; those without a text are left out."""
    content = found.content
    needed = found.need is not None and found.need.needed
    if not needed and not content.answers:
        return ()
    asked = builtin()
    counted = count(asked, content)
    text = _("{answered} of {asked} questions").format(
        answered=counted.answered, asked=counted.asked
    )
    more = list(states(asked, found).values()).count(SectionState.NEEDS_WORK)
    files = len(content.attachments)
    return (
        (_("Answered"), text),
        (words(SectionState.NEEDS_WORK), _parts(more)),
        (_("Files"), str(files) if files else ""),
    )


def _parts(number: int) -> str:
    text = ngettext("{count} part", "{count} parts", number)
    return text.format(count=number) if number else ""

"""What a template holds, in words."""

from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext
from gdpr_desktop.dpia.templates.model import TemplateHead


def holds_words(found: TemplateHead) -> str:
    """How much there is in it."""
    parts = [
        ngettext("{count} answer", "{count} answers", found.answers).format(count=found.answers),
        ngettext("{count} risk", "{count} risks", found.risks).format(count=found.risks),
        ngettext("{count} measure", "{count} measures", found.measures).format(
            count=found.measures
        ),
    ]
    return ", ".join(parts)


def made_words(found: TemplateHead) -> str:
    """Who saved it, and when."""
    return _("Saved {day} by {name}").format(day=long_date(found.made_on), name=found.made_by)

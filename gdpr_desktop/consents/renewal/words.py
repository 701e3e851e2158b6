"""What ends by itself, in words."""

from collections.abc import Iterable

from gdpr_desktop.consents.renewal.model import Bundle, Why
from gdpr_desktop.core.dates import short_date
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import ngettext


def task_title(found: Bundle, language: Language | None = None) -> str:
    """«42 samtykke gjekk ut 31.7.2026: slutt å bruke, slett»."""
    texts = {
        Why.EXPIRED: ngettext(
            "{count} consent ended {days}: stop the use, delete",
            "{count} consents ended {days}: stop the use, delete",
            found.count,
            language=language,
        ),
        Why.RENEWAL: ngettext(
            "{count} consent ends {days}: ask again",
            "{count} consents end {days}: ask again",
            found.count,
            language=language,
        ),
        Why.OUTGROWN: ngettext(
            "{count} child is old enough to answer since {days}: ask anew",
            "{count} children are old enough to answer since {days}: ask anew",
            found.count,
            language=language,
        ),
    }
    return texts[found.why].format(count=count_words(found), days=days_words(found))


def count_words(found: Bundle) -> str:
    """«42», or «2000+» where there are more than were counted."""
    return f"{found.count}+" if found.more else str(found.count)


def days_words(found: Bundle) -> str:
    """«31.7.2026», or «2.7.–31.7.2026»."""
    if found.first == found.last:
        return short_date(found.first)
    return f"{found.first.day}.{found.first.month}.–{short_date(found.last)}"


def waiting_words(found: Iterable[Bundle], language: Language | None = None) -> str:
    """What waits on a form, a line each."""
    return "\n".join(task_title(one, language) for one in found)

"""Rows of the page about what people were told."""

from gdpr_desktop.breaches.code_words import words
from gdpr_desktop.breaches.model import Breach, Telling
from gdpr_desktop.breaches.steps import needs_telling
from gdpr_desktop.breaches.telling.hints import telling_hint
from gdpr_desktop.core.dates import long_date
from gdpr_desktop.core.text import _, ngettext

Rows = tuple[tuple[str, str], ...]


def tell(found: Breach) -> Rows:
    """(label, text) of what is known; an empty text is not shown."""
    kept, last = found.addresses_kept, found.tellings[-1] if found.tellings else None
    addresses = ngettext("{count} address", "{count} addresses", kept).format(count=kept)
    wanted = needs_telling(found) or bool(found.tellings)
    return (
        (_("How far it has come"), words(found.told) if wanted else ""),
        (_("Told so far"), "\n".join(rounds_told(found))),
        (_("Not told, and why"), last.rest if last is not None else ""),
        (_("Think of this"), telling_hint(found)),
        (_("Address list kept"), addresses if kept else ""),
    )


def rounds_told(found: Breach) -> tuple[str, ...]:
    """One line to each round."""
    return tuple(_round(one) for one in found.tellings)


def _round(one: Telling) -> str:
    parts = [long_date(one.told_on), words(one.channel)]
    if one.number is not None:
        count = ngettext("{count} person", "{count} people", one.number)
        parts.append(count.format(count=one.number))
    return " · ".join([*parts, *filter(None, (one.where, one.by))])

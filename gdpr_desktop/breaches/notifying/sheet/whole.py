"""The whole sheet in the order of the authority's form, and what can be said of it as a whole."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime

from gdpr_desktop.breaches.model import Breach
from gdpr_desktop.breaches.notifying.sheet import about, aftermath, description
from gdpr_desktop.breaches.notifying.sheet.model import Asked, RowState, SheetRow, SheetSection
from gdpr_desktop.core.municipality import Language, Municipality
from gdpr_desktop.core.text import _
from gdpr_desktop.law.deadlines import notified_in_time

Frozen = tuple[tuple[str, str], ...]


def sheet(
    found: Breach,
    municipality: Municipality,
    language: Language,
    now: datetime,
    *,
    late_reason: str = "",
    withdrawal: str = "",
    all_known: bool = False,
) -> tuple[SheetSection, ...]:
    """What is known now. ``late_reason`` as it is being typed; a noted one is found by itself.

    ``withdrawal`` is the reason why what was sent is withdrawn, where it is. ``all_known``: no more
    is known of the lines that are empty, so nothing will follow.
    """
    asked = Asked(
        found=found,
        municipality=municipality,
        language=language,
        now=now,
        late_reason=late_reason,
        withdrawal=withdrawal,
    )
    sections = (
        _section(_("What happened", language=language), description.rows(asked)),
        _section(_("Consequences", language=language), aftermath.consequences(asked)),
        _section(_("Measures", language=language), aftermath.measures(asked)),
        _section(_("Information to those affected", language=language), aftermath.people(asked)),
        _section(_("Contact", language=language), about.contact(asked)),
        _section(_("Kind of breach", language=language), description.kinds(asked)),
    )
    complete = all_known or not must_follow(sections)
    rows = about.notification(asked, complete=complete)
    return (*sections, _section(_("About the notification", language=language), rows))


def _section(title: str, rows: tuple[SheetRow, ...]) -> SheetSection:
    return SheetSection(title=title, rows=rows)


def lacking(sections: Iterable[SheetSection]) -> tuple[SheetRow, ...]:
    """The lines that must still be told; none of them makes a complete notification."""
    return tuple(row for section in sections for row in section.rows if row.lacks)


def must_follow(sections: Iterable[SheetSection]) -> tuple[SheetRow, ...]:
    """The lines without which a notification is not complete.

    Measures come after the notification in the routine: where one is noted, done or planned
    (art. 33(3)(d) asks for either), the other lines about measures wait for nothing.
    """
    rows = lacking(sections)
    named = {row.field for row in rows}
    some = not {"measures_done", "measures_planned"} <= named
    waits = {"measures_planned", "prevent"} | ({"measures_done"} if some else set())
    return tuple(row for row in rows if row.field not in waits)


def is_late(found: Breach, at: datetime) -> bool:
    """Would a first notification at ``at`` be later than 72 hours? The last second is in time."""
    return not found.notifications and not notified_in_time(found.intake.aware, at)


def frozen(sections: Iterable[SheetSection]) -> Frozen:
    """Label and value of each line that says something, as it is kept with what was sent."""
    return tuple(
        (row.label, row.value)
        for section in sections
        for row in section.rows
        if row.state is not RowState.NOT_NEEDED and row.value
    )


def fingerprint(rows: Frozen) -> str:
    """SHA-256 of what was sent, in hex."""
    written = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def as_text(sections: Iterable[SheetSection]) -> str:
    """The sheet to be pasted: headings, labels and values."""
    parts = []
    for section in sections:
        told = [f"{row.label}: {row.value}" for row in section.rows if row.value]
        if told:
            parts.append("\n".join((section.title, *told)))
    return "\n\n".join(parts)

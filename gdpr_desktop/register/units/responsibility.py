"""«Kven svarer for kva»: units, the roles that answer for them, and what they answer for."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gdpr_desktop.core.change import Change
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.text import _
from gdpr_desktop.letters.reports import Report
from gdpr_desktop.register.documents import record_document
from gdpr_desktop.register.entries import store
from gdpr_desktop.register.entries.model import Entry, EntryId, EntryKind
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.vault import Vault

if TYPE_CHECKING:
    from gdpr_desktop.letters import Letter

KIND = "responsibility_list"
_BELOW = "– "  # before a unit, once for each unit above it
Names = dict[EntryId | None, list[str]]


def in_order(units: Iterable[Entry]) -> Iterator[tuple[int, Entry]]:
    """Each unit with how deep it stands, those under it right after it. A unit whose parent is
    over stands at the top."""
    known = list(units)
    ids = {one.id for one in known}
    below: dict[EntryId | None, list[Entry]] = {}
    for one in known:
        parent = one.content.parent_id
        below.setdefault(parent if parent in ids else None, []).append(one)
    waiting = [(0, one) for one in reversed(below.get(None, []))]
    while waiting:
        depth, one = waiting.pop()
        yield depth, one
        waiting += [(depth + 1, other) for other in reversed(below.get(one.id, []))]


def responsibility_list(vault: Vault, language: Language) -> "Letter":
    """The chief executive over all, then each unit with role, field, activities and systems."""
    municipality = vault.municipality()
    report = Report(language, _("Who answers for what", language=language))
    chief = ", ".join(
        part for part in (municipality.controller_title, municipality.controller_name) if part
    )
    if chief:
        text = _("{chief} answers for all personal data in {municipality}.", language=language)
        report.paragraph(text.format(chief=chief, municipality=municipality.name))
    report.paragraph(_("Each head answers for the data in their own field.", language=language))
    activities = _by_unit(vault, EntryKind.ACTIVITY, language)
    systems = _by_unit(vault, EntryKind.SYSTEM, language)
    report.table(
        (
            _("Unit", language=language),
            _("Responsible role", language=language),
            _("Activities", language=language),
            _("Systems", language=language),
        ),
        (
            _row(depth, one, activities, systems, language)
            for depth, one in in_order(store.entries(vault.db, EntryKind.UNIT))
        ),
    )
    for title, left in (
        (_("Activities that no unit answers for", language=language), activities.get(None, [])),
        (_("Systems that no unit answers for", language=language), systems.get(None, [])),
    ):
        if left:
            report.heading(2, title)
            report.bullets(left)
    return report.letter(municipality, vault.clock.today(), KIND)


def record(vault: Vault, letter: "Letter", path: Path, sha256: str) -> Change:
    """Note that it was written, and from which entries."""
    kinds = (EntryKind.UNIT, EntryKind.ACTIVITY, EntryKind.SYSTEM)
    return record_document(
        vault,
        kind=KIND,
        title=letter.title,
        language=letter.language.value,
        path=path,
        sha256=sha256,
        about=None,
        sources=[number for kind in kinds for number, _name in store.names(vault.db, kind)],
    )


def _by_unit(vault: Vault, kind: EntryKind, language: Language) -> Names:
    found: Names = {}
    for one in store.entries(vault.db, kind):
        name = one.name if kind is EntryKind.SYSTEM else one.content.name.in_(language)
        found.setdefault(one.content.unit_id, []).append(name)
    return found


def _row(
    depth: int, one: Entry, activities: Names, systems: Names, language: Language
) -> tuple[str, ...]:
    unit: Unit = one.content
    name = f"{_BELOW * depth}{unit.name.in_(language)}"
    field = unit.field_of_work.in_(language)
    role = unit.responsible.in_(language) or _("Not said", language=language)
    return (
        f"{name}\n{field}" if field else name,
        f"{role}\n{unit.contact}" if unit.contact else role,
        "\n".join(activities.get(one.id, [])),
        "\n".join(systems.get(one.id, [])),
    )

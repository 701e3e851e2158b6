"""Systems and units as places where data may lie; and those that once stood in the settings."""

from gdpr_desktop.casework import settings
from gdpr_desktop.casework.settings import Place
from gdpr_desktop.core.bilingual import same
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.core.names import clean_line
from gdpr_desktop.core.roles import Deed, Scope, scope
from gdpr_desktop.register.entries import service, store
from gdpr_desktop.register.entries.model import EntryId, EntryKind
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.model import Unit
from gdpr_desktop.vault import Vault

LONGEST_NAME = 200  # characters
_BOTH = (Deed.KEEP_RECORD, Deed.CHANGE_SETTINGS)


def known_places(vault: Vault) -> tuple[Place, ...]:
    """Each system with its owner and contact, or its unit's; then each unit, by name."""
    language = vault.municipality().language
    units = {one.id: one.content for one in store.entries(vault.db, EntryKind.UNIT)}
    found: dict[str, Place] = {}
    for entry in store.entries(vault.db, EntryKind.SYSTEM):
        system: System = entry.content
        unit = units.get(system.unit_id) if system.unit_id else None
        who = system.owner or (_role(unit, language) if unit else "")
        contact = system.contact or (unit.contact if unit else "")
        found[entry.name.casefold()] = Place(name=entry.name, responsible=_who(who, contact))
    for unit in units.values():
        name = unit.name.in_(language)
        place = Place(name=name, responsible=_who(_role(unit, language, named=False), unit.contact))
        found.setdefault(name.casefold(), place)
    return tuple(found.values())


def take_over(vault: Vault) -> None:
    """Add to the record what stands in the settings and not here, once.

    By somebody who may keep the record; until then, both are places.
    """
    if vault.read_only or vault.rollback or vault.setting(settings.TAKEN_OVER, default=False):
        return
    if any(scope(vault.actor.role, deed) is not Scope.ANY for deed in _BOTH):
        return
    units, systems = settings.units(vault), settings.systems(vault)
    if not units and not systems:
        return
    with vault.begin(Deed.KEEP_RECORD):
        for unit in units:
            _unit(vault, _name(unit.name), unit.contact)
        for system in systems:
            unit_id, name = _unit(vault, _name(system.department), ""), _name(system.name)
            if name and store.named(vault.db, EntryKind.SYSTEM, name) is None:
                made = System(name=name, unit_id=unit_id, contact=system.contact)
                service.add_entry(vault, made)
        vault.save_setting(settings.TAKEN_OVER, value=True)


def _name(text: str) -> str:
    """As much of a name as the record takes: what it refused would keep the register shut."""
    return clean_line(text)[:LONGEST_NAME].strip()


def _unit(vault: Vault, name: str, contact: str) -> EntryId | None:
    if not name:
        return None
    known = store.named(vault.db, EntryKind.UNIT, name)
    if known is not None:
        return known
    return EntryId(service.add_entry(vault, Unit(name=same(name), contact=contact)).id)


def _role(unit: Unit, language: Language, *, named: bool = True) -> str:
    """The responsible role, or the unit itself where none is said."""
    return unit.responsible.in_(language) or (unit.name.in_(language) if named else "")


def _who(who: str, contact: str) -> str:
    return f"{who} ({contact})" if who and contact else who or contact

"""Entries for tests of the record."""

from pathlib import Path

import pytest

from gdpr_desktop.core.bilingual import Bilingual, same
from gdpr_desktop.register.activities.model import Activity
from gdpr_desktop.register.activities.parts import DataCategory, Purpose, Retention
from gdpr_desktop.register.entries import service
from gdpr_desktop.register.entries.model import EntryId
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.model import Unit


@pytest.fixture
def unit(vault) -> EntryId:
    """A unit with somebody who answers for it."""
    made = Unit(name=Bilingual(nn="Barnehage", nb="Barnehage"), responsible=same("styrar"))
    return EntryId(service.add_entry(vault, made).id)


@pytest.fixture
def system(vault, unit) -> EntryId:
    """A system of that unit."""
    return EntryId(service.add_entry(vault, System(name="Oppad", unit_id=unit)).id)


@pytest.fixture
def activity(unit, system) -> Activity:
    """An activity that uses the system; not saved."""
    return Activity(
        name=Bilingual(nn="Opptak i barnehage", nb="Opptak i barnehage"),
        unit_id=unit,
        systems=(system,),
        purposes=(Purpose(text=Bilingual(nn="Å gi barn plass", nb="Å gi barn plass")),),
        data=(DataCategory(text=same("Namn"), retention=Retention(months=12)),),
    )


@pytest.fixture
def place() -> Path:
    """Where a document is said to lie."""
    return Path("brev.docx")

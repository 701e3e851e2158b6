"""An entry whose content cannot be read takes nothing else with it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from gdpr_desktop.core.errors import AppError
from gdpr_desktop.core.municipality import Language
from gdpr_desktop.information.feature import shows_entry
from gdpr_desktop.register import places
from gdpr_desktop.register.entries import lists, service, store
from gdpr_desktop.register.entries.model import EntryId, EntryKind, EntryQuery
from gdpr_desktop.register.entries.unreadable import is_readable, what_to_do
from gdpr_desktop.register.entries.widgets.entry_page import EntryPage
from gdpr_desktop.register.exchange.service import gathered
from gdpr_desktop.register.library.service import used_starts
from gdpr_desktop.register.retention import reports
from gdpr_desktop.register.retention.service import start_rounds, units_to_ask
from gdpr_desktop.register.rooms import shelf_for
from gdpr_desktop.register.systems.model import System
from gdpr_desktop.register.units.responsibility import responsibility_list
from gdpr_desktop.ui.theme import Scheme, Theme

DAMAGE = ("data = '{'", "data = '[]'", "state = 'ukjend'", "due = 'snart'")


def damage(vault, *ids: EntryId, how: str = DAMAGE[0]) -> None:
    with vault.begin_upkeep() as work:
        for one in ids:
            work.db.execute(f"UPDATE entry SET {how} WHERE id = ?", [one])


@pytest.mark.parametrize("how", DAMAGE)
def test_what_is_damaged_is_listed_by_its_name(vault, system, how):
    damage(vault, system, how=how)
    (found,) = lists.page(vault.db, EntryQuery(kind=EntryKind.SYSTEM), offset=0, limit=10)
    assert not is_readable(found)
    assert (found.name, found.complete) == ("Oppad", False)
    with pytest.raises(AppError, match="Oppad"):
        store.entry(vault.db, system)


def test_shelf_shows_the_rest_and_says_what_to_do(vault, system, unit, qtbot):
    sound = EntryId(service.add_entry(vault, System(name="Vigilo", unit_id=unit)).id)
    damage(vault, system)
    Theme(QApplication.instance(), scheme=Scheme.LIGHT)
    page = EntryPage(vault, shelf_for(EntryKind.SYSTEM))
    qtbot.addWidget(page)
    page.show()
    assert page.model.count.rows == 2
    page.show_entry(system)
    shown = {one.text() for one in page.entry_view.findChildren(QLabel)}
    assert what_to_do() in shown
    assert not [b for b in page.entry_view.findChildren(QPushButton) if b.property("deed")]
    column = page.model.columns[0]
    assert column.icon is not None
    assert column.icon(page.model.row(page.model.find(system))) == ("problem", "danger")
    page.refresh()
    page.show_entry(sound)
    assert page.entry_view.entry.name == "Vigilo"


def test_nothing_is_done_with_it_or_by_it(vault, system, unit):
    damage(vault, system)
    for deed in (service.approve_entry, service.retire_entry, service.delete_entry):
        with pytest.raises(AppError, match="Oppad"):
            deed(vault, system)
    with pytest.raises(AppError, match="Oppad"):
        service.delete_entry(vault, unit)  # it is used there
    with pytest.raises(AppError, match="Oppad"):
        service.replace_entry(vault, unit, None)


def test_what_goes_through_all_entries_leaves_it_out(vault, activity, system, unit):
    number = EntryId(service.add_entry(vault, activity).id)
    lost = EntryId(service.add_entry(vault, System(name="Vigilo")).id)
    language = Language.NYNORSK
    start_rounds(vault, 2025)
    damage(vault, lost, number)
    assert [one.name for one in places.known_places(vault)] == ["Oppad", "Barnehage"]
    assert used_starts(vault.db) == frozenset()
    assert units_to_ask(vault.db, 2026, language) == ()
    assert reports.overview(vault, language)
    assert responsibility_list(vault, language)
    (asked,) = store.entries(vault.db, EntryKind.RETENTION_ROUND)
    assert reports.form(vault, asked, language)
    assert set(gathered(vault).unreadable) == {"Vigilo", activity.title}
    assert not shows_entry(vault, lost)
    damage(vault, unit, system)
    assert places.known_places(vault) == ()


def test_row_of_a_kind_nobody_knows_is_on_no_list(vault, system, unit):
    damage(vault, system, how="kind = 'ukjend'")
    assert EntryKind.SYSTEM not in lists.counts(vault.db)
    assert store.kind_of(vault.db, system) is None
    assert lists.due_until(vault.db, vault.clock.today()) == ()
    assert [one.name for one in store.users_of(vault.db, unit)] == ["Oppad"]
